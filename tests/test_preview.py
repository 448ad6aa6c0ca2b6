"""The live preview: every save is shown, a broken record says why, and the next good save is shown again."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

PATIENCE = 60  # seconds until a preview that does not answer counts as broken; no measure of speed


@pytest.fixture
def preview(toy_copy):
    """A running preview: its address and what it has said so far."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = toy_copy / "said.txt"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795305600", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with said.open("w") as file:
        process = subprocess.Popen(command, cwd=toy_copy, env=environment, stdout=file, stderr=file)
        yield f"http://127.0.0.1:{port}", said
        process.terminate()
        process.wait()


def until(is_so):
    """Wait until a condition holds."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if is_so():
            return
        time.sleep(0.1)
    raise AssertionError("it did not happen")


def shows(address, words):
    """A condition: the page shows the words."""

    def is_so():
        try:
            with urllib.request.urlopen(address, timeout=10) as page:
                return words in page.read().decode()
        except OSError:
            return False

    return is_so


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_save_is_shown_a_broken_record_is_told_and_the_next_good_save_is_shown(toy_copy, preview):
    address, said = preview
    record = toy_copy / "data/forms/automatic-light.yml"
    until(shows(f"{address}/forms/automatic-light.html", "An automatic light needs no keeper"))

    change(record, "An automatic light needs", "Such a light needs")
    until(shows(f"{address}/forms/automatic-light.html", "Such a light needs no keeper"))

    change(record, "basis: stated", "basis: stted")
    until(lambda: 'data/forms/automatic-light.yml:10:12: "basis" must be one of' in said.read_text("utf-8"))
    until(shows(f"{address}/forms/automatic-light.html", "Such a light needs no keeper"))  # what was last good
    change(record, "basis: stted", "basis: experience")
    until(shows(f"{address}/forms/automatic-light.html", "Someone’s own account"))

    change(toy_copy / "bibliography.bib", "The price of oil", "The price of gas")
    until(shows(f"{address}/works/elm2015.html", "The price of gas"))

    change(toy_copy / "docs/index.md", "Begin with", "Start with")
    until(shows(f"{address}/index.html", "Start with"))
    assert "Traceback" not in said.read_text("utf-8")


def status(address):
    """What a server answers: the number of its answer, and the page."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as page:
            return page.status, page.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()


SERVED = ["", "map.html", "works/elm2015.html", "shelves/index.html", "search/parts.js", "data/knowledge.json", "data/bibliography.bib",
          "cite/forms/automatic-light.ris", "llms.txt", "assets/site.css"]  # fmt: skip


def test_everything_is_there_when_it_is_asked_for_and_what_is_gone_is_gone(toy_copy, preview):
    address, said = preview
    until(shows(f"{address}/index.html", "Begin with"))
    assert {asked: status(f"{address}/{asked}")[0] for asked in SERVED} == dict.fromkeys(SERVED, 200)
    code, lost = status(f"{address}/nowhere.html")
    assert (code, "This page is not here" in lost) == (404, True)

    assert status(f"{address}/challenges/long-nights.html")[0] == 200
    (toy_copy / "data/challenges/long-nights.yml").unlink()
    until(lambda: status(f"{address}/challenges/long-nights.html")[0] == 404)
    assert "Traceback" not in said.read_text("utf-8")
