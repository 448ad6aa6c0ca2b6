"""What the knowledge base is made of: records, works, and the whole they make up. Frozen and typed."""

from .help import Help
from .kinds import KINDS, Kind
from .measured import Measured
from .own_fields import Definition
from .records import Basis, Check, Cite, Claim, Difference, Part, Record
from .whole import HandPage, KnowledgeBase
from .works import Date, Name, Names, RichText, Run, Work

__all__ = [
    "KINDS", "Basis", "Check", "Cite", "Claim", "Date", "Definition", "Difference", "HandPage", "Help", "Kind", "KnowledgeBase",
    "Measured", "Name", "Names", "Part", "Record", "RichText", "Run", "Work",
]  # fmt: skip
