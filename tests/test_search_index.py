"""The index of the search: texts into words, words into parts, and nothing forgotten on the way."""

import gzip
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import partial
from itertools import product

import pytest
from conftest import ROOT, TODAY, TOY
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmark import workload
from knowledgebase.known import Known
from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.search import PARTS, SCRIPT, search_files
from knowledgebase.writing.search.entries import Entry, Field, Passage, entries
from knowledgebase.writing.search.index import index_of
from knowledgebase.writing.search.merging import Index
from knowledgebase.writing.search.parts import ENTRIES_LIMIT, WORDS_LIMIT, Group, entries_parts, part_of, words_parts
from knowledgebase.writing.search.postings import CAPITALS, KEPT, as_told, capital, read, stands, written
from knowledgebase.writing.search.shares import record_share_of, share_of, work_share_of
from knowledgebase.writing.search.weights import LIGHTEST, told, weight
from knowledgebase.writing.search.words import STEMS, words
from knowledgebase.writing.site import Site

WORDS = {
    "words come in small letters and in order": ("Peer Workers, peer PAY", ["peer", "workers", "peer", "pay"]),
    "words of grammar are left out": ("What is it that they do for you?", []),
    "a hyphen parts two words": ("co-worker", ["co", "worker"]),
    "the s of the owner is no part of a word": ("the worker's job, the workers’ pay", ["worker", "job", "workers", "pay"]),
    "an apostrophe within a word is left out": ("She shouldn't, O’Hagan", ["shouldnt", "ohagan"]),
    "accents are left out": ("Brasière, naïve", ["brasiere", "naive"]),
    "letters that are no letter with an accent have a plain spelling": ("Łukasz Sørensen, Straße", ["lukasz", "sorensen", "strasse"]),
    "joined letters come apart": ("oﬃce", ["office"]),
    "figures are words": ("18 studies in 2016", ["18", "studies", "2016"]),
    "a single letter is no word": ("x y 7", []),
    "single letters with signs between them are one word": ("the C/S/X movement", ["csx", "movement"]),
    "a slash between words parts them": ("and/or, users/workers", ["users", "workers"]),
    "other alphabets are words": ("λόγος", ["λογος"]),
    "a text without words has none": ("… – !", []),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS)
def test_a_text_becomes_words(text, expected):
    assert words(text) == expected


SAME_STEM = [("worker", "workers"), ("training", "trained"), ("friendship", "friendships"), ("worries", "worry")]
OTHER_STEM = [("worker", "work"), ("peer", "peel"), ("pay", "payment")]


@pytest.mark.parametrize(("one", "other"), SAME_STEM)
def test_the_forms_of_a_word_share_a_stem(one, other):
    assert STEMS[one] == STEMS[other]


@pytest.mark.parametrize(("one", "other"), OTHER_STEM)
def test_other_words_have_other_stems(one, other):
    assert STEMS[one] != STEMS[other]


def place(entry, passage=0):
    return entry, passage


def postings(places):
    """What is written of places with their capitals."""
    stand = {}
    for (number, passage), letter in places.items():
        stand[number] = stand.get(number, "" if passage == 0 else "@") + (f"-{passage}{letter}" if passage else letter)
    return written(list(stand), list(stand.values()))


POSTINGS = {
    "the first entry by its head": ({place(0): "A"}, "A"),
    "an entry after others": ({place(1): "K"}, "2K"),
    "passages of an entry that has the word in its head": ({place(1): "K", place(1, 1): "C", place(1, 4): "A"}, "2K-1C-4A"),
    "a passage of an entry that has not": ({place(0, 2): "C"}, "@-2C"),
    "passages are counted anew in each entry": ({place(0, 1): "C", place(1, 1): "C"}, "@-1C@-1C"),
    "numbers of several figures": ({place(36): "A", place(48, 11): "B"}, "37A12@-11B"),
}


@pytest.mark.parametrize(("places", "expected"), POSTINGS.values(), ids=POSTINGS)
def test_places_are_written_and_read_again(places, expected):
    assert postings(places) == expected
    assert written(*read(expected)) == expected
    assert read_postings(expected) == places


WEIGHTS = {LIGHTEST: "A", 2 * LIGHTEST: "E", LIGHTEST / 100: "A", 1: CAPITALS[-1]}


@pytest.mark.parametrize(("share", "expected"), WEIGHTS.items())
def test_a_capital_stands_for_each_step(share, expected):
    assert capital(share) == expected


def made(title, *claims):
    """An entry with a title and claims."""
    passages = (Passage(f"c{n}", claim, Field(claim, 1, 18)) for n, claim in enumerate(claims))
    return Entry("a.html", title, "Form", "", (Field(title, 12, 3, 1),), tuple(passages))


def test_what_an_entry_brings_is_written_with_its_places():
    entry = made("lamp", "fog fog", "lamp in fog")
    one, two = (capital(told(weight(passage.field, 1))) for passage in entry.passages)
    head, twice = capital(told(weight(entry.fields[0], 1))), capital(told(weight(entry.passages[0].field, 2)))
    assert stands(entry) == {"lamp": f"{head}-2{two}", "fog": f"@-1{twice}-2{two}"}
    assert one < twice < head


def test_the_words_of_a_text_are_found_by_their_stems():
    assert Field("workers and a worker", 1, 18).stems == [STEMS["worker"]] * 2


def test_of_a_word_that_stands_everywhere_the_heaviest_entries_are_told():
    numbers = list(range(KEPT + 50))
    count, told_of = as_told(numbers, ["B"] * KEPT + ["@-1A-12K"] * 50).split("|")
    kept = read_postings(told_of)
    assert count == str(KEPT + 50)
    assert {entry for entry, _ in kept} == {*range(KEPT - 50), *range(KEPT, KEPT + 50)}
    assert kept[place(KEPT, 12)] == "K"


def test_of_any_other_word_all_is_told():
    assert as_told(list(range(KEPT)), ["B"] * KEPT) == ""


def test_a_word_weighs_more_in_a_title_than_in_a_claim():
    groups = Index(map(share_of, (made("lamp", "ships"), made("ships", "lamp")))).groups()
    found = {group.words: read_postings(group.postings) for group in groups}
    assert found["lamp",][place(0)] > found["lamp",][place(1, 1)]


TEXTS = st.lists(st.sampled_from(["lamp", "lamps", "fog", "ship", "ships", "sea"]), max_size=3).map(" ".join)
ENTRIES = st.builds(lambda title, claims: made(title, *claims), TEXTS, st.lists(TEXTS, max_size=3))


@settings(deadline=None)
@given(st.lists(ENTRIES, min_size=1, max_size=5), st.data())
def test_an_index_that_was_corrected_is_that_of_all_put_together_anew(all_entries, data):
    index = Index(map(share_of, all_entries))
    for _ in range(3):
        number, now = data.draw(st.integers(0, len(all_entries) - 1)), data.draw(ENTRIES)
        index.correct(number, share_of(now))
        all_entries[number] = now
    anew = Index(map(share_of, all_entries))
    assert (index.groups(), index.shown) == (anew.groups(), anew.shown)


def test_an_index_is_corrected_beyond_what_is_told(monkeypatch):
    monkeypatch.setattr("knowledgebase.writing.search.postings.KEPT", 2)
    before = [made("lamp", "fog"), made("fog", "lamp"), made("sea", "lamp"), made("sea", "fog")]
    for number, now in product(range(4), (made("fog"), made("lamp", "sea"), made("ship"))):
        index = Index(map(share_of, before))
        index.correct(number, share_of(now))
        assert index.groups() == Index(map(share_of, [*before[:number], now, *before[number + 1 :]])).groups()


def test_where_little_has_changed_only_its_shares_are_made():
    known, names = Known(), [f"name{n}" for n in range(40)]

    def files(edited=()):
        asked = []

        def make(name):
            asked.append(name)
            return share_of(made(f"{name} {'edited' if name in edited else ''}", "lamp"))

        nonlocal known
        index = index_of({f"{name} {name in edited}": partial(make, name) for name in names}, known)
        known = Known(known.used)
        return asked, list(search_files(index))

    assert files()[0] == names
    assert files()[0] == []
    asked, corrected = files({"name7"})
    assert asked == ["name7"]
    assert files()[0] == ["name7"]
    assert files({"name7"}) == (["name7"], corrected)
    assert files(set(names[:9]))[0] == names
    known = Known()
    assert files({"name7"}) == (names, corrected)


def test_the_share_of_a_record_changes_with_it_and_with_the_titles_in_its_texts(toy):
    def shares(**change):
        records = tuple(record.model_copy(update=change) if record.id == "lighthouse" else record for record in toy.records)
        links = Links(replace(toy, records=records))
        return {record.id: record_share_of(record, links) for record in records}

    before = shares()
    assert {name for name, share in shares(unknown="Nothing.").items() if share != before[name]} == {"lighthouse"}
    assert {name for name, share in shares(title="Beacon").items() if share != before[name]} == {"lighthouse", "keeper", "survey-of-towers"}


def group(names, postings):
    return Group(tuple(names.split()), postings)


LONG = "A" * 200
CUTS = {
    "what fits stays together": ([group("pay", "A"), group("peer peers", "B")], 500, {"": ["pay", "peer", "peers"]}),
    "the heaviest beginning is cut off first": ([group("ape", "A"), group("pay", LONG)], 270, {"": ["ape"], "p": ["pay"]}),
    "what is cut off is cut again": ([group("pay", LONG), group("peer", LONG)], 280, {"": [], "p": ["pay"], "pe": ["peer"]}),
    "a word that is a beginning keeps its part": ([group("pe", LONG), group("peer", LONG)], 280, {"": [], "pe": ["pe"], "pee": ["peer"]}),
    "the forms of a word may stand in two parts, each with what it leads to": ([group("die dying", LONG), group("day", LONG)], 280, {"": [], "d": ["day"], "di": ["die"], "dy": ["dying"]}),
    "one word stands alone however long it is": ([group("pay", LONG)], 10, {"": [], "pay": ["pay"]}),
}


@pytest.mark.parametrize(("whole", "limit", "expected"), CUTS.values(), ids=CUTS)
def test_the_dictionary_is_cut_by_beginnings(whole, limit, expected):
    parts = words_parts(whole, limit)
    assert {part.beginning: sorted(word for one in part.groups for word in one.words) for part in parts} == expected


@pytest.mark.parametrize(("entry", "limit", "sizes"), [("x", 300, [4]), ("x" * 100, 300, [2, 2]), ("x" * 400, 300, [1, 1, 1, 1])])
def test_entries_are_cut_in_their_order(entry, limit, sizes):
    assert [len(part) for part in entries_parts([entry] * 4, limit)] == sizes


def read_postings(text):
    """Places and capitals of postings, read by another way than the browser's."""
    found, entry = {}, -1
    for head in re.findall(r"[0-9]*[@-Z](?:-[0-9]+[A-Z])*", text.rpartition("|")[2]):
        first, *others = head.split("-")
        entry += int(first[:-1] or "1")
        found |= {place(entry): first[-1]} if first[-1] != "@" else {}
        found |= {place(entry, int(other[:-1])): other[-1] for other in others}
    return found


def files_of(links, apa):
    """Every file of the search, by its address."""
    shares = (*(record_share_of(record, links) for record in links.base.records), *(work_share_of(work, apa) for work in links.base.works))
    return {export.address: export.content for export in search_files(Index(shares))}


@pytest.fixture(scope="module")
def real():
    base = load(ROOT, TODAY).base
    return Links(base), Apa(base.works)


@pytest.fixture(scope="module")
def files(real):
    return files_of(*real)


def content_of(text):
    """What a part hands to kbSearch: its name, its edition and what it holds."""
    return json.loads(f"[{text.strip().removeprefix('kbSearch(').removesuffix(')')}]")


def dictionary_of(files):
    """Every word with the names of the parts in which it stands, and its postings there."""
    found = {}
    for address, text in files.items():
        if address.startswith("search/words-"):
            name, _, held = content_of(text)
            for spelt, postings in zip(held[::2], held[1::2], strict=True):
                for word in spelt.split():
                    found.setdefault(word, []).append((name, postings))
    return found


def texts_of(entry):
    return [*entry.fields, *(passage.field for passage in entry.passages)]


def test_every_word_of_the_site_stands_in_just_the_part_that_its_beginning_leads_to(real, files):
    beginnings = content_of(files[PARTS])[2]["words"]
    dictionary = dictionary_of(files)
    everywhere = {word for entry in entries(*real) for field in texts_of(entry) for word in field.words}
    assert everywhere <= dictionary.keys()
    wrong = [word for word, there in dictionary.items() if [name for name, _ in there] != [f"words-{part_of(word, beginnings)}"]]
    assert wrong == []


def test_every_word_leads_to_every_place_where_it_stands(real, files):
    dictionary = dictionary_of(files)
    for number, entry in enumerate(entries(*real)):
        for n, texts in enumerate([entry.fields, *((passage.field,) for passage in entry.passages)]):
            for word in {word for field in texts for word in field.words}:
                assert place(number, n) in read_postings(dictionary[word][0][1]), (word, entry.address)


def test_every_name_can_be_asked_for_whole(real, files):
    dictionary = dictionary_of(files)
    for number, entry in enumerate(entries(*real)):
        for field in entry.fields:
            if field.whole and field.words:
                name = "-".join(dict.fromkeys(field.words)) + "="
                assert place(number) in read_postings(dictionary[name][0][1]), name


def test_the_entries_are_all_records_with_their_claims_and_all_works(real, files):
    links, _ = real
    shown = [entry for n in range(len(content_of(files[PARTS])[2]["entries"])) for entry in content_of(files[f"search/entries-{n}.js"])[2]]
    assert len(shown) == len(links.base.records) + len(links.base.works)
    anchors = {entry[2].rpartition("/")[2].removesuffix(".html"): set(entry[4][::2]) for entry in shown}
    for record in links.base.records:
        assert {claim.id for claim in record.claims} <= anchors[record.id]


def test_every_result_leads_to_a_page_and_an_anchor_of_the_site(toy):
    pages = Site(toy).pages
    for entry in entries(Links(toy), Apa(toy.works)):
        assert {passage.anchor for passage in entry.passages} <= pages[entry.address].anchors


def test_an_entry_in_full(toy):
    entry = next(entry for entry in entries(Links(toy), Apa(toy.works)) if entry.title == "Lighthouse")
    assert (entry.address, entry.kind) == ("definitions/lighthouse.html", "Definition")
    assert entry.opening == "A lighthouse is a tower with a light."
    assert ["beacon"] in [field.words for field in entry.fields]
    assert [passage.anchor for passage in entry.passages] == ["what-it-is", "not-a-lamp"]


def test_a_pair_of_guidance_is_a_passage(toy):
    entry = next(entry for entry in entries(Links(toy), Apa(toy.works)) if entry.address == "guidance/for-keepers.html")
    assert [passage.anchor for passage in entry.passages] == ["rest", "rest-by-day"]


def test_a_work_is_found_by_its_authors_its_year_and_its_title(toy):
    entry = next(entry for entry in entries(Links(toy), Apa(toy.works)) if entry.address == "works/birch2010.html")
    found = {word for field in entry.fields for word in field.words}
    assert {"birch", "cedar", "fir", "2010", "towers", "north", "sea"} <= found
    assert (entry.title, entry.opening) == ("Birch et al. (2010)", "Towers of the North Sea")


def test_each_part_says_its_name_and_the_edition_that_the_list_of_the_parts_asks_for(files):
    said = {address: content_of(text)[:2] for address, text in files.items() if address != SCRIPT}
    assert all(f"search/{name}.js" == address for address, (name, _) in said.items())
    del said[PARTS]
    assert content_of(files[PARTS])[2]["editions"] == dict(said.values())


def test_of_an_edited_record_only_those_parts_change_that_hold_something_else(real, files):
    links, apa = real
    first, *others = links.base.records
    claims = (first.claims[0].model_copy(update={"text": f"{first.claims[0].text} Zzz."}), *first.claims[1:])
    edited = replace(links.base, records=(first.model_copy(update={"claims": claims}), *others))
    now = files_of(Links(edited), apa)
    changed = {address for address in files.keys() | now.keys() if files.get(address) != now.get(address)}
    assert {PARTS, "search/entries-0.js"} <= changed
    assert len(changed) < len(files) / 4
    assert content_of(files["search/entries-0.js"])[1] != content_of(now["search/entries-0.js"])[1]


def test_no_part_is_longer_than_its_limit(files):
    too_long = [a for a, text in files.items() if a.startswith("search/words-") and len(text.encode()) > WORDS_LIMIT]
    too_long += [a for a, text in files.items() if a.startswith("search/entries-") and len(text.encode()) > ENTRIES_LIMIT]
    assert too_long == []


def test_the_index_is_the_same_whatever_the_order_of_sets():
    program = (
        "import sys; sys.path.insert(0, 'hooks')\n"
        "from pathlib import Path; from datetime import date; from hashlib import sha256\n"
        "from knowledgebase.load import load; from knowledgebase.writing.site import Site\n"
        f"site = Site(load(Path({str(TOY)!r}), date(2026, 11, 22)).base)\n"
        "index = [export for export in site.exports if export.address.startswith('search/')]; assert index\n"
        "print(sha256(repr(index).encode()).hexdigest())"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]


def test_another_index_has_another_edition(toy, real, files):
    toys = files_of(Links(toy), Apa(toy.works))
    assert content_of(toys[PARTS])[1] != content_of(files[PARTS])[1]


def heaviest_search(folder, records):
    """The most that a first search of five words can load from a site of so many records, compressed: bytes; and all bytes."""
    folder.mkdir()
    workload.write_records(folder, workload.invent(records, seed=1), ROOT)
    base = load(folder, TODAY).base
    weights = {address: len(gzip.compress(text.encode())) for address, text in files_of(Links(base), Apa(base.works)).items()}
    dictionary = sorted(weight for address, weight in weights.items() if "/words-" in address)
    shown = sorted(weight for address, weight in weights.items() if "/entries-" in address)
    return weights[SCRIPT] + weights[PARTS] + sum(dictionary[-5:]) + sum(shown[-10:]), sum(weights.values())


def test_what_a_first_search_loads_is_little_and_grows_slower_than_the_site(tmp_path):
    loaded_small, all_small = heaviest_search(tmp_path / "small", 250)
    loaded, everything = heaviest_search(tmp_path / "large", 1000)
    assert loaded <= 300_000
    assert loaded / loaded_small < 0.5 * everything / all_small
