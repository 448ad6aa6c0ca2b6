"""What LaTeX's commands mean where they stand in a bibliography: letters and signs, accents, and what to do with an argument.

Most letters and signs are known to pylatexenc, which is asked once; only what it lacks or says otherwise is listed here.
No command reads a file or runs anything: one that is not known is told, and only the words around it are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pylatexenc.latex2text import get_default_latex_context_db

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True)
class Style:
    """What a command does with its argument: ``then`` is for the next argument, ``before`` and ``after`` stand around it."""

    accent: str = ""  # the combining character that the first letter takes
    letters: Mapping[str, str] | None = None  # other letters, if there is one for each;
    mark: str = ""  # if not, the sign that stands before the argument
    italic: bool = False
    math: bool = False
    verbatim: bool = False
    dropped: bool = False
    before: str = ""
    after: str = ""
    then: Style | None = None


ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307", '"': "\u0308",
    "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
    "G": "\u030f", "U": "\u030e", "h": "\u0309", "f": "\u0311",
    "grave": "\u0300", "acute": "\u0301", "hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "breve": "\u0306",
    "dot": "\u0307", "ddot": "\u0308", "check": "\u030c", "mathring": "\u030a", "vec": "\u20d7",
}  # fmt: skip
STANDING_ALONE = {
    "\u0300": "`", "\u0301": "´", "\u0302": "^", "\u0303": "~", "\u0304": "¯", "\u0306": "˘", "\u0307": "˙", "\u0308": "¨",
    "\u030a": "˚", "\u030b": "˝", "\u030c": "ˇ", "\u0327": "¸", "\u0328": "˛",
}  # fmt: skip
_RAISED = dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
IN_FORMULAS = {"^": Style(letters=_RAISED, mark="^"), "_": Style(letters=_LOWERED, mark="_")}
_PLAIN = Style()
_ITALIC = Style(italic=True)

STYLES: dict[str, Style] = {
    **{name: Style(accent=sign) for name, sign in ACCENTS.items()},
    **dict.fromkeys("emph textit textsl mkbibemph mkbibitalic".split(), _ITALIC),
    **dict.fromkeys(
        "textbf textrm textsf texttt textsc textup textmd textnormal textlf mbox hbox text underline uline mkbibbold nocase "
        "NoCaseChange bibstring bbox mathrm mathit mathbf mathsf mathtt mathbb mathcal mathfrak mathscr operatorname "
        "mathnormal".split(),
        _PLAIN,
    ),
    **dict.fromkeys("enquote mkbibquote".split(), Style(before="“", after="”")),
    **dict.fromkeys("textsuperscript mkbibsuperscript".split(), Style(letters=_RAISED)),
    **dict.fromkeys("textsubscript mkbibsubscript".split(), Style(letters=_LOWERED)),
    **dict.fromkeys("url path nolinkurl".split(), Style(verbatim=True)),
    **dict.fromkeys("noopsort label hspace vspace".split(), Style(dropped=True)),
    "sp": IN_FORMULAS["^"],
    "sb": IN_FORMULAS["_"],
    "mkbibparens": Style(before="(", after=")"),
    "mkbibbrackets": Style(before="[", after="]"),
    "href": Style(verbatim=True, dropped=True, then=_PLAIN),
    "textcolor": Style(dropped=True, then=_PLAIN),
    "ensuremath": Style(math=True),
    "frac": Style(then=Style(before="/")),
    "sqrt": Style(before="√"),
}  # fmt: skip
SWITCHES_TO_ITALIC = frozenset("em it itshape sl slshape".split())
SWITCHES_PASSED_OVER = frozenset(
    "bf bfseries rm rmfamily sf sffamily tt ttfamily sc scshape up upshape mdseries normalfont relax protect unskip "
    "ignorespaces allowbreak break nobreak null tiny scriptsize footnotesize small normalsize large Large "
    "displaystyle left right limits noindent par autocap".split()
)
_SYMBOLS = {
    " ": " ", "\\": " ", "\n": " ", ",": NO_BREAK_SPACE, "thinspace": NO_BREAK_SPACE, "nobreakspace": NO_BREAK_SPACE,
    "space": " ", ":": " ", ";": " ", ">": " ", "quad": " ", "qquad": " ", "enspace": " ", "enskip": " ", "newline": " ",
    "linebreak": " ", "!": "", "-": "", "/": "", "@": "", "|": "‖", "slash": "/", "hyphen": "-", "dash": "–",
    "textasciitilde": "~", "textasciicircum": "^", "textperiodcentered": "·", "textunderscore": "_", "textdollar": "$",
    "textbar": "|", "textless": "<", "textgreater": ">", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{",
    "rbrace": "}", "%": "%", "textquotesingle": "'", "textquotedbl": '"', "textasciigrave": "`", "texttrademark": "™",
    "copyright": "©", "pounds": "£", "euro": "€", "EUR": "€", "textnumero": "№", "S": "§", "P": "¶", "SS": "ẞ",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "lq": "‘", "rq": "’",
    "dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "bibrangedash": "–", "prime": "′",
    "lbrack": "[", "rbrack": "]", "textdegree": "°", "degree": "°", "cdot": "·", "textsuperscripttwo": "²",
}  # fmt: skip
LOGOS = {name: name for name in ("TeX", "LaTeX", "BibTeX", "ConTeXt", "XeTeX", "LuaTeX", "AmS", "MF", "MP", "TUG", "CTAN")} | {
    "LaTeXe": "LaTeX2e",
    "XeLaTeX": "XeLaTeX",
    "eTeX": "e-TeX",
    "MF": "Metafont",
    "MP": "MetaPost",
}


@lru_cache(maxsize=1)
def symbols() -> Mapping[str, str]:
    """The text of each command that stands for letters or signs; made once, as pylatexenc takes its time."""
    known: dict[str, str] = {}
    for spec in get_default_latex_context_db().iter_macro_specs(["latex-base", "advanced-symbols"]):
        text = spec.simplify_repl
        if isinstance(text, str) and "%" not in text and spec.macroname != "today":
            known.setdefault(spec.macroname, text)
    return known | _SYMBOLS | LOGOS
