"""Reading bibliography.bib: what is refused and in which words, what is accepted with which values, and that nothing is lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledgebase.problems import Place
from knowledgebase.reading.bibtex import Entry, Field, read_bibtex
from knowledgebase.reading.bibtex import blocks as bibtex_blocks

NEXT = "@misc{next, title = {Next}}"


def read(text):
    """The entries as (type, key, fields), and the problems as (place and message, rule, fatal)."""
    entries, problems = read_bibtex(text, "b.bib")
    shown = [(entry.type, entry.key, {field.name: field.value for field in entry.fields}) for entry in entries]
    return shown, [(str(problem).removeprefix("b.bib:"), problem.rule, problem.fatal) for problem in problems]


# name: (text, the fields that are read all the same by key, the problems)
FATAL, MENDABLE = True, False
REFUSED = {
    "a name that no @string defines": (
        "@string{jmh = {Journal of Mental Health}}\n@misc{a,\n  journal = jmhh,\n}",
        {"a": {"journal": "jmhh"}},
        [('3:13: a value must stand in braces or be a name that @string defines: found "jmhh"; did you mean "jmh"?', "unknown-macro", FATAL)],
    ),
    "a range of pages without braces": (
        "@misc{a, pages = 12--15}",
        {"a": {"pages": "12--15"}},
        [('1:18: a value must stand in braces or be a name that @string defines: found "12--15"; did you mean {12--15}?', "unknown-macro", FATAL)],
    ),
    "words without braces": (
        "@misc{a, title = Peer support, year = 2020}",
        {"a": {"title": "Peer support", "year": "2020"}},
        [('1:18: the value of "title" must stand in braces: found "Peer support"; did you mean {Peer support}?', "bare-value", FATAL)],
    ),
    "a @string that is defined by itself": (
        "@string{a = a}",
        {},
        [('1:13: a value must stand in braces or be a name that @string defines: found "a"', "unknown-macro", FATAL)],
    ),
    "a @string below its first use": (
        "@misc{a, journal = jmh}\n@string{jmh = {J}}",
        {"a": {"journal": "J"}},
        [('1:20: a @string must stand above its first use, or other programs do not know it: "jmh" is defined below', "macro-late", MENDABLE)],
    ),
    "a @string with two meanings": (
        "@string{jmh = {J}}\n@string{JMH = {K}}\n@misc{a, journal = jmh}",
        {"a": {"journal": "K"}},
        [('2:9: a @string must be defined once: "jmh" is defined above with other words', "macro-twice", MENDABLE)],
    ),
    "@strings that grow without end": (
        "@string{a = {" + 99 * "x" + "}}\n@string{b = " + " # ".join(99 * "a") + "}\n@misc{k, title = b # b}",
        {"k": {"title": ""}},
        [("3:18: a value joined with # must have at most 10000 characters: found more", "value-too-long", FATAL)],
    ),
    "no comma between two fields": (
        "@misc{a,\n  title = {T}\n  year = {2020},\n}",
        {"a": {"title": "T", "year": "2020"}},
        [('3:3: a comma must stand between the fields "title" and "year"', "missing-comma", FATAL)],
    ),
    "no comma after a number": (
        "@misc{a, year = 2020\n title = {T}}",
        {"a": {"title": "T", "year": "2020"}},
        [('2:2: a comma must stand between the fields "year" and "title"', "missing-comma", FATAL)],
    ),
    "no comma after the key": (
        "@misc{a\n  title = {T}}",
        {"a": {"title": "T"}},
        [('2:3: a comma must follow the key "a": found "title"', "missing-comma", FATAL)],
    ),
    "no comma after the key, on one line": (
        "@misc{a title = {T}}",
        {"a": {"title": "T"}},
        [('1:9: a comma must follow the key "a": found "title"', "missing-comma", FATAL)],
    ),
    "two commas": (
        "@misc{a, title = {T},, year = 2020}",
        {"a": {"title": "T", "year": "2020"}},
        [("1:22: one comma must stand between two fields: found another", "extra-comma", MENDABLE)],
    ),
    "no equals sign": (
        "@misc{a, title {T}, year = 2020}",
        {"a": {"title": "T", "year": "2020"}},
        [('1:10: a field must be written title = {…}: found "title" without "="', "missing-equals", FATAL)],
    ),
    "a name alone": (
        "@misc{a, title, year = 2020}",
        {"a": {"year": "2020"}},
        [('1:10: a field must be written title = {…}: found "title" without "="', "missing-equals", FATAL)],
    ),
    "a name alone at the end": (
        "@misc{a, year}",
        {"a": {}},
        [('1:10: a field must be written year = {…}: found "year" without "="', "missing-equals", FATAL)],
    ),
    "no value": (
        "@misc{a, title = , year = 2020}",
        {"a": {"year": "2020"}},
        [('1:18: the field "title" must have a value: found ","', "value-missing", FATAL)],
    ),
    "a join with nothing": (
        '@misc{a, title = "x" # , year = 2020}',
        {"a": {"year": "2020"}},
        [('1:24: the field "title" must have a value: found ","', "value-missing", FATAL)],
    ),
    "two values": (
        "@misc{a, title = {T} {U}, year = 2020}",
        {"a": {"title": "T", "year": "2020"}},
        [('1:22: after the value of "title" a comma must follow, or the "}" that ends the entry: found "{"', "stray-text", FATAL)],
    ),
    "a sign where a field should be": (
        "@misc{a, = {T}, year = 2020}",
        {"a": {"year": "2020"}},
        [('1:10: a field must be written name = {value}: found "="', "stray-text", FATAL)],
    ),
    "a value that is not closed before the next field": (
        "@misc{a,\n  title = {The {Big} one,\n  year = 2020,\n}",
        {"a": {"title": "The {Big} one", "year": "2020"}},
        [('2:11: the value of "title" must end with "}": found the field "year"', "unclosed-value", FATAL)],
    ),
    "a value that would swallow the next field without a trace": (
        "@misc{a,\n  title = {The {Big one},\n  year = {2020}},\n}\n",
        {"a": {"title": "The {Big one}", "year": "2020"}},
        [
            ('2:11: the value of "title" must end with "}": found the field "year"', "unclosed-value", FATAL),
            ('3:17: text between entries must be a comment that begins with "%", or it is lost: found ","; is there a "}" too many before it?', "stray-text", MENDABLE),
        ],
    ),
    "a value that would swallow the next field on its line": (
        "@misc{a, title = {The {Big one}, year = {2020}}}",
        {"a": {"title": "The {Big one}", "year": "2020"}},
        [
            ('1:18: the value of "title" must end with "}": found the field "year"', "unclosed-value", FATAL),
            ('1:48: text between entries must be a comment that begins with "%", or it is lost: found "}"; is there a "}" too many before it?', "stray-text", MENDABLE),
        ],
    ),
    "quote marks that are not closed": (
        f'@misc{{a, title = "The end\n}}\n{NEXT}',
        {"a": {"title": "The end\n}"}, "next": {"title": "Next"}},
        [('1:18: the value of "title" must end with """: found "@misc{next"', "unclosed-value", FATAL)],
    ),
    "an entry that is not closed before the next": (
        f"@misc{{a, title = {{T}}\n\n{NEXT}",
        {"a": {"title": "T"}, "next": {"title": "Next"}},
        [('1:1: the entry "a" must end with "}": found "@misc{next"', "unclosed-entry", FATAL)],
    ),
    "an entry that is not closed before the end": (
        "@misc{a, title = {T},",
        {"a": {"title": "T"}},
        [('1:1: the entry "a" must end with "}": found the end of the file', "unclosed-entry", FATAL)],
    ),
    "an entry that is closed with the wrong sign": (
        "@misc{a, title = {T})\n" + NEXT,
        {"a": {"title": "T"}, "next": {"title": "Next"}},
        [('1:21: the entry "a" must end with "}": found ")"', "unclosed-entry", FATAL)],
    ),
    "a @comment that is not closed": (
        f"@comment{{ {{a}}\n{NEXT}",
        {"next": {"title": "Next"}},
        [('1:1: "@comment" must end with "}": found "@misc{next"', "unclosed-entry", FATAL)],
    ),
    "a @comment with words of its own that would swallow entries": (
        f"@comment{{not yet)\n{NEXT}\n@misc{{a, title = {{T}}}}\n}}",
        {"next": {"title": "Next"}, "a": {"title": "T"}},
        [
            ('1:1: "@comment" must end with "}": found "@misc{next"', "unclosed-entry", FATAL),
            ('4:1: text between entries must be a comment that begins with "%", or it is lost: found "}"; is there a "}" too many before it?', "stray-text", MENDABLE),
        ],
    ),
    "a brace too many": (
        "@misc{a, title = {T}}, year = 2020}\n" + NEXT,
        {"a": {"title": "T"}, "next": {"title": "Next"}},
        [('1:22: text between entries must be a comment that begins with "%", or it is lost: found ", year = 2020}"; is there a "}" too many before it?', "stray-text", FATAL)],
    ),
    "blanks after the @": (
        "@ article {a, title = {T}}",
        {"a": {"title": "T"}},
        [('1:1: an entry must begin with "@article{", without spaces or line breaks: found "@ article {"', "entry-form", MENDABLE)],
    ),
    "a line break before the brace": (
        "\n @article\n  {a, title = {T}}",
        {"a": {"title": "T"}},
        [('2:2: an entry must begin with "@article{", without spaces or line breaks: found "@article {"', "entry-form", MENDABLE)],
    ),
    "no type": (
        "@{a, title = {T}}",
        {"a": {"title": "T"}},
        [('1:1: an entry must begin with its type, as in "@article{": found "@{"', "entry-form", FATAL)],
    ),
    "no @": (
        "article{a, title = {T}}",
        {},
        [('1:1: text between entries must be a comment that begins with "%", or it is lost: found "article{a, title = {T}}"', "stray-text", FATAL)],
    ),
    "no brace": (
        "@article a, title = {T}",
        {},
        [('1:1: text between entries must be a comment that begins with "%", or it is lost: found "@article a, title = {T}"', "stray-text", FATAL)],
    ),
    "text between entries": (
        f"{NEXT}\n\n Books we liked\n@misc{{a, title = {{T}}}}",
        {"next": {"title": "Next"}, "a": {"title": "T"}},
        [('3:2: text between entries must be a comment that begins with "%", or it is lost: found "Books we liked"', "stray-text", MENDABLE)],
    ),
    "long text between entries": (
        50 * "wide ",
        {},
        [('1:1: text between entries must be a comment that begins with "%", or it is lost: found "wide wide wide wide wide wide wide wide…"', "stray-text", MENDABLE)],
    ),
    "an e-mail address that looks like an entry": (
        f"write to me@home (now)\n{NEXT}",
        {"next": {"title": "Next"}},
        [('1:1: text between entries must be a comment that begins with "%", or it is lost: found "write to me@home (now)"', "stray-text", MENDABLE)],
    ),
    "an entry of which only the first line is a comment": (
        "% @misc{a,\n  title = {T},\n}",
        {},
        [('2:3: text between entries must be a comment that begins with "%", or it is lost: found "title = {T},"', "stray-text", FATAL)],
    ),
    "no key": (
        "@misc{title = {T}}",
        {},
        [('1:7: an entry must begin with its key, as in "@misc{moll2009,": found "title"', "key-missing", FATAL)],
    ),
    "an empty key": (
        "@misc{ , title = {T}}",
        {},
        [('1:8: an entry must begin with its key, as in "@misc{moll2009,": found ","', "key-missing", FATAL)],
    ),
    "an empty entry": (
        "@misc{}",
        {},
        [('1:7: an entry must begin with its key, as in "@misc{moll2009,": found "}"', "key-missing", FATAL)],
    ),
    "a key with blanks and accents": (
        "@misc{van Öst 2009, title = {T}}",
        {"van Öst 2009": {"title": "T"}},
        [('1:1: a key must be letters a-z, digits, "-" and "_", so that [@key] can cite it: found "van Öst 2009"; did you mean "van-Ost-2009"?', "key-form", FATAL)],
    ),
    "a key with a colon": (
        "@misc{ost:2009, title = {T}}",
        {"ost:2009": {"title": "T"}},
        [('1:1: a key must be letters a-z, digits, "-" and "_", so that [@key] can cite it: found "ost:2009"; did you mean "ost-2009"?', "key-form", FATAL)],
    ),
    "a key that stands twice": (
        "@misc{a, title = {T}}\n\n@book{a, title = {U}}",
        {"a": {"title": "T"}},
        [('3:1: a key must stand once in the file: "a" is already in line 1', "key-twice", FATAL)],
    ),
    "keys that differ in capitals only": (
        "@misc{Ost2009, title = {T}}\n@misc{ost2009, title = {U}}",
        {"Ost2009": {"title": "T"}, "ost2009": {"title": "U"}},
        [('2:1: keys must differ in more than capitals: "ost2009" is like "Ost2009" in line 1', "key-case", MENDABLE)],
    ),
    "a field that stands twice": (
        "@misc{a,\n title = {T},\n year = 2020,\n Title = {U}}",
        {"a": {"title": "T", "year": "2020"}},
        [('4:2: a field must stand once in an entry: "title" is already in line 2', "field-twice", FATAL)],
    ),
    "a brace without its pair, after a backslash": (
        "@misc{a, title = {A \\{ B}, year = 2020}",
        {"a": {"title": "A \\{ B", "year": "2020"}},
        [('1:18: braces in the value of "title" must come in pairs, also after a backslash: other programs end it elsewhere', "lone-brace", MENDABLE)],
    ),
    "a closing brace without its pair, after a backslash": (
        "@misc{a, title = {A \\} B}, year = 2020}",
        {"a": {"title": "A \\} B", "year": "2020"}},
        [('1:18: braces in the value of "title" must come in pairs, also after a backslash: other programs end it elsewhere', "lone-brace", MENDABLE)],
    ),
    "a folder's name that ends with a backslash": (
        "@misc{a, file = {C:\\Papers\\}, year = 2020}",
        {"a": {"file": "C:\\Papers\\", "year": "2020"}},
        [('1:17: braces in the value of "file" must come in pairs, also after a backslash: other programs end it elsewhere', "lone-brace", MENDABLE)],
    ),
    "an accent with a quote mark between quote marks": (
        '@misc{a, author = "G\\"odel, K.", year = 1931}',
        {"a": {"author": 'G\\"odel, K.', "year": "1931"}},
        [('1:19: a quote mark within the value of "author" must stand in braces: other programs end the value there', "lone-quote", MENDABLE)],
    ),
    "a part of an @xdata entry": (
        "@xdata{d, author = {Ost, A.}}\n@misc{a, author = {xdata=d-author-1}}",
        {"a": {"author": "xdata=d-author-1"}},
        [('2:10: an @xdata entry must be taken as a whole, xdata = {key}: found "xdata=d-author-1" in "author"', "xdata-part", FATAL)],
    ),
    "a crossref to no entry": (
        "@book{ropes2019, title = {T}}\n@inbook{a, crossref = {rope2019}}",
        {"ropes2019": {"title": "T"}, "a": {"crossref": "rope2019"}},
        [('2:12: crossref must be the key of an entry in this file: found "rope2019"; did you mean "ropes2019"?', "crossref-unknown", FATAL)],
    ),
    "an xdata to an entry that is none": (
        "@book{b, title = {T}}\n@misc{a, xdata = {b}}",
        {"b": {"title": "T"}, "a": {"xdata": "b"}},
        [('2:10: xdata must be the keys of @xdata entries in this file, with commas between: found "b"', "xdata-unknown", FATAL)],
    ),
    "a crossref to itself": (
        "@book{a, crossref = {a}}",
        {"a": {"crossref": "a"}},
        [('1:10: crossref must not lead back to its own entry: found "a" → "a"', "crossref-circle", FATAL)],
    ),
    "crossrefs in a circle": (
        "@book{a, title = {T}, crossref = {b}}\n@book{b, year = 2020, crossref = {a}}",
        {"a": {"title": "T", "crossref": "b", "year": "2020"}, "b": {"year": "2020", "crossref": "a"}},
        [('2:23: crossref must not lead back to its own entry: found "a" → "b" → "a"', "crossref-circle", FATAL)],
    ),
    "@xdata in a circle that nobody uses": (
        "@xdata{a, xdata = {b}}\n@xdata{b, xdata = {a}}",
        {},
        [('2:11: xdata must not lead back to its own entry: found "a" → "b" → "a"', "xdata-circle", FATAL)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "fields", "problems"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_right_is_told_and_the_rest_is_read(text, fields, problems):
    entries, told = read(text)
    assert told == problems
    assert {key: found for _, key, found in entries} == fields


@pytest.mark.parametrize("text", [text for text, _, _ in REFUSED.values()], ids=REFUSED)
def test_a_mistake_does_not_spread_to_other_entries(text):
    before, problems = "@misc{first,\n  title = {First},\n}\n", read(text)[1]
    entries, told = read(before + text + "\n@misc{last, title = {Last}}\n")
    assert entries[0] == ("misc", "first", {"title": "First"})
    assert entries[-1] == ("misc", "last", {"title": "Last"})
    assert len(told) == len(problems)


ACCEPTED = {
    "one entry": ("@article{a, title = {T}, year = 2020}", [("article", "a", {"title": "T", "year": "2020"})]),
    "one field on each line, with a comma after the last": (
        "@article{a,\n  title = {T},\n  year  = {2020},\n}\n",
        [("article", "a", {"title": "T", "year": "2020"})],
    ),
    "names in capitals": ("@ARTICLE{A, TITLE = {T}}", [("article", "A", {"title": "T"})]),
    "an entry without fields": ("@misc{a}", [("misc", "a", {})]),
    "an entry without fields, with a comma": ("@misc{a,}", [("misc", "a", {})]),
    "a type with a hyphen": ("@book-chapter{a, title = {T}}", [("book-chapter", "a", {"title": "T"})]),
    "a type that begins like a @comment": ("@commentary{a, title = {T}}", [("commentary", "a", {"title": "T"})]),
    "an entry in parentheses": ("@misc(a, title = {T) U}, year = 2020)", [("misc", "a", {"title": "T) U", "year": "2020"})]),
    "two entries on one line": (
        "@misc{a, title = {T}} @misc{b, title = {U}}",
        [("misc", "a", {"title": "T"}), ("misc", "b", {"title": "U"})],
    ),
    "quote marks": ('@misc{a, title = "T", year = "2020"}', [("misc", "a", {"title": "T", "year": "2020"})]),
    "braces within quote marks": (
        '@misc{a, title = "a {"b, c"} d", author = "G{\\"o}del"}',
        [("misc", "a", {"title": 'a {"b, c"} d', "author": 'G{\\"o}del'})],
    ),
    "quote marks and commas within braces": ('@misc{a, title = {a "b, c} }', [("misc", "a", {"title": 'a "b, c'})]),
    "nested braces": ("@misc{a, title = {{A {B {C {D {E}}}}}}}", [("misc", "a", {"title": "{A {B {C {D {E}}}}}"})]),
    "braces in pairs after backslashes": ("@misc{a, title = {a \\{b\\} c}}", [("misc", "a", {"title": "a \\{b\\} c"})]),
    "a double backslash at the end": (
        "@misc{a, title = {a\\\\}, year = 2020}",
        [("misc", "a", {"title": "a\\\\", "year": "2020"})],
    ),
    "an empty value": ('@misc{a, title = {}, note = ""}', [("misc", "a", {"title": "", "note": ""})]),
    "blanks and line breaks are kept as written": ("@misc{a, title = { a\n   b }}", [("misc", "a", {"title": " a\n   b "})]),
    "LaTeX is kept as written": ("@misc{a, title = {{\\'E}t\\'e \\& $x^2$}}", [("misc", "a", {"title": "{\\'E}t\\'e \\& $x^2$"})]),
    "a value with an equals sign and a line break": (
        "@misc{a, abstract = {We found,\n p = 0.03}, url = {https://e.org/?a=b}}",
        [("misc", "a", {"abstract": "We found,\n p = 0.03", "url": "https://e.org/?a=b"})],
    ),
    "an @ within a value": ("@misc{a, title = {write to\n me@home (now)}}", [("misc", "a", {"title": "write to\n me@home (now)"})]),
    "a @string": ("@string{j = {Journal}}\n@misc{a, journal = j}", [("misc", "a", {"journal": "Journal"})]),
    "a @string in other capitals": ('@STRING{J = "Journal"}\n@misc{a, journal = j}', [("misc", "a", {"journal": "Journal"})]),
    "a @string in parentheses": ('@string(j = "a) b")\n@misc{a, journal = j}', [("misc", "a", {"journal": "a) b"})]),
    "several names in one @string": (
        '@string{j = "J", k = "K"}\n@misc{a, journal = j, title = k}',
        [("misc", "a", {"journal": "J", "title": "K"})],
    ),
    "a @string of @strings": (
        '@string{j = "J"}\n@string{k = j # " of " # "K"}\n@misc{a, journal = k}',
        [("misc", "a", {"journal": "J of K"})],
    ),
    "joins": (
        '@string{j = {J}}\n@misc{a, journal = "The " # j # { B}, year = 20 # 20}',
        [("misc", "a", {"journal": "The J B", "year": "2020"})],
    ),
    "months": (
        '@misc{a, month = jan}@misc{b, month = DEC}@misc{c, month = "1~" # may}',
        [("misc", "a", {"month": "January"}), ("misc", "b", {"month": "December"}), ("misc", "c", {"month": "1~May"})],
    ),
    "months with other words": ("@string{jan = {Jan.}}\n@misc{a, month = jan}", [("misc", "a", {"month": "Jan."})]),
    "a @preamble": ('@preamble{"\\newcommand{\\x}{y}"}\n@misc{a, title = {T}}', [("misc", "a", {"title": "T"})]),
    "a @comment": ("@comment{any {text}, year = }\n@misc{a, title = {T}}", [("misc", "a", {"title": "T"})]),
    "entries within a @comment": ("@comment{\n@misc{b, title = {U}}\n}\n@misc{a, title = {T}}", [("misc", "a", {"title": "T"})]),
    "a @comment without braces": ("@comment made by hand\n@misc{a, title = {T}}", [("misc", "a", {"title": "T"})]),
    "a @comment in parentheses": ("@comment(by hand)\n@misc{a, title = {T}}", [("misc", "a", {"title": "T"})]),
    "comments between entries": ("% first @misc{\n@misc{a, title = {T}} % after\n  % last", [("misc", "a", {"title": "T"})]),
    "an entry of which every line is a comment": ("% @misc{b,\n%   title = {U},\n% }\n@misc{a, title = {T}}", [("misc", "a", {"title": "T"})]),
    "comments within an entry": (
        "@misc{a, % key\n  title = {T}, % its title, in {full\n  % year = 2019,\n  year = 2020}",
        [("misc", "a", {"title": "T", "year": "2020"})],
    ),
    "a percent sign within a value": ("@misc{a, title = {50% of\n all}, year = 2020}", [("misc", "a", {"title": "50% of\n all", "year": "2020"})]),
    "an empty file": ("", []),
    "only blanks": (" \n\t\r\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "entries"), ACCEPTED.values(), ids=ACCEPTED)
def test_well_formed_entries_are_read_as_written(text, entries):
    assert read(text) == (entries, [])


PART = "crossref = {whole}"
INHERITED = {
    "the title of a book is the book title of its part": (
        f"@incollection{{a, title = {{Part}}, {PART}}} @book{{whole, title = {{Whole}}, subtitle = {{Sub}}, year = 2020}}",
        {"title": "Part", "booktitle": "Whole", "booktitleaddon": None, "booksubtitle": "Sub", "year": "2020"},
    ),
    "own fields are kept": (
        f"@inbook{{a, year = 2019, booktitle = {{Own}}, {PART}}} @book{{whole, title = {{Whole}}, year = 2020}}",
        {"year": "2019", "booktitle": "Own"},
    ),
    "a book title that the whole gives itself goes before its title": (
        f"@inproceedings{{a, {PART}}} @proceedings{{whole, title = {{Whole}}, booktitle = {{Named}}}}",
        {"booktitle": "Named", "title": None},
    ),
    "the author of a book is not the author of its part": (
        f"@inbook{{a, {PART}}} @book{{whole, author = {{Ost, A.}}, editor = {{West, B.}}}}",
        {"author": None, "bookauthor": "Ost, A.", "editor": "West, B."},
    ),
    "what belongs to the whole alone is not taken over": (
        f"@incollection{{a, {PART}}} @collection{{whole, pages = {{1--300}}, shorttitle = {{W}}, abstract = {{…}}, isbn = {{1}}}}",
        {"pages": None, "shorttitle": None, "abstract": None, "isbn": "1"},
    ),
    "the title of a periodical is the journal of its articles": (
        f"@article{{a, title = {{Part}}, {PART}}} @periodical{{whole, title = {{Harbour Review}}}}",
        {"title": "Part", "journaltitle": "Harbour Review"},
    ),
    "the title of a work of many volumes is the main title of each": (
        f"@book{{a, title = {{Part}}, {PART}}} @mvbook{{whole, title = {{All}}, author = {{Ost, A.}}}}",
        {"title": "Part", "maintitle": "All", "author": "Ost, A."},
    ),
    "an entry of the same kind gives all": (
        f"@misc{{a, {PART}}} @misc{{whole, title = {{T}}, author = {{Ost, A.}}}}",
        {"title": "T", "author": "Ost, A."},
    ),
    "a chain of crossrefs": (
        f"@incollection{{a, {PART}}} @collection{{whole, title = {{W}}, crossref = {{all}}}} @mvcollection{{all, title = {{All}}, year = 2020}}",
        {"booktitle": "W", "maintitle": "All", "year": "2020"},
    ),
    "data sets": (
        "@misc{a, xdata = {one, two}} @xdata{one, publisher = {P}, year = 2019} @xdata{two, year = 2020, location = {L}}",
        {"publisher": "P", "year": "2019", "location": "L"},
    ),
    "data sets in data sets": (
        "@misc{a, xdata = {one}} @xdata{one, xdata = {two}, publisher = {P}} @xdata{two, location = {L}}",
        {"publisher": "P", "location": "L"},
    ),
    "data sets of the whole": (
        f"@inbook{{a, {PART}}} @book{{whole, title = {{W}}, xdata = {{one}}}} @xdata{{one, publisher = {{P}}}}",
        {"booktitle": "W", "publisher": "P"},
    ),
    "a crossref that a data set gives": (
        "@inbook{a, xdata = {one}} @xdata{one, crossref = {whole}} @book{whole, title = {W}}",
        {"booktitle": "W"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), INHERITED.values(), ids=INHERITED)
def test_an_entry_takes_over_what_fits(text, fields):
    entries, problems = read_bibtex(text, "b.bib")
    assert problems == ()
    assert entries[0].key == "a"
    assert {name: entries[0].value(name) for name in fields} == fields


def test_data_sets_are_no_entries():
    assert [key for _, key, _ in read("@xdata{one, year = 2020}\n@misc{a, title = {T}}")[0]] == ["a"]


def test_an_inherited_field_stands_where_it_was_written():
    entries, _ = read_bibtex("@inbook{a, crossref = {w}}\n@book{w,\n  title = {W}}", "b.bib")
    assert entries[0].field("booktitle") == Field("booktitle", "W", Place("b.bib", 3, 3))


def chain(length):
    return "\n".join(f"@book{{k{n}, f{n} = {{x}}, crossref = {{k{n + 1}}}}}" for n in range(length - 1)) + f"\n@book{{k{length - 1}}}"


def test_a_chain_of_entries_may_be_long_but_not_without_end():
    assert read(chain(10))[1] == []
    assert read(chain(11))[1] == [
        ("10:21: a chain of crossref must have at most 10 entries: found more", "crossref-depth", FATAL)
    ]
    assert {rule for _, rule, _ in read(chain(5000))[1]} == {"crossref-depth"}


PLACES = [("title", 2, 3), ("note", 3, 3), ("year", 4, 8)]


@pytest.mark.parametrize("begin", ["", "\ufeff"], ids=["without a byte order mark", "with a byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["line feeds", "carriage returns and line feeds"])
def test_lines_and_columns_count_from_one(begin, end):
    text = begin + "@misc{a,\n  title = {T},\n  note = {one\ntwo},  year = 2020}\n\n @book{b, title = {U}}".replace("\n", end)
    (first, second), problems = read_bibtex(text, "b.bib")
    assert problems == ()
    assert first.place == Place("b.bib", 1, 1)
    assert [(field.name, field.place.line, field.place.column) for field in first.fields] == PLACES
    assert first.value("note") == f"one{end}two"
    assert second == Entry("book", "b", (Field("title", "U", Place("b.bib", 6, 11)),), Place("b.bib", 6, 2))


def test_a_field_is_found_by_its_name():
    entry = read_bibtex("@misc{a, title = {T}}", "b.bib")[0][0]
    assert (entry.value("title"), entry.value("year")) == ("T", None)
    assert (entry.field("title"), entry.field("year")) == (entry.fields[0], None)


@pytest.mark.parametrize("text", [text for text, _ in ACCEPTED.values()], ids=ACCEPTED)
def test_the_careful_reading_alone_gives_the_same(text, monkeypatch):
    in_one_step = read(text)[0]
    monkeypatch.setattr(bibtex_blocks, "_clear", lambda text, start, limit: None)
    assert read(text) == (in_one_step, [])


def test_no_more_than_a_thousand_problems_are_told():
    told = read("\n".join(f"@misc{{k{n}, title = none{n}}}" for n in range(1500)))[1]
    assert len(told) == 1001
    assert told[-1] == ("1001:22: more problems follow from here; mend those above first", "many-problems", FATAL)


# Whatever is written


@pytest.mark.parametrize("text", [5000 * "{", 5000 * "{" + 5000 * "}", 500 * "@a{x, t = {\n", 5000 * "@a{", 5000 * '"', 5000 * "\\"])
@pytest.mark.parametrize("head", ["", "@misc{a, title = ", "@comment", '@misc{a, title = "', "@string{a = "])
def test_hostile_text_is_read_to_its_end(head, text):
    read_bibtex(head + text, "b.bib")


@given(st.text(alphabet='@{}()"=,#%\\ \n\t~aAé1-', max_size=80))
@example("@a{a,a={\\{},}")
@example('@a("')
@example("@string{a=a#a}@a{a,a=a}")
def test_any_text_can_be_read(text):
    entries, problems = read_bibtex(text, "b.bib")
    assert all(place.line >= 1 and place.column >= 1 for place in (problem.place for problem in problems))
    assert all(isinstance(field.value, str) for entry in entries for field in entry.fields)


@given(st.text(max_size=200))
def test_any_characters_can_be_read(text):
    read_bibtex(f"@misc{{a, title = {{{text}}}}}", "b.bib")


NAMES = st.from_regex(r"[a-z][a-z0-9_+-]{0,8}", fullmatch=True).filter(lambda name: name not in ("crossref", "xdata", "comment"))
PLAIN = st.text(alphabet="aZé \n,=#%@'~$&_^()[]<>-:/.0123456789\u00a0“", max_size=20)
BALANCED = st.recursive(PLAIN, lambda inner: st.tuples(PLAIN, inner, PLAIN).map(lambda parts: "%s{%s}%s" % parts), max_leaves=6)
VALUES = BALANCED.filter(lambda value: "@" not in value and "xdata=" not in value)
FIELDS = st.lists(st.tuples(NAMES, VALUES, st.sampled_from(["{%s}", '"%s"'])), max_size=5, unique_by=lambda field: field[0])
ENTRIES = st.lists(st.tuples(NAMES, FIELDS), max_size=4)


@given(ENTRIES, st.sampled_from(["\n", "\r\n", " ", "\n% note\n"]))
def test_every_well_formed_entry_is_given_with_exactly_its_values(entries, between):
    numbered = [(type, f"k{n}", fields) for n, (type, fields) in enumerate(entries) if type not in ("string", "preamble")]
    text = between.join(
        "@%s{%s,%s}" % (type, key, ",\n".join(f" {name} = " + form % value for name, value, form in fields))
        for type, key, fields in numbered
    )
    expected = [(type, key, {name: value for name, value, _ in fields}) for type, key, fields in numbered]
    assert read(text) == ([entry for entry in expected if entry[0] != "xdata"], [])
