"""What one build keeps for the next: digests of what it read, what the site was made from, what was read of the files.

Whatever happens to what is kept, or to the site, the next build must give what a build without memory gives.
"""

import os
import pickle
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from conftest import TODAY

from kept_file import keep, read_kept
from kept_results import FULL, IDLE, PLACE, KeptResults
from knowledgebase.known import Known, digest
from knowledgebase.writing.batches import Batch
from knowledgebase.writing.exports import Export
from site_filling import Filling
from site_inputs import READ, read_inputs
from site_memory import Memory, files_in, recall, remember


def make(folder, files):
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


# What was read


@pytest.fixture
def project(tmp_path):
    make(tmp_path, {"data/forms/a.yml": "a", "docs/index.md": "hello", "bibliography.bib": "@book{", "overrides/main.html": "x"})
    return tmp_path


def inputs(project, settings=""):
    return read_inputs(project, READ, [str(project / "overrides")], settings)


CHANGES = {
    "a record says something else": (lambda root: (root / "data/forms/a.yml").write_text("b"), ["whole"]),
    "a record is added": (lambda root: (root / "data/forms/b.yml").write_text("b"), ["whole"]),
    "a record is renamed": (lambda root: (root / "data/forms/a.yml").rename(root / "data/forms/b.yml"), ["whole"]),
    "a record is removed": (lambda root: (root / "data/forms/a.yml").unlink(), ["whole"]),
    "a page says something else": (lambda root: (root / "docs/index.md").write_text("bye"), ["whole", "beside_records"]),
    "a picture is added": (lambda root: (root / "docs/a.png").write_text("x"), ["whole", "beside_records"]),
    "a work is added": (lambda root: (root / "bibliography.bib").write_text("@misc{"), ["whole", "beside_records"]),
    "a file appears that was not there": (lambda root: (root / "help.yml").write_text("x"), ["whole", "beside_records"]),
    "a template is changed": (lambda root: (root / "overrides/main.html").write_text("y"), ["whole", "beside_records"]),
    "a file is touched": (lambda root: os.utime(root / "docs/index.md"), []),
    "something else is added": (lambda root: (root / "notes.txt").write_text("x"), []),
}


@pytest.mark.parametrize(("change", "other"), CHANGES.values(), ids=CHANGES)
def test_digests_change_with_what_was_read_and_with_nothing_else(project, change, other):
    before = inputs(project)
    change(project)
    after = inputs(project)
    assert [name for name in ("whole", "beside_records") if getattr(before, name) != getattr(after, name)] == other


def test_digests_change_with_the_settings(project):
    one, two = inputs(project, "one"), inputs(project, "two")
    assert one.whole != two.whole
    assert one.beside_records != two.beside_records
    assert one.program == two.program


SEEN = {name: change for name, (change, other) in CHANGES.items() if other or name == "a file is touched"}


@pytest.mark.parametrize("change", SEEN.values(), ids=SEEN)
def test_what_changes_while_it_is_read_is_noticed(project, change):
    read = inputs(project)
    assert not read.have_changed()
    change(project)
    assert read.have_changed()


def test_what_python_compiles_meanwhile_is_no_change(project, monkeypatch):
    make(project / "program", {"part/a.py": "a = 1"})
    monkeypatch.setattr("site_inputs._PROGRAM", project / "program")
    read = inputs(project)
    make(project / "program", {"part/__pycache__/a.pyc": "compiled"})
    assert not read.have_changed()
    make(project / "program", {"part/a.py": "a = 22"})
    assert read.have_changed()


ODD = {
    "a pipe": lambda path: os.mkfifo(path),
    "a link to a folder": lambda path: path.symlink_to(path.parent, target_is_directory=True),
    "a link that leads nowhere": lambda path: path.symlink_to("nowhere"),
}


@pytest.mark.parametrize("put", ODD.values(), ids=ODD)
def test_of_what_is_no_file_there_is_no_digest(project, put):
    put(project / "data" / "forms" / "odd.yml")
    assert inputs(project) is None


# What is kept


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 100_000])
def test_what_is_kept_is_read_again(tmp_path, content):
    keep(tmp_path / "a" / "kept", content)
    assert read_kept(tmp_path / "a" / "kept") == content
    assert os.listdir(tmp_path / "a") == ["kept"]


DAMAGES = {
    "nothing": lambda path: path.unlink(),
    "an empty file": lambda path: path.write_bytes(b""),
    "half of it": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "another byte in it": lambda path: path.write_bytes(path.read_bytes()[:-1] + b"y"),
    "something else": lambda path: path.write_bytes(b"x" * 1000),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_counts_as_nothing(tmp_path, damage):
    keep(tmp_path / "kept", b"x" * 100)
    damage(tmp_path / "kept")
    assert read_kept(tmp_path / "kept") is None
    assert recall(tmp_path / "kept", tmp_path) == Memory()


def test_where_nothing_can_be_kept_the_build_goes_on(tmp_path):
    make(tmp_path, {"a": "a file where a folder must be"})
    keep(tmp_path / "a" / "kept", b"x")
    assert read_kept(tmp_path / "a" / "kept") is None


# What the site was made from


@pytest.fixture
def site(tmp_path):
    """A site of two batches, and what is remembered of it."""
    make(tmp_path / "site", {"index.html": "front", "a.html": "a", "data/x.json": "x", "data/y.csv": "y", ".htaccess": "mine"})
    batches = {"a.html": ("key of a", ("a.html",)), "data/": ("key of data", ("data/x.json", "data/y.csv"))}
    return Memory(str(tmp_path / "site"), "inputs", batches, files_in(tmp_path / "site"))


def test_a_site_is_remembered_with_all_that_is_not_hidden(site, tmp_path):
    remember(tmp_path / "kept", site)
    assert recall(tmp_path / "kept", tmp_path / "site") == site
    assert set(site.files) == {"index.html", "a.html", "data/x.json", "data/y.csv"}
    assert recall(tmp_path / "kept", tmp_path / "another") == Memory()


TOUCHED = {
    "a file is rewritten": lambda site: (site / "a.html").write_text("b"),
    "a file is longer": lambda site: (site / "a.html").write_text("aa"),
    "a file is gone": lambda site: (site / "a.html").unlink(),
    "a file is a folder": lambda site: ((site / "a.html").unlink(), (site / "a.html").mkdir()),
    "a file is a link": lambda site: ((site / "a.html").unlink(), (site / "a.html").symlink_to("index.html")),
}
BESIDE = {"a file was added": lambda site: (site / "b.html").write_text("b"), "the site is gone": lambda site: site.rename(site.with_name("x"))}


def test_a_site_is_as_it_was_left_until_its_inputs_are_others(site):
    assert site.is_of("inputs")
    assert not site.is_of("others")
    assert not Memory().is_of("")


@pytest.mark.parametrize("touch", [*TOUCHED.values(), *BESIDE.values()], ids=[*TOUCHED, *BESIDE])
def test_a_site_that_somebody_touched_is_not_as_it_was(site, touch):
    touch(Path(site.site))
    assert not site.is_of("inputs")


# What is taken over


def batches(made, keys):
    """Two batches that note when they are made."""

    def maker(name, contents):
        return lambda: [made.append(name), *(Export(address, text) for address, text in contents.items())][1:]

    given = {"a.html": {"a.html": "a"}, "data/": {"data/x.json": "x", "data/y.csv": "new"}}
    return [Batch(name, key, maker(name, given[name])) for name, key in keys.items()]


SAME = {"a.html": "key of a", "data/": "key of data"}
TAKEN_OVER = {
    "both": (SAME, [], {"a.html", "data/x.json", "data/y.csv"}),
    "the one that is made from the same": (SAME | {"data/": "another"}, ["data/"], {"a.html", "data/x.json"}),
    "none": ({"a.html": "other", "data/": "another"}, ["a.html", "data/"], {"a.html", "data/x.json"}),  # those came out the same
}


def filled(new, memory, given):
    """A new site in a folder."""
    with Filling(new, memory, "whole.zip", TODAY) as filling:
        filling.add(given)
    assert filling.files == files_in(new)
    return filling


def is_linked(path):
    return path.stat().st_nlink > 1


@pytest.mark.parametrize(("keys", "anew", "taken_over"), TAKEN_OVER.values(), ids=TAKEN_OVER)
def test_a_batch_is_made_only_if_its_key_is_another(site, tmp_path, keys, anew, taken_over):
    made = []
    filling = filled(tmp_path / "new", site, batches(made, keys))
    assert made == anew
    assert {address for address in filling.files if is_linked(tmp_path / "new" / address)} == taken_over
    assert (tmp_path / "new/data/y.csv").read_text() == ("new" if "data/" in anew else "y")
    assert filling.batches == {name: (key, site.batches[name][1]) for name, key in keys.items()}


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_what_somebody_touched_is_made_anew(site, tmp_path, touch):
    made = []
    touch(Path(site.site))
    filled(tmp_path / "new", site, batches(made, SAME))
    assert made == ["a.html"]
    assert (tmp_path / "new/a.html").read_text() == "a"


def test_where_the_disk_knows_no_links_files_are_copied(site, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    filled(tmp_path / "new", site, batches([], SAME))
    new = files_in(tmp_path / "new")
    del new["whole.zip"]
    assert {address: site.files[address] for address in new} == new


def test_an_old_file_is_not_changed_through_the_new_site(site, tmp_path):
    filled(tmp_path / "new", site, batches([], SAME))
    filled(tmp_path / "new", Memory(), [Batch("a.html", "", lambda: [Export("a.html", "changed")])])
    assert Path(site.site, "a.html").read_text() == "a"


def test_what_others_put_there_stays_and_is_packed_but_for_an_earlier_zip(site, tmp_path):
    make(tmp_path / "new", {"hand.html": "by hand", "a.html": "of an earlier build", "whole.zip": "of an earlier build"})
    filled(tmp_path / "new", site, batches([], SAME))
    with zipfile.ZipFile(tmp_path / "new/whole.zip") as whole:
        packed = {name.partition("/")[2]: whole.read(name).decode() for name in whole.namelist()}
    assert packed == {"a.html": "a", "data/x.json": "x", "data/y.csv": "y", "hand.html": "by hand"}


# What was worked out


def test_a_thing_is_worked_out_once_for_each_key():
    asked = []
    known = Known()
    for key in ("a", "a", "b"):
        assert known.of(key, lambda k=key: asked.append(k) or k.upper()) == key.upper()
    assert asked == ["a", "b"]
    assert known.used == {"a": "A", "b": "B"}


def test_texts_with_the_same_letters_have_other_keys():
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("ab", "c", "")}) == 4
    assert digest("\ud800") != digest("?")


def worked_out(folder, program="program", **results):
    """Let a build work these results out, and keep them."""
    known = KeptResults(folder, program)
    assert [known.of(key, lambda result=result: result) for key, result in results.items()] == list(results.values())
    known.keep()


def recalled(folder, *keys, program="program"):
    """What is known of keys; None of those that must be worked out. Nothing is kept of it."""
    known = KeptResults(folder, program)
    found = {key: known.of(key, lambda: None) for key in keys}
    leave(known)
    return found


def leave(known):
    """End as a build that failed: its program ends, and so its hold on the store."""
    known._store.close() if known._store else None


def test_what_is_kept_is_worked_out_once_in_a_build_too(tmp_path):
    asked = []
    known = KeptResults(tmp_path, "program")
    for _ in range(2):
        assert [known.of(f"r{n}", lambda n=n: asked.append(n) or n + 1) for n in range(3 * FULL // 2)] == [*range(1, 3 * FULL // 2 + 1)]
    assert asked == [*range(3 * FULL // 2)]
    leave(known)


def test_results_are_kept_for_the_same_program_alone(tmp_path):
    assert recalled(tmp_path, "a") == {"a": None}
    worked_out(tmp_path, a=("one", 1), b="two")
    assert recalled(tmp_path, "a", "b", "c") == {"a": ("one", 1), "b": "two", "c": None}
    assert recalled(tmp_path, "a", program="another") == {"a": None}
    worked_out(tmp_path, "another", b="other")
    assert recalled(tmp_path, "a", "b", program="another") == {"a": None, "b": "other"}


def test_what_a_build_left_is_taken_as_it_was_then(tmp_path):
    known, result = KeptResults(tmp_path, "program"), ["one"]
    known.leave("search", result)
    result.append("two")
    leave(known)
    for program, expected in (("another", None), ("program", ["one"])):
        known = KeptResults(tmp_path, program)
        assert known.take("search") == expected
        assert known.take("another name") is None
        leave(known)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_a_build_left_and_somebody_damaged_is_not_taken(tmp_path, damage):
    known = KeptResults(tmp_path, "program")
    known.leave("search", ["one"])
    damage(tmp_path / ".cache/search")
    assert known.take("search") is None
    leave(known)


def test_results_that_one_build_did_not_need_are_still_known_to_the_next(tmp_path):
    worked_out(tmp_path, a="one", b="two")
    worked_out(tmp_path, a="one", c="three")
    assert recalled(tmp_path, "a", "b", "c") == {"a": "one", "b": "two", "c": "three"}


def test_results_that_builds_do_not_need_time_after_time_are_forgotten(tmp_path):
    worked_out(tmp_path, a="one", b="two")
    for _ in range(IDLE + 1):
        worked_out(tmp_path, a="one")
    assert recalled(tmp_path, "a", "b") == {"a": "one", "b": None}


def test_of_many_edits_few_packs_remain_and_each_result_once(tmp_path):
    results = {f"r{n}": n for n in range(3 * FULL)}
    worked_out(tmp_path, **results)
    for edit in range(FULL):
        results = {name: n for name, n in results.items() if name != f"r{edit}"} | {f"new{edit}": edit}
        worked_out(tmp_path, **results)
    with closing(sqlite3.connect(tmp_path / PLACE)) as store:
        kept = [key for (keys,) in store.execute("SELECT keys FROM packs") for key in keys.split("\n")]
    assert len(kept) <= 2 * len(results)
    assert len([*filter(results.__contains__, kept)]) == len(results)
    assert packs_in(tmp_path) <= 2 * (3 + IDLE)
    assert recalled(tmp_path, *results) == results


def test_what_a_build_worked_out_that_failed_is_not_kept(tmp_path):
    worked_out(tmp_path, a="one")
    failing = KeptResults(tmp_path, "program")
    assert failing.of("b", lambda: "two") == "two"
    leave(failing)
    assert recalled(tmp_path, "a", "b") == {"a": "one", "b": None}


def test_while_one_build_writes_another_does_without(tmp_path):
    worked_out(tmp_path, a="one")
    first, second = KeptResults(tmp_path, "program"), KeptResults(tmp_path, "program")
    for one in (first, second):
        assert [one.of(f"r{n}", lambda n=n: n) for n in range(FULL)] == list(range(FULL))
    assert second.of("c", lambda: "three") == "three"
    second.keep()
    first.keep()
    assert recalled(tmp_path, "a", "r0", "c") == {"a": "one", "r0": 0, "c": None}


def test_of_two_builds_that_worked_out_the_same_one_copy_stays(tmp_path):
    worked_out(tmp_path, b="two")
    builds = [KeptResults(tmp_path, "program") for _ in range(2)]
    for one in builds:
        one.of("a", lambda: "one")
        one.keep()
    assert packs_in(tmp_path) == 3
    for _ in range(IDLE + 1):
        worked_out(tmp_path, a="one")
    assert packs_in(tmp_path) == 1
    assert recalled(tmp_path, "a") == {"a": "one"}


def test_a_record_that_was_kept_is_the_same_but_for_where_it_was_read_from(toy):
    for record in toy.records:
        kept = pickle.dumps(record)
        assert record.source.text.encode() not in kept
        again = pickle.loads(kept).read_from(record.id, record.kind, record.source)
        assert (again, again.model_dump_json(), again.place("title")) == (record, record.model_dump_json(), record.place("title"))
        assert again.model_copy(update={"title": "other"}).title == "other"


def packs_in(folder):
    with closing(sqlite3.connect(folder / PLACE)) as store:
        return store.execute("SELECT count(*) FROM packs").fetchone()[0]


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_store_gives_nothing_that_was_not_kept_and_is_made_anew(tmp_path, damage):
    worked_out(tmp_path, a="one")
    damage(tmp_path / PLACE)
    assert recalled(tmp_path, "a")["a"] in ("one", None)
    if not (tmp_path / PLACE).is_dir():
        worked_out(tmp_path, b="two")
        assert recalled(tmp_path, "b") == {"b": "two"}


CHANGED = {
    "another byte": lambda row: row[:-1] + b"x",
    "a byte less": lambda row: row[:-1],
    "nothing": lambda _: None,
    "a number": lambda _: 7,
}


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_a_pack_that_was_changed_on_the_disk_counts_as_none(tmp_path, change):
    worked_out(tmp_path, a="one")
    worked_out(tmp_path, b="two")
    with closing(sqlite3.connect(tmp_path / PLACE)) as store, store:
        row = store.execute("SELECT content FROM packs WHERE keys = 'a'").fetchone()[0]
        store.execute("UPDATE packs SET content = ? WHERE keys = 'a'", [change(row)])
    assert recalled(tmp_path, "a", "b") == {"a": None, "b": "two"}
    for _ in range(IDLE + 1):
        worked_out(tmp_path, a="anew", b="two")
    assert recalled(tmp_path, "a", "b") == {"a": "anew", "b": "two"}


def test_two_files_that_say_the_same_are_two_records(toy):
    record = toy.records[0]
    assert record.model_copy() == record
    assert record.model_copy().read_from("another", record.kind, record.source) != record
