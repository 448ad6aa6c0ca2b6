"""The toy knowledge base with the same words added to every text of every file: records, bibliography, settings, promises."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml
from conftest import TODAY, TOY
from proof.invented import MORE

from knowledgebase.load import load
from knowledgebase.model import KnowledgeBase
from knowledgebase.writing.citing.latex import escaped
from knowledgebase.writing.frame import MenuEntry, MenuGroup, Setting
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site

TEXTS = {
    "title", "in_short", "text", "unknown", "no_difference", "why", "may_not_apply", "words", "direction", "arranged", "where",
    "with_whom", "at", "other_names", "hard_words", "everyday_words", "country", "service", "hours", "note",
}  # fmt: skip
OF_WORKS = ("title     = {Keeping the light", "{Board of Oak \\& Sons", "{Harbour Press", "{Journal of Lights")


def poisoned(folder: Path, words: str) -> KnowledgeBase:
    """A copy of the toy in a folder, whose every text ends with these words."""
    shutil.copytree(TOY, folder)
    (folder / "published").mkdir()
    for path, text in MORE.items():
        (folder / path).write_text(text, "utf-8")
    for path in (folder / "help.yml", *(folder / "published").glob("*.yml"), *(folder / "data").rglob("*.yml")):
        tree = with_words(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader), words)
        path.write_text(yaml.safe_dump(tree, allow_unicode=True, width=10_000), "utf-8")
    bibliography = folder / "bibliography.bib"
    bibliography.write_text(with_words_in_works(bibliography.read_text("utf-8"), words), "utf-8")
    loaded = load(folder, TODAY)
    assert loaded.fatal == ()
    return loaded.base


def with_words(tree: object, words: str, name: str = "") -> object:
    """A tree whose texts end with the words; what is an id, a place in a list of choices or a date stays as it is."""
    if isinstance(tree, dict):
        return {key: value if key == "see" else with_words(value, words, key) for key, value in tree.items()}
    if isinstance(tree, list):
        return [with_words(value, words, name) for value in tree]
    return f"{tree} {words}" if name in TEXTS else tree


def with_words_in_works(bibliography: str, words: str) -> str:
    for beginning in OF_WORKS:
        assert beginning in bibliography
        bibliography = bibliography.replace(beginning, f"{beginning} {escaped(words)}")
    return bibliography


def site_of(base: KnowledgeBase, words: str) -> Site:
    """The site of a knowledge base, whose own name and author end with the words, too."""
    return Site(base, "", True, Imprint(f"Lights {words}", f"The keepers {words}", "https://example.org/kb/", TODAY))


def whole_pages(site: Site, words: str) -> dict[str, str]:
    """Every page with its frame, by address."""
    menu = (MenuGroup(f"Ways in {words}", (MenuEntry(f"Start {words}", "index.html"),)),)
    frame = site.frame(menu, Setting(f"What keepers do {words}", "style.css", "https://example.org/edit/docs/"))
    return {page.address: frame.around(page) for page in site.pages.values()}
