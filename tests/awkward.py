"""Texts that nobody expects in a record or a bibliography: markup, code, placeholders, and every script of the world.

None of the table's texts holds a notation of ours, so each must be shown sign for sign.
"""

from __future__ import annotations

from hypothesis import strategies as st

CODE = {
    "a script": "<script>alert(1)</script>",
    "the end of a script": "</script><script>alert(2)</script>",
    "the end of everything": '</title></head></style></textarea></article></main><img src=x onerror="alert(3)">',
    "a picture that runs": "<img src=x onerror=alert(4)>",
    "a drawing that runs": "<svg/onload=alert(5)>",
    "a quote that ends an attribute": "\" onmouseover=\"alert(6)\" x='",
    "an apostrophe that ends an attribute": "' autofocus onfocus='alert(7)",
    "a link to a script": '<a href="javascript:alert(8)">x</a>',
    "a link in Markdown": "![x](javascript:alert(9)) (https://example.net/evil) <https://example.net>",
    "a base": '<base href="https://example.net/"><meta http-equiv=refresh content=0;url=//example.net>',
    "a comment": "<!-- --> --!> <!--",
    "the end of a CDATA section": "]]> <![CDATA[ x",
    "an instruction and a declaration": '<?php echo 1 ?> <!DOCTYPE x [<!ENTITY y "z">]> &y;',
    "entities": "&lt;b&gt; &amp;amp; &#60;script&#62; &nbsp &copy",
    "Jinja": "{{ 7+7 }} {% include 'x' %} {# gone #} {{ imprint.__class__ }}",
    "formatting of Python": "%s %(x)d {} {0.__class__} ${x}",
    "placeholders of Markdown": "klzzwxh:0 wzxhzdk:0 zjzqkxh:0 data-notation=\"x\"",
    "attribute lists": "{: .x #y onclick=alert(10) } {#z}",
    "a script in CSS": "</style><style>p{background:url(//example.net)}",
    "a formula": "=HYPERLINK(0) +1 @x -2",
    "backslashes": "\\u003cscript\\u003e \\\\ \\n \\\" \\'",
    "dollars and groups": "\\1 \\g<0> $1 $& (?P<x>y)",
    "the line of an inventory": "std:label 1 https://example.net/ -",
}  # fmt: skip

SCRIPTS = {
    "Arabic": "حارس المنارة، (2010)",
    "Hebrew": "שׁוֹמֵר הַמִּגְדַּלּוֹר",
    "Persian with a joiner": "می‌خواهم",
    "Hindi": "प्रकाशस्तंभ का रखवाला",
    "Thai": "ผู้ดูแลประภาคาร",
    "Chinese and Japanese": "灯塔看守人と灯台守「光」",
    "Korean": "등대지기 등대",
    "Burmese and Tibetan": "မီးပြတိုက် བོད་",
    "Greek and Cyrillic": "φαροφύλακας смотритель маяка",
    "accents apart": "Zoe\u0308 e\u0301 A\u030a",
    "signs beyond the first plane": "𝔏𝔦𝔤𝔥𝔱 𐌰𐌱 𓀀",
    "emoji": "👩🏽‍🚒 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👨‍👩‍👧 ☀️ 1️⃣",
    "marks of direction": "a\u200fb\u200ec\u061cd",
    "spaces of every width": "a\u00a0b\u2009c\u3000d\u200be",
}  # fmt: skip

_NOTATIONS = (
    "[[", "]]", "[@", "[-@", "]", "[", "|", "#", "*", ";", " via ", ", p. 3", "@", "[[keeper]]", "[[lighthouse#what-it-is]]",
    "[[keeper|x]]", "[@ash2001]", "[-@ash2001]", "[@cedar2015 via @ash2001, p. 4; @oakboard2020]", "*x*", "[[no-such]]", "[@nobody]",
)  # fmt: skip
_SIGNS = ("", " ", "\n", "\n\n", ".", ". ", "\"", "'", ": ", "- ", " #", "\\", "{", "}", "~", "$", "%", "&", "e.g. ", "\u2028", "\u202e", "\x00", "\ufdd0")
_PLAIN = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)


def texts(most: int = 6) -> st.SearchStrategy[str]:
    """Any text, made of awkward pieces, notations whole and broken, and signs of all kinds."""
    pieces = st.sampled_from((*CODE.values(), *SCRIPTS.values())) | st.sampled_from(_NOTATIONS) | st.sampled_from(_SIGNS) | _PLAIN
    return st.lists(pieces, max_size=most).map("".join)
