"""The floors of the core: imports run down only, and the core knows no website generator."""

import ast
from pathlib import Path

import pytest
from conftest import ROOT

CORE = ROOT / "hooks" / "knowledgebase"
FLOORS = ({"problems", "occasion", "known"}, {"syntax", "sentences"}, {"model"}, {"reading", "links"}, {"writing"}, {"rules"}, {"load"})
FLOOR_OF = {name: n for n, names in enumerate(FLOORS) for name in names}
MODULES = sorted(path for path in CORE.rglob("*.py") if path != CORE / "__init__.py")


def part_of(path: Path) -> str:
    """The part of the core that a file belongs to: "writing" for writing/apa/names.py."""
    return path.relative_to(CORE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, by its full name."""
    package = ("knowledgebase", *path.relative_to(CORE).with_suffix("").parts)
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            home = ".".join(package[: len(package) - node.level]) + "." if node.level else ""
            names |= {f"{home}{node.module}"} if node.module else {f"{home}{alias.name}" for alias in node.names}
    return names


def parts_imported(path: Path) -> set[str]:
    own = {name.split(".")[1] for name in imported(path) if name.startswith("knowledgebase.")}
    return own - {part_of(path)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_imports_run_down_only(path):
    own = FLOOR_OF[part_of(path)]
    assert {name for name in parts_imported(path) if FLOOR_OF[name] >= own} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_the_core_knows_no_site_generator(path):
    foreign = {name.split(".")[0] for name in imported(path)}
    assert foreign.isdisjoint({"mkdocs", "material", "properdocs", "mkdocs_hooks"})


def test_reading_and_writing_do_not_know_each_other():
    assert all("writing" not in parts_imported(path) for path in MODULES if part_of(path) == "reading")
    assert all("reading" not in parts_imported(path) for path in MODULES if part_of(path) == "writing")


def test_the_test_sees_imports_of_every_form():
    assert "knowledgebase.problems" in imported(CORE / "links.py") or "knowledgebase.model" in imported(CORE / "links.py")
    assert imported(CORE / "writing" / "apa" / "__init__.py") >= {"knowledgebase.model.works", "knowledgebase.syntax"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_every_file_opens_with_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_the_hook_file_is_a_page():
    assert len((ROOT / "hooks" / "mkdocs_hooks.py").read_text("utf-8").splitlines()) <= 100
