"""Help now and the way off the page: off at first, said with care when wrong, shown before the content, and quiet."""

import re
import shutil
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, TODAY, TOY, run

from knowledgebase.load import load
from knowledgebase.model.help import Help, Leave, Service
from knowledgebase.reading.help import read_help
from knowledgebase.writing.site import Site
from visits import served

LAMP = """\
services:
  - country: The north coast
    service: The lamp line
    number: 000 00-00
    hours: from dusk to dawn
    link: https://example.org/lamp
    checked: 2026-11-20
"""
AWAY = """\
leave:
  link: https://example.org/tides
  words: To the tides
"""


def test_the_committed_file_sets_nothing_and_names_no_number():
    text = (ROOT / "help.yml").read_text("utf-8")
    assert all(line.startswith("#") for line in text.splitlines())
    assert re.findall(r"\d+", text) == ["90"]  # the days after which a check is overdue
    assert read_help(text) == (Help(), ())


def test_the_committed_file_shows_every_field_once_the_signs_are_taken_away():
    text = (ROOT / "help.yml").read_text("utf-8")
    example = text[text.index("# services:") :]
    shown = [re.match(r"# +(?:- )?([a-z]+):", line) for line in example.splitlines()]
    fields = [*Help.model_fields, *Service.model_fields, *Leave.model_fields]
    assert sorted(found[1] for found in shown if found) == sorted(fields)


SAYS_NOTHING = {"an empty file": "", "comments only": "# services:\n#   - country: x\n", "an empty list": "services: []\n"}


@pytest.mark.parametrize("text", SAYS_NOTHING.values(), ids=SAYS_NOTHING)
def test_a_file_that_says_nothing_switches_both_off(text):
    settings, problems = read_help(text)
    assert (settings.services, settings.leave, problems) == ((), None, ())


def test_what_the_file_says_is_read():
    settings, problems = read_help(LAMP + AWAY)
    assert problems == ()
    [service] = settings.services
    assert (service.country, service.service, service.hours) == ("The north coast", "The lamp line", "from dusk to dawn")
    assert (service.number, service.call, service.checked) == ("000 00-00", "tel:0000000", date(2026, 11, 20))
    assert (settings.leave.link, settings.leave.words) == ("https://example.org/tides", "To the tides")


def test_the_way_off_the_page_has_words_of_its_own():
    assert read_help("leave: {link: https://example.org}")[0].leave.words == "Leave this page"


NUMBER = '"number" must be one telephone number, in digits with single spaces or "-" between them: found'
LINK = '"link" must be a web address that begins with https:// or http:// and holds no space: found'
SETTINGS = "a file must be a file of settings with fields: found"
# name: (text to change, its replacement, the problem)
CANNOT_BE_READ = {
    "text for the whole": (LAMP, "call us", f'1:1: {SETTINGS} "call us"'),
    "a list for the whole": (LAMP, "- a", f"1:1: {SETTINGS} a list"),
    "an unknown setting": ("services:", "servces:", '1:1: a file of settings has no field "servces"; did you mean "services"?'),
    "an unknown field": ("hours:", "hour:", '5:5: a service has no field "hour"; did you mean "hours"?'),
    "a field twice": ("    hours:", "    number: 1\n    hours:", '5:5: a field must be given once: found "number" again'),
    "a missing field": ("    hours: from dusk to dawn\n", "", '2:5: a service must have the field "hours": When somebody answers, as in "day and night".'),
    "an empty field": ("from dusk to dawn", "", '5:11: "hours" must not be empty'),
    "fields for the list": ("  - country", "    country", '2:5: "services" must be a list: found fields'),
    "text for a service": (LAMP, "services: [lamp]", '1:12: "services" must be a service with fields: found "lamp"'),
    "a list for a line": ("The lamp line", "[a, b]", '3:14: "service" must be text: found a list'),
    "several lines for a line": ("The lamp line", ">-\n      a\n\n      b", '3:14: "service" must be one line: found 2 lines'),
    "a number with letters": ("000 00-00", "CALL US", f'4:13: {NUMBER} "CALL US"'),
    "a number with a (0) that some must leave out": ("000 00-00", "+00 (0) 00", f'4:13: {NUMBER} "+00 (0) 00"'),
    "two numbers": ("000 00-00", "000 0000 / 000 0001", f'4:13: {NUMBER} "000 0000 / 000 0001"'),
    "a number longer than numbers are": ("000 00-00", "0" * 16, f'4:13: {NUMBER} "{"0" * 16}"'),
    "a number in digits of another script": ("000 00-00", "\u0660\u0661\u0662", f'4:13: {NUMBER} "\u0660\u0661\u0662"'),
    "a link that runs a script": ("https://example.org/lamp", "javascript:alert(1)", f'6:11: {LINK} "javascript:alert(1)"'),
    "a link within the site": ("https://example.org/lamp", "../lamp.html", f'6:11: {LINK} "../lamp.html"'),
    "a link that hides its host": ("https://example.org/lamp", "https://example.org@example.com", f'6:11: {LINK} "https://example.org@example.com"'),
    "a link with a quote": ("https://example.org/lamp", "https://example.org/\"x", f'6:11: {LINK} "https://example.org/"x"'),
    "a day that there is not": ("2026-11-20", "2026-02-30", '7:14: "checked" must be a date such as 2026-11-22: found "2026-02-30"'),
    "a day in another order": ("2026-11-20", "20.11.2026", '7:14: "checked" must be a date such as 2026-11-22: found "20.11.2026"'),
    "a tag": ("The lamp line", "!x y", "3:14: a record must not use YAML tags: found !x"),
    "text for the way off the page": (LAMP, "leave: away", '1:8: "leave" must be the way off the page with fields: found "away"'),
    "nothing for the way off the page": (LAMP, "leave:", '1:7: "leave" must be the way off the page with fields: found nothing'),
    "a way off the page with an unknown field": (LAMP, "leave: {link: https://a.example, word: x}", '1:34: the way off the page has no field "word"; did you mean "words"?'),
    "a way off the page that leads nowhere": (LAMP, "leave: {words: Away}", '1:8: the way off the page must have the field "link": Where it leads: a page that nobody needs to explain, such as a weather report.'),
    "a way off the page to another scheme": (LAMP, "leave: {link: 'ftp://a.example'}", f'1:15: {LINK} "ftp://a.example"'),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), CANNOT_BE_READ.values(), ids=CANNOT_BE_READ)
def test_what_cannot_be_read_is_said_with_its_place(old, new, message):
    assert old in LAMP
    settings, problems = read_help(LAMP.replace(old, new, 1))
    assert f"help.yml:{message}" in map(str, problems)
    assert all(problem.fatal for problem in problems)
    assert (settings.services, settings.leave) == ((), None)


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(TOY, tmp_path / "toy")
    return tmp_path / "toy"


OVERDUE = 'help.yml:7:14: "The lamp line" must be checked every 90 days: found 2026-08-23, so the check was due on 2026-11-21'
CHECKS = {
    "today": ("2026-11-22", []),
    "90 days ago": ("2026-08-24", []),
    "91 days ago": ("2026-08-23", [(OVERDUE, "overdue-check")]),
    "tomorrow": ("2026-11-23", [("help.yml:7:14: the day of a check must not lie in the future: found 2026-11-23, and today is 2026-11-22", "check-in-future")]),
}  # fmt: skip


@pytest.mark.parametrize(("day", "problems"), CHECKS.values(), ids=CHECKS)
def test_a_service_must_have_been_checked_within_90_days(folder, day, problems):
    (folder / "help.yml").write_text(LAMP.replace("2026-11-20", day), "utf-8")
    found = load(folder, TODAY).problems
    assert [(str(problem), problem.rule, problem.fatal) for problem in found] == [(*row, False) for row in problems]


def test_a_folder_in_the_place_of_the_file_is_told(folder):
    (folder / "help.yml").mkdir()
    assert [str(problem) for problem in load(folder, TODAY).problems] == ["help.yml: this must be a file: found a folder"]


def shown(folder, text):
    (folder / "help.yml").write_text(text, "utf-8")
    return Site(load(folder, TODAY).base).notice


def test_nothing_is_shown_where_nothing_is_set(toy, folder):
    assert Site(toy).notice == shown(folder, "# nothing\n") == ""


def test_a_service_is_shown_with_all_that_is_known_of_it(folder):
    html = shown(folder, LAMP)
    assert '<section class="kb-notice" aria-label="Help now">' in html
    told = 'The north coast: <a href="https://example.org/lamp" rel="noreferrer">The lamp line</a>, <a class="kb-number" href="tel:0000000">000 00-00</a>, from dusk to dawn'
    assert told in html
    assert '(checked on <time datetime="2026-11-20">20 November 2026</time>)' in html
    assert "kb-leave" not in html


def test_the_way_off_is_a_plain_link_that_says_what_it_does_not_do(folder):
    html = shown(folder, AWAY)
    assert '<section class="kb-notice" aria-label="To the tides">' in html
    assert '<a class="kb-leave" href="https://example.org/tides" rel="noreferrer">To the tides</a>' in html
    assert "This device still remembers in its history that you were here." in html
    assert "Help now" not in html


def test_what_the_file_says_cannot_become_markup(folder):
    html = shown(folder, LAMP.replace("The lamp line", '"<script>\\"& </script>"') + AWAY.replace("To the tides", "'\"><b>'"))
    assert "&lt;script&gt;&#34;&amp; &lt;/script&gt;" in html
    assert "<script" not in html
    assert "<b>" not in html


@pytest.fixture(scope="module")
def noticed_site(tmp_path_factory):
    """The toy site with both settings; the way off leads to a page beside it. Gives the folder to serve."""
    folder = tmp_path_factory.mktemp("noticed") / "toy"
    shutil.copytree(TOY, folder)
    config = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("../..", ROOT.as_posix()), "utf-8")
    (folder / "help.yml").write_text(LAMP + AWAY, "utf-8")
    built = run("mkdocs", folder, "build", "--strict")
    assert built.returncode == 0, built.stderr
    return folder / "site"


def test_the_settings_stand_before_the_content_of_every_page(noticed_site):
    for page in noticed_site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert text.index("</header>") < text.index('class="kb-notice"') < text.index("<main"), page.name


def test_an_overdue_check_stops_the_strict_build_and_is_a_warning_else(toy_copy):
    (toy_copy / "help.yml").write_text(LAMP.replace("2026-11-20", "2026-08-23"), "utf-8")
    strict = run("mkdocs", toy_copy, "build", "--strict")
    assert (strict.returncode, OVERDUE in strict.stderr) == (1, True)
    lenient = run("mkdocs", toy_copy, "build")
    assert (lenient.returncode, OVERDUE in lenient.stderr) == (0, True)


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def reader(browser, request, noticed_site):
    """A page on a phone on which the way off leads to a page of this machine, and whether it runs scripts."""
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=request.param)
    page = context.new_page()
    with served(noticed_site) as address:
        page.route("https://example.org/tides", lambda route: route.fulfill(body="<title>Tides</title>", content_type="text/html"))
        page.goto(f"{address}/index.html")
        page.goto(f"{address}/definitions/keeper.html")
        yield page, request.param
    context.close()


def test_the_way_off_takes_the_place_of_the_page_where_scripts_run(reader):
    page, scripts = reader
    page.get_by_role("link", name="To the tides").click()
    page.wait_for_url("https://example.org/tides")
    page.go_back()
    assert page.url.endswith("/index.html" if scripts else "/definitions/keeper.html")


def test_both_settings_fit_the_narrowest_screen_and_can_be_touched(reader):
    page, _ = reader
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for link in page.locator(".kb-notice a").all():
        assert link.bounding_box()["height"] >= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_settings_bring_no_barrier_that_axe_knows(page, noticed_site, scheme):
    page.emulate_media(color_scheme=scheme)
    with served(noticed_site) as address:
        page.goto(f"{address}/definitions/keeper.html")
        found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
