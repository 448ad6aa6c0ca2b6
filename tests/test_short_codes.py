"""Short codes: how they are drawn, given out and resolved; the pages behind them; the QR code."""

import re
from datetime import date

import html5lib
import pytest
import zxingcpp
from PIL import Image
from publishing import after_release, record_of, with_record, with_tombstones

from knowledgebase.links import Links
from knowledgebase.model.published import ShortCode
from knowledgebase.problems import Place
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.promises.fates import Fates
from knowledgebase.writing.short.codes import ALPHABET, Codes, address_of, items
from knowledgebase.writing.short.qr import qr_code
from knowledgebase.writing.site import Site

IMPRINT = Imprint("Lights", "Lights", "https://example.org/kb/", date(2026, 11, 22))


@pytest.fixture(scope="module")
def released(toy):
    return after_release(toy)


@pytest.fixture(scope="module")
def site(released):
    return Site(released, imprint=IMPRINT)


@pytest.fixture(scope="module")
def codes(released):
    return Codes(released.published.codes, Fates(Links(released)))


def test_the_alphabet_has_no_vowels_and_nothing_that_looks_like_another():
    looks_like_another = {"0", "1", "2", "5", "8", "9", "b", "g", "l", "o", "q", "s", "u", "y", "z"} - {"g"}
    assert set(ALPHABET) & ({"a", "e", "i", "o", "u"} | looks_like_another) == set()
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_every_record_and_each_of_its_parts_has_a_code_of_its_own(released, codes):
    given = [code.code for code in released.published.codes]
    assert len(set(given)) == len(given)
    for record in released.records:
        code = codes.of(f"{record.kind}/{record.id}.html")
        assert re.fullmatch(f"[{ALPHABET}]{{4,}}", code)
        assert [codes.of(address) for address in items(record)] == [f"{code}-{n}" for n in range(1, len(list(items(record))) + 1)]


def test_nothing_new_gives_no_new_code(released, codes):
    assert list(codes.new(released.records)) == []


def test_giving_out_anew_gives_the_same_codes(toy, released):
    assert Site(toy).release.codes == tuple((code.code, code.address) for code in released.published.codes)


def test_a_code_that_is_taken_is_not_drawn_again(toy):
    fates = Fates(Links(toy))
    first = next(iter(Codes((), fates).new(toy.records)))
    taken = (ShortCode(first[0], "nowhere.html", Place("codes.txt", 2)),)
    assert first[0] not in {code for code, _ in Codes(taken, fates).new(toy.records)}


def test_the_number_of_a_removed_claim_is_not_given_again(released):
    light = record_of(released, "automatic-light")
    new = light.claims[0].model_copy(update={"id": "new", "aliases": ()})
    later = with_record(released, light, light.model_copy(update={"claims": (light.claims[0], new)}))
    later = with_tombstones(later, ("forms/automatic-light.html#cheaper", None))
    assert [code.partition("-")[2] for code, address in Site(later).release.codes] == ["3"]


@pytest.mark.parametrize(("code", "address"), [("k3fd", "s/k3fd.html"), ("k3fd-12", "s/k3fd.html#12")], ids=["a record", "a claim"])
def test_a_code_as_an_address(code, address):
    assert address_of(code) == address


def short_page(site, codes, address):
    wanted = f"s/{codes.of(address)}.html"
    return next(export.content for export in site.exports if export.address == wanted)


def test_the_page_behind_a_code_leads_to_the_record_and_to_each_claim(site, codes):
    page = short_page(site, codes, "forms/automatic-light.html")
    assert "<h1>Automatic light</h1>" in page
    assert '<a href="../forms/automatic-light.html">Automatic light</a>' in page
    assert re.search(r'<li id="1">.*An automatic light needs no keeper\..*<a href="\.\./forms/automatic-light\.html#no-keeper">', page)


def test_the_page_behind_the_code_of_a_removed_record_says_so(released):
    gone = with_tombstones(with_record(released, record_of(released, "keeper")), ("definitions/keeper.html", "definitions/lighthouse.html"))
    code = next(code.code for code in released.published.codes if code.address == "definitions/keeper.html")
    page = next(export.content for export in Site(gone).exports if export.address == f"s/{code}.html")
    assert 'Removed on 21 November 2026. It was wrong. Instead: <a href="../definitions/lighthouse.html">Lighthouse</a>.' in page


def test_a_page_behind_a_code_is_whole_by_itself(site):
    for export in site.exports:
        if export.address.startswith("s/"):
            parser = html5lib.HTMLParser(namespaceHTMLElements=False)
            tree = parser.parse(export.content)
            assert parser.errors == [], export.address
            assert tree.get("lang") == "en"
            assert tree.find(".//h1").text
            assert tree.find(".//meta[@name='robots']").get("content") == "noindex"


def test_codes_stand_beside_their_things(site, codes):
    for address, kind in (("forms/automatic-light.html#cheaper", "claim"), ("guidance/for-keepers.html#rest-by-day", "pair"), ("continuum/watches.html#alone", "position")):
        code, page = codes.of(address), address.partition("#")[0]
        assert f'<a class="kb-code" href="../{address_of(code)}">Code {code}</a>' in site.pages[page].article, kind


def test_before_a_release_nothing_is_shown(toy):
    article = Site(toy, imprint=IMPRINT).pages["forms/automatic-light.html"].article
    assert "kb-code" not in article
    assert "kb-short-address" not in article


def test_where_the_site_knows_no_address_there_is_no_qr_code(released):
    article = Site(released).pages["forms/automatic-light.html"].article
    assert "kb-short-address" in article
    assert "kb-qr" not in article


def test_the_qr_code_is_read_back():
    """Drawn large by its own path: runs of dark modules, each "move, then line"."""
    address = "https://example.org/kb/s/k3fd.html"
    assert [found.text for found in zxingcpp.read_barcodes(drawn(qr_code(address)))] == [address]


def drawn(svg, scale=6):
    side = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    image = Image.new("L", (side, side), 255)
    x = y = 0.0
    for move, a, b in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", re.search(r' d="([^"]+)"', svg)[1]):
        if move == "h":
            for n in range(int(a)):
                image.putpixel((int(x) + n, int(y)), 0)
            x += int(a)
        else:
            x, y = (float(a), float(b)) if move == "M" else (x + float(a), y + float(b))
    return image.resize((side * scale, side * scale), 0)
