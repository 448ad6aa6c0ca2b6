"""How templates are compiled: to Python that asks our values directly, without Jinja's detours.

A template of ours is handed objects with attributes, and functions that ask for no context. So ``a.b`` becomes ``a.b``,
``f(a)`` becomes ``f(a)``, and a macro becomes a function of its parameters, called without their names. What is printed is
escaped as ever, into plain strings. What is missing still raises an error.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import missing

from ..escaping import html, written

OWN_SOURCE = Path(__file__).read_bytes()


class DirectCode(CodeGenerator):
    """Writes the code of a template, for a ``Direct`` environment."""

    def write_commons(self) -> None:
        """What every function of a template has at hand."""
        super().write_commons()
        self.writeline("written = environment.written")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write("(")
        several = (("*", node.dyn_args), ("**", node.dyn_kwargs))
        for stars, argument in (*(("", one) for one in (*node.args, *node.kwargs)), *several):
            if argument is not None:
                self.write(stars)
                self.visit(argument, frame)
                self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write(f"environment.macro(macro, {len(macro_ref.node.args)})")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        self.writeline(f"return environment.html(concat({frame.buffer}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("written(" if frame.eval_ctx.autoescape else "str(")


class Direct(Environment):
    """What such code asks for. Every template has the same globals, so they need not be chained to any of its own."""

    code_generator_class = DirectCode
    written = staticmethod(written)
    html = staticmethod(html)

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.get_template = cache(self.get_template)

    @staticmethod
    def macro(function: Callable[..., str], parameters: int) -> Callable[..., str]:
        """A macro whose parameters may be left out: then they have the defaults that the template gives."""
        function.__defaults__ = (missing,) * parameters
        return function

    def make_globals(self, d: dict[str, object] | None) -> dict[str, object]:
        return super().make_globals(d) if d else self.globals
