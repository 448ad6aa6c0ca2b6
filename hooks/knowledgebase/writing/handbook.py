"""What editors are told of the record format, made from the models: field tables, JSON Schemas, a record to start from."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model import KINDS, Check, Cite, Claim, Difference, Kind, Record
from ..model.relations import Relation

_PARTS: tuple[tuple[str, type[BaseModel]], ...] = (
    ("A record", Record),
    ("A claim", Claim),
    ("A source", Cite),
    ("A source check", Check),
    ("A difference", Difference),
)


def field_tables() -> str:
    """Every part of a record as a Markdown table of its fields, then what each kind adds, then the relations."""
    tables = [_table(name, model, tuple(model.model_fields)) for name, model in _PARTS]
    return "\n\n".join([*tables, *_own_tables(), _kinds_table(), _relations_table()]) + "\n"


def record_schema(kind: Kind) -> str:
    """The JSON Schema of a kind's records, as the YAML language server reads it."""
    schema = kind.record.model_json_schema()
    schema |= {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.singular}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schema_line(kind: Kind) -> str:
    """The first line of a record, which tells editors' programs where its schema is."""
    return f"# yaml-language-server: $schema=../schema/{kind.folder}.json\n"


def blank_record(kind: Kind, today: str) -> str:
    """A commented record to start from: every field with what belongs in it, and nothing that could pass as content."""
    return schema_line(kind) + "".join(_blank_fields(kind.record, "", today))


def _table(name: str, model: type[BaseModel], fields: tuple[str, ...]) -> str:
    rows = [_row(field, model.model_fields[field]) for field in fields]
    head = ["| field | must it be there? | what it holds | example |", "| --- | --- | --- | --- |"]
    return "\n".join([f"### {name}", "", *head, *rows])


def _row(name: str, field: FieldInfo) -> str:
    example = f"`{_as_yaml(field.examples[0])}`" if field.examples else ""
    return f"| `{name}` | {'yes' if field.is_required() else 'no'} | {_says(field)} | {example} |"


def _own_tables() -> Iterator[str]:
    for kind in KINDS:
        if own := tuple(name for name in kind.record.model_fields if name not in Record.model_fields):
            yield _table(f"Only in {kind.folder}/", kind.record, own)


def _kinds_table() -> str:
    rows = [f"| `data/{kind.folder}/` | {kind.plural} | {kind.lead} |" for kind in KINDS]
    return "\n".join(["### The kinds", "", "| folder | shown as | what it holds |", "| --- | --- | --- |", *rows])


def _relations_table() -> str:
    rows = [f"| `{relation}` | `{relation.inverse}` |" for relation in Relation]
    return "\n".join(["### The relations under `see`", "", "| you write | the other record shows |", "| --- | --- |", *rows])


def _says(field: FieldInfo) -> str:
    return " ".join((field.description or "").split())


def _as_yaml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_as_yaml(item)}" for key, item in value.items()) + "}"
    return f"[{', '.join(map(_as_yaml, value))}]" if isinstance(value, list) else str(value)


def _blank_fields(model: type[BaseModel], indent: str, today: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield "".join(f"{indent}# {line}\n" for line in textwrap.wrap(_comment(field), 110 - len(indent)))
        yield f"{indent}{_blank_field(name, field, indent, today)}\n"


def _comment(field: FieldInfo) -> str:
    example = f" For example: {_as_yaml(field.examples[0])}" if field.examples else ""
    return _says(field) + example


def _blank_field(name: str, field: FieldInfo, indent: str, today: str) -> str:
    if name == "reviewed":
        return f"{name}: {today}"
    if name == "claims":
        lines = "".join(_blank_fields(Claim, indent + "    ", today))
        return f"{name}:\n{indent}  -\n{lines}".rstrip("\n")
    if name == "cite":
        return f"{name}:\n{indent}  - {{source: , via: , paras: []}}"
    blank = f"{name}: >-\n{indent}  " if name in {"text", "in_short", "unknown"} else f"{name}:"
    return blank if field.is_required() else f"# {blank}"
