"""A file's tree as a record: what is wrong is told, and what is right is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from explainers.model.base import Record
from explainers.model.messages import mistakes
from explainers.text.diagnostic import Diagnostic
from explainers.text.source import Span, whole_file
from explainers.tree.nodes import Loc, Plain, Tree, plain


@dataclass(frozen=True, slots=True)
class Document:
    """A record's file: it owns its id even where the record in it is broken."""

    id: str
    kind: str
    path: str
    tree: Tree | None
    record: Record | None = field(compare=False)

    def span(self, loc: Loc = ()) -> Span:
        """The place of what stands at a path in the record."""
        return self.tree.span(loc) if self.tree else whole_file(self.path)

    def key_span(self, loc: Loc) -> Span:
        """The place of a key."""
        return self.tree.key_span(loc) if self.tree else whole_file(self.path)

    def find(self, loc: Loc, needle: str, *, nth: int = 0) -> Span:
        """The place of some words inside a text."""
        return self.tree.find(loc, needle, nth=nth) if self.tree else whole_file(self.path)


def decode(model: type[Record], tree: Tree, id: str) -> tuple[Record | None, list[Diagnostic]]:
    """The record in a tree. With mistakes, what is left of it once the wrong parts are taken out, or None."""
    data = cast(dict[str, Plain], plain(tree.root))
    details: list[ErrorDetails] = []
    record: Record | None = None
    # Taking a part out can leave a required field empty one level up: four rounds reach the root.
    for attempt in range(4):
        try:
            record = model.model_validate({**_without_nulls(data), "id": id})
            break
        except ValidationError as fault:
            errors = [e for e in fault.errors(include_url=False) if e["loc"] != ("id",)]
            if attempt == 0:
                details = errors
            for detail in errors:
                _take_out(data, _real(detail, tree))
    return record, mistakes(model, tree, details)


def _real(detail: ErrorDetails, tree: Tree) -> Loc:
    """The path of an error as far as it exists in the file."""
    return tuple(step for step in detail["loc"] if not (isinstance(step, str) and step.startswith("function-")))


def _take_out(data: Any, loc: Loc) -> None:
    """Remove what stands at a path; of a missing key, the part that lacks it."""
    if not loc:
        return
    parents = [data]
    for step in loc[:-1]:
        parents.append(_step(parents[-1], step))
    if _step(parents[-1], loc[-1]) is None:
        return _take_out(data, loc[:-1])
    parent = parents[-1]
    if isinstance(parent, dict):
        parent.pop(str(loc[-1]), None)
    elif isinstance(parent, list) and isinstance(loc[-1], int):
        # Keep the length while the round lasts, so that later paths still fit.
        parent[loc[-1]] = None
    return None


def _step(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(str(step))
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _without_nulls(value: Any) -> Any:
    """The data without what was left empty or taken out."""
    if isinstance(value, dict):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_nulls(item) for item in value if item is not None]
    return value
