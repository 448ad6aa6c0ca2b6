"""What scripts/publish.py adds to the promises, and that it takes nothing away."""

import pytest
from conftest import TODAY
from publishing import publish_script

import steps
from knowledgebase.load import load


@pytest.fixture(scope="module")
def publish():
    """The script as a module."""
    with publish_script() as module:
        yield module


def texts(root):
    return {path.name: path.read_text("utf-8") for path in (root / "published").iterdir()}


def test_a_first_release_promises_all_that_the_site_holds(publish, toy_copy, capsys):
    ending = publish.main([], toy_copy)
    files = texts(toy_copy)
    addresses = files["addresses.txt"].splitlines()
    assert addresses[0].startswith("# ")
    assert addresses[1:] == sorted(set(addresses[1:]))
    assert {"index.html", "index.html#lights", "forms/automatic-light.html#nobody", "works/ash2001.html", "data/knowledge.json"} <= set(addresses)
    assert not [line for line in addresses if line.startswith(("s/", "assets/", "search/"))]
    assert f"{len(addresses) - 1} addresses and " in ending.sentence
    assert "new: definitions/keeper.html and " in capsys.readouterr().err
    assert load(toy_copy, TODAY).problems == ()


def test_a_second_release_without_changes_changes_nothing(publish, toy_copy):
    publish.main([], toy_copy)
    before = texts(toy_copy)
    assert publish.main([], toy_copy).sentence == "Nothing is new; all that the site holds is promised already."
    assert texts(toy_copy) == before


def test_a_later_release_adds_lines_and_changes_none(publish, toy_copy):
    publish.main([], toy_copy)
    before = texts(toy_copy)
    path = toy_copy / "data/challenges/long-nights.yml"
    path.write_text(path.read_text("utf-8").replace("  - id: tired", "  - id: weary\n    aliases: [tired]"), "utf-8")
    ending = publish.main([], toy_copy)
    after = texts(toy_copy)
    assert ending.sentence == "1 addresses and 0 short codes are promised from now on."
    assert set(after["addresses.txt"].splitlines()) - set(before["addresses.txt"].splitlines()) == {"challenges/long-nights.html#weary"}
    assert after["codes.txt"] == before["codes.txt"]


def test_a_dry_run_writes_nothing(publish, toy_copy):
    assert "would be promised" in publish.main(["--dry-run"], toy_copy).sentence
    assert not (toy_copy / "published").exists()


def test_what_an_editor_wrote_about_removals_is_left_alone(publish, toy_copy):
    publish.main([], toy_copy)
    (toy_copy / "published/removed.yml").write_text("# Ours.\n", "utf-8")
    publish.main([], toy_copy)
    assert texts(toy_copy)["removed.yml"] == "# Ours.\n"


def test_with_a_problem_nothing_is_promised(publish, toy_copy, capsys):
    publish.main([], toy_copy)
    before = texts(toy_copy)
    (toy_copy / "data/benefits/quiet-nights.yml").unlink()
    with pytest.raises(steps.CannotGoOn, match="Nothing was promised: the lines above say what must be mended first"):
        publish.main([], toy_copy)
    assert 'found nothing for "benefits/quiet-nights.html"' in capsys.readouterr().err
    assert texts(toy_copy) == before
