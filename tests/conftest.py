"""What every test shares: the core on the path, the toy knowledge base, and the browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))
sys.path.insert(0, str(ROOT / "scripts"))

TOY = Path(__file__).parent / "toy"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def toy():
    """The toy knowledge base, read once. It has no problem; its content is described in tests/toy/README.md."""
    from knowledgebase.load import load

    loaded = load(TOY, TODAY)
    assert loaded.problems == ()
    return loaded.base


def run(generator, folder, *arguments):
    """Run MkDocs (or its fork) in a folder; its output is told whole when a test fails."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795305600"}  # 2026-11-22
    environment |= {"SITE_URL": "https://example.org/kb/", "EDIT_URI": "https://example.org/kb/edit/main/docs/"}
    return subprocess.run(
        [sys.executable, "-m", generator, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def real_site(tmp_path_factory):
    """The real site, built once, strictly."""
    out = tmp_path_factory.mktemp("real") / "site"
    built = run("mkdocs", ROOT, "build", "--strict", "--site-dir", str(out))
    assert built.returncode == 0, built.stderr
    return out


@pytest.fixture(scope="session")
def address(real_site):
    """Where the real site is served, on this machine only."""
    from visits import served

    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """A browser that can reach nothing but this machine."""
    from visits import opened

    with opened(os.environ.get("BROWSER_PATH", "/usr/bin/chromium")) as browser:
        yield browser


@contextmanager
def watched(browser, width, ours):
    """A page so wide; it is an error if it asks for an address that begins otherwise, or if anything goes wrong on it."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wrong = []
    page.on("request", lambda asked: None if asked.url.startswith(ours) else wrong.append(asked.url))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


@pytest.fixture(params=[360, 1280])
def page(browser, request):
    """A page on a phone and on a desk; the test fails on a request to another host, and on any error."""
    with watched(browser, request.param, ("http://127.0.0.1:", "data:", "blob:")) as page:
        yield page


@pytest.fixture
def toy_copy(tmp_path):
    """A copy of the toy knowledge base that finds the hook of this project."""
    folder = tmp_path / "toy"
    shutil.copytree(TOY, folder)
    config = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("../..", ROOT.as_posix()), "utf-8")
    return folder
