"""The theme's own defects are mended on every page, and a theme that has changed is told."""

import base64
import hashlib
import re

import html5lib
import pytest

from material_repairs import REPAIRS, RepairMissing, policy_for, repaired

SAMPLES = ["index.html", "404.html", "challenges/unclear-role.html", "guidance/for-peer-workers.html", "works/sowk551.html"]


def attributes(page, tag):
    return [node.attrib for node in html5lib.parse(page, namespaceHTMLElements=False).iter(tag)]


@pytest.fixture(params=SAMPLES)
def built(real_site, request):
    return (real_site / request.param).read_text("utf-8")


def test_no_checkbox_has_autocomplete(built):
    assert not [box for box in attributes(built, "input") if box.get("type") == "checkbox" and "autocomplete" in box]


def test_the_search_has_a_name_and_says_its_results(built):
    assert 'role="dialog" aria-label="Search"' in built
    assert 'class="md-search-result__meta" role="status"' in built


def test_menu_and_search_open_by_buttons(built):
    opens = {button.get("data-opens"): button.get("aria-label") for button in attributes(built, "button")}
    assert (opens["__drawer"], opens["__search"]) == ("Menu", "Search")
    assert not re.search(r'<label class="md-header__button', built)


def test_every_label_belongs_to_something_and_no_tabindex_is_empty(built):
    ids = {box.get("id") for box in attributes(built, "input")}
    assert {label.get("for") for label in attributes(built, "label")} <= ids
    assert 'tabindex=""' not in built


def test_the_policy_allows_the_page_its_own_scripts_and_nothing_else(built):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', built)[1]
    for script in re.findall(r"<script>(.*?)</script>", built, re.DOTALL):
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"https?:|\*", policy)


def test_the_policy_counts_each_script_once():
    assert policy_for("<script>a</script><script>a</script>").count("sha256-") == 1


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.found)
def test_a_theme_that_has_changed_is_told(repair):
    page = "".join(each.found for each in REPAIRS if each is not repair)
    with pytest.raises(RepairMissing) as missing:
        repaired(page)
    assert repair.why in str(missing.value)
