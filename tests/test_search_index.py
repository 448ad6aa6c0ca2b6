"""The index of the search: texts into words, words into parts, and nothing forgotten on the way."""

import gzip
import json
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from conftest import ROOT, TODAY, TOY

from benchmark import workload
from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.search import PARTS, SCRIPT, search_files
from knowledgebase.writing.search.entries import Entry, Field, Passage, entries
from knowledgebase.writing.search.merging import Index
from knowledgebase.writing.search.parts import ENTRIES_LIMIT, WORDS_LIMIT, Group, entries_parts, part_of, words_parts
from knowledgebase.writing.search.postings import CAPITALS, KEPT, Capitals, capital, sign, stands, written
from knowledgebase.writing.search.shares import record_share_of, share_of, work_share_of
from knowledgebase.writing.search.weights import rarity, step, told
from knowledgebase.writing.search.words import stem, words
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
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), OTHER_STEM)
def test_other_words_have_other_stems(one, other):
    assert stem(one) != stem(other)


def place(entry, passage=0):
    return entry, passage


def postings(places):
    """What is written of places with the steps of their weights."""
    stand = {number: {} for number, _ in places}
    for (number, passage), weight in places.items():
        stand[number][passage] = weight
    return written(list(stand), [stand_of(own) for own in stand.values()], Capitals())


def stand_of(steps):
    """What one entry brings, from the steps of its head and its passages."""
    text, last = "@", 0
    for passage, weight in steps.items():
        text = f"{text}-{'' if passage - last == 1 else passage - last}{sign(weight)}" if passage else sign(weight)
        last = passage
    return text


A, K, C = 0, 10, 2
POSTINGS = {
    "the first entry by its head": ({place(0): A}, "A"),
    "an entry after others": ({place(1): K}, "2K"),
    "passages of an entry that has the word in its head": ({place(1): K, place(1, 1): C, place(1, 4): A}, "2K-C-3A"),
    "a passage of an entry that has not": ({place(0, 2): C}, "@-2C"),
    "passages are counted anew in each entry": ({place(0, 1): C, place(1, 1): C}, "@-C@-C"),
    "numbers are in base 36": ({place(36): A}, "11A"),
    "what is too light is as light as can be": ({place(0): -50}, "A"),
    "what is too heavy is as heavy as can be": ({place(0): 50}, "Z"),
}


@pytest.mark.parametrize(("steps", "expected"), POSTINGS.values(), ids=POSTINGS)
def test_places_are_written(steps, expected):
    assert postings(steps) == expected


def test_rarity_makes_every_place_heavier():
    assert written([0, 1], [sign(1), sign(2)], Capitals(rarity=3)) == "EF"


def test_what_an_entry_brings_is_written_with_its_places():
    brought = stands([{"lamp": 12.0}, {"fog": 1.0}, {"lamp": 1.0, "fog": 1.0}])
    told_of_one = sign(told(1.0))
    assert brought == {"lamp": f"{sign(told(12.0))}-2{told_of_one}", "fog": f"@-{told_of_one}-{told_of_one}"}


def test_of_a_word_that_stands_everywhere_the_heaviest_places_are_kept():
    steps = dict.fromkeys(map(place, range(KEPT)), 1.0) | dict.fromkeys(map(place, range(KEPT, KEPT + 50)), 9.0)
    kept = read_postings(postings(steps))
    assert len(kept) == KEPT
    assert set(map(place, range(KEPT, KEPT + 50))) <= kept.keys()


def test_a_word_weighs_more_in_a_title_than_in_a_claim_and_when_it_is_rare():
    def entry(title, claim):
        return Entry("a.html", title, "Form", "", (Field(title, 12, 3),), (Passage("c", claim, Field(claim, 1, 18)),))

    index = Index()
    for one in (entry("lamp", "ships"), entry("ships", "lamp"), entry("ships", "fog")):
        index.add(share_of(one))
    found = {group.words: read_postings(group.postings) for group in index.groups()}
    assert found["lamp",][place(0)] > found["lamp",][place(1, 1)]
    assert found["fog",][place(2, 1)] > found["lamp",][place(1, 1)]
    assert rarity(1, 3) > rarity(2, 3)


def test_shares_that_were_kept_give_the_same_index(toy):
    links, apa = Links(toy), Apa(toy.works)
    records = {record.id: record_share_of(record, links) for record in toy.records}
    works = {work.key: work_share_of(work, apa) for work in toy.works}
    kept = search_files(links, apa, lambda record: records[record.id], lambda work: works[work.key])
    assert list(kept) == list(search_files(links, apa))


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
    for head in re.findall(r"[0-9a-z]*[@-Z](?:-[0-9a-z]*[A-Z])*", text):
        first, *others = head.split("-")
        entry += int(first[:-1] or "1", 36)
        passage = 0
        found |= {place(entry): first[-1]} if first[-1] != "@" else {}
        for other in others:
            passage += int(other[:-1] or "1", 36)
            found[place(entry, passage)] = other[-1]
    return found


@pytest.fixture(scope="module")
def real():
    base = load(ROOT, TODAY).base
    return Links(base), Apa(base.works)


@pytest.fixture(scope="module")
def files(real):
    return {export.address: export.content for export in search_files(*real)}


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
    assert ("beacon",) in [field.words for field in entry.fields]
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
    now = {export.address: export.content for export in search_files(Links(edited), apa)}
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
        "from knowledgebase.load import load; from knowledgebase.links import Links; from knowledgebase.writing.apa import Apa\n"
        "from knowledgebase.writing.search import search_files\n"
        f"base = load(Path({str(TOY)!r}), date(2026, 11, 22)).base\n"
        "print(sha256(repr(list(search_files(Links(base), Apa(base.works)))).encode()).hexdigest())"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]


def test_another_index_has_another_edition(toy, real, files):
    toys = {export.address: export.content for export in search_files(Links(toy), Apa(toy.works))}
    assert content_of(toys[PARTS])[1] != content_of(files[PARTS])[1]


def heaviest_search(folder, records):
    """The most that a first search of five words can load from a site of so many records, compressed: bytes; and all bytes."""
    folder.mkdir()
    workload.write_records(folder, workload.invent(records, seed=1), ROOT)
    base = load(folder, TODAY).base
    weights = {export.address: len(gzip.compress(export.content.encode())) for export in search_files(Links(base), Apa(base.works))}
    dictionary = sorted(weight for address, weight in weights.items() if "/words-" in address)
    shown = sorted(weight for address, weight in weights.items() if "/entries-" in address)
    return weights[SCRIPT] + weights[PARTS] + sum(dictionary[-5:]) + sum(shown[-10:]), sum(weights.values())


def test_what_a_first_search_loads_is_little_and_grows_slower_than_the_site(tmp_path):
    loaded_small, all_small = heaviest_search(tmp_path / "small", 250)
    loaded, everything = heaviest_search(tmp_path / "large", 1000)
    assert loaded <= 300_000
    assert loaded / loaded_small < 0.5 * everything / all_small


def test_a_capital_stands_for_each_step():
    assert [capital(step(0.05)), capital(step(0.1)), len(CAPITALS)] == ["A", "E", 26]
