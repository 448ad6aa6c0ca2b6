"""The map: every record a dot, every connection one line, and the same in words with the right numbers."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from math import dist, hypot
from xml.etree import ElementTree

import pytest
from conftest import ROOT, TODAY

from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.model.relations import Relation
from knowledgebase.writing import addresses
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.figure.map import FONT, SIZE, Point, curve, sectors
from knowledgebase.writing.pages import Writer
from knowledgebase.writing.pages.map import connections, drafts


@pytest.fixture(scope="module")
def real():
    return load(ROOT, TODAY).base


@pytest.fixture(scope="module", params=["toy", "real"])
def base(request):
    """The toy and the real knowledge base."""
    return request.getfixturevalue(request.param)


def page(base):
    (draft,) = drafts(Writer(Links(base), Apa(base.works)))
    made = draft.write()
    assert made.address == addresses.MAP
    return made


def drawing(base):
    return ElementTree.fromstring(re.search(r"<svg.*?</svg>", page(base).article, re.DOTALL)[0])


def lines(tree, name):
    """The lines of one sort: where each begins and ends."""
    path = next(path for path in tree.iter("path") if path.get("class") == name).get("d")
    return [tuple(map(float, found)) for found in re.findall(r"M(\S+) ([\d.]+)Q\S+ \S+ (\S+) ([\d.]+)", path)]


def test_the_connections_of_the_toy_are_known_by_heart(toy):
    found = {(one.first.id, one.second.id, one.named) for one in connections(Links(toy))}
    assert found == {
        ("keeper", "lighthouse", False),
        ("watches", "automatic-light", False),
        ("lighthouse", "automatic-light", True),
        ("automatic-light", "quiet-nights", True),
        ("automatic-light", "long-nights", True),
        ("automatic-light", "survey-of-towers", False),
        ("long-nights", "for-keepers", True),
    }


def test_every_relation_is_one_connection_whichever_side_wrote_it(base):
    links = Links(base)
    written = {frozenset((record.id, links.record(name).id)) for record in base.records for _, _, name in record.relations()}
    assert Counter(frozenset((one.first.id, one.second.id)) for one in connections(links)) == Counter(written)


def test_a_connection_is_named_where_any_relation_says_more_than_related(base):
    links = Links(base)
    for one in connections(links):
        said = {relation for relation, others in links.relations(one.first) if one.second in others}
        assert one.named == (said != {Relation.related})


def test_every_record_is_a_dot_and_every_connection_a_line_between_two(base):
    tree = drawing(base)
    dots = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in tree.iter("circle")]
    assert len(dots) == len(set(dots)) == len(base.records)
    place = dict(zip((record.id for record in base.records), dots, strict=True))
    for name, named in (("kb-map-related", False), ("kb-map-named", True)):
        expected = [(*place[one.first.id], *place[one.second.id]) for one in connections(Links(base)) if one.named is named]
        assert lines(tree, name) == expected


def test_every_connection_is_listed_at_both_of_its_records(base):
    links, listed = Links(base), set()
    for entry in re.findall(r'<p class="kb-index-title">.*?</li>', page(base).article, re.DOTALL):
        record, *others = re.findall(r'href="[a-z-]+/([a-z0-9-]+)\.html"', entry)
        listed |= {(record, other) for other in others}
    both = {(one.first.id, one.second.id) for one in connections(links)}
    assert listed == both | {(there, here) for here, there in both}


def test_the_numbers_are_stated(base):
    found = connections(Links(base))
    text = page(base).article
    assert f"The {len(base.records)} records of this site have {len(found)} connections." in text
    assert f"Of these, {sum(one.named for one in found)} say how" in text


def test_each_kind_has_its_number_in_the_picture_beside_it_and_over_its_list(base):
    article, tree = page(base).article, drawing(base)
    assert [text.text for text in tree.iter("text")] == [str(n + 1) for n in range(len(base.kinds))]
    legend = re.findall(r'<li><a href="#([a-z-]+)">[^<]+</a> <span class="kb-count">(\d+)</span>', article)
    assert legend == [(kind.folder, str(len(base.of_kind(kind)))) for kind in base.kinds]
    headings = [(heading.id, heading.title) for heading in page(base).headings if heading.id != "picture"]
    assert headings == [(kind.folder, f"{n}. {kind.plural}") for n, kind in enumerate(base.kinds, start=1)]


def test_the_picture_is_one_image_with_a_name_and_a_description(toy):
    tree = drawing(toy)
    assert tree.get("role") == "img"
    assert tree.get("aria-labelledby") == "map-title map-desc"
    assert tree.find("title").text == "How the records connect"
    says = tree.find("desc").text
    assert says.startswith("A circle of 8 dots, one for each record, kind by kind: 1, Definitions (2); 2, Continuum (1);")
    assert "lines join those that are connected. The lists below say the same in words." in says


def test_a_record_without_a_connection_is_a_dot_and_says_so(toy):
    alone = replace(toy, records=tuple(record for record in toy.records if record.id == "survey-of-towers"))
    article = page(alone).article
    assert article.count("<circle") == 1
    assert "The 1 record of this site has 0 connections." in article
    assert "No connection yet." in article


SHAPES = {
    "one kind with one record": [1],
    "two kinds": [1, 1],
    "a large kind beside small ones": [1, 900, 1, 1, 2, 1],
    "thirteen kinds of one": [1] * 13,
    "fifteen kinds, most of them small": [300, 1, 1, 1, 250, 1, 1, 1, 1, 200, 1, 1, 1, 1, 1],
}


@pytest.mark.parametrize("counts", SHAPES.values(), ids=SHAPES)
def test_whatever_the_kinds_hold_nothing_lies_on_another_thing_or_outside(counts):
    found = sectors(counts)
    assert [len(sector.dots) for sector in found] == counts
    dots = [dot for sector in found for dot in sector.dots]
    assert len(set(dots)) == sum(counts)
    labels = [(sector.label.x, sector.label.y) for sector in found]
    assert all(dist(one, other) > FONT * 1.15 for one, other in pairwise([*labels, *labels[:1]]) if one != other)
    assert all(FONT / 2 <= part <= SIZE - FONT / 2 for label in labels for part in label)


def bend_of(start, end):
    bend = curve(Point(*start), Point(*end)).bend
    return hypot(bend.x - SIZE / 2, bend.y - SIZE / 2)


def test_distant_dots_are_joined_through_the_middle_and_close_ones_nearer_to_the_edge():
    top, beside, below = (SIZE / 2, 58), (SIZE / 2 + 20, 59), (SIZE / 2, SIZE - 58)
    assert bend_of(top, below) == 0
    assert bend_of(top, beside) > 50


@pytest.mark.parametrize("forbidden", [" style=", "<style", "<script", " onclick="])
def test_nothing_stands_in_the_map_that_a_strict_policy_forbids(base, forbidden):
    assert forbidden not in page(base).article


def test_the_map_is_the_same_each_time(base):
    assert page(base).article == page(base).article
