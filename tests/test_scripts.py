"""What a newcomer runs: the scripts say what they do, work from any folder and end with one plain line.

The real scripts run in a small project of their own, on the packages that are already here.
"""

from __future__ import annotations

import ast
import functools
import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

import browser
import environment
import steps

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"
BEFORE_VENV = ["browser", "build", "ctrl_c", "environment", "lock", "steps", "test"]


def load_script(name):
    """A script as a module; by its place, because packages have the same names."""
    spec = importlib.util.spec_from_file_location(f"{name}_script", SCRIPTS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def raising(error):
    def work():
        raise error

    return work


@pytest.mark.parametrize(
    ("work", "code", "line"),
    [
        pytest.param(lambda: steps.Ending(0, "The site is made."), 0, "The site is made.", id="well"),
        pytest.param(lambda: steps.Ending(5, "No test was run."), 5, "No test was run.", id="another program's code"),
        pytest.param(raising(steps.CannotGoOn("Get a browser.")), 1, "Get a browser.", id="something is missing"),
        pytest.param(raising(KeyboardInterrupt()), 1, "Stopped before the end. Run it again to start over.", id="Ctrl-C"),
        pytest.param(raising(PermissionError(13, "Permission denied", "/x")), 1, "/x: Permission denied.", id="no permission"),
        pytest.param(raising(OSError("strange")), 1, "The system: strange.", id="other trouble of the system"),
    ],
)
def test_every_end_is_one_plain_line(work, code, line, capsys):
    assert steps.conclude(work) == code
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ((line + "\n", "") if code == 0 else ("", line + "\n"))


def start_alone(command, **options):
    """Start a program in a session of its own that heeds Ctrl-C, even where the tests themselves were told not to."""
    heed = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    pipes = {"stdout": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    return subprocess.Popen(command, start_new_session=True, preexec_fn=heed, **(pipes | options))


def press_ctrl_c(program):
    """Press Ctrl-C for a program and everything that it started, and give what it said since; end it if it goes on."""
    os.killpg(program.pid, signal.SIGINT)
    try:
        return program.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        raise


SLOW_TO_STOP = """
import time
try:
    print("started", flush=True)
    time.sleep(60)
except KeyboardInterrupt:
    time.sleep(0.3)
    print("put all in order", flush=True)
"""


def test_on_ctrl_c_the_program_we_started_ends_first():
    script = f"import sys; from steps import *; sys.exit(conclude(lambda: run([sys.executable, '-c', {SLOW_TO_STOP!r}])))"
    started = start_alone([sys.executable, "-c", script], cwd=SCRIPTS, stderr=subprocess.STDOUT)
    assert started.stdout.readline() == "started\n"
    assert press_ctrl_c(started)[0] == "put all in order\nStopped before the end. Run it again to start over.\n"


# --- the browser


@pytest.mark.parametrize(
    ("found", "may_install", "used", "installs"),
    [
        pytest.param(["/usr/bin/chromium"], True, "/usr/bin/chromium", False, id="a browser that is here is used"),
        pytest.param([None, "/usr/bin/chromium"], True, "/usr/bin/chromium", True, id="on Debian a missing one is installed"),
        pytest.param([None, None], True, None, True, id="an install that fails says what to do"),
        pytest.param([None], False, None, False, id="elsewhere a missing one is asked for"),
    ],
)
def test_the_tests_get_a_browser(monkeypatch, tmp_path, found, may_install, used, installs):
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    answers, commands = iter(found), []
    monkeypatch.setattr(browser, "find", lambda: next(answers))
    monkeypatch.setattr(browser, "can_install", lambda: may_install)
    try:
        result = browser.require(tmp_path / "log", run=lambda command, output: commands.append(command[:2]))
    except steps.CannotGoOn as refusal:
        result, sentence = None, str(refusal)
        assert "sudo apt install chromium fonts-dejavu-core" in sentence
    assert result == used
    assert commands == ([["apt-get", "update"], ["apt-get", "install"]] if installs else [])


def test_a_browser_named_by_hand_goes_first(tmp_path):
    mine = tmp_path / "mine"
    mine.write_text("", encoding="utf-8")
    assert browser.require(tmp_path / "log", run=None, wish=str(mine)) == str(mine)


def test_a_browser_named_by_hand_must_be_there(tmp_path):
    with pytest.raises(steps.CannotGoOn, match="BROWSER_PATH must name a browser's program file; there is none at /nowhere"):
        browser.require(tmp_path / "log", run=None, wish="/nowhere")


# --- refusals of the build


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_must_be_a_port(port):
    with pytest.raises(steps.CannotGoOn, match=f"A port is a number from 1 to 65535, and this is {port}"):
        load_script("build").refuse_taken(port)


def test_a_port_in_use_is_refused_with_another():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(steps.CannotGoOn, match=f"Port {port} is in use.*--port"):
            load_script("build").refuse_taken(port)


@pytest.mark.parametrize(("exists", "named"), [(True, "site"), (False, "")], ids=["an old result", "no result yet"])
def test_a_folder_that_cannot_be_written_is_refused(monkeypatch, tmp_path, exists, named):
    if exists:
        (tmp_path / "site").mkdir()
    monkeypatch.setattr(os, "access", lambda place, mode: False)
    with pytest.raises(steps.CannotGoOn) as refusal:
        load_script("build").refuse_unwritable(tmp_path / "site")
    assert str(refusal.value).startswith(f"The folder {tmp_path / named} cannot be written to.")


# --- the real scripts, in a small project of their own, started from another folder


@pytest.fixture
def small_project(tmp_path):
    """A project with one page and one test, whose .venv holds the packages of the one that runs this test."""
    root = tmp_path / "small project"
    for folder in ("docs", "tests", ".venv"):
        (root / folder).mkdir(parents=True)
    for folder in ("scripts", "requirements"):
        shutil.copytree(ROOT / folder, root / folder)
    for part in Path(sys.prefix).iterdir():
        if part.name != "filled-from.txt":
            (root / ".venv" / part.name).symlink_to(part)
    locks = [f"{name} {environment.digest(root / 'requirements' / name)}" for name in environment.TEST]
    environment.mark(root / ".venv", locks)
    (root / "mkdocs.yml").write_text("site_name: Small\nuse_directory_urls: false\n", encoding="utf-8")
    (root / "docs" / "index.md").write_text("# Hello\n", encoding="utf-8")
    one_test = "import os\n\ndef test_browser():\n    assert os.environ['BROWSER_PATH'] == os.environ['EXPECTED']\n"
    (root / "tests" / "test_one.py").write_text(one_test, encoding="utf-8")
    (tmp_path / "test_of_another_project.py").write_text("def test_other():\n    assert False\n", encoding="utf-8")
    return root


def start(small_project, *words, expected=sys.executable):
    """What a script says and ends with, started from the folder above the project."""
    command = [sys.executable, "small project/scripts/" + words[0], *words[1:]]
    settings = {**os.environ, "BROWSER_PATH": sys.executable, "EXPECTED": expected}
    return subprocess.run(command, cwd=small_project.parent, env=settings, capture_output=True, text=True, encoding="utf-8")


def test_build_makes_the_site_from_any_folder_and_says_how_to_look_at_it(small_project):
    ended = start(small_project, "build.py")
    front = small_project / "site" / "index.html"
    watch = "python3 small project/scripts/build.py --serve"
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == f"The site is made. Open {front} in a browser, or watch your changes: {watch}\n"
    assert "Hello" in front.read_text(encoding="utf-8")


def test_build_is_strict_and_passes_on_the_code(small_project):
    (small_project / "docs" / "index.md").write_text("[there](nowhere.md)\n", encoding="utf-8")
    ended = start(small_project, "build.py")
    assert ended.returncode == 1
    assert "nowhere.md" in ended.stderr
    assert ended.stderr.splitlines()[-1] == "The site was not built; the lines above say why."


def test_serve_shows_the_site_until_ctrl_c(small_project):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "small project/scripts/build.py", "--serve", "--port", str(port)]
    server = start_alone(command, cwd=small_project.parent, stderr=subprocess.PIPE)
    try:
        address = next(word for line in server.stderr for word in line.split() if word.startswith("http://"))
        page = urllib.request.urlopen(address).read().decode("utf-8")
    finally:
        last, _ = press_ctrl_c(server)
    assert "Hello" in page
    assert (server.returncode, last) == (0, "The preview has ended.\n")


@pytest.mark.parametrize(
    ("words", "expected", "code", "line"),
    [
        pytest.param([], sys.executable, 0, "All tests passed.", id="all pass, with the browser found"),
        pytest.param([], "another", 1, "Some tests failed; the lines above say which.", id="one fails"),
        pytest.param(
            ["-k", "nothing"], "", 5, "No test was run, because none fits what was asked for.", id="words go on to pytest"
        ),
        pytest.param(["--no-such-option"], "", 4, "The tests could not be run; the lines above say why.", id="wrong words"),
    ],
)
def test_test_runs_the_tests_and_says_how_they_went(small_project, words, expected, code, line):
    ended = start(small_project, "test.py", *words, expected=expected)
    assert ended.returncode == code, ended.stdout
    assert (ended.stderr + ended.stdout if code == 0 else ended.stderr).splitlines()[-1] == line


@pytest.mark.parametrize("name", ["build.py", "test.py", "lock.py"])
def test_help_explains_without_preparing_anything(small_project, name):
    shutil.rmtree(small_project / "requirements")
    ended = start(small_project, name, "-h")
    assert ended.returncode == 0
    assert ended.stdout.startswith(f"usage: {name}")


# --- what the files promise


@pytest.mark.parametrize("name", BEFORE_VENV)
def test_a_script_that_runs_first_can_be_read_by_an_old_python(name):
    ast.parse((SCRIPTS / f"{name}.py").read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("name", BEFORE_VENV)
def test_a_script_that_runs_first_needs_nothing_installed(name):
    tree = ast.parse((SCRIPTS / f"{name}.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names | set(BEFORE_VENV)


def test_the_server_runs_what_the_readme_tells_people_to_run():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    orders = [line for line in lines if line and not line.startswith("#")]
    assert orders == ["set -eu", 'cd "$(dirname "$0")/.."', "python3 scripts/test.py"]
    for command in ("python3 scripts/build.py", "python3 scripts/test.py"):
        assert re.search(rf"^ *{re.escape(command)}( *#.*)?$", readme, flags=re.MULTILINE), f"README.md must show: {command}"
