"""Bad input, group by group: what is told of each file, word for word, or that it is fine. No row gives a traceback.

The groups are those of the report: run pytest with ``-v`` and each row is named after its group. Rows that need links, pipes
or missing files stand in tests/test_hostile.py; those of single BibTeX entries in tests/test_bibtex.py.
"""

import shutil

import pytest
from conftest import TODAY, TOY

from knowledgebase.load import load

K, B, P = "data/definitions/keeper.yml", "bibliography.bib", "docs/index.md"
KEPT = (TOY / K).read_text("utf-8")


def changed(old, new, path=K):
    """The files of the toy that are changed, with their new bytes."""
    text = (TOY / path).read_text("utf-8")
    assert old in text
    return {path: text.replace(old, new, 1).encode()}


def title(words):
    return changed("title: Keeper", f"title: {words}")


def bib(text):
    return {B: (TOY / B).read_bytes() + text.encode()}


def record(path):
    return {path: KEPT.encode()}


# group: name: (the files that are changed, what is told; None if there is nothing to tell)
GROUPS = {
    "encodings": {
        'a byte-order mark': ({K:b"\xef\xbb\xbf"+KEPT.encode()}, None),
        'line ends of Windows': ({K:KEPT.replace("\n","\r\n").encode()}, None),
        'line ends of old Macs': ({K:KEPT.replace("\n","\r").encode()}, None),
        'UTF-16 in a record': ({K:KEPT.encode("utf-16")}, 'data/definitions/keeper.yml:1:1: the text must be saved as UTF-8: found UTF-16'),
        'UTF-16 in the bibliography': ({B:(TOY / B).read_text().encode("utf-16")}, 'bibliography.bib:1:1: the text must be saved as UTF-8: found UTF-16'),
        'UTF-16 on a page': ({P:"# a".encode("utf-16")}, 'docs/index.md:1:1: the text must be saved as UTF-8: found UTF-16'),
        'Latin-1 in a record': ({K:KEPT.replace("Keeper","G\xe4rtner").encode("latin-1")}, 'data/definitions/keeper.yml:1:9: the text must be saved as UTF-8: found the byte 0xe4; was it saved as Latin-1 or Windows-1252?'),
        'Latin-1 in the bibliography': ({B:(TOY / B).read_bytes()+b"% caf\xe9"}, 'bibliography.bib:47:6: the text must be saved as UTF-8: found the byte 0xe9; was it saved as Latin-1 or Windows-1252?'),
        'Latin-1 on a page': ({P:b"# caf\xe9"}, 'docs/index.md:1:6: the text must be saved as UTF-8: found the byte 0xe9; was it saved as Latin-1 or Windows-1252?'),
        'a NUL in a record': (title("Kee\0per"), 'data/definitions/keeper.yml:1:11: the text must hold no control characters: found U+0000; delete it'),
        'a NUL in the bibliography': (bib("% \0"), 'bibliography.bib:47:3: the text must hold no control characters: found U+0000; delete it'),
        'a NUL on a page': ({P:b"# a\0"}, 'docs/index.md:1:4: the text must hold no control characters: found U+0000; delete it'),
        'a bell in a record': (title("Kee\x07per"), 'data/definitions/keeper.yml:1:11: the text must hold no control characters: found U+0007; delete it'),
        'an escape on a page': ({P:b"# \x1b[31m"}, 'docs/index.md:1:3: the text must hold no control characters: found U+001B; delete it'),
        'half a character': ({K:KEPT.replace("Keeper","Kee\xe4").encode("utf-8")[:12]}, 'data/definitions/keeper.yml:1:1: a record must have the field "claims": What the sources say, one assertion each.'),
        'settings of help in Latin-1': ({"help.yml":b"# caf\xe9"}, 'help.yml:1:6: the text must be saved as UTF-8: found the byte 0xe9; was it saved as Latin-1 or Windows-1252?'),
        'a ledger in UTF-16': ({"published/addresses.txt":"index.html\n".encode("utf-16")}, 'published/addresses.txt:1:1: the text must be saved as UTF-8: found UTF-16'),
        'measurements in Latin-1': ({"measured/site.json":b'{"a": "caf\xe9"}'}, 'measured/site.json:1:11: the text must be saved as UTF-8: found the byte 0xe9; was it saved as Latin-1 or Windows-1252?'),
    },
    "YAML": {
        'a tab before a field': (changed("in_short","\tin_short"), 'data/definitions/keeper.yml:2:1: this is not YAML: while scanning a plain scalar found a tab character that violates indentation; indent with spaces, not tabs'),
        'a field twice': (changed("unknown:","title: x\nunknown:"), 'data/definitions/keeper.yml:13:1: a field must be given once: found "title" again'),
        'a field that there is not': (changed("unknown:","colour: red\nunknown:"), 'data/definitions/keeper.yml:13:1: a record has no field "colour"; its fields are title, in_short, claims, differ, no_difference, unknown, see, aliases, everyday_words, concerns, levels, reviewed, other_names, hard_words, compared'),
        'a field with a slip': (changed("unknown:","unknwon:"), 'data/definitions/keeper.yml:1:1: a record must have the field "unknown": What nobody has shown yet, or "None found", with where and on which date you looked.'),
        'a number for a list': (changed("claims:","claims: 3\nx:"), 'data/definitions/keeper.yml:4:9: "claims" must be a list: found "3"'),
        'no as a title': (title("no"), None),
        '0123 as a title': (title("0123"), None),
        '12:30 as a title': (title("12:30"), None),
        'a day as a title': (title("2026-11-20"), None),
        'a null as a title': (title("null"), None),
        'a tilde as a title': (title("~"), None),
        'two documents': ({K:(KEPT+"---\n"+ KEPT).encode()}, 'data/definitions/keeper.yml:17:1: a file must hold one record: found a second document after "---"'),
        'a tag of Python': (title("!!python/object/apply:os.system [ls]"), 'data/definitions/keeper.yml:1:8: a record must not use YAML tags: found !!python/object/apply:os.system'),
        "a tag of one's own": (title("!x Keeper"), 'data/definitions/keeper.yml:1:8: a record must not use YAML tags: found !x'),
        'an alias bomb': (title("&a [x,x]\nb: [*a,*a]"), 'data/definitions/keeper.yml:1:8: a record must not use YAML anchors or aliases: found &a'),
        'an alias to nothing': (title("*nothing"), 'data/definitions/keeper.yml:1:8: a record must not use YAML anchors or aliases: found *nothing'),
        'a merge key': (changed("unknown:","<<: {title: x}\nunknown:"), 'data/definitions/keeper.yml:13:1: a record must not use YAML merge keys: found <<'),
        'a cycle': (title("&a [*a]"), 'data/definitions/keeper.yml:1:8: a record must not use YAML anchors or aliases: found &a'),
        '10,000 levels': (title("["*10_000+"]"*10_000), 'data/definitions/keeper.yml: a record must hold at most 2,000 notations: found 5,002'),
        '10,000 levels of fields': (title("{a: "*10_000), 'data/definitions/keeper.yml:1:84: a record must not be nested deeper than 20 levels'),
        'a file of 100 MB': (title("x"*100_000_000), 'data/definitions/keeper.yml: a file must hold at most 500,000 bytes: found 100,000,441; is it the right file?'),
        'an empty file': ({K:b""}, 'data/definitions/keeper.yml:1:1: a record must have fields: found an empty file'),
        'only comments': ({K:b"# nothing\n"}, 'data/definitions/keeper.yml:1:1: a record must have fields: found an empty file'),
        'only a line of ---': ({K:b"---\n"}, 'data/definitions/keeper.yml:2:1: a file must be a record with fields: found nothing'),
        'a list at the top': ({K:b"- title: x\n"}, 'data/definitions/keeper.yml:1:1: a file must be a record with fields: found a list'),
        'a text at the top': ({K:b"title\n"}, 'data/definitions/keeper.yml:1:1: a file must be a record with fields: found "title"'),
        'a quote not closed': (title('"Keeper'), 'data/definitions/keeper.yml:7:65: this is not YAML: while parsing a block mapping did not find expected key; are the lines of this field indented alike, and its quotes closed?'),
        'a quote closed too early': (title('"Keep" er'), 'data/definitions/keeper.yml:1:15: this is not YAML: while parsing a block mapping did not find expected key; are the lines of this field indented alike, and its quotes closed?'),
        'a single quote not closed': (title("'Keeper"), 'data/definitions/keeper.yml:7:69: this is not YAML: while parsing a block mapping did not find expected key; are the lines of this field indented alike, and its quotes closed?'),
        'an indent too far': (changed("in_short:"," in_short:"), 'data/definitions/keeper.yml:2:10: this is not YAML: mapping values are not allowed in this context; does the text hold ": "? Put it in a block: "field: >-" and the text indented below'),
        'an indent too little': (changed("  A keeper","A keeper"), 'data/definitions/keeper.yml:4:1: this is not YAML: while scanning a simple key could not find expected \':\'; each line of a text must be indented below its "field: >-"'),
        'a colon in a title': (title("Keeper: of what"), 'data/definitions/keeper.yml:1:14: this is not YAML: mapping values are not allowed in this context; does the text hold ": "? Put it in a block: "field: >-" and the text indented below'),
        'a title cut off by #': (title("Keeper #1"), 'data/definitions/keeper.yml:1:14: a text must not be followed by " #", which cuts off the rest of its line: found "#1"; put it in quotes if it is text, or on a line of its own if it is a comment'),
        'a bracket not closed': (changed("unknown:","aliases: [a\nunknown:"), 'data/definitions/keeper.yml:14:8: this is not YAML: while parsing a flow sequence did not find expected \',\' or \']\'; is a bracket not closed, or does " #" cut the line off?'),
        'a brace in a title': (title("{{ x }}"), 'data/definitions/keeper.yml:1:9: the name of a field must be plain text: found a list or mapping; a text that begins with a bracket goes into a block'),
        'a percent sign in front': (title("%x"), 'data/definitions/keeper.yml:1:8: this is not YAML: while scanning for the next token found character that cannot start any token; indent with spaces, not tabs, and put text that begins with a sign in a block'),
        'an at in front': (title("@x"), 'data/definitions/keeper.yml:1:8: this is not YAML: while scanning for the next token found character that cannot start any token; indent with spaces, not tabs, and put text that begins with a sign in a block'),
        'a backtick in front': (title("`x`"), 'data/definitions/keeper.yml:1:8: this is not YAML: while scanning for the next token found character that cannot start any token; indent with spaces, not tabs, and put text that begins with a sign in a block'),
        'a dash as an item without a blank': (changed("unknown:","aliases:\n-a\nunknown:"), 'data/definitions/keeper.yml:15:1: this is not YAML: while scanning a simple key could not find expected \':\'; each line of a text must be indented below its "field: >-"'),
        'an escape that there is not': (title(r'"\y"'), 'data/definitions/keeper.yml:1:9: this is not YAML: while parsing a quoted scalar found unknown escape character; a text with a backslash goes into a block'),
        'marks of a merge': ({K:("<<<<<<< HEAD\n"+ KEPT).encode()}, 'data/definitions/keeper.yml:1:1: a merge must be brought to its end: found "<<<<<<< HEAD"; keep one of the two versions'),
        '10,001 lines': ({K: KEPT.encode() + b"\n" * 10_001}, 'data/definitions/keeper.yml: a file must hold at most 10,000 lines: found 10,017; is it the right file?'),
        'thousands of words in stars': (changed("How many","*a* "*3000+"How many"), 'data/definitions/keeper.yml: a record must hold at most 2,000 notations: found 3,002'),
    },
    "names": {
        'a slash in an id': (changed("id: ","id: a/",K), 'data/definitions/keeper.yml:5:9: "id" must be in a-z, 0-9 and single "-": found "a/who-keeps"; did you mean "a-who-keeps"?'),
        'dots in an id': (changed("id: ","id: ../",K), 'data/definitions/keeper.yml:5:9: "id" must be in a-z, 0-9 and single "-": found "../who-keeps"; did you mean "who-keeps"?'),
        'a capital in an id': (changed("id: ","id: A",K), 'data/definitions/keeper.yml:5:9: "id" must be in a-z, 0-9 and single "-": found "Awho-keeps"; did you mean "awho-keeps"?'),
        'a blank in an id': (changed("id: ","id: a b",K), 'data/definitions/keeper.yml:5:9: "id" must be in a-z, 0-9 and single "-": found "a bwho-keeps"; did you mean "a-bwho-keeps"?'),
        'a look-alike letter in an id': (changed("id: ","id: \u0430",K), 'data/definitions/keeper.yml:5:9: "id" must be in a-z, 0-9 and single "-": found "аwho-keeps"; the "а" in it is U+0430, CYRILLIC SMALL LETTER A'),
        'a look-alike letter in a name': (record("data/forms/k\u0435eper.yml"), 'data/forms/kеeper.yml: the file name is the id and must be in a-z, 0-9 and single "-": found "kеeper"; the "е" in it is U+0435, CYRILLIC SMALL LETTER IE'),
        'a capital in a name': (record("data/forms/Keeper2.yml"), 'data/forms/Keeper2.yml: the file name is the id and must be in a-z, 0-9 and single "-": found "Keeper2"; did you mean "keeper2"?'),
        'a blank in a name': (record("data/forms/the keeper.yml"), 'data/forms/the keeper.yml: the file name is the id and must be in a-z, 0-9 and single "-": found "the keeper"; did you mean "the-keeper"?'),
        'an underline in a name': (record("data/forms/the_keeper.yml"), 'data/forms/the_keeper.yml: the file name is the id and must be in a-z, 0-9 and single "-": found "the_keeper"; did you mean "the-keeper"?'),
        'a dot in a name': (record("data/forms/a.b.yml"), 'data/forms/a.b.yml: the file name is the id and must be in a-z, 0-9 and single "-": found "a.b"; did you mean "a-b"?'),
        'two hyphens in a name': (record("data/forms/a--b.yml"), 'data/forms/a--b.yml: the file name is the id and must be in a-z, 0-9 and single "-": found "a--b"; did you mean "a-b"?'),
        'index': (record("data/forms/index.yml"), 'data/forms/index.yml: "index" is reserved and must not be the id of a record'),
        '404': (record("data/forms/404.yml"), 'data/forms/404.yml: "404" is reserved and must not be the id of a record'),
        'search': (record("data/forms/search.yml"), 'data/forms/search.yml: "search" is reserved and must not be the id of a record'),
        'assets': (record("data/forms/assets.yml"), 'data/forms/assets.yml: "assets" is reserved and must not be the id of a record'),
        'con': (record("data/forms/con.yml"), 'data/forms/con.yml: "con" is reserved and must not be the id of a record'),
        'lpt9': (record("data/forms/lpt9.yml"), 'data/forms/lpt9.yml: "lpt9" is reserved and must not be the id of a record'),
        'the same id in another kind': (record("data/forms/keeper.yml"), 'data/forms/keeper.yml: an id must be used once: found "keeper", which is data/definitions/keeper.yml'),
        'twins by capitals': (record("data/definitions/KEEPER.yml"), 'data/definitions/KEEPER.yml: the file name is the id and must be in a-z, 0-9 and single "-": found "KEEPER"; did you mean "keeper"?'),
        'twins by Unicode form': ({**record("data/forms/caf\u00e9.yml"),**record("data/forms/cafe\u0301.yml")}, 'data/forms/café.yml: the file name is the id and must be in a-z, 0-9 and single "-": found "café"; did you mean "cafe"?'),
        'twins by ending': (record("data/definitions/keeper.yaml"), 'data/definitions/keeper.yaml: a folder of records must hold files named ID.yml only: found "keeper.yaml"; did you mean "keeper.yml"?'),
        'twins by ending in capitals': (record("data/definitions/keeper.YML"), 'data/definitions/keeper.YML: a folder of records must hold files named ID.yml only: found "keeper.YML"; did you mean "keeper.yml"?'),
        "an editor's copy": (record("data/forms/x.yml~"), 'data/forms/x.yml~: a folder of records must hold files named ID.yml only: found "x.yml~"'),
        'a hidden file': (record("data/forms/.x.yml"), None),
        'a page twin of a record': ({"docs/definitions/keeper.md":b"# a"}, 'docs/definitions/keeper.md: a hand-written page must not take the place of one made from the data: found definitions/keeper.html'),
        'pages that are twins': ({"docs/a.md":b"# a","docs/a.markdown":b"# a"}, 'docs/a.md: a hand-written page must not take the place of one made from the data: found a.html'),
        'a page with a blank in its name': ({"docs/a b.md":b"# a"}, 'docs/a b.md: the name of a file becomes part of an address and must hold no space and none of # ? : \\'),
        'a link to an id with a slash': (changed("[[lighthouse]]","[[definitions/lighthouse]]"), 'data/definitions/keeper.yml:3:26: a link must be [[id]], [[id|words]] or [[id#claim]], ids in a-z, 0-9 and "-": found "[[definitions/lighthouse]]"; did you mean "[[definitions-lighthouse]]"?'),
        'a link to an id with ..': (changed("[[lighthouse]]","[[../lighthouse]]"), 'data/definitions/keeper.yml:3:26: a link must be [[id]], [[id|words]] or [[id#claim]], ids in a-z, 0-9 and "-": found "[[../lighthouse]]"; did you mean "[[lighthouse]]"?'),
    },
    "bibliography": {
        'an entry not closed': (bib("@book{x, title = {T}\n"), 'bibliography.bib:47:1: the entry "x" must end with "}": found the end of the file'),
        'a brace too many': (bib("@book{x, title = {T}}}\n"), 'bibliography.bib:47:22: text between entries must be a comment that begins with "%", or it is lost: found "}"; is there a "}" too many before it?'),
        'a missing comma': (bib("@book{x, title = {T} year = 2000}\n"), 'bibliography.bib:47:22: a comma must stand between the fields "title" and "year"'),
        'a missing equals sign': (bib("@book{x, title {T}}\n"), 'bibliography.bib:47:10: a field must be written title = {…}: found "title" without "="'),
        'marks of a merge': (bib("<<<<<<< HEAD\n@book{x, title = {T}}\n=======\n>>>>>>> b\n"), 'bibliography.bib:47:1: a merge must be brought to its end: found "<<<<<<< HEAD"; keep one of the two versions'),
        'marks of a merge in an entry': (bib("@book{x,\n<<<<<<< HEAD\n title = {T},\n=======\n title = {U},\n>>>>>>> b\n}\n"), 'bibliography.bib:48:1: a merge must be brought to its end: found "<<<<<<< HEAD"; keep one of the two versions'),
        'a page of HTML': ({B:b"<!DOCTYPE html><html><body>404</body></html>"}, 'bibliography.bib:1:1: text between entries must be a comment that begins with "%", or it is lost: found "<!DOCTYPE html><html><body>404</body></…"'),
        'HTML with an entry in it': (bib("<pre>@book{x, title = {T}}</pre>"), 'bibliography.bib:47:1: text between entries must be a comment that begins with "%", or it is lost: found "<pre>"'),
        'a name that no @string defines': (bib("@book{x, title = {T}, journal = jrn}\n"), 'bibliography.bib:47:33: a value must stand in braces or be a name that @string defines: found "jrn"'),
        'a crossref to nothing': (bib("@inbook{x, title = {T}, crossref = {nowhere}}\n"), 'bibliography.bib:47:25: crossref must be the key of an entry in this file: found "nowhere"'),
        'crossrefs in a circle': (bib("@book{x, crossref = {y}}\n@book{y, crossref = {x}}\n"), 'bibliography.bib:48:10: crossref must not lead back to its own entry: found "x" → "y" → "x"'),
        '5,000 braces': (bib("@book{x, title = {"+"{"*5000+"}"*5000+"}}\n"), 'bibliography.bib: braces must not stand within each other more than 1000 times: found more; is one not closed?'),
        'a LaTeX input': (bib("@book{x, title = {\\input{/etc/passwd}}, author = {A}, year = 2000}\n"), 'bibliography.bib:47:10: LaTeX must be of a kind that can be shown as text: found "\\input"'),
        'a LaTeX write': (bib("@book{x, title = {\\write18{ls} T}, author = {A}, year = 2000}\n"), 'bibliography.bib:47:10: LaTeX must be of a kind that can be shown as text: found "\\write"'),
        'JSON': ({B:b'[{"id": "x"}]'}, 'bibliography.bib:1:1: text between entries must be a comment that begins with "%", or it is lost: found "[{"id": "x"}]"'),
        'RIS': ({B:b"TY  - BOOK\nTI  - T\nER  -\n"}, 'bibliography.bib:1:1: text between entries must be a comment that begins with "%", or it is lost: found "TY  - BOOK"'),
        "a folder's worth of nothing": ({B:b""}, 'data/benefits/quiet-nights.yml:11:18: no work "oakboard2020" in bibliography.bib'),
        'only a @comment': (bib("@comment{x}\n"), None),
        'a @comment that is not closed': (bib("@comment{flight)\n@book{x, title = {T}}\n}\n"), 'bibliography.bib:47:1: "@comment" must end with "}": found "@book{x"'),
        'a value of 100,001 characters': (bib("@book{x, title = {"+"x"*100_001+"}}\n"), 'bibliography.bib:47:10: a value must have at most 100,000 characters: found 100,001; is it closed where it should be?'),
        '101 fields': (bib("@book{x"+"".join(f", x{n} = {{y}}" for n in range(101))+"}\n"), 'bibliography.bib:47:1100: an entry must have at most 100 fields: found more'),
        '1,001 names in a @string': (bib("@string{x = {y}"+"".join(f", x{n} = {{y}}" for n in range(1001))+"}\n"), 'bibliography.bib:47:11896: a @string must have at most 1,000 fields: found more'),
        '1,001 pieces': (bib("@book{x, title = "+" # ".join(["{x}"]*1001)+"}\n"), 'bibliography.bib:47:6018: a value must have at most 1,000 pieces: found more'),
        'fields taken over by thousands': (bib("@xdata{d, "+"".join(f"x{n} = {{y}}, " for n in range(90))+"}"+"".join(f"@misc{{k{n}, xdata = {{d}}}}\n" for n in range(3_000))), 'bibliography.bib:2270:14: all entries together must take over at most 200,000 fields: found more'),
    },
    "beside": {
        'a list in mkdocs front matter': ({P:b"---\n- a\n---\n"}, 'docs/index.md:1:1: the fields of a page must be written "name: value": found a list'),
        'a template': ({P:b"---\ntemplate: nope.html\n---\n# a\n"}, 'docs/index.md:2:1: a page has no field "template"; its fields are title, description'),
        'a tag in front matter': ({P:b"---\ntitle: !!python/name:os.system x\n---\n# a\n"}, 'docs/index.md:2:8: a page must not use YAML tags: found !!python/name:os.system'),
        '20,001 marks of code': ({P:b"# a\n"+b"`"*20_001}, 'docs/index.md: a page must hold at most 20,000 marks of code, `: found 20,001'),
        'help.yml with a tag': ({"help.yml":b"services: !!python/name:os.system x\n"}, 'help.yml:1:11: a record must not use YAML tags: found !!python/name:os.system'),
        'help.yml that is a list': ({"help.yml":b"- a\n"}, 'help.yml:1:1: a file must be a file of settings with fields: found a list'),
        'help.yml that is empty': ({"help.yml":b""}, None),
        'a removal without a why': ({"published/removed.yml":b"- address: a.html\n"}, 'published/removed.yml:1:3: a removal must have the field "when": The day on which it was removed.'),
        'changes that are a text': ({"published/changes.yml":b"x\n"}, 'published/changes.yml:1:1: a file must be a list: found "x"'),
        'an address that leaves the site': ({"published/addresses.txt":b"../../x.html\n"}, 'published/addresses.txt:1: a line must be one address, such as challenges/few-hours.html#paid; only scripts/publish.py writes this file'),
        'codes in another form': ({"published/codes.txt":b"x y\n"}, 'published/codes.txt:1: a line must be a code, a tab and an address; only scripts/publish.py writes this file'),
        'measurements that are no JSON': ({"measured/site.json":b"{"}, 'measured/site.json: this file must be as scripts/measure.py writes it: found Invalid JSON: EOF while parsing an object at line 1 column 1; run scripts/measure.py again'),
        'measurements that are a list': ({"measured/site.json":b"[]"}, 'measured/site.json: this file must be as scripts/measure.py writes it: found Input should be an object; run scripts/measure.py again'),
        'figures of speed that are no JSON': ({"measured/speed.json":b"nope"}, 'measured/speed.json: this file must be as scripts/bench.py writes it: found Invalid JSON: expected ident at line 1 column 2; run scripts/bench.py again'),
    },}  # fmt: skip
ROWS = {f"{group}: {name}": row for group, rows in GROUPS.items() for name, row in rows.items()}


@pytest.mark.parametrize(("files", "message"), ROWS.values(), ids=ROWS)
def test_what_is_told_of_a_file(tmp_path, files, message):
    folder = shutil.copytree(TOY, tmp_path / "toy")
    for path, content in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
    told = [str(problem) for problem in load(folder, TODAY).problems]
    assert message in told if message else told == []
