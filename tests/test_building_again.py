"""A build after a build: what is made again, what is taken over, what is said again; and how to make everything anew."""

import os
import subprocess
import sys

import pytest
from conftest import run

import kept_results
from site_memory import files_in

CLAIM = ("data/forms/automatic-light.yml", "An automatic light needs", "Such a light needs")
PAGE = ("docs/index.md", "Begin with", "Start with")


def change(folder, path, old, new):
    text = (folder / path).read_text("utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def built(toy_copy):
    """The toy, built once."""
    assert run("mkdocs", toy_copy, "build", "--strict").returncode == 0
    return toy_copy


def inodes(folder):
    return {address: (folder / "site" / address).stat().st_ino for address in files_in(folder / "site")}


def content(folder):
    return {address: (folder / "site" / address).read_bytes() for address in files_in(folder / "site")}


def test_where_nothing_changed_nothing_is_done_and_the_build_says_so(built):
    before = (built / "site").stat().st_ino
    again = run("mkdocs", built, "build", "--strict")
    assert (again.returncode, (built / "site").stat().st_ino) == (0, before)
    assert f"Nothing has changed; the site is as it was: {built / 'site'}" in again.stderr


def test_a_build_with_nothing_to_do_does_not_even_read_the_core(built):
    watched = "import runpy, sys\nsys.argv = ['mkdocs', 'build']\ntry:\n    runpy.run_module('mkdocs', run_name='__main__')\n"
    watched += "finally:\n    print([name for name in sys.modules if name.startswith('knowledgebase.')])\n"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795305600", "SITE_URL": "https://example.org/kb/", "EDIT_URI": "https://example.org/kb/edit/main/docs/"}
    ended = subprocess.run([sys.executable, "-c", watched], cwd=built, env=environment, capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "['knowledgebase.known', 'knowledgebase.occasion']"


EDITED = {
    # what is edited, then: some files that must be new, some that must be taken over as they are
    "a claim": (
        CLAIM,
        {"forms/automatic-light.html", "works/oakboard2020.html", "data/knowledge.json", "data/claims.csv"},
        {"benefits/quiet-nights.html", "definitions/keeper.html", "map.html", "a-z.html", "fragility.html", "cite/forms/automatic-light.ris", "objects.inv"},
    ),
    "a hand-written page": (PAGE, {"index.html"}, {"forms/automatic-light.html", "data/knowledge.json", "search/parts.js"}),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "new", "taken_over"), EDITED.values(), ids=EDITED)
def test_after_an_edit_only_what_shows_it_is_new(built, edit, new, taken_over):
    before = inodes(built)
    change(built, *edit)
    assert run("mkdocs", built, "build", "--strict").returncode == 0
    after = inodes(built)
    assert before.keys() == after.keys()
    changed = {address for address in after if after[address] != before[address]}
    assert new <= changed
    assert not taken_over & changed


WAYS = {"with ANEW set": {"ANEW": "1"}, "as an edition": {"EDITION": "1"}}


@pytest.mark.parametrize("settings", WAYS.values(), ids=WAYS)
def test_where_all_is_made_anew_nothing_is_taken_over(built, monkeypatch, settings):
    before = inodes(built)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert run("mkdocs", built, "build", "--strict").returncode == 0
    after = inodes(built)
    assert all(after[address] != before[address] for address in after.keys() & before.keys())


LOST = {
    "all that is kept": lambda folder: [path.unlink() for path in (folder / ".cache").iterdir()],
    "what was worked out": lambda folder: (folder / kept_results.PLACE).unlink(),
    "what is known of the site": lambda folder: (folder / ".cache" / "site").write_text("{}"),
}


@pytest.mark.parametrize("lose", LOST.values(), ids=LOST)
def test_what_is_kept_can_be_lost_at_any_time(built, lose):
    change(built, *CLAIM)
    lose(built)
    assert run("mkdocs", built, "build", "--strict").returncode == 0
    with_what_is_left = content(built)
    assert run("mkdocs", built, "build", "--strict").returncode == 0
    assert content(built) == with_what_is_left


def test_a_warning_is_said_again_by_the_next_build(built):
    change(built, *PAGE[:2], "[there](nowhere.md)")
    for _ in range(2):
        ended = run("mkdocs", built, "build")
        assert ended.returncode == 0
        assert "nowhere.md" in ended.stderr
    assert run("mkdocs", built, "build", "--quiet").returncode == 0
    assert run("mkdocs", built, "build", "--strict").returncode == 1


def test_a_file_that_somebody_changed_in_the_site_is_made_anew(built):
    good = content(built)
    for address in ("index.html", "map.html", "data/claims.csv"):
        (built / "site" / address).write_text("changed by hand", "utf-8")
    (built / "site" / "added.html").write_text("added by hand", "utf-8")
    assert run("mkdocs", built, "build", "--strict").returncode == 0
    assert content(built) == good


def test_a_file_of_the_old_site_stays_as_it_is_while_the_new_one_is_read(built):
    kept = built / "kept.html"
    os.link(built / "site" / "index.html", kept)
    before = kept.read_bytes()
    change(built, *PAGE)
    assert run("mkdocs", built, "build", "--strict").returncode == 0
    assert kept.read_bytes() == before != (built / "site" / "index.html").read_bytes()
