"""The continuum as a drawing: everything linked, named and inside its edges, whatever the record says."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from conftest import ROOT, TODAY
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.model.anchors import RESERVED_ANCHORS
from knowledgebase.model.own_fields import Continuum, Position
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.figure import units
from knowledgebase.writing.figure.shapes import BOLD
from knowledgebase.writing.figure.wrapping import fits, width, wrapped
from knowledgebase.writing.pages import Writer
from knowledgebase.writing.pages.records import record_page

REAL = "helping-relationships"
STEP_CLASS, NAME_CLASS, POSITION_CLASS = "kb-figure-step", "kb-figure-story", "kb-figure-position"
STEPS = ["one-keeper", "long-nights#tired", "automatic-light#cheaper", "lighthouse#what-it-is", "automatic-light#no-keeper"]


@pytest.fixture(scope="module")
def real():
    return load(ROOT, TODAY).base


def article(base, name="watches", positions=None):
    """The page of the toy's continuum, or of another; with other positions where some are given."""
    record = next(record for record in base.records if record.id == name)
    if positions:
        record = record.model_copy(update={"positions": tuple(positions)})
        base = replace(base, records=tuple(record if other.id == name else other for other in base.records))
    return record_page(Writer(Links(base), Apa(base.works)), record).article


def drawings(html):
    """Each drawing of a page, by its way, as a tree; raises where one is not well-formed."""
    trees = [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]
    return {tree.get("class").removeprefix("kb-figure-"): tree for tree in trees}


def links(tree, name):
    return [link for link in tree.iter("a") if link.get("class") == name]


def shown(element):
    """The words of an element as they are read out."""
    return " ".join("".join(element.itertext()).split())


def position(number, **fields):
    said = {"title": f"Position {number}", "direction": "one-way", "arranged": "arranged", "with_whom": "a peer", "where": "here"}
    return Position(id=f"at-{number}", claims=("one-keeper",), **(said | fields))


QUICK = settings(deadline=None, max_examples=60, phases=(Phase.reuse, Phase.generate))  # a failure is told at once, not made small first
TEXT = st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" "), min_size=1, max_size=70).map(
    lambda text: " ".join(text.split()) or "x"
)
SHAPES = st.tuples(TEXT, TEXT, TEXT, TEXT, st.lists(st.sampled_from(STEPS), max_size=4, unique=True))
GENERATED = st.lists(SHAPES, min_size=2, max_size=9).map(
    lambda shapes: [
        position(n, title=title, direction=direction, arranged=arranged, where=where, story=tuple(story))
        for n, (title, direction, arranged, where, story) in enumerate(shapes)
    ]
)


def extent(element):
    """From where to where a shape reaches: left, top, right, bottom."""
    number = {key: float(value) for key, value in element.attrib.items() if re.fullmatch(r"-?[\d.]+", value)}
    if element.tag == "circle":
        x, y, r = number["cx"], number["cy"], number["r"]
        return x - r, y - r, x + r, y + r
    if element.tag == "rect":
        return number["x"], number["y"], number["x"] + number["width"], number["y"] + number["height"]
    return min(number["x1"], number["x2"]), min(number["y1"], number["y2"]), max(number["x1"], number["x2"]), max(number["y1"], number["y2"])


def extents(tree):
    """The extent of everything that is drawn; texts by the width that the drawing itself estimates."""
    font = float(tree.get("font-size"))
    yield from (extent(element) for element in tree.iter() if element.tag in {"circle", "rect", "line"})
    for text in tree.iter("text"):
        yield from rows(text, font * (BOLD if text.get("class") == "kb-figure-direction" else 1))


def rows(text, font):
    """The extent of each line of a text."""
    for row in (row for row in text.iter("tspan") if row.get("x")):
        x, y, wide = float(row.get("x")), float(row.get("y")), width(row.text) * font
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor")]
        yield left, y - font * 0.8, left + wide, y + font * 0.2


def outside(tree):
    """What reaches beyond the edges of a drawing."""
    _, _, right, bottom = map(float, tree.get("viewBox").split())
    return [e for e in extents(tree) if e[0] < -0.1 or e[1] < -0.1 or e[2] > right + 0.1 or e[3] > bottom + 0.1]


def spilled(tree):
    """The lines of links that stand outside the area of their link."""
    for link in tree.iter("a"):
        area = extent(link.find("rect"))
        bold = BOLD if link.get("class") == POSITION_CLASS else 1
        for text in link.iter("text"):
            found = rows(text, float(tree.get("font-size")) * bold)
            yield from (e for e in found if e[0] < area[0] - 0.1 or e[1] < area[1] - 0.1 or e[2] > area[2] + 0.1 or e[3] > area[3] + 0.1)


def overlapping(tree):
    """The pairs of links of which a finger could hit both."""
    areas = [extent(link.find("rect")) for link in tree.iter("a")]
    pairs = [(a, b) for n, a in enumerate(areas) for b in areas[n + 1 :]]
    return [(a, b) for a, b in pairs if a[0] < b[2] - 0.1 and b[0] < a[2] - 0.1 and a[1] < b[3] - 0.1 and b[1] < a[3] - 0.1]


@QUICK
@given(positions=GENERATED)
def test_whatever_a_record_says_its_drawings_are_whole(toy, positions):
    html = article(toy, positions=positions)
    found = drawings(html)
    assert "upright" in found
    for tree in found.values():
        at = links(tree, POSITION_CLASS)
        assert [link.get("href") for link in at] == [f"#{position.id}" for position in positions]
        squeezed = [shown(link).replace(" ", "") for link in at]
        assert squeezed == [f"{n + 1}{position.title}".replace(" ", "") for n, position in enumerate(positions)]
        assert outside(tree) == []
        assert overlapping(tree) == []
        assert list(spilled(tree)) == []
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@QUICK
@given(text=TEXT, room=st.floats(1.5, 40))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text, room):
    lines = wrapped(text, room)
    assert max(width(line) for line in lines) <= room
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not fits(text, room) or " ".join(lines) == text


WRAPPED = {
    "a short text stays on its line": ("one two", 20, ("one two",)),
    "a text breaks between words": ("one two", 3, ("one", "two")),
    "a word that is too wide breaks within": ("mmmm", 2, ("mm", "mm")),
    "an accent that combines takes no room": ("e\u0301e\u0301", 1.2, ("e\u0301e\u0301",)),
    "wide characters count as such": ("山山", 1.5, ("山", "山")),
    "nothing has no line": ("", 5, ()),
}


@pytest.mark.parametrize(("text", "room", "lines"), WRAPPED.values(), ids=WRAPPED)
def test_wrapping(text, room, lines):
    assert wrapped(text, room) == lines


@pytest.mark.parametrize(("length", "written"), [(3, "3"), (3.0, "3"), (2.25, "2.2"), (0.04, "0")])
def test_a_length_has_at_most_one_decimal(length, written):
    assert units(length) == written


@pytest.mark.parametrize("way", ["lying", "upright"])
def test_a_drawing_is_named_and_described_from_the_record(real, way):
    tree = drawings(article(real, REAL))[way]
    named = tree.get("aria-labelledby").split()
    assert [tree.find("title").get("id"), tree.find("desc").get("id")] == named == [f"figure-{way}-title", f"figure-{way}-desc"]
    assert tree.find("title").text == "Continuum of helping relationships"
    says = shown(tree.find("desc"))
    assert says.startswith("A line with 5 positions in this order: 1, Help from a professional (one-way); 2, One-way help from a peer (one-way);")
    assert "At the first end: arranged (intentional), in a service. At the last end: naturally occurring, in the community, in services, or both." in says
    assert "“Sam looks for work”: employment consultant at position 1," in says
    assert says.endswith("cinema at position 5.")


@pytest.mark.parametrize("way", ["lying", "upright"])
def test_a_drawing_holds_links_and_so_is_no_single_image(real, way):
    assert drawings(article(real, REAL))[way].get("role") == "group"


@pytest.mark.parametrize("way", ["lying", "upright"])
def test_the_steps_of_the_story_are_the_records_own_in_their_order(real, way):
    record = next(record for record in real.records if record.id == REAL)
    expected = [f"../stories/{step.replace('#', '.html#')}" for position in record.positions for step in position.story]
    tree = drawings(article(real, REAL))[way]
    assert [link.get("href") for link in links(tree, STEP_CLASS)] == expected
    assert [(link.get("href"), shown(link)) for link in links(tree, NAME_CLASS)] == [("../stories/sam.html", "Story: Sam looks for work")]
    assert len([line for line in tree.iter("line") if line.get("class") == "kb-figure-path"]) == 1


STORIES = {
    "no story, no path": ([(), ()], [], 0),
    "one step is a dot without a line": ([("long-nights#tired",), ()], ["tired"], 0),
    "a step that nobody wrote is left out": ([("long-nights#nowhere",), ()], [], 0),
    "two steps are joined": ([("automatic-light#cheaper",), ("automatic-light#no-keeper",)], ["cheaper", "no keeper"], 1),
    "a position in between without a step is passed": ([("automatic-light#cheaper",), (), ("automatic-light#no-keeper",)], ["cheaper", "no keeper"], 1),
    "a claim of the record itself can be a step": ([("one-keeper",), ("two-keepers",)], ["one keeper", "two keepers"], 1),
    "two stories have a line each": ([("automatic-light#cheaper", "one-keeper"), ("two-keepers", "automatic-light#no-keeper")], ["cheaper", "no keeper", "one keeper", "two keepers"], 2),
}  # fmt: skip


@pytest.mark.parametrize("way", ["lying", "upright"])
@pytest.mark.parametrize(("told", "steps", "lines"), STORIES.values(), ids=STORIES)
def test_a_step_is_drawn_only_where_a_position_has_one(toy, told, steps, lines, way):
    tree = drawings(article(toy, positions=[position(n, story=story) for n, story in enumerate(told)]))[way]
    assert [shown(link) for link in links(tree, STEP_CLASS)] == steps
    assert len([line for line in tree.iter("line") if line.get("class") == "kb-figure-path"]) == lines


LYING = {
    "five short titles lie side by side": (["Friends"] * 5, True),
    "nine do not find room for their words": (["Professional"] * 9, False),
    "nor does one very long word": (["Friends", "Friends", "Friends", "Donaudampfschifffahrtsgesellschaft"], False),
}


@pytest.mark.parametrize(("titles", "lies"), LYING.values(), ids=LYING)
def test_it_lies_only_where_every_word_has_room_and_else_stands_alone(toy, titles, lies):
    html = article(toy, positions=[position(n, title=title) for n, title in enumerate(titles)])
    assert set(drawings(html)) == ({"lying", "upright"} if lies else {"upright"})
    assert ("kb-figure-alone" in html) is not lies


ENDS = {
    "what differs is said at the ends": ({"arranged": "by plan", "where": "in"}, {"arranged": "by chance", "where": "out"}, ["by plan, in", "by chance, out"]),
    "what does not differ is not": ({"arranged": "by plan", "where": "in"}, {"arranged": "by plan", "where": "out"}, ["in", "out"]),
    "and where nothing differs, nothing is": ({}, {}, []),
}  # fmt: skip


@pytest.mark.parametrize("way", ["lying", "upright"])
@pytest.mark.parametrize(("first", "last", "said"), ENDS.values(), ids=ENDS)
def test_the_ends_have_the_records_own_words(toy, first, last, said, way):
    tree = drawings(article(toy, positions=[position(0, **first), position(1), position(2, **last)]))[way]
    assert [shown(text) for text in tree.iter("text") if text.get("class") == "kb-figure-end"] == said


@pytest.mark.parametrize("way", ["lying", "upright"])
def test_neighbours_of_one_direction_stand_under_one_word(toy, way):
    going = ["one-way", "one-way", "two-way", "one-way"]
    tree = drawings(article(toy, positions=[position(n, direction=direction) for n, direction in enumerate(going)]))[way]
    said = [shown(text) for text in tree.iter("text") if text.get("class") == "kb-figure-direction"]
    assert said == ["one-way", "two-way", "one-way"]


def test_text_is_escaped(toy):
    html = article(toy, positions=[position(0, title='<b>"&'), position(1, direction="<q>", arranged="</svg>")])
    assert "&lt;b&gt;&#34;&amp;" in html
    assert "<b>" not in html
    assert "<q>" not in html
    assert set(drawings(html)) == {"lying", "upright"}


def test_every_id_of_a_drawing_is_reserved(toy):
    figure = re.search(r'<section aria-labelledby="figure">.*?</section>', article(toy), re.DOTALL)[0]
    ids = set(re.findall(r'\bid="([^"]+)"', figure))
    assert len(ids) == 5
    assert ids <= RESERVED_ANCHORS


@pytest.mark.parametrize("forbidden", [" style=", "<style", "<script", " onclick="])
def test_nothing_stands_in_a_drawing_that_a_strict_policy_forbids(real, forbidden):
    assert forbidden not in article(real, REAL)


def test_the_table_has_every_quality_of_every_position(real):
    html = article(real, REAL)
    record = next(record for record in real.records if isinstance(record, Continuum))
    rows = re.findall(r"<tr>(<th scope=\"row\">.*?)</tr>", html)
    cells = [re.findall(r"<td>(.*?)</td>", row) for row in rows]
    assert [[cell.replace("&#39;", "'") for cell in row] for row in cells] == [
        [position.direction, position.arranged, position.with_whom, position.where] for position in record.positions
    ]
    assert all(f'href="#{position.id}"' in row for position, row in zip(record.positions, rows, strict=True))
