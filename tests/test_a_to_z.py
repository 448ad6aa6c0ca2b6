"""The A–Z: each entry under the letter that matters, every title and every other word for it once."""

import re

import pytest

from knowledgebase.links import Links
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.pages import Writer
from knowledgebase.writing.pages.a_to_z import Entry, drafts

LETTERS = {
    "the first letter counts": ("Keeper", "K"),
    "a small letter is the same": ("keeper", "K"),
    "an accent does not matter": ("Éloge", "E"),
    "a quotation mark is passed over": ("“Stay a peer”", "S"),
    "so is an article": ("The fable of the two pots", "F"),
    "and a short one": ("a good fit", "G"),
    "and one in quotation marks": ("“An idea”", "I"),
    "but not the beginning of a longer word": ("Another voice", "A"),
    "nor a letter by itself": ("A&E", "A"),
    "digits have a place of their own": ("12-step groups", "0–9"),
}


@pytest.mark.parametrize(("words", "letter"), LETTERS.values(), ids=LETTERS)
def test_an_entry_stands_under_the_letter_that_matters(toy, words, letter):
    assert Entry(words, toy.records[0]).letter == letter


@pytest.fixture(scope="module")
def article(toy):
    keeper = next(record for record in toy.records if record.id == "keeper")
    changed = keeper.model_copy(update={"everyday_words": ("a watchman", "Keeper", "one <who> waits")})
    records = tuple(changed if record.id == "keeper" else record for record in toy.records)
    base = type(toy)(records, toy.works)
    (draft,) = drafts(Writer(Links(base), Apa(base.works)))
    page = draft.write()
    return page.article


def test_titles_and_other_words_stand_in_one_order(article):
    entries = [re.sub(r"<[^>]+>", "", entry) for entry in re.findall(r"<li>(.*?)</li>", article)]
    assert entries == [
        "Automatic light", "beacon: see Lighthouse", "For keepers", "Keeper", "Lighthouse", "Long nights",
        "one &lt;who&gt; waits: see Keeper", "Quiet nights", "A survey of towers", "Watches", "a watchman: see Keeper",
    ]  # fmt: skip


def test_every_letter_with_an_entry_is_a_link_to_its_heading(article):
    letters = re.findall(r'<a href="#([a-z]+)">([A-Z])</a>', article)
    assert letters == re.findall(r'<h2 id="([a-z]+)">([A-Z])</h2>', article)
    assert "".join(letter for _, letter in letters) == "ABFKLOQSW"
