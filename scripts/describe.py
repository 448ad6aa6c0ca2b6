"""Writes what is made from the models: the field tables of data/README.md, the schemas in data/schema/, that of knowledge.json.

Run it after a change of hooks/knowledgebase/model, or of the shape of knowledge.json in hooks/knowledgebase/writing/exports:
python3 scripts/describe.py. A test says when it was forgotten.
"""

from __future__ import annotations

import ctrl_c  # noqa: F401 (first of all: from here on it answers Ctrl-C)

# isort: split
import re
import sys

from inside import go_inside

go_inside()

from environment import ROOT  # noqa: E402
from knowledgebase.model import KINDS  # noqa: E402
from knowledgebase.writing.exports.knowledge import WRITTEN_SCHEMA  # noqa: E402
from knowledgebase.writing.exports.shape import schema  # noqa: E402
from knowledgebase.writing.handbook import field_tables, record_schema  # noqa: E402
from steps import Ending, conclude  # noqa: E402

MARKED = re.compile(r"(?<=<!-- fields: made by scripts/describe.py -->\n).*?(?=<!-- end of fields -->)", re.DOTALL)


def main(root=ROOT):
    texts = described(root)
    changed = [path for path, text in texts.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in changed:
        path.parent.mkdir(exist_ok=True)
        path.write_text(texts[path], "utf-8")
    written = ", ".join(str(path.relative_to(root)) for path in changed)
    return Ending(0, f"Written: {written}." if changed else "Nothing had changed.")


def described(root):
    """Every file that is made from the models, with the text it must have."""
    handbook = root / "data" / "README.md"
    tables = field_tables()
    texts = {WRITTEN_SCHEMA: schema(), handbook: MARKED.sub(lambda _: f"\n{tables}\n", handbook.read_text("utf-8"))}
    return texts | {root / "data" / "schema" / f"{kind.folder}.json": record_schema(kind) for kind in KINDS}


if __name__ == "__main__":
    sys.exit(conclude(main))
