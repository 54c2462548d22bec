"""How templates become Python: words are looked up once, and the rest is called and printed without detours.

Jinja asks at every call whether the function wants the context, at every dot whether it means an attribute or a key,
and wraps what is markup already once more. No template here needs any of that: what follows a dot is an
attribute. A page's own template takes a third of the time without it.
"""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

WORDS = "_"


class StraightCode(CodeGenerator):
    """Python for a template of an environment that escapes, and is neither sandboxed nor asynchronous."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute; a name that Python keeps for itself is left to Jinja."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """The value at a key or an index; a missing one is a mistake."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002
        """A call without the context, which only words with values in them ask for."""
        if _is_words(node) or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for part in (*node.args, *node.kwargs):
            self.visit(part, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("(_shown if (_shown := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(").__class__ is Markup else escaped(_shown) if _shown.__class__ is str else as_text(_shown))")


class WordsLookedUp(NodeTransformer):
    """Puts the words of the catalogue in place of calls for words without values."""

    def __init__(self, gettext: Callable[[str], str], environment: Environment) -> None:
        self.gettext = gettext
        self.environment = environment

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        """A call, or the words it would give."""
        if _is_words(node) and len(node.args) == 1 and not node.kwargs and isinstance(node.args[0], nodes.Const):
            # As the catalogue's own function does it: words are written as markup, with `%%` for `%`.
            found = nodes.Const(Markup(self.gettext(node.args[0].value)) % {}, lineno=node.lineno)
            found.set_environment(self.environment)
            return found
        return self.generic_visit(node)

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:
        """A choice; one without an `else` prints nothing, for which Jinja makes an object each time."""
        if node.expr2 is None:
            node.expr2 = nodes.Const(Markup(""), lineno=node.lineno)
        return self.generic_visit(node)


def _is_words(node: nodes.Call) -> bool:
    return isinstance(node.node, nodes.Name) and node.node.name == WORDS
