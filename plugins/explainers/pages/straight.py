"""Compiled templates without generators: what a template or a block prints is a list, and not handed up piece by piece.

Jinja's functions yield each piece, and every function around passes it on: a piece of a claim's body went through
three of them. (A tenth of the time that the pages of 1,000 claims take)
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

PRINTED = "_printed"
_IMPORT = "from explainers.text.escaped import escaped"


def straight(source: str) -> ast.Module:
    """The Python that Jinja makes of a template, with functions that return a list of pieces."""
    module = ast.parse(f"{source}\n{_IMPORT}")
    module.body.insert(0, module.body.pop())
    for function in module.body:
        if isinstance(function, ast.FunctionDef):
            start = ast.copy_location(ast.Assign([ast.Name(PRINTED, ast.Store())], ast.List([], ast.Load())), function)
            end = ast.copy_location(ast.Return(ast.Name(PRINTED, ast.Load())), function)
            function.body = [start, *_listed(function.body), end]
    return ast.fix_missing_locations(module)


def _listed(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Statements that append; pieces that stand side by side are added together."""
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
    return ast.copy_location(ast.AugAssign(ast.Name(PRINTED, ast.Store()), ast.Add(), pieces), at)


def _statement(statement: ast.stmt) -> Iterator[ast.stmt]:
    if _is_nothing(statement):
        return
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.YieldFrom):
        yield _adding(statement.value.value, statement)
    elif passed_on := _passed_on(statement):
        yield _adding(passed_on, statement)
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
    if isinstance(statement, ast.Try) and statement.finalbody and isinstance(loop := statement.body[0], ast.For):
        [inner] = loop.body
        if isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Yield):
            return loop.iter
    return None
