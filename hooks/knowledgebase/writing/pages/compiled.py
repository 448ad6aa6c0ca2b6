"""The templates, and beside them what they were compiled to, kept as Python keeps its own ``.pyc``: so they are compiled once.

A kept file counts only if its seal fits: the template, all that decides how it is compiled, and the kept code itself, so that
one that is stale, cut short or damaged is made anew. Where it cannot be kept, the build goes on without it.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Mapping
from hashlib import sha256
from importlib.machinery import SourceFileLoader
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from .direct import OWN_SOURCE, Direct

TEMPLATES = Path(__file__).parent.parent / "templates"
_SETTINGS = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
_SEAL = sha256().digest_size


def templates(folder: Path = TEMPLATES) -> Environment:
    """The templates of a folder. They belong to one build, in which none changes."""
    loader = FileSystemLoader(folder)
    return Direct(loader=loader, auto_reload=False, bytecode_cache=KeptCode(_SETTINGS), **_SETTINGS)


class KeptCode(BytecodeCache):
    """The code of each template, in the file in which Python would keep that of a module of the same name."""

    def __init__(self, settings: Mapping[str, object]) -> None:
        self._made_by = repr((version("jinja2"), MAGIC_NUMBER, settings)).encode() + OWN_SOURCE

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            kept = Path(cache_from_source(bucket.key)).read_bytes()
        except OSError:
            return
        seal, code = kept[:_SEAL], kept[_SEAL:]
        if seal == self._seal(bucket, code):
            bucket.code = marshal.loads(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the code whole or not at all; ``set_data`` makes the folder, and is silent where it may not write."""
        if not sys.dont_write_bytecode:
            code = marshal.dumps(bucket.code)
            SourceFileLoader("", bucket.key).set_data(cache_from_source(bucket.key), self._seal(bucket, code) + code)

    def _seal(self, bucket: Bucket, code: bytes) -> bytes:
        about = (self._made_by, bucket.key.encode(), bucket.checksum.encode(), code)
        return sha256(b"".join(sha256(part).digest() for part in about)).digest()
