"""The page that explains the data: it names every file, and each of its examples does what it says, on the real data."""

import re
import subprocess
import sys
from textwrap import dedent

import pytest
import yaml
from conftest import ROOT, TODAY

from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.exports import Exports, addresses_of
from knowledgebase.writing.imprint import NO_IMPRINT

PAGE = (ROOT / "docs" / "data.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
PROGRAMS = [text for language, text in BLOCKS if language == "python" and "print(" in text]


@pytest.fixture(scope="module")
def base():
    return load(ROOT, TODAY).base


@pytest.fixture(scope="module")
def folder(base, tmp_path_factory):
    """A folder into which a reader has saved every file."""
    folder = tmp_path_factory.mktemp("saved")
    for export in Exports(Links(base), Apa(base.works), NO_IMPRINT, "").files():
        content = export.content if isinstance(export.content, bytes) else export.content.encode()
        (folder / export.address.rpartition("/")[2]).write_bytes(content)
    return folder


def block(language, words):
    return next(text for kind, text in BLOCKS if kind == language and words in text)


def test_the_page_links_to_every_file(base):
    linked = set(re.findall(r"\]\(([^)]+)\)", PAGE))
    assert set(addresses_of(base)) - linked == set()


PRINTS = {
    "json": r"^challenges/unclear-role\.html#\S+ \S",
    "csv": r"^.+ \([A-Z].+, \d{4}.*\)$",
    "SELECT": r"\ARecovery orientation\n\Z",
    "memberList": r"\AHelp from a professional\n(.+\n)+Friendship\n\Z",
    "llms": r"^Peer support worker$",
}


@pytest.mark.parametrize(("words", "output"), PRINTS.items(), ids=PRINTS)
def test_an_example_prints_what_the_page_says(folder, words, output):
    program = next(text for text in PROGRAMS if words in text)
    run = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert re.search(output, run.stdout, re.MULTILINE), run.stdout


def test_every_example_is_run():
    assert {words for words in PRINTS for program in PROGRAMS if words in program} == set(PRINTS)
    assert len(PROGRAMS) == len(PRINTS)


def test_the_lines_for_sphinx_lead_here(folder, tmp_path):
    settings = block("python", "intersphinx_mapping").replace("None", repr(str(folder / "objects.inv")))
    (tmp_path / "conf.py").write_text(settings, "utf-8")
    (tmp_path / "index.rst").write_text(f"Handbook\n========\n\n{block('rst', ':ref:')}", "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "-b", "html", ".", "out"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert hrefs(tmp_path / "out") == [
        "challenges/unclear-role.html", "challenges/unclear-role.html#tension", "definitions/recovery-orientation.html",
    ]  # fmt: skip


def test_the_lines_for_mkdocstrings_lead_here(folder, tmp_path):
    config = {"site_name": "Handbook"} | yaml.safe_load(dedent(block("yaml", "mkdocstrings")))
    inventory = config["plugins"][0]["mkdocstrings"]["handlers"]["python"]["inventories"][0]
    inventory |= {"url": (folder / "objects.inv").as_uri(), "base_url": inventory["url"].rpartition("/")[0]}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(block("markdown", "]["), "utf-8")
    run = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-q"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert hrefs(tmp_path / "site") == ["challenges/unclear-role.html", "challenges/unclear-role.html#tension"]


def hrefs(built):
    return re.findall(r'href="https://example\.org/kb/([^"]+)"', (built / "index.html").read_text("utf-8"))
