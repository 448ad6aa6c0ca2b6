"""What people can do to the files by accident or in anger: every row gives the exact message, and no row a traceback.

Each row changes a copy of the toy knowledge base. What cannot be read is fatal; what can still be shown is a warning.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from datetime import date

import markdown
import pytest
from conftest import ROOT, TODAY, TOY, run

from knowledgebase.load import load
from knowledgebase.occasion import build_day
from knowledgebase.problems import LONGEST_MESSAGE, Place, Problem
from knowledgebase.reading import yaml_tree
from knowledgebase.sentences import sentences
from knowledgebase.syntax import Malformed, parse, plain
from knowledgebase.writing.hand_pages import NotationExtension
from knowledgebase.writing.site import Site

KEEPER, WATCHES, GUIDANCE = "data/definitions/keeper.yml", "data/continuum/watches.yml", "data/guidance/for-keepers.yml"
LIGHTHOUSE, SURVEY, BIB = "data/definitions/lighthouse.yml", "data/evidence/survey-of-towers.yml", "bibliography.bib"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(TOY, tmp_path / "toy")
    return tmp_path / "toy"


def written(folder, path, old, new):
    file = folder / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def told(folder):
    return [(str(problem), problem.fatal) for problem in load(folder, TODAY).problems]


FATAL = {
    "a field named like pydantic's own word": (KEEPER, "unknown: >-", '"[key]": x\nunknown: >-', f'{KEEPER}:13:1: a record has no field "[key]"; its fields are title, in_short, claims, differ, no_difference, unknown, see, aliases, everyday_words, concerns, levels, reviewed, other_names, hard_words, compared'),
    "the same in a claim": (KEEPER, "    basis", '    "[key]": x\n    basis', f'{KEEPER}:8:5: a claim has no field "[key]"; its fields are id, text, basis, cite, check, aliases'),
    "an unknown relation": (LIGHTHOUSE, "  related: [keeper]", '  relatd: [keeper]', f'{LIGHTHOUSE}:29:3: the name of a relation must be one of part-of, has-part, answers, answered-by, leads-to, follows-from, illustrates, illustrated-by, extends, extended-by, qualifies, qualified-by, agrees-with, contradicts, related: found "relatd"; did you mean "related"?'),
    "an unknown aspect": (LIGHTHOUSE, "      pay:", "      wage:", f'{LIGHTHOUSE}:38:7: the name of an aspect must be one of lived-experience, training, pay, setting, direction: found "wage"'),
    "a list where one word must be": (KEEPER, "basis: stated", "basis: [stated]", f'{KEEPER}:8:12: "basis" must be one of stated, reported, experience, derived: found a list'),
    "a day as seconds since 1970": (KEEPER, "2026-11-20", "1795219200", f'{KEEPER}:16:11: "reviewed" must be a date such as 2026-11-22: found "1795219200"'),
    "a day as a nought": (KEEPER, "2026-11-20", "0", f'{KEEPER}:16:11: "reviewed" must be a date such as 2026-11-22: found "0"'),
    "a day with a time": (KEEPER, "2026-11-20", "2026-11-20T00:00", f'{KEEPER}:16:11: "reviewed" must be a date such as 2026-11-22: found "2026-11-20T00:00"'),
    "an earlier id that is the index": (KEEPER, "unknown: >-", "aliases: [index]\nunknown: >-", f'{KEEPER}:13:11: "index" is reserved and must not be an earlier id'),
    "a title cut off by a number sign": (KEEPER, "title: Keeper", "title: Keeper #1 of two", f'{KEEPER}:1:14: a text must not be followed by " #", which cuts off the rest of its line: found "#1 of two"; put it in quotes if it is text, or on a line of its own if it is a comment'),
    "a list cut off by a number sign": (LIGHTHOUSE, "[beacon]", "[beacon #2]", f'{LIGHTHOUSE}:4:21: a text must not be followed by " #", which cuts off the rest of its line: found "#2]"; put it in quotes if it is text, or on a line of its own if it is a comment'),
    "an escape for a control character": (KEEPER, "title: Keeper", r'title: "Kee\eper"', f"{KEEPER}:1:8: a text must hold no control characters: found U+001B; write it without the escape"),
    "an escape for a line separator": (KEEPER, "title: Keeper", r'title: "Kee\Lper"', f"{KEEPER}:1:8: a text must hold no control characters: found U+2028; write it without the escape"),
    "a control character of the second row": (KEEPER, "Keeper", "Kee\x90per", f"{KEEPER}:1:11: the text must hold no control characters: found U+0090; delete it"),
    "a byte-order mark within the text": (KEEPER, "Keeper", "Kee\ufeffper", f"{KEEPER}:1:11: the text must hold no control characters: found U+FEFF; delete it"),
    "a YAML directive": (KEEPER, "title", "%YAML 2.0\n---\ntitle", f"{KEEPER}:1:1: this is not YAML: found incompatible YAML document; leave out the line that begins with %"),
    "a tab that indents": (KEEPER, "  A keeper", "\tA keeper", f"{KEEPER}:3:1: this is not YAML: while scanning a block scalar found a tab character where an indentation space is expected; indent with spaces, not tabs"),
    "lists nested without end": (KEEPER, "title: Keeper", "title: " + "[" * 50_000, f"{KEEPER}:1:27: a record must not be nested deeper than 20 levels"),
    "text for the half of a pair": (GUIDANCE, "    do:\n      text: >-\n        Rest by day.\n      tier: advice\n      claims: [rest]\n", "    do: rest\n", f'{GUIDANCE}:13:9: "do" must be one half of a pair with fields: found "rest"'),
    "nothing for a position": (WATCHES, "  - id: alone", "  -\n  - id: alone", f'{WATCHES}:18:4: "positions" must be a position with fields: found nothing'),
    "a list for a fact": (SURVEY, "design:\n  text: >-\n    A survey.\n  claims: [counted]\n", "design: [survey]\n", f'{SURVEY}:12:9: "design" must be a fact with fields: found a list'),
    "text for the comparison": (LIGHTHOUSE, "compared:\n", "compared: no\nx:\n", f'{LIGHTHOUSE}:33:11: "compared" must be a list: found "no"'),
    "a key that leaves its folder": (BIB, "@book{ash2001", "@book{../../ash", f'{BIB}:2:1: a key must be letters a-z, digits, "-" and "_", so that [@key] can cite it: found "../../ash"; did you mean "ash"?'),
}  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "message"), FATAL.values(), ids=FATAL)
def test_what_cannot_be_read_is_fatal(folder, path, old, new, message):
    written(folder, path, old, new)
    assert (message, True) in told(folder)


def field(name, value):
    return (BIB, "  author    = {Ash", f"  {name} = {{{value}}},\n  author    = {{Ash")


def page(text):
    return ("docs/index.md", "#", f"{text}\n\n#")


START, HEAD = "docs/index.md", "---\ntitle: Lights\n---\n"


def head(fields):
    return (START, HEAD, f"---\n{fields}\n---\n")


A_PAGE_HAS_NO = f"{START}:2:1: a page has no field"
NOTATIONS = "must hold at most 2,000 notations: found"
FATAL_PAGES = {
    "a template": (*head("template: nope.html"), f'{A_PAGE_HAS_NO} "template"; its fields are title, description'),
    "a field with a slip": (*head("titel: x"), f'{A_PAGE_HAS_NO} "titel"; did you mean "title"?'),
    "a field of the theme": (*head("hide: 3"), f'{A_PAGE_HAS_NO} "hide"; its fields are title, description'),
    "a list for a title": (*head("title: [a]"), f'{START}:2:8: "title" must be a line of text: found [a]'),
    "an empty title": (*head("title:"), f'{START}:2:7: "title" must be a line of text: found nothing'),
    "a title cut off": (*head("title: One #2"), f'{START}:2:11: a text must not be followed by " #", which cuts off the rest of its line: found "#2"; put it in quotes if it is text, or on a line of its own if it is a comment'),
    "a field twice": (*head("title: a\ntitle: b"), f'{START}:3:1: a field must be given once: found "title" again'),
    "a notation in a title": (*head("title: On [[keeper]]"), f'{START}:2:8: "title" must hold no notation: found "On [[keeper]]"; write the words themselves'),
    "fields that are a list": (*head("- a"), f'{START}:1:1: the fields of a page must be written "name: value": found a list'),
    "fields that are a text": (*head("a"), f'{START}:1:1: the fields of a page must be written "name: value": found "a"'),
    "no fields": (START, HEAD, "---\n---\n", f'{START}:1:1: the fields of a page must be written "name: value": found nothing'),
    "broken fields": (*head("title: [a"), f"{START}:3:1: this is not YAML: while parsing a flow sequence did not find expected ',' or ']'; is a bracket not closed, or does \" #\" cut the line off?"),
    "a tag in a field": (*head("title: !!python/name:os.system x"), f"{START}:2:8: a page must not use YAML tags: found !!python/name:os.system"),
    "fields without an end": (START, HEAD, "---\ntitle: x\n", f'{START}:1:1: the fields of a page must end with a line "---": found none; a page without fields must not begin with ---'),
    "a first line that would be lost": (START, HEAD, "Note: all is well\n", f'{START}:1:1: a page must not begin with a word and ":", which is taken for a field and not shown: found "Note:"; begin with a heading, or put fields between two lines of ---'),
    "thousands of notations": ("docs/index.md", "# Lights", "# Lights " + "[[a b]] " * 3000, f"{START}: a page {NOTATIONS} 3,0"),
    "thousands of notations in a record": (KEEPER, "How many", "[[a b]] " * 3000 + "How many", f"{KEEPER}: a record {NOTATIONS} 3,002"),
    "a record of a megabyte": (KEEPER, "How many", "how " * 250_000 + "How many", f"{KEEPER}: a file must hold at most 500,000 bytes: found 1,000,"),
    "thousands of fields that are none": (KEEPER, "reviewed", "".join(f"field{n}: x\n" for n in range(150)) + "reviewed", f"{KEEPER}:116:1: more than 100 problems, and from here on they are not told; mend some of those above first"),
    "a key that is a device of Windows": (BIB, "@book{ash2001", "@book{con", f'{BIB}:2:1: a key must not be the name of a device of Windows, which no file may have there: found "con"'),
    "the same in capitals": (BIB, "@book{ash2001", "@book{LPT1", f'{BIB}:2:1: a key must not be the name of a device of Windows, which no file may have there: found "LPT1"'),
    "an earlier id that is a device": (KEEPER, "unknown: >-", "aliases: [com1]\nunknown: >-", f'{KEEPER}:13:11: "com1" is reserved and must not be an earlier id'),
    "braces without end": (BIB, "@book{ash2001", "@book{x, title = {" + "{" * 5000 + "\n@book{ash2001", f"{BIB}: braces must not stand within each other more than 1000 times: found more; is one not closed?"),
    "very many entries": (BIB, "@book{ash2001", "@book{a b\n" * 20_001 + "@book{ash2001", f"{BIB}: a bibliography must hold at most 20,000 entries: found 20,0"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "message"), FATAL_PAGES.values(), ids=FATAL_PAGES)
def test_what_no_page_or_file_may_hold_is_fatal(folder, path, old, new, message):
    written(folder, path, old, new)
    assert [words for words, fatal in told(folder) if fatal and words.startswith(message)], told(folder)[:5]


NO_ADDRESS = f'{BIB}:3:3: "url" must begin with https://, http:// or mailto: and hold no space: found'
WARNED = {
    "an address that runs a script": (*field("url", "JavaScript:alert(1)"), f'{NO_ADDRESS} "JavaScript:alert(1)"; it is not shown'),
    "an address that holds a page": (*field("url", "data:text/html,x"), f'{NO_ADDRESS} "data:text/html,x"; it is not shown'),
    "an address within the site": (*field("url", "../../x.html"), f'{NO_ADDRESS} "../../x.html"; it is not shown'),
    "an address without its scheme": (*field("url", "www.example.org"), f'{NO_ADDRESS} "www.example.org"; it is not shown'),
    "a DOI that is none": (*field("doi", "javascript:alert(1)"), f'{BIB}:3:3: "doi" must be like 10.1037/rev0000126: found "javascript:alert(1)"'),
    "a link with half an address": (*page("[a](http://[::1)"), 'docs/index.md:5:5: the address of a link must be one that a browser can read: found "http://[::1" (Invalid IPv6 URL)'),
    "a picture with half an address": (*page("![a](http://[::1)"), 'docs/index.md:5:6: the address of a link must be one that a browser can read: found "http://[::1" (Invalid IPv6 URL)'),
    "half an address further down": (*page("[a][b]\n\n[b]: http://[::1"), 'docs/index.md:7:6: the address of a link must be one that a browser can read: found "http://[::1" (Invalid IPv6 URL)'),
    "a notation in a heading": (*page("## On [[keeper]]"), 'docs/index.md:5:7: a heading must hold no notation: found "[[keeper]]"; write the words themselves, and link below'),
    "a notation in an underlined heading": (*page("On [@ash2001]\n---"), 'docs/index.md:5:4: a heading must hold no notation: found "[@ash2001]"; write the words themselves, and link below'),
    "a link within a link": (*page("[a [[keeper]]](index.md)"), 'docs/index.md:5:4: the words of a link or picture must hold no notation: found "[[keeper]]"; write the words themselves, and link below'),
    "a notation in a tag": (*page('<i title="[[keeper]]">x</i>'), 'docs/index.md:5:11: an HTML tag must hold no notation: found "[[keeper]]"; write the words themselves, and link below'),
}  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "message"), WARNED.values(), ids=WARNED)
def test_what_can_still_be_shown_is_a_warning(folder, path, old, new, message):
    written(folder, path, old, new)
    assert (message, False) in told(folder)
    assert "javascript:alert(1)" not in "".join(re.findall(r'href="(?!https?:)[^"]*"', pages_text(folder))).lower()


def pages_text(folder):
    return "".join(page.article for page in Site(load(folder, TODAY).base).pages.values())


def make_file(path, content=b""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


FOUND = {
    "a folder named like a record": (lambda f: (f / "data/forms/x.yml").mkdir(), 'data/forms/x.yml: a folder of records must hold files named ID.yml only: found "x.yml", which is a folder'),
    "a pipe named like a record": (lambda f: os.mkfifo(f / "data/forms/x.yml"), 'data/forms/x.yml: a folder of records must hold files named ID.yml only: found "x.yml", which is something that is no file'),
    "a link to itself": (lambda f: os.symlink("x.yml", f / "data/forms/x.yml"), 'data/forms/x.yml: a folder of records must hold files named ID.yml only: found "x.yml", which is a link that leads nowhere'),
    "a record outside the folders": (lambda f: make_file(f / "data/x.yml"), 'data/x.yml: data/ must hold a folder for each kind and no files beside README.md: found "x.yml"'),
    "a file in the place of a kind": (lambda f: make_file(f / "data/values"), 'data/values: data/ must hold a folder for each kind and no files beside README.md: found "values"'),
    "a name that is not UTF-8": (lambda f: make_file(f / "data/forms" / os.fsdecode(b"caf\xe9.yml"), b"title: x"), 'data/forms/caf\\udce9.yml: the file name is the id and must be in a-z, 0-9 and single "-": found "caf\\udce9"; did you mean "caf"?'),
    "UTF-16 without a mark": (lambda f: make_file(f / KEEPER, "title: x".encode("utf-16-le")), f"{KEEPER}:1:1: the text must be saved as UTF-8: found UTF-16"),
    "a pipe for the bibliography": (lambda f: ((f / BIB).unlink(), os.mkfifo(f / BIB)), f"{BIB}: this must be a file: found something that is no file"),
    "a picture that is a pipe": (lambda f: os.mkfifo(f / "docs/x.png"), "docs/x.png: this must be a file: found something that is no file"),
    "a folder that holds itself": (lambda f: os.symlink(".", f / "docs/x"), "docs/x: a link must not lead to a folder that it stands in"),
    "a page whose name is not UTF-8": (lambda f: make_file(f / "docs" / os.fsdecode(b"caf\xe9.md")), "docs/caf\\udce9.md: the name of a file must be letters and signs that can be shown"),
    "a page of the other ending in Latin-1": (lambda f: make_file(f / "docs/x.markdown", b"caf\xe9"), "docs/x.markdown:1:4: the text must be saved as UTF-8: found the byte 0xe9; was it saved as Latin-1 or Windows-1252?"),
    "a README in the place of an index": (lambda f: make_file(f / "docs/forms/README.md"), "docs/forms/README.md: a hand-written page must not take the place of one made from the data: found forms/index.html"),
    "a page that differs in capitals only": (lambda f: make_file(f / "docs/Definitions/Keeper.md"), "docs/Definitions/Keeper.md: a hand-written page must not take the place of one made from the data: found Definitions/Keeper.html"),
    "a file in the place of an edition": (lambda f: make_file(f / "docs/editions/2026-11-22.zip"), "docs/editions/2026-11-22.zip: a hand-written file must not take the place of one made from the data: found editions/2026-11-22.zip"),
    "a file in the place of a feed": (lambda f: make_file(f / "docs/feeds/all.xml"), "docs/feeds/all.xml: a hand-written file must not take the place of one made from the data: found feeds/all.xml"),
    "a file in the place of an export": (lambda f: make_file(f / "docs/data/knowledge.json"), "docs/data/knowledge.json: a hand-written file must not take the place of one made from the data: found data/knowledge.json"),
    "no front page": (lambda f: (f / "docs/index.md").unlink(), "docs/index.md: the front page of the site must be there: found no such file"),
    "no pages": (lambda f: shutil.rmtree(f / "docs"), "docs/index.md: the front page of the site must be there: found no such file"),
    "a binary page": (lambda f: make_file(f / "docs/x.md", bytes(range(1, 256))), "docs/x.md:2:118: the text must be saved as UTF-8: found the byte 0x80; was it saved as Latin-1 or Windows-1252?"),
    "a record named like a device": (lambda f: make_file(f / "data/forms/com1.yml", b"title: x"), 'data/forms/com1.yml: "com1" is reserved and must not be the id of a record'),
    "a record of the other ending": (lambda f: make_file(f / "data/forms/x.yaml"), 'data/forms/x.yaml: a folder of records must hold files named ID.yml only: found "x.yaml"; did you mean "x.yml"?'),
    "no data": (lambda f: shutil.rmtree(f / "data"), "data: this folder cannot be read: No such file or directory"),
    "no bibliography": (lambda f: (f / BIB).unlink(), f"{BIB}: this file cannot be opened: No such file or directory"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "message"), FOUND.values(), ids=FOUND)
def test_odd_files_are_told(folder, change, message):
    change(folder)
    assert message in [words for words, _ in told(folder)]


def test_a_folder_that_may_be_listed_but_not_entered_is_told(folder, monkeypatch):
    told_of = os.stat

    def refused(path, *given, **named):
        if os.fspath(path).endswith(".yml"):
            raise PermissionError(13, "Permission denied")
        return told_of(path, *given, **named)

    monkeypatch.setattr(os, "stat", refused)
    assert (f"{KEEPER}: this file cannot be opened: Permission denied", True) in told(folder)


def test_a_summary_of_nothing_but_a_citation_still_has_a_page(folder):
    written(folder, KEEPER, "A keeper looks after a [[lighthouse]].", "[@ash2001]")
    assert Site(load(folder, TODAY).base).pages["definitions/keeper.html"].description == "Keeper"


def test_text_of_any_script_is_shown_as_it_is(folder):
    words = "حارس المنارة 👩🏽‍🚒 Ⅷ <b>&amp;</b> {{ x }} {% raw %} {: .y }"
    written(folder, KEEPER, "How many keepers there are.", words)
    shown = "حارس المنارة 👩🏽‍🚒 Ⅷ &lt;b&gt;&amp;amp;&lt;/b&gt; {{ x }} {% raw %} {: .y }"
    article = Site(load(folder, TODAY).base).pages["definitions/keeper.html"].article
    assert shown in re.sub("</?bdi>", "", article)  # which sets apart what runs from right to left


def test_the_loader_without_c_tells_of_an_impossible_character(monkeypatch):
    monkeypatch.setattr(yaml_tree, "LOADER", yaml_tree.yaml.SafeLoader)
    problems = yaml_tree.read_yaml(r'title: "\UFFFFFFFF"', "x.yml")[2]
    assert [problem.rule for problem in problems] == ["yaml-syntax"]


LONG = {
    "openings that are never closed": ("[[ ", lambda text: sum(isinstance(part, Malformed) for part in parse(text)), 100_000),
    "openings of citations": ("[@ ", lambda text: sum(isinstance(part, Malformed) for part in parse(text)), 100_000),
    "abbreviations": ("e.g. ", lambda text: len(sentences(text)), 1),
    "empty lines": ("\n", lambda text: len(plain(f"a{text}b", str)), 100_002),
}


@pytest.mark.parametrize(("words", "measure", "found"), LONG.values(), ids=LONG)
def test_a_very_long_text_is_read_to_its_end(words, measure, found):
    """With a step back to the start for each of these, this would take longer than anybody waits."""
    assert measure(words * 100_000) == found


def test_a_message_is_one_line_of_bounded_length_that_turns_nothing_around():
    said = str(Problem(Place("a\nb.yml"), "\x1b[31m\u202e" + "x" * 10_000, "rule"))
    assert said.startswith("a\\u000ab.yml: \\u001b[31m\\u202ex")
    assert len(said) < LONGEST_MESSAGE + 50


STOPPED_WHILE_STARTING = "import ctrl_c; raise {error}"


@pytest.mark.parametrize(("error", "code", "said"), [("KeyboardInterrupt", 1, "Stopped before the end. Run it again to start over.\n"), ("ValueError", 1, "ValueError")])
def test_ctrl_c_while_a_script_starts_is_a_sentence_and_other_errors_stay_what_they_are(error, code, said):
    command = [sys.executable, "-c", STOPPED_WHILE_STARTING.format(error=error)]
    ended = subprocess.run(command, cwd=ROOT / "scripts", capture_output=True, text=True, check=False)
    assert ended.returncode == code
    assert ended.stderr == said if error == "KeyboardInterrupt" else said in ended.stderr


def test_every_script_answers_ctrl_c_before_it_imports_anything():
    scripts = [path for path in (ROOT / "scripts").glob("*.py") if '__name__ == "__main__"' in path.read_text("utf-8")]
    first = {path.name: re.search(r"^(?:import|from) (?!__future__)(\w+)", path.read_text("utf-8"), re.MULTILINE)[1] for path in scripts}
    assert len(first) > 8
    assert set(first.values()) == {"ctrl_c"}, first


@pytest.mark.parametrize("epoch", ["²", "9" * 30, "-1", "noon"])
def test_an_odd_build_day_is_today(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert isinstance(build_day(), date)


ON_HAND_PAGES = {
    "in a table": ("| a |\n|---|\n| [[keeper|the one]] |", '<td><a href="definitions/keeper.html">the one</a></td>'),
    "in a block of HTML": ("<div>[[keeper]]</div>", '<div><a href="definitions/keeper.html">Keeper</a></div>'),
    "with attributes after it": ("[[keeper]]{: .x #y }", '<p><a href="definitions/keeper.html">Keeper</a></p>'),
    "not in code with a bar": ("`[[a|b]]`", "<p><code>[[a|b]]</code></p>"),
    "not in a comment": ("<!-- [[keeper]] -->", "<!-- [[keeper]] -->"),
}


@pytest.mark.parametrize(("text", "html"), ON_HAND_PAGES.values(), ids=ON_HAND_PAGES)
def test_a_notation_on_a_hand_written_page(toy, text, html):
    made = markdown.markdown(text, extensions=[NotationExtension(), "tables", "attr_list"])
    assert html in Site(toy).hand_page("x.html", "Lights", "", "", made).article


BITS = (
    "", '"', ": ", "- ", "\n", "\t", "[", "]]", "[[", "[@", "*", " #", "|", "&a ", "!!s ", "<<: ", "---\n", "null", "no", "0123", "12:30",
    "<script>", "{{ x }}", "\\", "\x00", "😀", '"[key]": x', "cite: []", "crossref = {ash2001},", "year={}", "url={javascript:x}", "```",
)  # fmt: skip


def mutated(text, chance):
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(BITS) + text[at + chance.choice((0, 0, 1, 5, 40)) :]


@pytest.mark.parametrize("seed", range(3))
def test_random_damage_gives_problems_or_clean_pages(folder, seed):
    chance = random.Random(seed)
    files = sorted([*(folder / "data").rglob("*.yml"), folder / BIB, folder / "docs/index.md"])
    for _ in range(60):
        file = chance.choice(files)
        text = file.read_text("utf-8")
        file.write_text(mutated(mutated(text, chance), chance), "utf-8")
        loaded = load(folder, TODAY)
        if not loaded.fatal:
            site = Site(loaded.base)
            assert not [page.address for page in site.pages.values() if "<script" in page.article or 'href="javascript' in page.article]
            assert all(json.loads(export.content) for export in site.exports if export.address.endswith(".json"))
        file.write_text(text, "utf-8")


def test_no_text_of_the_data_becomes_markup_of_the_frame(toy_copy):
    """Themes put titles and descriptions into the page as they are."""
    folder = toy_copy
    written(folder, KEEPER, "title: Keeper", "title: '<script>one()</script>'")
    written(folder, KEEPER, "A keeper looks", "\"><script>two()</script> A keeper looks")
    written(folder, BIB, "{Ash, Ada and", "{{<script>three()</script>} and")
    built = run("mkdocs", folder, "build")
    assert built.returncode == 0, built.stderr
    for made in (folder / "site").rglob("*.html"):
        assert not re.search(r"<script>(one|two|three)", made.read_text("utf-8")), made
