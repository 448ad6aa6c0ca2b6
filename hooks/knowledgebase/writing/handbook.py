"""What editors are told of the record format, made from the models: field tables, JSON Schemas, a record to start from."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from ..model import KINDS, Basis, Cite, Kind, Part, Record
from ..model.descriptions import describe, description
from ..model.own_fields import Strength, Tier
from ..model.relations import Relation

_ASKED_FOR = frozenset({"no_difference"})  # optional, but every record needs it or "differ"
_PROSE = frozenset({"text", "in_short", "no_difference", "unknown", "why", "may_not_apply"})  # paragraphs, not lines

def field_tables() -> str:
    """Every part of a record as a Markdown table of its fields, then what each kind adds, then the relations."""
    shared = [_table("A record", Record, tuple(Record.model_fields)), *map(_part_table, _parts_of(Record))]
    return "\n\n".join([*shared, *_own_tables(), *_choice_tables(), _kinds_table(), _relations_table()]) + "\n"


def record_schema(kind: Kind) -> str:
    """The JSON Schema of a kind's records, as the YAML language server reads it."""
    describe(Part)
    schema = kind.record.model_json_schema()
    schema |= {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.singular}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schema_line(kind: Kind) -> str:
    """The first line of a record, which tells editors' programs where its schema is."""
    return f"# yaml-language-server: $schema=../schema/{kind.folder}.json\n"


def blank_record(kind: Kind) -> str:
    """A commented record to start from: every field with what belongs in it, and nothing that could pass as content."""
    return schema_line(kind) + "".join(_blank_fields(kind.record, ""))


def _table(name: str, model: type[Part], fields: tuple[str, ...]) -> str:
    rows = [_row(model, field) for field in fields]
    head = ["| field | must it be there? | what it holds | example |", "| --- | --- | --- | --- |"]
    return "\n".join([f"### {name}", "", *head, *rows])


def _row(model: type[Part], name: str) -> str:
    field = model.model_fields[name]
    example = f"`{_as_yaml(field.examples[0])}`" if field.examples else ""
    return f"| `{name}` | {'yes' if field.is_required() else 'no'} | {_says(model, name)} | {example} |"


def _own_tables() -> Iterator[str]:
    """For each kind that has fields of its own: these, and the parts that only it has."""
    shared = set(_parts_of(Record))
    for kind in KINDS:
        if own := tuple(name for name in kind.record.model_fields if name not in Record.model_fields):
            yield _table(f"Only in {kind.folder}/", kind.record, own)
            yield from (_part_table(part) for part in _parts_of(kind.record) if part not in shared)


def _part_table(part: type[Part]) -> str:
    return _table(f"{part.__name__}: {_sentence(part.__doc__)}", part, tuple(part.model_fields))


def _sentence(docstring: str | None) -> str:
    first = (docstring or "").split(".")[0]
    return first[:1].lower() + first[1:]


def _parts_of(model: type[Part]) -> tuple[type[Part], ...]:
    """The parts that a model is made of, and theirs, in order, each once."""
    direct = [part for field in model.model_fields.values() if (part := _part_in(field.annotation))]
    return tuple(dict.fromkeys(part for one in direct for part in (one, *_parts_of(one))))


def _part_in(annotation: Any) -> type[Part] | None:
    """The part in ``Claim``, ``tuple[Claim, ...]``, ``dict[Aspect, Cell]`` or ``Check | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next(filter(None, map(_part_in, getattr(annotation, "__args__", ()))), None)


def _choice_tables() -> Iterator[str]:
    """The words to choose from, with what the reader sees for each."""
    for name, choices in (("basis", Basis), ("tier", Tier), ("strength", Strength)):
        rows = [f"| `{choice.value}` | {choice.words} |" for choice in choices]
        yield "\n".join([f"### The words for `{name}`", "", "| you write | the reader sees |", "| --- | --- |", *rows])


def _kinds_table() -> str:
    rows = [f"| `data/{kind.folder}/` | {kind.plural} | {kind.lead} |" for kind in KINDS]
    return "\n".join(["### The kinds", "", "| folder | shown as | what it holds |", "| --- | --- | --- |", *rows])


def _relations_table() -> str:
    rows = [f"| `{relation}` | `{relation.inverse}` |" for relation in Relation]
    return "\n".join(["### The relations under `see`", "", "| you write | the other record shows |", "| --- | --- |", *rows])


def _says(model: type[Part], field: str) -> str:
    return " ".join(description(model, field).split())


def _as_yaml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_as_yaml(item)}" for key, item in value.items()) + "}"
    return f"[{', '.join(map(_as_yaml, value))}]" if isinstance(value, list) else str(value)


def _as_item(fields: str, indent: str) -> str:
    """The fields of a part as an entry of a list: a dash before the first one, its comment above the dash."""
    comment, found, rest = fields.partition(f"{indent}    id:")
    if not found:
        return f"{indent}  -\n{fields}"
    return comment.replace(f"{indent}    #", f"{indent}  #") + f"{indent}  - id:" + rest


def _blank_fields(model: type[Part], indent: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        lines = textwrap.wrap(_comment(model, name), 110 - len(indent), break_on_hyphens=False)
        yield from (f"{indent}# {line}\n" for line in lines)
        yield _blank_field(name, field, indent)


def _comment(model: type[Part], name: str) -> str:
    field = model.model_fields[name]
    example = f" For example: {_as_yaml(field.examples[0])}" if field.examples else ""
    return _says(model, name) + example


def _blank_field(name: str, field: FieldInfo, indent: str) -> str:
    """A field with nothing in it: commented out if it may be left out, opened up if it is made of parts."""
    part, is_list = _part_in(field.annotation), str(field.annotation).startswith("tuple")
    if not field.is_required() and name not in _ASKED_FOR:
        return f"{indent}# {name}:\n"
    if part is Cite:
        return f"{indent}{name}:\n{indent}  - {{source: , via: , paras: []}}\n"
    if part:
        inner = "".join(_blank_fields(part, indent + ("    " if is_list else "  ")))
        return f"{indent}{name}:\n" + (_as_item(inner, indent) if is_list else inner)
    return f"{indent}{name}: >-\n{indent}  \n" if name in _PROSE else f"{indent}{name}:\n"
