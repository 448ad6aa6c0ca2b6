"""The export files as a whole, and knowledge.json: as its schema describes it, with all that the records hold."""

import json
from dataclasses import replace

import jsonschema
import pytest
from conftest import TODAY

from knowledgebase.known import Known
from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.model import KnowledgeBase
from knowledgebase.rules.linking import one_page_per_address
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.exports import Exports, addresses_of, share_of, work_share_of
from knowledgebase.writing.exports.shape import Knowledge
from knowledgebase.writing.exports.wording import Wording
from knowledgebase.writing.imprint import NO_IMPRINT, Imprint
from knowledgebase.writing.site import Site

IMPRINT = Imprint("Lights", "The lamp group", "https://example.org/kb/", TODAY)


def written(base, imprint=IMPRINT):
    return {export.address: export.content for export in Exports(Links(base), Apa(base.works), imprint, "@book{x,}\n").files()}


@pytest.fixture(scope="module")
def files(toy):
    return written(toy)


@pytest.fixture(scope="module")
def knowledge(files):
    return json.loads(files["data/knowledge.json"])


def test_the_files_are_these(files):
    tables = "definitions continuum forms benefits challenges evidence guidance claims pairs positions".split()
    others = ["bibliography.bib", "knowledge.json", "knowledge.schema.json", "terms.ttl", "terms.jsonld"]
    assert set(files) == {f"data/{name}" for name in [*others, *(f"{table}.csv" for table in tables)]} | {"objects.inv", "llms.txt"}
    assert files["data/bibliography.bib"] == "@book{x,}\n"


def test_their_addresses_are_known_before_they_are_written(toy, files):
    assert list(addresses_of(toy)) == list(dict.fromkeys(addresses_of(toy)))
    assert set(addresses_of(toy)) == set(files)


def test_an_empty_knowledge_base_has_the_files_that_need_no_record():
    assert set(addresses_of(KnowledgeBase())) == set(written(KnowledgeBase()))
    assert "data/pairs.csv" not in written(KnowledgeBase())


def test_the_site_publishes_each_of_them_once(toy, files):
    published = [export.address for export in Site(toy, imprint=IMPRINT).exports]
    assert set(files) <= set(published)
    assert sorted(set(published)) == sorted(published)


def test_they_are_the_same_each_time(toy, files):
    assert written(toy) == files


def shares(base):
    """The share of each record, by its id."""
    wording = Wording(Links(base), Apa(base.works))
    return {record.id: share_of(record, wording, IMPRINT) for record in base.records}


def test_shares_that_were_kept_give_the_same_files(toy, files):
    kept, works = shares(toy), {work.key: work_share_of(work, Apa(toy.works)) for work in toy.works}
    links, apa = Links(toy), Apa(toy.works)
    again = Exports(links, apa, IMPRINT, "@book{x,}\n", lambda record: kept[record.id], lambda work: works[work.key]).files()
    assert {export.address: export.content for export in again} == files


CHANGES = {
    "its own text": ({"unknown": "Nothing."}, {"lighthouse"}),
    "a title, in those that link to it": ({"title": "Beacon"}, {"lighthouse", "keeper", "survey-of-towers"}),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES)
def test_a_change_in_a_record_reaches_the_shares_of(toy, change, expected):
    records = tuple(record.model_copy(update=change) if record.id == "lighthouse" else record for record in toy.records)
    before, after = shares(toy), shares(replace(toy, records=records))
    assert {name for name, share in after.items() if share != before[name]} == expected


def worked_out(folder):
    """The keys of all shares of a site."""
    known = Known()
    assert Site(load(folder, TODAY).base, known=known).exports
    return {key for key in known.used if key.startswith("data ")}


def test_a_new_text_of_a_record_makes_no_other_share_anew(toy_copy):
    """Not even those of the records that mention it: they take only its title from it."""
    before, file = worked_out(toy_copy), toy_copy / "data/definitions/lighthouse.yml"
    file.write_text(file.read_text("utf-8").replace("unknown: >-\n  None", "unknown: >-\n  Still none"), "utf-8")
    assert len(worked_out(toy_copy) - before) == 1


@pytest.mark.parametrize("file", ["data/Claims.csv", "data/forms.csv", "objects.inv", "assets/site.css", "search/mine.js", "s/x.txt"])
def test_no_file_under_docs_may_take_the_place_of_one_that_is_made(toy, file):
    told = [str(problem) for problem in one_page_per_address(Links(replace(toy, files=(file,))), TODAY)]
    assert told == [f"docs/{file}: a hand-written file must not take the place of one made from the data: found {file}"]


@pytest.mark.parametrize("file", ["data/mine.csv", "data/tensions.csv", "research.pdf"])
def test_other_files_under_docs_may(toy, file):
    assert list(one_page_per_address(Links(replace(toy, files=(file,))), TODAY)) == []


def test_the_knowledge_follows_its_schema(files, knowledge):
    schema = json.loads(files["data/knowledge.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(knowledge, schema)


def test_the_knowledge_is_written_as_its_models_would_write_it(files):
    """Not one field more or less, in the same order: what is made as plain dicts for the sake of speed fits the models."""
    text = files["data/knowledge.json"].decode()
    assert Knowledge.model_validate_json(text).model_dump_json(exclude_defaults=True, indent=1) == text.rstrip("\n")


BREAKS = {
    "an unknown field": lambda record: record.update(colour="red"),
    "a record without claims": lambda record: record.update(claims=[]),
    "an empty title": lambda record: record.update(title=""),
    "a day in another order": lambda record: record.update(reviewed="20.11.2026"),
    "a missing kind": lambda record: record.pop("kind"),
}


@pytest.mark.parametrize("change", BREAKS.values(), ids=BREAKS)
def test_the_schema_refuses(files, change):
    broken = json.loads(files["data/knowledge.json"])
    change(broken["records"][0])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, json.loads(files["data/knowledge.schema.json"]))


def test_the_schema_says_what_fields_hold(files):
    schema = json.loads(files["data/knowledge.schema.json"])
    assert schema["$defs"]["Cite"]["properties"]["via"]["description"] == "The key of the work that was read, where that was not the source itself."


def test_the_knowledge_says_where_it_comes_from(toy, knowledge):
    assert knowledge["site"] == {"name": "Lights", "url": "https://example.org/kb/"}
    assert "site" not in json.loads(written(toy, NO_IMPRINT)["data/knowledge.json"])


def record(knowledge, name):
    return next(record for record in knowledge["records"] if record["id"] == name)


def test_a_record_in_full(knowledge):
    assert knowledge["format"] == 1
    assert record(knowledge, "lighthouse") == {
        "id": "lighthouse",
        "kind": "definitions",
        "title": "Lighthouse",
        "url": "definitions/lighthouse.html",
        "in_short": "A lighthouse is a tower with a light. It shows ships where the land is.",
        "reviewed": "2026-11-20",
        "claims": [
            {
                "id": "what-it-is",
                "url": "definitions/lighthouse.html#what-it-is",
                "text": "A lighthouse is a tower that carries a light for ships.",
                "basis": "stated",
                "cites": [{"source": "ash2001", "at": "p. 3"}],
            },
            {
                "id": "not-a-lamp",
                "url": "definitions/lighthouse.html#not-a-lamp",
                "text": "A lamp on a house is not a lighthouse, but a Keeper may mind both.",
                "basis": "reported",
                "cites": [{"source": "cedar2015", "via": "ash2001", "paras": ["p007"]}],
                "check": {
                    "text": "A survey of towers counts house lamps too.",
                    "cites": [{"source": "birch2010", "at": "abstract"}],
                },
            },
        ],
        "links": [
            {"rel": "has-part", "to": "automatic-light"},
            {"rel": "related", "to": "keeper"},
            {"rel": "mentions", "to": "keeper"},
        ],
        "relations": {"has-part": ["automatic-light"], "related": ["keeper"]},
        "concerns": ["peer workers"],
        "no_difference": "None found in the toy works (looked on 2026-11-22).",
        "unknown": "None found in the toy works (looked on 2026-11-22).",
        "earlier_ids": ["light-tower"],
        "other_names": ["beacon"],
        "hard_words": ["Lantern room"],
        "compared": [
            {
                "work": "ash2001",
                "claim": "definitions/lighthouse.html#what-it-is",
                "aspects": {"setting": {"stance": "includes", "words": "a tower"}, "pay": {"stance": "silent"}},
            },
            {
                "work": "cedar2015",
                "claim": "definitions/lighthouse.html#not-a-lamp",
                "aspects": {"setting": {"stance": "excludes", "words": "a house"}},
            },
        ],
    }


PARTS = {
    "a pair": ("for-keepers", "pairs", 0, {
        "id": "rest-by-day", "url": "guidance/for-keepers.html#rest-by-day",
        "do": {"text": "Rest by day.", "tier": "advice", "claims": ["guidance/for-keepers.html#rest"]},
        "avoid": {"text": "Watching day and night.", "tier": "counterpart", "claims": ["guidance/for-keepers.html#rest", "challenges/long-nights.html#tired"]},
        "why": "Long nights tire (Ash & Birch, 2001, p. 9).", "strength": "asked-for", "may_not_apply": "Where there is no night.",
        "against": ["forms/automatic-light.html#no-keeper"], "answers": ["long-nights"],
    }),
    "a position": ("watches", "positions", 0, {
        "id": "alone", "url": "continuum/watches.html#alone", "title": "Alone", "direction": "one-way", "arranged": "arranged",
        "with_whom": "a clock", "where": "in the tower", "claims": ["continuum/watches.html#one-keeper"],
        "story": ["challenges/long-nights.html#tired"], "forms": ["automatic-light"],
    }),
    "a difference, with a claim by its id of today": ("long-nights", "differ", 0, {
        "text": "Where no keeper is needed, nobody grows tired.",
        "between": ["challenges/long-nights.html#tired", "forms/automatic-light.html#no-keeper"],
    }),
    "who gains": ("quiet-nights", "gains", 1, "teams"),
    "a study": ("survey-of-towers", "study", "leaning", {
        "text": "It counts, and says no more about a Lighthouse.", "claims": ["definitions/lighthouse.html#what-it-is"],
    }),
    "an earlier id of a claim": ("automatic-light", "claims", 0, {
        "id": "no-keeper", "url": "forms/automatic-light.html#no-keeper", "text": "An automatic light needs no keeper.",
        "basis": "stated", "cites": [{"source": "oakboard2020"}], "earlier_ids": ["nobody"],
    }),
    "a citation within a text is printed": ("keeper", "claims", 0, {
        "id": "who-keeps", "url": "definitions/keeper.html#who-keeps",
        "text": 'A keeper is paid to mind the light <at night> & to write "all\'s well" (Board of Oak & Sons, 2020, p. 2).',
        "basis": "stated", "cites": [{"source": "ash2001", "paras": ["p003", "p004", "p006"]}],
    }),
}  # fmt: skip


@pytest.mark.parametrize(("name", "field", "part", "value"), PARTS.values(), ids=PARTS)
def test_a_record_holds(knowledge, name, field, part, value):
    assert record(knowledge, name)[field][part] == value


def test_a_work_in_full(knowledge):
    work = next(work for work in knowledge["works"] if work["key"] == "birch2010")
    csl = work.pop("csl")
    assert work == {
        "key": "birch2010",
        "url": "works/birch2010.html",
        "reference": "Birch, B., Cedar, C., & Fir, F. (2010). Towers of the North Sea. Journal of Lights, 4(2), 10–19."
        " https://doi.org/10.1234/lights.4",
        "parenthetical": "(Birch et al., 2010)",
        "narrative": "Birch et al. (2010)",
    }
    assert csl["id"] == "birch2010"
    assert csl["type"] == "article-journal"


def urls(value):
    """Every address within a JSON value: those of records, works and parts, and those in lists of claims."""
    if isinstance(value, dict):
        yield from (found for name, inner in value.items() if name != "csl" for found in urls(inner))
    elif isinstance(value, list):
        yield from (found for inner in value for found in urls(inner))
    elif isinstance(value, str) and ".html" in value and " " not in value:
        yield value


def test_every_url_is_a_spot_on_the_site(toy, knowledge):
    pages = Site(toy).pages
    found = list(urls([knowledge["records"], knowledge["works"]]))
    assert len(found) > 40
    for url in found:
        address, _, anchor = url.partition("#")
        assert address in pages
        assert not anchor or anchor in pages[address].anchors


def test_what_is_not_right_is_exported_all_the_same(toy):
    """The live preview shows data with unknown claims, records and works; its exports must not fall over them."""
    lighthouse = next(record for record in toy.records if record.id == "lighthouse")
    others = tuple(record for record in toy.records if record.id in {"watches", "for-keepers"})
    assert set(written(KnowledgeBase((lighthouse, *others), ()))) > {"data/claims.csv", "data/pairs.csv"}
