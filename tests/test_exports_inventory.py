"""objects.inv: handbooks made with Sphinx and with mkdocstrings link by id to where the record, claim or term is."""

import io
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from conftest import TODAY
from mkdocstrings import Inventory
from sphinx.util.inventory import InventoryFile

from knowledgebase.writing.exports.inventory import file, names_of
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site

SITE = "https://example.org/kb"
IMPRINT = Imprint("Lights & more", "", f"{SITE}/", TODAY)

LEADS = {
    "a record": ("label", "lighthouse", "definitions/lighthouse.html", "Lighthouse"),
    "a claim": ("label", "lighthouse#not-a-lamp", "definitions/lighthouse.html#not-a-lamp", "Lighthouse #not-a-lamp"),
    "a pair": ("label", "for-keepers#rest-by-day", "guidance/for-keepers.html#rest-by-day", "For keepers #rest-by-day"),
    "a position": ("label", "watches#in-turn", "continuum/watches.html#in-turn", "Watches #in-turn"),
    "an earlier id of a record": ("label", "light-tower", "definitions/lighthouse.html", "Lighthouse"),
    "an earlier id of a claim": ("label", "automatic-light#nobody", "forms/automatic-light.html#no-keeper", "Automatic light #no-keeper"),
    "a term by its title": ("term", "Keeper", "definitions/keeper.html", "Keeper"),
    "a term by another name": ("term", "beacon", "definitions/lighthouse.html", "beacon"),
}


def names(base):
    return [names_of(record) for record in base.records]


@pytest.fixture(scope="module")
def inventory(toy):
    newest = max(record.reviewed for record in toy.records)
    return file(names(toy), str(newest), IMPRINT).content


def addresses(inventory, role):
    """Where the names of a role lead, as Sphinx reads them."""
    return {name: item.uri for name, item in InventoryFile.loads(inventory, uri="").data[f"std:{role}"].items()}


@pytest.mark.parametrize(("role", "name", "address", "words"), LEADS.values(), ids=LEADS)
def test_sphinx_reads_where_an_id_leads(inventory, role, name, address, words):
    item = InventoryFile.loads(inventory, uri=SITE).data[f"std:{role}"][name]
    assert (item.project_name, item.project_version) == ("Lights & more", "2026-11-20")
    assert (item.uri, item.display_name) == (f"{SITE}/{address}", words)


@pytest.mark.parametrize(("role", "name", "address", "words"), LEADS.values(), ids=LEADS)
def test_mkdocstrings_reads_the_same(inventory, role, name, address, words):
    item = Inventory.parse_sphinx(io.BytesIO(inventory), domain_filter=["std"])[name]
    assert (item.role, item.uri, item.dispname) == (role, address, words)


def test_every_address_is_a_spot_on_the_site(toy, inventory):
    pages = Site(toy).pages
    for whole in [*addresses(inventory, "label").values(), *addresses(inventory, "term").values()]:
        address, _, anchor = whole.partition("#")
        assert address in pages
        assert not anchor or anchor in pages[address].anchors


def test_every_record_claim_pair_and_position_is_in_it(toy, inventory):
    found = set(addresses(inventory, "label"))
    assert {record.id for record in toy.records} <= found
    assert {f"{record.id}#{claim.id}" for record in toy.records for claim in record.claims} <= found
    assert {f"{record.id}#{own}" for record in toy.records for _, own in record.own_ids()} <= found


def test_a_name_is_given_once_and_a_title_counts_before_another_name(toy):
    others = {"keeper": {"other_names": ("lighthouse", "warden", "Warden")}}
    base = replace(toy, records=tuple(record.model_copy(update=others.get(record.id, {})) for record in toy.records))
    assert addresses(file(names(base), "", IMPRINT).content, "term") == {
        "Keeper": "definitions/keeper.html", "warden": "definitions/keeper.html",
        "Lighthouse": "definitions/lighthouse.html", "beacon": "definitions/lighthouse.html",
    }  # fmt: skip


def test_an_empty_knowledge_base_has_an_empty_inventory():
    assert InventoryFile.loads(file([], "", Imprint()).content, uri=SITE).data == {}


def made(folder, *command):
    """What a generator writes for a page, its run told whole when it fails."""
    run = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def links_of(page):
    found = re.findall(rf'<a class="[^"]*" href="{SITE}/([^"]+)"[^>]*>(.*?)</a>', page.read_text("utf-8"))
    return [(address, re.sub(r"<[^>]+>", "", words)) for address, words in found]


def test_a_handbook_made_with_sphinx_links_here(tmp_path, inventory):
    (tmp_path / "objects.inv").write_bytes(inventory)
    mapping = {"lights": (f"{SITE}/", str(tmp_path / "objects.inv"))}
    (tmp_path / "conf.py").write_text(f'extensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = {mapping}\n', "utf-8")
    text = "Handbook\n========\n\n:ref:`lighthouse`, :ref:`no lamp <lighthouse#not-a-lamp>`, :term:`beacon`, :ref:`light-tower`\n"
    (tmp_path / "index.rst").write_text(text, "utf-8")
    made(tmp_path, "sphinx", "-q", "-n", "-W", "-b", "html", ".", "out")
    assert links_of(tmp_path / "out" / "index.html") == [
        ("definitions/lighthouse.html", "Lighthouse"),
        ("definitions/lighthouse.html#not-a-lamp", "no lamp"),
        ("definitions/lighthouse.html", "beacon"),
        ("definitions/lighthouse.html", "Lighthouse"),
    ]


CONFIG = """\
site_name: Handbook
plugins:
  - mkdocstrings:
      handlers:
        python:
          inventories: [{url: "%s", base_url: "%s", domains: [std]}]
"""


def test_a_handbook_made_with_mkdocstrings_links_here(tmp_path, inventory):
    (tmp_path / "objects.inv").write_bytes(inventory)
    (tmp_path / "mkdocs.yml").write_text(CONFIG % ((tmp_path / "objects.inv").as_uri(), SITE), "utf-8")
    (tmp_path / "docs").mkdir()
    text = "[a tower][lighthouse], [no lamp][lighthouse#not-a-lamp], [beacon][], [a tower][light-tower]\n"
    (tmp_path / "docs" / "index.md").write_text(text, "utf-8")
    made(tmp_path, "mkdocs", "build", "--strict", "-q")
    assert links_of(tmp_path / "site" / "index.html") == [
        ("definitions/lighthouse.html", "a tower"),
        ("definitions/lighthouse.html#not-a-lamp", "no lamp"),
        ("definitions/lighthouse.html", "beacon"),
        ("definitions/lighthouse.html", "a tower"),
    ]
