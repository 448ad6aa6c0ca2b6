"""What one record, or one work, brings to the files that hold all of them: bytes that only have to be joined.

A share is made of the record itself, of the ids, kinds and titles of the records that it is linked with from either side, and
of how the works that it cites are printed. As long as those stay the same, so does the share, whatever else there is.
"""

from __future__ import annotations

from typing import NamedTuple

from ...model import Record, Work
from ..apa import Apa
from ..imprint import Imprint
from . import guide, inventory, knowledge, tables
from .wording import Wording


class Share(NamedTuple):
    """What a record brings to each file; empty where it brings nothing."""

    reviewed: str
    knowledge: bytes  # its item in knowledge.json
    rows: tables.Rows  # its rows in the tables
    names: inventory.Names  # what others may link to it by
    guide: str  # its line in llms.txt


def share_of(record: Record, wording: Wording, imprint: Imprint) -> Share:
    """What a record brings; of the imprint, the address of the site alone counts."""
    item = knowledge.record_item(record, wording)
    cited = [wording.cited(tuple([cite.citation for cite in claim.cite])) for claim in record.claims]
    line = guide.line_of(record, wording, imprint)
    return Share(item["reviewed"], knowledge.in_list(item), tables.rows_of(item, cited), inventory.names_of(record), line)


def work_share_of(work: Work, apa: Apa) -> bytes:
    """What a work brings: its item in knowledge.json."""
    return knowledge.in_list(knowledge.work_item(work, apa))
