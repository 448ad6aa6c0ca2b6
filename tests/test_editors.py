"""What editors are given: the check, the record to start from, the handbook and the schemas."""

import json
import os
import shutil
import subprocess
import sys

import jsonschema
import pytest
import yaml
from conftest import ROOT, TODAY, TOY

from describe import described
from knowledgebase.load import load
from knowledgebase.model import KINDS
from knowledgebase.writing.handbook import blank_record, schema_line

FOR_SCHEMAS = type("TextLoader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})  # every scalar is text, as in a record


def script(name, *arguments, folder=ROOT):
    """Run a script of this project, or of a copy of it."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795305600"}  # 2026-11-22
    command = [sys.executable, str(folder / "scripts" / name), *arguments]
    return subprocess.run(command, cwd=folder.parent, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path):
    """The toy knowledge base with the scripts beside it, as in the real project."""
    folder = tmp_path / "copy"
    shutil.copytree(TOY, folder)
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    (folder / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    return folder


def test_the_check_of_the_real_data_finds_nothing():
    checked = script("check.py")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.endswith("checked: no problem.\n")


def test_the_check_prints_a_line_for_each_problem(copy):
    (copy / "data" / "forms" / "automatic-light.yml").write_text("title: Light\n", "utf-8")
    checked = script("check.py", folder=copy)
    assert checked.returncode == 1
    first, *_, last = checked.stdout.splitlines()
    assert first.startswith('data/forms/automatic-light.yml:1:1: a record must have the field "claims"')
    assert last == "7 records and 5 works checked: 5 problems."


def test_the_check_prints_json_for_programs(copy):
    record = copy / "data" / "forms" / "automatic-light.yml"
    record.write_text(record.read_text("utf-8").replace("[lighthouse]", "[lighthose]"), "utf-8")
    checked = script("check.py", "--json", folder=copy)
    assert checked.returncode == 1
    assert json.loads(checked.stdout) == [
        {
            "path": "data/forms/automatic-light.yml",
            "line": 26,
            "column": 13,
            "message": 'no record "lighthose" in data/; did you mean "lighthouse"?',
            "rule": "unknown-record",
            "fatal": False,
        }
    ]


def test_a_new_record_is_made_and_the_check_says_what_it_lacks(copy):
    made = script("new_record.py", "forms", "gas-light", folder=copy)
    assert made.stdout == "Made data/forms/gas-light.yml. Fill it in, then run: python3 scripts/check.py\n"
    assert (copy / "data/forms/gas-light.yml").read_text("utf-8").startswith("# yaml-language-server: $schema=../schema/forms.json\n")
    found = {problem.rule for problem in load(copy, TODAY).problems}
    assert found == {"empty-field", "bad-id", "wrong-kind", "wrong-value"}


REFUSED = {
    "a kind that does not exist": (("form", "x"), 'There is no kind "form"; did you mean "forms"?'),
    "an id that is none": (("forms", "Gas_Light"), 'An id must be in a-z, 0-9 and single "-": found "Gas_Light"'),
    "an id that is taken": (("forms", "keeper"), 'The id "keeper" is taken by data/definitions/keeper.yml'),
    "an earlier id of another record": (("forms", "light-tower"), 'The id "light-tower" is taken by data/definitions/lighthouse.yml'),
}


@pytest.mark.parametrize(("arguments", "words"), REFUSED.values(), ids=REFUSED)
def test_a_new_record_is_refused(copy, arguments, words):
    refused = script("new_record.py", *arguments, folder=copy)
    assert (refused.returncode, refused.stdout, refused.stderr) == (1, "", words + "\n")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_a_blank_record_names_every_field_of_its_kind(kind):
    text = blank_record(kind)
    assert all(f"{name}:" in text for name in kind.record.model_fields)
    assert set(yaml.load(text, Loader=FOR_SCHEMAS)) >= {"title", "claims", "no_difference", "unknown", "reviewed"}


def test_the_handbook_and_the_schemas_are_those_of_the_models():
    stale = [path for path, text in described(ROOT).items() if not path.exists() or path.read_text("utf-8") != text]
    assert stale == [], "run: python3 scripts/describe.py"


RECORDS = sorted(path for kind in KINDS for path in (ROOT / "data" / kind.folder).glob("*.yml"))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_real_record_follows_the_schema_that_its_first_line_names(path):
    text = path.read_text("utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=../schema/{path.parent.name}.json\n")
    schema = json.loads((ROOT / "data" / "schema" / f"{path.parent.name}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(yaml.load(text, Loader=FOR_SCHEMAS))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_the_schema_refuses_what_the_check_refuses(kind):
    schema = json.loads((ROOT / "data" / "schema" / f"{kind.folder}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(jsonschema.Draft202012Validator(schema).iter_errors({"title": "Only a title"}))
    assert schema_line(kind).endswith(f"/{kind.folder}.json\n")
