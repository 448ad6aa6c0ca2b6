"""LaTeX in the bibliography: what goes in, which runs come out, and which commands cannot be read."""

from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledgebase.model.works import Run
from knowledgebase.reading.latex import decode, decode_plain, undecodable

LETTERS = {
    "accents in braces": (r"G{\"o}del, P{\'a}l, {\`E}ve", "Gödel, Pál, Ève"),
    "accents before braces": (r"G\"{o}del, P\'{a}l, \`{E}ve", "Gödel, Pál, Ève"),
    "accents before letters": (r"G\"odel, P\'al, \`Eve", "Gödel, Pál, Ève"),
    "braces around both": (r"G{\"{o}}del", "Gödel"),
    "accents named by a letter": (r"\c{c} \v{s} \H{o} \u{g} \r{a} \k{e} \d{s} \b{d} \=a \.z", "ç š ő ğ å ę ṣ ḏ ā ż"),
    "a letter after a blank": (r"Fran\c cois, Erd\H os, Erd{\H o}s", "François, Erdős, Erdős"),
    "letters that lose their dot": (r"{\'\i} \'{\i} {\'{\i}} \'i \u\j", "í í í í j̆"),
    "letters without a dot": (r"K{\i}l{\i}{\c c}", "Kılıç"),
    "two accents on one letter": (r"Nguy{\~{\^e}}n, \'{\^a}", "Nguyễn, ấ"),
    "an accent on the first of several letters": (r"\"{aeo}", "äeo"),
    "accents alone": (r"\~{} \^{} \'{}", "~ ^ ´"),
    "letters of their own": (r"{\ss} {\o} {\O} {\aa} {\AA} {\ae} {\L}{\l} {\oe} {\dh}", "ß ø Ø å Å æ Łł œ ð"),
    "letters of their own without braces": (r"\o\aa\L Stra\ss e", "øåŁStraße"),
    "signs": (r"\& \% \$ \_ \# \{x\} \textbackslash", "& % $ _ # {x} \\"),
    "signs by name": (r"\textendash\textemdash{} \textquoteleft a\textquoteright{} \dots\ \copyright", "–— ‘a’ … ©"),
    "braces by name": (r"\textbraceleft a\textbraceright", "{a}"),
    "dashes": ("pp. 1--2 -- a---b - c", "pp. 1–2 – a—b - c"),
    "double quotes": ("``Two Pots''", "“Two Pots”"),
    "single quotes": ("`lived experience'", "‘lived experience’"),
    "quotes within quotes": ("``a `b' c''", "“a ‘b’ c”"),
    "an apostrophe": ("workers' and people's", "workers’ and people’s"),
    "an apostrophe beside a command": (r"people's caf\'e", "people’s café"),
    "opening signs of Spanish": ("?`Qu\\'e? !`Hola!", "¿Qué? ¡Hola!"),
    "straight double quotes stay": ('a "b" c\\&', 'a "b" c&'),
    "ties": ("Table~3", "Table\u00a03"),
    "thin spaces": (r"J.\,R. Ost", "J.\u00a0R. Ost"),
    "wide spaces": (r"a\ b\;c\quad d\\e", "a b c d e"),
    "what leaves no trace": (r"co\-operate \relax on\/ly\protect", "cooperate only"),
    "blanks and line breaks": (" a\r\n\t b  {c}\n ", "a b c"),
    "superscripts": (r"m$^2$, $^{13}$C, x\textsuperscript{2}", "m², ¹³C, x²"),
    "superscripts that have no sign": (r"10\textsuperscript{th}, 10$^{th}$", "10th, 10th"),
    "subscripts": (r"CO$_2$, H\textsubscript{2}O", "CO₂, H₂O"),
    "superscripts that must not be read as part of a number": ("$n^{2.5}$, $2^{n+m}$, $x^i$", "n^2.5, 2^(n+m), x^i"),
    "subscripts that have no sign": (r"$K_{3,3}$ and $\chi_t$", "K_3,3 and χ_t"),
    "formulas": (r"$p \leq 0.05$, \(\alpha\)-level, $\mathrm{NO}_2$, $\frac{1}{2}$", "p ≤ 0.05, α-level, NO₂, 1/2"),
    "carets and underscores outside formulas": (r"a_b^c\&", "a_b^c&"),
    "an address": (r"see \url{https://e.org/~a_b--c/\%20\#d}", "see https://e.org/~a_b--c/%20#d"),
    "a link keeps its words": (r"see \href{https://e.org/~a_b}{our \emph{page}}.", "see our page."),
    "quotation commands": (r"\enquote{so} \mkbibquote{it is}", "“so” “it is”"),
    "words for sorting are dropped": (r"\noopsort{1973b}1973", "1973"),
    "names of typesetting programs": (r"{\LaTeX} or \TeX{} or \BibTeX", "LaTeX or TeX or BibTeX"),
    "other alphabets": (r"\cyra\cyrb{} {\alpha}", "аб α"),
    "a text in parts that NFC joins": ("e\u0301", "é"),
    "a brace that is not closed": ("a {b", "a b"),
    "a brace that closes nothing": (r"a} b\&", "a b&"),
    "a formula that is not closed": ("a $b", "a b"),
    "a backslash at the end": ("a\\", "a\\"),
    "a command at the end": (r"a \emph", "a"),
    "a command before a closing brace": (r"{a\'} b", "a´ b"),
    "an empty text": ("", ""),
}  # fmt: skip


@pytest.mark.parametrize(("value", "text"), LETTERS.values(), ids=LETTERS)
def test_letters_and_signs_are_as_latex_prints_them(value, text):
    assert decode_plain(value) == text
    assert undecodable(value) == ()


def run(text, marks=""):
    return Run(text, protected="P" in marks, italic="I" in marks)


RUNS = {
    "plain text": ("Peer support", [run("Peer support")]),
    "plain text with a tie": ("Table~3", [run("Table\u00a03")]),
    "a word in braces": ("The {BC} plan", [run("The "), run("BC", "P"), run(" plan")]),
    "one letter in braces": ("{T}he plan", [run("T", "P"), run("he plan")]),
    "the whole title in braces": ("{Whole Title}", [run("Whole Title", "P")]),
    "neighbours in braces": ("{British} {Columbia} now", [run("British Columbia", "P"), run(" now")]),
    "nested braces": ("{A {B} C} d", [run("A B C", "P"), run(" d")]),
    "empty braces protect nothing": ("a{}b", [run("ab")]),
    "an accented letter in braces is not protected": (r"{\"U}ber {\'E}tudes", [run("Über Études")]),
    "an accented letter in a second pair of braces is": (r"{{\"U}}ber", [run("Ü", "P"), run("ber")]),
    "an accented letter in a protected word": (r"{Gr{\"u}n} a", [run("Grün", "P"), run(" a")]),
    "a letter after an accent in braces is not protected": (r"\"{U}ber", [run("Über")]),
    "a letter of its own is not protected": (r"{\O}st", [run("Øst")]),
    "formulas are protected": ("in $N$ = 3", [run("in "), run("N", "P"), run(" = 3")]),
    "names of programs are protected": (r"On {\LaTeX} today", [run("On "), run("LaTeX", "P"), run(" today")]),
    "italics": (r"Read \textit{Emma} now", [run("Read "), run("Emma", "PI"), run(" now")]),
    "emphasis": (r"\emph{Emma}", [run("Emma", "PI")]),
    "emphasis within emphasis": (r"\emph{a \emph{b} c}", [run("a ", "PI"), run("b", "P"), run(" c", "PI")]),
    "italics in braces that open with the command protect nothing, as in BibTeX": (
        r"{\emph{Homo} sapiens}",
        [run("Homo", "I"), run(" sapiens")],
    ),
    "a word protected within such braces": (r"{\emph{The {BC} plan}}", [run("The ", "I"), run("BC", "PI"), run(" plan", "I")]),
    "italics from here on": (r"{\em Emma} now", [run("Emma", "I"), run(" now")]),
    "italics to the end": (r"Now \itshape Emma", [run("Now "), run("Emma", "I")]),
    "bold is dropped and its words are kept": (r"\textbf{The} end", [run("The", "P"), run(" end")]),
    "small capitals are dropped and the words are kept": (r"{\sc Ost} end", [run("Ost end")]),
    "a command with one letter": (r"\emph x y", [run("x", "I"), run(" y")]),
    "an address is protected": (r"\url{https://e.org/A}", [run("https://e.org/A", "P")]),
    "an unknown command keeps its words": (r"\foo{Bar} baz", [run("Bar", "P"), run(" baz")]),
    "no text, no runs": ("{}", []),
}  # fmt: skip


@pytest.mark.parametrize(("value", "runs"), RUNS.values(), ids=RUNS)
def test_braces_protect_and_commands_mark(value, runs):
    assert decode(value) == tuple(runs)
    assert decode_plain(value) == "".join(run.text for run in runs)


UNKNOWN = {
    "an unknown command": (r"a \foo b", "a b", ("\\foo",)),
    "an unknown command with an argument": (r"\foo{bar} baz", "bar baz", ("\\foo",)),
    "several, each once": (r"\foo \baz \foo", "", ("\\foo", "\\baz")),
    "an unknown sign": (r"a\1b", "ab", ("\\1",)),
    "an environment": (r"\begin{quote}a\end{quote}", "quoteaquote", ("\\begin", "\\end")),
    "a file is not read": (r"\input{bibliography.bib}", "bibliography.bib", ("\\input",)),
    "a file is not read in either way": (r"\include{bibliography.bib}", "bibliography.bib", ("\\include",)),
    "no program is run": (r"\write18{ls}", "18ls", ("\\write",)),
    "nothing is defined": (r"\def\x{y}", "y", ("\\def", "\\x")),
    "a citation": (r"see \cite{ost2009}", "see ost2009", ("\\cite",)),
    "today is no fixed text": (r"\today", "", ("\\today",)),
}  # fmt: skip


@pytest.mark.parametrize(("value", "text", "unknown"), UNKNOWN.values(), ids=UNKNOWN)
def test_unknown_commands_are_told_and_their_words_kept(value, text, unknown):
    assert decode_plain(value) == text
    assert undecodable(value) == unknown


def test_a_file_that_exists_is_not_read(tmp_path):
    (tmp_path / "secret.tex").write_text("secret")
    assert "secret" not in decode_plain(r"\input{%s}" % (tmp_path / "other")) + decode_plain(r"\input{%s/secre}" % tmp_path)
    assert decode_plain(r"\input{secret.tex}") == "secret.tex"


# Whatever is written


@pytest.mark.parametrize("piece", ["{", "}", "\\'", "$^", "\\emph", "\\textsuperscript{", "\\url{", "\\frac", "`", "\\", "~{\\\"o}"])
def test_hostile_text_is_read_to_its_end(piece):
    assert isinstance(decode_plain(5000 * piece), str)


@given(st.text(alphabet="\\{}$~^_`'-\" \n%&aeiıTh\u0301É", max_size=60) | st.text(max_size=60))
def test_any_text_can_be_decoded(value):
    runs = decode(value)
    assert all(run.text and is_normalized("NFC", run.text) for run in runs)
    assert all((one.protected, one.italic) != (two.protected, two.italic) for one, two in zip(runs, runs[1:], strict=False))
    assert not any(blanks in decode_plain(value) for blanks in ("  ", "\n"))


@given(st.text(alphabet=st.characters(exclude_characters="\\{}$~`'-", exclude_categories=["Cs", "Zs", "Cc", "Zl", "Zp"]), max_size=40))
def test_text_without_latex_stays_as_it_is(value):
    assert decode_plain(value + "é") == decode_plain("{" + value + "é}") == decode_plain(value + r"{\'e}")


@given(st.lists(st.sampled_from(["peer", "BC", "Über", "“so”", "1–2", "x²"]), min_size=1, max_size=6))
def test_text_of_the_model_comes_back_from_its_latex(words):
    latex = {"Über": r'{\"U}ber', "“so”": "``so''", "1–2": "1--2", "x²": "x$^2$", "BC": "{BC}"}
    assert decode_plain(" ".join(latex.get(word, word) for word in words)) == " ".join(words)
