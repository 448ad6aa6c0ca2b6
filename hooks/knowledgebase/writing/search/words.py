"""How a text becomes the words it can be found by. look/search.js takes a reader's question apart in the same way.

A word is a run of letters and figures in small letters, without accents. Words of grammar are left out: they stand
everywhere and tell nothing apart. A stem is what the forms of a word share: "worker" and "workers" are found together.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse

from Stemmer import Stemmer

# Letters that lose no accent when Unicode takes them apart, but have a plain spelling.
PLAIN_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
STOP_WORDS = frozenset(
    """
    a about actually also am an and any anybody anyone anything are as at be because been being but by call called can
    cannot cant could did do does doesnt doing dont each ever everybody everyone everything for from get got had has have
    having he her here hers herself him himself his how i if in into is isnt it its itself just many may me might more
    most much must my myself never no nor not of on only or our ours ourselves really shall she should so some somebody
    someone something such supposed than that the their theirs them themselves then there these they this those to too
    us very was we were what when where which while who whom whose why will with would you your yours yourself
    """.split()
)

_PLAIN = str.maketrans(PLAIN_LETTERS)
_POSSESSIVE = re.compile(r"['’ʼ]s\b")
_APOSTROPHES = re.compile(r"['’ʼ]")
_INITIALS = re.compile(r"(?<![^\W_])[^\W\d_](?:[/&][^\W\d_](?![^\W_]))+")  # c/s/x, which is also written csx
_WORD = re.compile(r"[^\W_]{2,}")  # two letters at least
_ASCII_WORD = re.compile("[a-z0-9]{2,}")  # the same in a text of nothing else, found in half the time
_STEMMER = Stemmer("english")


def words(text: str) -> list[str]:
    """The words of a text in order, as often as they stand there, without words of grammar."""
    plain = folded(text)
    return list(filterfalse(STOP_WORDS.__contains__, (_ASCII_WORD if plain.isascii() else _WORD).findall(plain)))


def folded(text: str) -> str:
    """A text in small letters, without accents, apostrophes, the s of "worker's" and the signs between single letters."""
    text = text.lower()
    if not text.isascii() or "'" in text:
        text = _APOSTROPHES.sub("", _POSSESSIVE.sub("", text))
        text = _without_accents(text).translate(_PLAIN)
    return _INITIALS.sub(lambda found: re.sub("[/&]", "", found[0]), text) if "/" in text or "&" in text else text


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.category(letter).startswith("M"))


class Stems(dict[str, str]):
    """The stems of English words, by the second Porter stemmer of the Snowball project; each is worked out once."""

    def __missing__(self, word: str) -> str:
        self[word] = _STEMMER.stemWord(word)
        return self[word]


STEMS = Stems()
