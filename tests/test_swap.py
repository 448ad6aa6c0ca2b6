"""The folder of the site is always a whole site: what a build may meet, how it ends, and what is left beside it."""

import errno
import os
import re
import signal
import subprocess
import sys
import time

import pytest
from conftest import run
from proof.kill_builds import copy_toy, kill_builds

import site_folder
from plain_errors import in_words
from site_folder import CannotPublish, Workshop

OLD, NEW = {"index.html": "old", "a/b.html": "old"}, {"index.html": "new"}


def make(folder, files):
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def files_in(folder):
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def place(tmp_path):
    """A folder with a site in it."""
    make(tmp_path / "site", OLD)
    return tmp_path / "site"


def built(place):
    """A workshop with a new site in it, not yet put in place."""
    workshop = Workshop(place)
    make(workshop.new, NEW)
    return workshop


@pytest.fixture(params=["in one step", "in two steps"])
def way(request, monkeypatch):
    """Both ways of replacing a site: the second is that of systems that cannot exchange two folders."""
    if request.param == "in two steps":
        monkeypatch.setattr(site_folder, "_exchanged", lambda one, other: False)


@pytest.mark.usefixtures("way")
def test_the_new_site_takes_the_place_of_the_old_and_nothing_is_left_beside(place):
    built(place).put_in_place()
    assert files_in(place) == NEW
    assert os.listdir(place.parent) == ["site"]


def test_linux_has_the_single_step(place):
    workshop = built(place)
    assert site_folder._exchanged(workshop.new, place) == (sys.platform == "linux")
    workshop.close()


def test_a_first_site_is_made_with_the_folders_above_it(tmp_path):
    built(tmp_path / "public/site").put_in_place()
    assert files_in(tmp_path) == {"public/site/index.html": "new"}


def test_a_site_given_up_leaves_the_old_one_and_nothing_beside(place):
    built(place).close()
    assert files_in(place.parent) == {f"site/{path}": text for path, text in OLD.items()}


def test_a_link_in_the_place_of_the_site_stays_a_link(place, tmp_path):
    (tmp_path / "link").symlink_to("site")
    built(tmp_path / "link").put_in_place()
    assert (tmp_path / "link").is_symlink()
    assert files_in(place) == NEW


def test_what_is_hidden_was_put_there_by_people_and_stays(place):
    make(place, {".htaccess": "mine", ".git/config": "mine", ".nojekyll": "mine"})
    workshop = built(place)
    make(workshop.new, {".nojekyll": "made"})
    workshop.put_in_place()
    assert files_in(place) == NEW | {".htaccess": "mine", ".git/config": "mine", ".nojekyll": "made"}


def test_a_web_server_can_read_every_file_whatever_the_umask(place):
    before = os.umask(0o077)
    try:
        workshop = built(place)
        make(workshop.new, {"a/b/c.html": "new"})
        workshop.put_in_place()
    finally:
        os.umask(before)
    modes = {path.relative_to(place).as_posix(): path.stat().st_mode & 0o777 for path in place.rglob("*")}
    assert modes == {"index.html": 0o644, "a": 0o755, "a/b": 0o755, "a/b/c.html": 0o644}


def test_a_site_that_its_owner_closed_stays_closed(place):
    place.chmod(0o750)
    built(place).put_in_place()
    assert place.stat().st_mode & 0o777 == 0o750


def test_a_build_of_a_part_begins_with_what_is_there(place):
    workshop = Workshop(place)
    workshop.take_over()
    make(workshop.new, NEW)
    workshop.put_in_place()
    assert files_in(place) == OLD | NEW


REFUSED = {
    "a file": ({"site": "x"}, 'the site must go into a folder: found a file, "{site}"; move it away, or give the site another folder with "site_dir"'),
    "a folder of something else": ({"site/letters.txt": "x"}, 'the folder for the site must be empty or hold a site, since all else in it is removed: found "{site}" without an index.html; move it away, or give the site another folder with "site_dir"'),
}  # fmt: skip


@pytest.mark.parametrize(("files", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_site_is_not_replaced(tmp_path, files, message):
    make(tmp_path, files)
    with pytest.raises(CannotPublish) as refusal:
        Workshop(tmp_path / "site")
    assert str(refusal.value) == message.format(site=tmp_path / "site")
    assert files_in(tmp_path) == files


@pytest.mark.parametrize("has_flock", [True, False], ids=["with the lock of Unix", "with that of Windows"])
def test_the_second_of_two_builds_is_refused_until_the_first_has_ended(place, monkeypatch, has_flock):
    if not has_flock:
        monkeypatch.setattr(site_folder, "fcntl", None)
        monkeypatch.setattr(os, "O_TEMPORARY", 0, raising=False)
    first = built(place)
    with pytest.raises(CannotPublish, match="another build is at work on the site in .*; wait until it has ended"):
        Workshop(place)
    first.put_in_place()
    Workshop(place).close()
    assert files_in(place) == NEW


def killed_while(work):
    """Do some work in a process of its own that is then killed."""
    child = os.fork()
    if child == 0:
        work()
        os.kill(os.getpid(), signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL


def between_the_two_steps(place, monkeypatch):
    workshop = built(place)
    monkeypatch.setattr(site_folder, "_exchanged", lambda one, other: False)
    monkeypatch.setattr(workshop, "_replace_in_two_steps", lambda: (place.rename(workshop._old), os.kill(os.getpid(), signal.SIGKILL)))
    workshop.put_in_place()


def test_a_build_killed_between_the_two_steps_is_mended_by_the_next(place, monkeypatch):
    killed_while(lambda: between_the_two_steps(place, monkeypatch))
    assert not place.exists()
    workshop = Workshop(place)
    assert (workshop.put_back, files_in(place)) == (True, OLD)
    workshop.close()
    assert os.listdir(place.parent) == ["site"]


def test_what_a_killed_build_left_does_not_get_into_the_next(place):
    killed_while(lambda: make(Workshop(place).new, {"half.html": "x"}))
    assert os.listdir(place.parent / ".site-build/new") == ["half.html"]
    workshop = built(place)
    assert not workshop.put_back
    workshop.put_in_place()
    assert (files_in(place), os.listdir(place.parent)) == (NEW, ["site"])


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("error", [OSError(errno.EBUSY, "Device or resource busy"), KeyboardInterrupt()], ids=["a busy disk", "Ctrl-C"])
def test_what_goes_wrong_at_the_last_step_leaves_the_old_site(place, monkeypatch, error):
    workshop = built(place)
    rename = type(place).rename
    monkeypatch.setattr(site_folder, "_exchanged", lambda one, other: False)
    monkeypatch.setattr(type(place), "rename", lambda path, to: raising(error) if path == workshop.new else rename(path, to))
    with pytest.raises(type(error)):
        workshop.put_in_place()
    assert files_in(place.parent) == {f"site/{path}": text for path, text in OLD.items()}


def raising(error):
    raise error


IN_WORDS = {
    "a full disk": (OSError(errno.ENOSPC, "No space left on device", "site/x.html"), "site/x.html: No space left on device"),
    "trouble without a file": (OSError("strange"), "strange"),
    "an error of the code": (KeyError("x"), "the build met an error that it does not know, KeyError: 'x'. With --verbose it says where"),
}


@pytest.mark.parametrize(("error", "words"), IN_WORDS.values(), ids=IN_WORDS)
def test_an_error_is_told_in_a_line(error, words):
    assert in_words(error) == f"{words}; the site that was there is untouched"


# --- whole builds


def outcome(folder, *arguments):
    ended = run("mkdocs", folder, "build", *arguments)
    assert "Traceback" not in ended.stderr
    assert not (folder / ".site-build").exists()
    return ended.returncode, ended.stderr + ended.stdout


@pytest.fixture
def toy_site(toy_copy):
    """The toy with a site that any further build would change."""
    assert outcome(toy_copy)[0] == 0
    start = toy_copy / "docs/index.md"
    start.write_text(start.read_text("utf-8") + "\nLamps.\n", "utf-8")
    return toy_copy, bytes_in(toy_copy / "site")


def bytes_in(site):
    return {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}


def overrides(folder, template):
    """Let the toy use a frame of its own."""
    make(folder, {"frame/main.html": template})
    rewrite(folder / "mkdocs.yml", r"custom_dir: [^,}]*", "custom_dir: frame")


def rewrite(path, pattern, words):
    text, times = re.subn(pattern, words, path.read_text("utf-8"))
    assert times == 1
    path.write_text(text, "utf-8")


def vanishing(folder):
    """A picture that is there when the build begins, and gone when it is copied."""
    make(folder, {"docs/x.png": "", "vanish.py": "import os\n\ndef on_nav(nav, **_):\n    os.remove('docs/x.png')\n"})
    rewrite(folder / "mkdocs.yml", r"mkdocs_hooks\.py\]", "mkdocs_hooks.py, vanish.py]")


STOPPED = {
    "a warning under --strict": (lambda f: make(f, {"docs/lost.md": "[x](nowhere.md)\n"}), ["--strict"], "Aborted with"),
    "a template that includes another": (lambda f: overrides(f, '{% include "nope.html" %}'), [], "the template nope.html must be in overrides/: there is none; the site that was there is untouched"),
    "a template that is none": (lambda f: overrides(f, "{% if %}"), [], "main.html:1: Expected an expression, got 'end of statement block'; the site that was there is untouched"),
    "a template that asks for what is not": (lambda f: overrides(f, "{{ nothing.at.all }}"), [], "'nothing' is undefined; the site that was there is untouched"),
    "a file that goes away meanwhile": (vanishing, [], "docs/x.png: No such file or directory; the site that was there is untouched"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "arguments", "message"), STOPPED.values(), ids=STOPPED)
def test_a_build_that_fails_leaves_the_old_site_and_says_why(toy_site, change, arguments, message):
    folder, before = toy_site
    change(folder)
    code, said = outcome(folder, *arguments)
    assert code == 1
    assert message in said
    assert bytes_in(folder / "site") == before


def test_a_file_in_the_place_of_the_site_stops_the_build(toy_copy):
    make(toy_copy, {"site": "mine"})
    code, said = outcome(toy_copy)
    assert (code, (toy_copy / "site").read_text("utf-8")) == (1, "mine")
    assert f'the site must go into a folder: found a file, "{toy_copy / "site"}"' in said


@pytest.mark.parametrize("arguments", [["--dirty"], ["--site-dir", "site"], ["--quiet"]], ids=" ".join)
def test_every_way_of_building_puts_a_whole_site_in_place(toy_site, arguments):
    folder, before = toy_site
    assert outcome(folder, *arguments)[0] == 0
    after = bytes_in(folder / "site")
    assert after.keys() == before.keys()
    assert b"Lamps" in after[folder / "site/index.html"]


def test_ctrl_c_leaves_the_old_site_and_nothing_beside(toy_site):
    folder, before = toy_site
    build = subprocess.Popen([sys.executable, "-m", "mkdocs", "build"], cwd=folder, stderr=subprocess.PIPE, text=True, preexec_fn=heed_ctrl_c)
    while not (folder / ".site-build/new").exists() and build.poll() is None:
        time.sleep(0.001)
    build.send_signal(signal.SIGINT)
    said = build.communicate()[1]
    assert (build.returncode, said.splitlines()[-1]) == (1, "Aborted!")
    assert bytes_in(folder / "site") == before
    assert not (folder / ".site-build").exists()


def heed_ctrl_c():
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_a_full_disk_leaves_the_old_site(toy_site):
    """The system's bound for the size of a file stands for the end of the disk."""
    folder, before = toy_site
    command = f'trap "" XFSZ; ulimit -f 4; exec "{sys.executable}" -m mkdocs build'
    ended = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "File too large; the site that was there is untouched" in ended.stderr + ended.stdout
    assert bytes_in(folder / "site") == before


def test_builds_killed_at_random_moments_leave_a_whole_site(tmp_path):
    seen = kill_builds(copy_toy(tmp_path), kills=6, seed=1)
    assert seen["old site"] + seen["new site"] == 6
    assert (seen["broken"], seen["litter at the end"]) == (0, 0)
