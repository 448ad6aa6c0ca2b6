"""LaTeX in the values of a bibliography into text: accents, signs, quotes, dashes, italics, and capitals to keep.

Capitals are protected as BibTeX does it: what stands in braces keeps them, but a brace followed by a backslash, as in
``{\\"U}ber``, only holds a letter together. Ties (``~``) and thin spaces become no-break spaces, U+00A0; an apostrophe
is the curly one, as LaTeX prints it. All text is NFC.
Values that are no prose (URLs, DOIs) must not be decoded: ``~`` and ``--`` mean themselves in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from ...model.works import RichText, Run
from .commands import (
    IN_FORMULAS,
    LOGOS,
    NO_BREAK_SPACE,
    STYLES,
    SWITCHES_PASSED_OVER,
    SWITCHES_TO_ITALIC,
    Style,
    symbols,
)
from .runs import BLANKS, joined, restyled

_MARKED = re.compile(r"[\\{}$~`]|--|''")
_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z]+\*?|.)|(?P<sign>[{}$~^_]|---?|``|[?!]?`|''?)|(?P<text>[^\\{}$~^_\-`'?!]+|.)", re.DOTALL
)
_SIGNS = {"~": NO_BREAK_SPACE, "--": "–", "---": "—", "`": "‘", "'": "’", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_ESCAPED_IN_ADDRESS = re.compile(r"\\([%#_&~$])")


def decode(value: str) -> RichText:
    """The text of a value in runs; neighbours differ in their marks, and blanks are single. An unknown command is left out."""
    return _decoded(value)[0]


def decode_plain(value: str) -> str:
    """The text of a value without marks."""
    return "".join(run.text for run in decode(value))


def undecodable(value: str) -> tuple[str, ...]:
    """The commands of a value that are not known, each once, as written: ``\\foo``. Their arguments are kept as words."""
    return _decoded(value)[1]


@lru_cache(maxsize=10_000)
def _decoded(value: str) -> tuple[RichText, tuple[str, ...]]:
    if not _MARKED.search(value):
        text = normalize("NFC", BLANKS.sub(" ", value).strip(" ").replace("'", "’"))
        return ((Run(text),) if text else ()), ()
    walk = _Walk(BLANKS.sub(" ", value).strip(" "))
    return tuple(joined(walk.runs())), tuple(dict.fromkeys(walk.unknown))


@dataclass
class _Scope:
    """What holds from an opening brace, or for one letter, to its end. ``begin`` counts the runs before it."""

    begin: int = 0
    style: Style = Style()
    protected: bool = False
    italic: bool = False
    math: bool = False
    special: bool = False  # a brace followed by a backslash: it protects nothing
    single: bool = False  # an argument without braces


class _Walk:
    """One walk over a value, token by token, with a stack of scopes."""

    def __init__(self, value: str) -> None:
        self._value = value
        self._at = 0
        self._scopes = [_Scope()]
        self._awaited: list[Style] = []
        self._runs: list[Run] = []
        self.unknown: list[str] = []

    def runs(self) -> list[Run]:
        """All runs of the value."""
        while found := _TOKEN.match(self._value, self._at):
            self._at = found.end()
            self._token(found)
            while self._scopes[-1].single and not self._awaited:
                self._close()
        while len(self._scopes) > 1 or self._awaited:
            self._close() if len(self._scopes) > 1 else self._open(self._awaited.pop(), single=True)
        return self._runs

    def _token(self, found: re.Match[str]) -> None:
        if self._awaited:
            self._argument(found)
        elif found["command"]:
            self._command(found["command"])
        elif found["sign"]:
            self._sign(found["sign"])
        else:
            self._say(found["text"])

    def _argument(self, found: re.Match[str]) -> None:
        """The argument that a command awaits: a group, or one letter or command without braces."""
        if found[0] == " ":
            return
        style = self._awaited.pop()
        if found[0] == "{":
            self._open(style)
            return self._take_verbatim() if style.verbatim else None
        if found[0] in ("}", "$"):
            self._open(style, single=True)
            self._close()
            return self._sign(found[0])
        self._open(style, single=True)
        if found["text"]:
            blank = len(found[0]) - len(found[0].lstrip(" "))
            self._at = found.start() + blank + 1
            return self._say(found[0][blank])
        self._token(found)

    def _command(self, name: str) -> None:
        scope = self._scopes[-1]
        if name[0].isalpha() and not scope.math and self._value.startswith(" ", self._at):
            self._at += 1
        name = name.rstrip("*") or name
        if name in STYLES:
            self._awaited.append(STYLES[name])
        elif name in LOGOS:
            self._say(LOGOS[name], protected=True)
        elif (text := symbols().get(name)) is not None:
            self._say(text)
        elif name in SWITCHES_TO_ITALIC:
            scope.italic = True
        elif name in "()[]":
            scope.math = name in "(["
        elif name not in SWITCHES_PASSED_OVER:
            self.unknown.append("\\" + name)

    def _sign(self, sign: str) -> None:
        scope = self._scopes[-1]
        if sign == "{":
            self._open_group()
        elif sign == "}":
            self._close_group()
        elif sign == "$":
            scope.math = not scope.math
        elif sign in "^_":
            self._awaited.append(IN_FORMULAS[sign]) if scope.math else self._say(sign)
        else:
            self._say(sign.replace("'", "′") if scope.math else _SIGNS[sign])

    def _say(self, text: str, protected: bool = False) -> None:
        scope = self._scopes[-1]
        self._runs.append(Run(text, protected or scope.protected or scope.math, scope.italic))

    # Scopes

    def _open_group(self) -> None:
        outer = self._scopes[-1]
        special = self._value.startswith("\\", self._at) and not outer.protected and not outer.special
        self._push(Style(), special=special, protected=outer.protected or not special)

    def _open(self, style: Style, single: bool = False) -> None:
        """The scope of an argument. Its braces protect as others do, but those of an accent belong to its letter."""
        outer = self._scopes[-1]
        protects = not (single or style.accent or style.letters or outer.special)
        self._push(style, special=outer.special, protected=outer.protected or protects, single=single)

    def _push(self, style: Style, special: bool, protected: bool, single: bool = False) -> None:
        outer = self._scopes[-1]
        italic = not outer.italic if style.italic else outer.italic
        self._scopes.append(_Scope(len(self._runs), style, protected, italic, outer.math or style.math, special, single))
        if style.before:
            self._say(style.before)

    def _close_group(self) -> None:
        """To the end of the group; a brace that closes nothing is left out."""
        while self._scopes[-1].single:
            self._close()
        if len(self._scopes) > 1:
            self._close()

    def _close(self) -> None:
        style = self._scopes[-1].style
        if style.after:
            self._say(style.after)
        scope = self._scopes.pop()
        if style.accent or style.letters or style.dropped:
            alone = Run("", scope.protected or scope.math, scope.italic)
            self._runs[scope.begin :] = restyled(self._runs[scope.begin :], style, alone)
        if style.then:
            self._awaited.append(style.then)

    def _take_verbatim(self) -> None:
        """The address in a \\url, in which nothing means anything but itself."""
        end, depth = self._at, 1
        for found in re.compile(r"\\.|[{}]", re.DOTALL).finditer(self._value, self._at):
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            end = found.start()
            if depth == 0:
                break
        self._say(_ESCAPED_IN_ADDRESS.sub(r"\1", self._value[self._at : end]))
        self._at = end
