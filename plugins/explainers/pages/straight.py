"""Compiled templates without detours: pieces are put in a list, macros are functions, imports are looked up once.

Jinja's functions yield each piece, and every function around passes it on: a piece of a claim's body went through
three of them. Its macros are objects that reorder their arguments at every call, and each loop is an object too. (A
seventh of the time that the pages of 1,000 claims take)
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

_PRINTED = "_printed"
_IMPORT = "from explainers.text.escaped import as_markup, as_text, escaped; from explainers.pages.turn import turns"
# A loop that goes into itself is given more: what it calls, and how deep it is.
_PLAIN_LOOP = 2
_MODULE = "_get_default_module"


def straight(source: str) -> ast.Module:
    """The Python that Jinja makes of a template, with functions that return a list of pieces."""
    module = ast.parse(source)
    module.body[:0] = ast.parse(_IMPORT).body
    for function in module.body:
        if isinstance(function, ast.FunctionDef):
            start = ast.copy_location(ast.Assign([ast.Name(_PRINTED, ast.Store())], ast.List([], ast.Load())), function)
            end = ast.copy_location(ast.Return(ast.Name(_PRINTED, ast.Load())), function)
            function.body = [start, *_listed(function.body), end]
    _Calls().visit(module)
    return ast.fix_missing_locations(module)


def _listed(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Statements that append; adjacent pieces are joined."""
    found: list[ast.stmt] = []
    pieces: list[ast.expr] = []
    for statement in body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Yield) and statement.value.value:
            pieces.append(statement.value.value)
            continue
        found += _added(pieces)
        pieces = []
        found += _statement(statement)
    return [*found, *_added(pieces)]


def _added(pieces: Sequence[ast.expr]) -> Iterator[ast.stmt]:
    if pieces:
        yield _adding(ast.Tuple([*pieces], ast.Load()), pieces[0])


def _adding(pieces: ast.expr, at: ast.AST) -> ast.stmt:
    return ast.copy_location(ast.AugAssign(ast.Name(_PRINTED, ast.Store()), ast.Add(), pieces), at)


def _statement(statement: ast.stmt) -> Iterator[ast.stmt]:
    if _is_nothing(statement):
        return
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.YieldFrom):
        yield _adding(statement.value.value, statement)
    elif passed_on := _passed_on(statement):
        yield _adding(passed_on, statement)
    elif kept := _kept(statement):
        yield kept
    else:
        # A macro gathers its pieces itself, and yields none.
        if not isinstance(statement, ast.FunctionDef):
            for name in ("body", "orelse", "finalbody"):
                if found := getattr(statement, name, None):
                    setattr(statement, name, _listed(found) or [ast.Pass()])
        yield statement


def _is_nothing(statement: ast.stmt) -> bool:
    """`if 0: yield None`, which makes a function that prints nothing a generator."""
    return isinstance(statement, ast.If) and isinstance(statement.test, ast.Constant) and not statement.test.value


def _passed_on(statement: ast.stmt) -> ast.expr | None:
    """What another template prints, where all of it is yielded again, piece by piece."""
    if loop := _loop_over_pieces(statement):
        [inner] = loop.body
        if isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Yield):
            return loop.iter
    return None


def _kept(statement: ast.stmt) -> ast.stmt | None:
    """What a block prints within `set`, where every piece is put in a list: the pieces at once."""
    if loop := _loop_over_pieces(statement):
        [inner] = loop.body
        call = inner.value if isinstance(inner, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "append":
            extend = ast.Attribute(call.func.value, "extend", ast.Load())
            return ast.copy_location(ast.Expr(ast.Call(extend, [loop.iter], [])), statement)
    return None


def _loop_over_pieces(statement: ast.stmt) -> ast.For | None:
    """The loop in which a template takes over what a block or another template prints."""
    if isinstance(statement, ast.Try) and statement.finalbody and isinstance(loop := statement.body[0], ast.For):
        return loop
    return None


class _Calls(ast.NodeTransformer):
    """Macros as functions that are called as they are, and imported templates from the environment's own table."""

    def __init__(self) -> None:
        self._macro: ast.FunctionDef | None = None

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        self._macro = node
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and node.func.attr == _MODULE and isinstance(node.func.value, ast.Call):
            own = ast.Attribute(ast.Name("environment", ast.Load()), "imported", ast.Load())
            return ast.copy_location(ast.Call(own, node.func.value.args[:1], []), node)
        if isinstance(node.func, ast.Name) and node.func.id == "Macro" and self._macro:
            return self._called_as_it_is(self._macro, node)
        if isinstance(node.func, ast.Name) and node.func.id == "LoopContext" and len(node.args) == _PLAIN_LOOP:
            return ast.copy_location(ast.Call(ast.Name("turns", ast.Load()), node.args[:1], []), node)
        return node

    @staticmethod
    def _called_as_it_is(macro: ast.FunctionDef, made: ast.Call) -> ast.expr:
        """The function of a macro, with the names of its arguments; a macro that is given more stays what it is."""
        _, function, _, names, *more, _ = made.args
        given = [str(name.value) for name in ast.walk(names) if isinstance(name, ast.Constant)]
        used = {node.id for node in ast.walk(macro) if isinstance(node, ast.Name)}
        if any(isinstance(each, ast.Constant) and each.value for each in more) or not used.isdisjoint(given):
            return made
        inside = macro.args.args
        taken = zip(inside, given, strict=True)
        start = [ast.Assign([ast.Name(own.arg, ast.Store())], ast.Name(name, ast.Load())) for own, name in taken]
        macro.body[:0] = [ast.copy_location(each, macro) for each in start]
        macro.args.args = [ast.copy_location(ast.arg(name), macro) for name in given]
        macro.args.defaults = [ast.copy_location(ast.Name("missing", ast.Load()), macro) for _ in given]
        end = macro.body[-1]
        if isinstance(end, ast.Return) and end.value:
            end.value = ast.copy_location(ast.Call(ast.Name("as_markup", ast.Load()), [end.value], []), end)
        return function
