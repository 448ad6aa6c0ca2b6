"""The tables: CSV as RFC 4180 has it, safe to open in a spreadsheet, with the same content as knowledge.json."""

import csv
import io
import json
import re

import pytest
from conftest import TODAY
from hypothesis import given
from hypothesis import strategies as st

from knowledgebase.links import Links
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.exports import Exports
from knowledgebase.writing.exports.cells import written
from knowledgebase.writing.imprint import Imprint


@pytest.fixture(scope="module")
def files(toy):
    imprint = Imprint("Lights", day=TODAY)
    return {export.address: export.content for export in Exports(Links(toy), Apa(toy.works), imprint, "").files()}


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


WRITTEN = {
    "a plain cell stands as it is": ("lamp", "lamp"),
    "a cell with a comma is quoted": ("a, b", '"a, b"'),
    "a quotation mark is doubled": ('say "a"', '"say ""a"""'),
    "a line break stays within its cell": ("a\nb", '"a\nb"'),
    "what a spreadsheet takes for a formula is marked": ("=1+1", "'=1+1"),
    "so is a plus": ("+49 30", "'+49 30"),
    "so is a minus": ("-2 to 3", "'-2 to 3"),
    "so is an at sign": ("@SUM(A1)", "'@SUM(A1)"),
    "so is a tab": ("\t=1", "'\t=1"),
    "so is a formula after spaces": ("  =1", "'  =1"),
    "so is a wide sign of East Asian scripts": ("＝1", "'＝1"),
    "an apostrophe in front gets one more": ("'tis", "''tis"),
    "a sign further on is left alone": ("1 = 1", "1 = 1"),
    "a dash between words is left alone": ("– so", "– so"),
}


@pytest.mark.parametrize(("cell", "text"), WRITTEN.values(), ids=WRITTEN)
def test_a_cell(cell, text):
    assert written([["name", "cell"], ["x", cell]]) == f"name,cell\r\nx,{text}\r\n"


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_whatever_is_written_is_read_back(cells):
    read = list(csv.reader(io.StringIO(written([["a", "b"], *cells]), newline=""), strict=True))
    assert [tuple(cell.removeprefix("'") for cell in row) for row in read[1:]] == cells


@given(st.text())
def test_no_cell_begins_like_a_formula(text):
    read = list(csv.reader(io.StringIO(written([["a", "b"], ["x", text]]), newline="")))
    assert not re.match(r" *[=+\-@\t\r\n＝＋－＠]", read[1][1])


def test_every_row_has_a_cell_for_each_column(files):
    tables = [content.decode() for address, content in files.items() if address.endswith(".csv")]
    assert len(tables) == 10
    for text in tables:
        lengths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}
        assert len(lengths) == 1
        assert text.endswith("\r\n")


ROWS = {
    "a definition with its own columns": ("definitions", "id", "lighthouse", {
        "title": "Lighthouse", "url": "definitions/lighthouse.html", "related": "automatic-light; keeper", "earlier_ids": "light-tower",
        "other_names": "beacon", "hard_words": "Lantern room", "concerns": "peer workers", "reviewed": "2026-11-20",
    }),
    "a benefit with who gains": ("benefits", "id", "quiet-nights", {"gains": "peer workers; teams"}),
    "a study with its facts": ("evidence", "id", "survey-of-towers", {"work": "birch2010", "size": "18 towers."}),
    "a claim with its citation as printed": ("claims", "id", "cheaper", {
        "record": "automatic-light", "kind": "forms", "url": "forms/automatic-light.html#cheaper", "basis": "reported",
        "citation": "(Cedar, 2015; Elm et al., 2015; both as cited in Board of Oak & Sons, 2020, para. 2)",
        "sources": "cedar2015; elm2015", "read_in": "oakboard2020", "check": "", "reviewed": "2026-11-20",
    }),
    "a claim with its check": ("claims", "id", "not-a-lamp", {"check": "A survey of towers counts house lamps too.", "read_in": "ash2001"}),
    "a pair": ("pairs", "id", "rest-by-day", {
        "record": "for-keepers", "do": "Rest by day.", "do_tier": "advice", "avoid": "Watching day and night.", "avoid_tier": "counterpart",
        "why": "Long nights tire (Ash & Birch, 2001, p. 9).", "strength": "asked-for", "answers": "long-nights",
    }),
    "a position with its number": ("positions", "id", "in-turn", {"record": "watches", "number": "2", "direction": "two-way", "forms": ""}),
}  # fmt: skip


@pytest.mark.parametrize(("table", "column", "name", "cells"), ROWS.values(), ids=ROWS)
def test_a_row(files, table, column, name, cells):
    found = [row for row in rows(files[f"data/{table}.csv"]) if row[column] == name]
    assert [{column: row[column] for column in cells} for row in found] == [cells]


def test_the_tables_hold_what_the_json_holds(files):
    records = json.loads(files["data/knowledge.json"])["records"]
    told = {(record["id"], claim["id"], claim["text"]) for record in records for claim in record["claims"]}
    assert {(row["record"], row["id"], row["text"]) for row in rows(files["data/claims.csv"])} == told
    for record in records:
        row = next(row for row in rows(files[f"data/{record['kind']}.csv"]) if row["id"] == record["id"])
        assert (row["title"], row["in_short"], row["unknown"]) == (record["title"], record["in_short"], record["unknown"])
