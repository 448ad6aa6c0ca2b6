"""The same files give the same site, byte for byte, wherever and by whomever it is built; no build asks the network.

Each row builds in surroundings of its own: another time zone, language, seed of hashes, umask, order in which the disk lists
files, time of day. What a web server must read, everybody may read.
"""

import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, run
from poisoned import poisoned

DAY = "1795305600"  # 2026-11-22, 00:00 UTC
SITECUSTOMIZE = """\
# Run by Python before anything else: the disk lists files the other way round, or the network is refused, as asked.
import os, socket

if os.environ.get("TURN_LISTS"):
    listed, scanned = os.listdir, os.scandir
    os.listdir = lambda *path: sorted(listed(*path), reverse=True)

    class scandir:
        def __init__(self, *path):
            with scanned(*path) as found:
                self.found = iter(sorted(found, key=lambda entry: entry.name, reverse=True))
        def __iter__(self): return self
        def __next__(self): return next(self.found)
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def close(self): pass

    os.scandir = scandir
if os.environ.get("NO_NETWORK"):
    def refuse(*_, **__): raise SystemExit("the build asked for the network")
    socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = socket.getaddrinfo = refuse
"""
SURROUNDINGS = {
    "another time zone, a day ahead": {"TZ": "Pacific/Kiritimati"},
    "another time zone, behind": {"TZ": "America/Anchorage"},
    "no language": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
    "Turkish, if it is there": {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "another seed of hashes": {"PYTHONHASHSEED": "1"},
    "one more seed of hashes": {"PYTHONHASHSEED": "4294967295"},
    "an umask that shuts others out": {"UMASK": "077"},
    "an umask that lets all write": {"UMASK": "000"},
    "a disk that lists files the other way round": {"TURN_LISTS": "1"},
    "a later moment of the same day": {"SOURCE_DATE_EPOCH": str(int(DAY) + 86399)},
    "another home and user": {"HOME": "/nonexistent", "USER": "somebody", "LOGNAME": "somebody"},
    "no network": {"NO_NETWORK": "1"},
}  # fmt: skip


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("python")
    (folder / "sitecustomize.py").write_text(SITECUSTOMIZE, "utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The toy, with promises and settings beside it, so that every kind of page and file is made."""
    folder = tmp_path_factory.mktemp("same") / "toy"
    poisoned(folder, "é")
    config = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("../..", ROOT.as_posix()), "utf-8")
    return folder


def built(folder, out, settings, surroundings):
    """The bytes of a site built in certain surroundings."""
    umask = int(settings.get("UMASK", "022"), 8)
    fixed = {"SOURCE_DATE_EPOCH": DAY, "SITE_URL": "https://example.org/kb/", "PYTHONPATH": str(surroundings)}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(out)]
    ended = subprocess.run(command, cwd=folder, env={**os.environ, **fixed, **settings}, capture_output=True, text=True, check=False, umask=umask)
    assert ended.returncode == 0, ended.stderr
    return content_of(out)


def content_of(site):
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def usual(folder, surroundings, tmp_path_factory):
    return built(folder, tmp_path_factory.mktemp("usual") / "site", {"PYTHONHASHSEED": "0", "TZ": "UTC"}, surroundings)


@pytest.mark.parametrize("settings", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_the_same_files_give_the_same_bytes(folder, usual, surroundings, tmp_path, settings):
    site = built(folder, tmp_path / "site", settings, surroundings)
    assert [path for path in usual if site.get(path) != usual[path]] == []
    assert site.keys() == usual.keys()


def test_what_a_server_must_read_everybody_may_read(folder, surroundings, tmp_path):
    built(folder, tmp_path / "site", {"UMASK": "077"}, surroundings)
    for path in (tmp_path / "site").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode & 0o444 == 0o444, path
        assert not path.is_dir() or mode & 0o555 == 0o555, path


def test_the_file_to_carry_about_holds_no_trace_of_where_it_was_made(folder, surroundings, tmp_path):
    built(folder, tmp_path / "site", {}, surroundings)
    with zipfile.ZipFile(next((tmp_path / "site/download").iterdir())) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2026, 11, 22, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in packed.infolist()} == {0o644}
    everything = b"".join(content_of(tmp_path / "site").values())
    assert not [place for place in (str(folder), str(tmp_path), str(ROOT)) if place.encode() in everything]


def test_a_build_somewhere_else_gives_the_same_bytes(folder, usual, surroundings, tmp_path):
    shutil.copytree(folder, tmp_path / "a b/elsewhere", ignore=shutil.ignore_patterns("site"))
    site = built(tmp_path / "a b/elsewhere", tmp_path / "site", {}, surroundings)
    assert [path for path in usual if site.get(path) != usual[path]] == []


def test_the_real_site_built_twice_is_the_same_byte_for_byte(real_site, tmp_path):
    again = run("mkdocs", ROOT, "build", "--strict", "--site-dir", str(tmp_path / "site"))
    assert again.returncode == 0, again.stderr
    one, other = content_of(real_site), content_of(tmp_path / "site")
    assert [path for path in one if other.get(path) != one[path]] == []
    assert one.keys() == other.keys()


ASKED = ["import socket; socket.create_connection(('127.0.0.1', 9))", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"]


@pytest.mark.parametrize("asking", ASKED)
def test_who_asks_the_network_is_found(surroundings, asking):
    ended = subprocess.run([sys.executable, "-c", asking], env={**os.environ, "PYTHONPATH": str(surroundings), "NO_NETWORK": "1"}, capture_output=True, text=True, check=False)
    assert ended.stderr == "the build asked for the network\n"


def test_the_disk_that_turns_lists_does_so(surroundings, tmp_path):
    for name in "abc":
        Path(tmp_path, name).touch()
    shown = "import os, sys; print(*os.listdir(sys.argv[1]), *(entry.name for entry in os.scandir(sys.argv[1])))"
    ended = subprocess.run([sys.executable, "-c", shown, str(tmp_path)], env={**os.environ, "PYTHONPATH": str(surroundings), "TURN_LISTS": "1"}, capture_output=True, text=True, check=True)
    assert ended.stdout.split() == list("cbacba")
