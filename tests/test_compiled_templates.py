"""Templates are compiled once: what was kept is taken if it is what this template makes here, and nothing depends on it."""

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from jinja2 import Environment

from knowledgebase.writing.pages.compiled import TEMPLATES, templates


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "page.html").write_text("<p>{{ words }}</p>", "utf-8")
    return tmp_path


@pytest.fixture
def compiled(monkeypatch):
    """The names of the templates that were compiled since, in order."""
    names, compile_one = [], Environment.compile

    def noted(self, source, name=None, *rest):
        names.append(name)
        return compile_one(self, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def written(folder):
    return templates(folder).get_template("page.html").render(words="<b>")


def kept(folder):
    [file] = (folder / "__pycache__").iterdir()
    return file


def test_a_template_is_compiled_once(folder, compiled):
    assert [written(folder) for _ in range(3)] == ["<p>&lt;b&gt;</p>"] * 3
    assert compiled == ["page.html"]


def test_a_changed_template_is_compiled_anew(folder, compiled):
    written(folder)
    (folder / "page.html").write_text("<q>{{ words }}</q>", "utf-8")
    assert [written(folder) for _ in range(2)] == ["<q>&lt;b&gt;</q>"] * 2
    assert compiled == ["page.html", "page.html"]
    assert kept(folder)


DAMAGES = {
    "nothing": lambda data: b"",
    "cut short": lambda data: data[:-7],
    "one sign too many": lambda data: data + b"x",
    "another code": lambda data: data[:32] + data[32:].replace(b"<p>", b"<q>"),
    "another seal": lambda data: bytes(32) + data[32:],
    "something else": lambda data: b"\xff" * 5000,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_made_anew(folder, compiled, damage):
    written(folder)
    whole = kept(folder).read_bytes()
    kept(folder).write_bytes(damage(whole))
    assert [written(folder) for _ in range(2)] == ["<p>&lt;b&gt;</p>"] * 2
    assert compiled == ["page.html", "page.html"]
    assert len(kept(folder).read_bytes()) == len(whole)


def test_what_was_compiled_elsewhere_or_in_another_way_is_not_taken(folder, compiled, monkeypatch, tmp_path_factory):
    written(folder)
    moved = tmp_path_factory.mktemp("moved") / "templates"
    shutil.copytree(folder, moved)
    assert written(moved) == "<p>&lt;b&gt;</p>"
    monkeypatch.setattr("knowledgebase.writing.pages.compiled._SETTINGS", {"autoescape": False})
    assert written(folder) == "<p><b></p>"
    assert compiled == ["page.html"] * 3


def test_nothing_is_kept_where_python_is_told_to_keep_nothing(folder, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert written(folder) == "<p>&lt;b&gt;</p>"
    assert not (folder / "__pycache__").exists()


def test_a_folder_that_cannot_be_made_stops_nothing(folder):
    (folder / "__pycache__").write_text("in the way", "utf-8")
    assert written(folder) == "<p>&lt;b&gt;</p>"


def test_many_builds_at_once_leave_one_whole_file(folder, compiled):
    with ThreadPoolExecutor(8) as builds:
        assert set(builds.map(written, [folder] * 40)) == {"<p>&lt;b&gt;</p>"}
    compiled.clear()
    written(folder)
    assert kept(folder)
    assert compiled == []


def test_the_site_takes_its_own_folder():
    assert templates().get_template("lost.html").filename == str(TEMPLATES / "lost.html")
