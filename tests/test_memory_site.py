"""With all that it remembers, a build gives what one without memory gives, byte for byte, whatever was edited in between."""

import random
import re
import shutil

import pytest
import yaml
from conftest import TODAY
from poisoned import poisoned

from knowledgebase.known import Known
from knowledgebase.load import load
from knowledgebase.writing.addresses import DOWNLOAD
from knowledgebase.writing.frame import Setting
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site
from site_filling import Filling
from site_inputs import READ, read_inputs
from site_memory import Memory, files_in

EDITS_IN_A_ROW = 12
WORDS = ("quiet", "[[keeper]]", "[[automatic-light#cheaper|oil]]", "[@ash2001, p. 4]", "*dark*", "[[nobody]]", "[@none]", "é")


def tree_of(path):
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def write_tree(path, tree):
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")


def record_files(folder):
    return sorted(folder.glob("data/*/*.yml"))


def edit_record(change):
    """An edit of a record's tree, which a random record is chosen for."""

    def edit(folder, chance):
        path = chance.choice(record_files(folder))
        tree = tree_of(path)
        change(tree, chance)
        write_tree(path, tree)

    return edit


def new_words(tree, chance, name):
    tree[name] = f"{tree[name]} {chance.choice(WORDS)}"


def add_claim(tree, chance):
    claim = dict(chance.choice(tree["claims"]))
    tree["claims"].append(claim | {"id": f"new-{chance.randrange(10**6)}", "aliases": []})


def rename_claim(tree, chance):
    claim = chance.choice(tree["claims"])
    claim["aliases"] = [*claim.get("aliases", []), claim["id"]]
    claim["id"] = f"renamed-{chance.randrange(10**6)}"


def add_relation(tree, chance):
    tree["see"] = tree.get("see", {}) | {"related": [chance.choice(["keeper", "lighthouse", "long-nights", "quiet-nights"])]}


def rename_record(folder, chance):
    path = chance.choice(record_files(folder))
    tree = tree_of(path)
    tree["aliases"] = [*tree.get("aliases", []), path.stem]
    path.unlink()
    write_tree(path.with_name(f"{path.stem}-x.yml"), tree)


def remove_record(folder, chance):
    chance.choice(record_files(folder)).unlink()


def copy_record(folder, chance):
    path = chance.choice(record_files(folder))
    tree = tree_of(path) | {"title": f"Copy {chance.randrange(10**6)}", "aliases": []}
    write_tree(path.with_name(f"copy-{chance.randrange(10**6)}.yml"), tree)


def rewrite(name, old, new):
    def edit(folder, chance):
        path = folder / name
        path.write_text(re.sub(old, lambda found: f"{found[0]}{new}{chance.randrange(100)} ", path.read_text("utf-8"), count=1), "utf-8")

    return edit


EDITS = {
    "a claim says more": edit_record(lambda tree, chance: new_words(chance.choice(tree["claims"]), chance, "text")),
    "a summary says more": edit_record(lambda tree, chance: new_words(tree, chance, "in_short")),
    "a title is another": edit_record(lambda tree, chance: new_words(tree, random.Random(1), "title")),
    "what is unknown says more": edit_record(lambda tree, chance: new_words(tree, chance, "unknown")),
    "a record is reviewed": edit_record(lambda tree, chance: tree.update(reviewed=f"2026-11-{chance.randrange(10, 21)}")),
    "everyday words are added": edit_record(lambda tree, chance: tree.update(everyday_words=[f"lamp {chance.randrange(100)}"])),
    "a record concerns others": edit_record(lambda tree, chance: tree.update(concerns=[chance.choice(["peer workers", "managers"])])),
    "a claim is added": edit_record(add_claim),
    "a claim is renamed": edit_record(rename_claim),
    "a relation is added": edit_record(add_relation),
    "a record is renamed": rename_record,
    "a record is removed": remove_record,
    "a record is added": copy_record,
    "a work is corrected": rewrite("bibliography.bib", r"title += \{", "A "),
    "a page is edited": rewrite("docs/index.md", "# ", "Hello "),
}


def build(folder, out, memory, known):
    """The core's part of a build into a folder; what it remembers, unless the data cannot be published."""
    inputs = read_inputs(folder, READ, [], "")
    loaded = load(folder, TODAY, known, inputs.records)
    if loaded.fatal:
        return None
    imprint = Imprint("Lights", "The keepers", "https://example.org/kb/", TODAY)
    site = Site(loaded.base, (folder / "bibliography.bib").read_text("utf-8"), True, imprint, inputs.beside_records, known)
    with Filling(out, memory, DOWNLOAD, TODAY) as filling:
        filling.add(site.batches(site.frame([], Setting())))
    return Memory(str(out), inputs.whole, filling.batches, filling.files)


def content(folder):
    return {address: (folder / address).read_bytes() for address in files_in(folder)}


@pytest.mark.parametrize("seed", range(8))
def test_random_edits_leave_no_page_that_differs_from_a_build_without_memory(tmp_path, seed):
    chance = random.Random(seed)
    folder = tmp_path / "toy"
    poisoned(folder, "é")
    (tmp_path / "old").mkdir()
    memory, known = build(folder, tmp_path / "old", Memory(), Known()), Known()
    for number in range(EDITS_IN_A_ROW):
        name = chance.choice(list(EDITS))
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        EDITS[name](folder, chance)
        known = Known(known.used)
        now = build(folder, tmp_path / f"new{number}", memory, known)
        if now is None:  # an edit that made a record unreadable is taken back
            shutil.rmtree(folder)
            for path, old in before.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(old)
            continue
        memory = now
        assert build(folder, tmp_path / f"anew{number}", Memory(), Known())
        assert content(tmp_path / f"new{number}") == content(tmp_path / f"anew{number}"), name
