"""What is told about speed: the invented workload, the tables, the plot and the page made from a measurement."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, TODAY, TOY

from benchmark import search, tables
from benchmark.builds import Compared
from benchmark.timing import Cost, median
from benchmark.workload import CLAIMS, WORDS, as_markdown, as_yaml, bibliography, invent, works_for, write_records
from knowledgebase.load import load
from knowledgebase.writing.figure.plot import Series, plot
from knowledgebase.writing.site import Site


def test_the_same_seed_invents_the_same_records_and_another_others():
    assert invent(20, 1) == invent(20, 1) != invent(20, 2)


def test_each_record_has_its_words_links_and_works():
    for record in invent(60, 3):
        assert sum(len(claim.split()) for claim in record.claims) == WORDS
        assert len(set(record.links)) == len(set(record.works)) == CLAIMS
        assert record.number not in record.links
        assert max(record.works) < works_for(60)


def test_both_dresses_of_a_record_hold_the_same_words():
    records = invent(30, 4)
    titles = {record.number: record.title for record in records}
    for record in records:
        assert all(claim in as_yaml(record) and claim in as_markdown(record, titles) for claim in record.claims)


def test_an_invented_knowledge_base_has_no_problem(tmp_path):
    write_records(tmp_path, invent(40, 5), ROOT)
    assert load(tmp_path, TODAY).problems == ()
    assert bibliography(10).count("@article") == 10


def test_the_median_of_costs_is_that_of_each_figure():
    assert median([Cost(1, 9, 5), Cost(2, 7, 4), Cost(3, 8, 6)]) == Cost(2, 8, 5)


def compared(records, floor, cold):
    return Compared(records, *(Cost(cpu, cpu, 50) for cpu in (floor, cold, 0.5, 0.25)), 700_000, 90_000)


GROWTH = {"linear work": ((100, 1.0), (1000, 10.0), 1.0), "work that grows by the square": ((10, 1.0), (100, 100.0), 2.0)}


@pytest.mark.parametrize(("small", "large", "exponent"), GROWTH.values(), ids=GROWTH)
def test_growth_is_told_as_an_exponent(small, large, exponent):
    assert tables.growth(compared(small[0], 1, small[1]), compared(large[0], 1, large[1])) == pytest.approx(exponent)


def test_the_tables_tell_shares_of_the_floor():
    told = "\n".join(tables.lines([compared(100, 2, 1)], [], None, None))
    assert re.search(r"cold build +1\.00 \(0\.50\)", told)
    assert re.search(r"again, one record edited +0\.25 \(0\.12\)", told)


def test_what_a_search_transfers_is_the_heaviest_parts_that_it_may_need(tmp_path):
    for name in ("search.js", "parts.js", *(f"words-{n}.js" for n in range(5)), *(f"entries-{n}.js" for n in range(12))):
        (tmp_path / "search").mkdir(exist_ok=True)
        (tmp_path / "search" / name).write_bytes(os.urandom(10_000 if name == "words-4.js" else 1000))
    assert search.of_ours(tmp_path) == pytest.approx(2 * 1000 + 10_000 + 2 * 1000 + 10 * 1000, rel=0.05)


def test_in_a_plot_a_tenfold_time_is_a_step_up_and_names_do_not_touch():
    drawn = plot([Series("a", ((100, 1.0), (1000, 10.0))), Series("b", ((100, 1.1), (1000, 10.5)))])
    (first, last), _ = (line.points for line in drawn.lines)
    marks = {mark.words: mark.y for mark in drawn.times}
    assert (first.y, last.y) == (marks["1"], marks["10"])
    assert [mark.words for mark in drawn.sizes] == ["100", "1,000"]
    assert abs(drawn.lines[0].name.y - drawn.lines[1].name.y) >= 18


def measured(folder):
    builds = [compared(100, 2, 1), compared(1000, 20, 9)]
    told = {"day": "2026-11-20", "machine": "2 × Mill", "seed": 1, "runs": 3} | tables.as_json(builds, [], None, None)
    (folder / "measured").mkdir()
    (folder / "measured" / "speed.json").write_text(json.dumps(told), "utf-8")


def test_the_page_is_made_from_what_was_written_down(tmp_path):
    folder = Path(shutil.copytree(TOY, tmp_path / "toy"))
    measured(folder)
    loaded = load(folder, TODAY)
    assert loaded.problems == ()
    page = Site(loaded.base).pages["speed.html"].article
    for told in ("9.00 s (0.45)", "90 kB (plain Material: 700 kB)", "2 × Mill", "20 November 2026", "<polyline"):
        assert told in page


def test_without_a_measurement_the_page_says_so(toy):
    assert "has not been measured yet" in Site(toy).pages["speed.html"].article
