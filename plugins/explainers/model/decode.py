"""A file's tree as a record: what is wrong is reported, and what is right is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from explainers.model.base import Record
from explainers.model.messages import mistakes
from explainers.model.short_forms import DEFAULTS, in_defaults, in_full, place_in_file
from explainers.model.walk import Leaf, plain_leaves
from explainers.text.diagnostic import Diagnostic
from explainers.text.file_text import Span, whole_file
from explainers.tree.nodes import Loc, plain
from explainers.tree.nodes import Mapping as MappingNode
from explainers.tree.tree import Tree


@dataclass(frozen=True, slots=True)
class Document:
    """A record's file: it owns its id even where the record in it is broken.

    `has_no_errors` if nothing was wrong: then the record says all that the file does. `lost` are the links and texts of
    parts that were taken out because something in them is wrong or missing, with their paths in the file.
    """

    id: str
    kind: str
    path: str
    tree: Tree | None
    record: Record | None = field(compare=False)
    has_no_errors: bool = False
    lost: tuple[Leaf, ...] = ()

    def span(self, loc: Loc = ()) -> Span:
        """The place of what is at a path in the record."""
        if self.tree is None:
            return whole_file(self.path)
        place, is_key = self.in_file(loc)
        return self.tree.key_span(place) if is_key else self.tree.span(place)

    def key_span(self, loc: Loc) -> Span:
        """The place of a key."""
        return self.tree.key_span(self.in_file(loc)[0]) if self.tree else whole_file(self.path)

    def find(self, loc: Loc, needles: Iterable[str], *, after: int = 0) -> tuple[Span, int]:
        """The place of the last of some words that follow each other in a text, and its end (`Tree.find`)."""
        if self.tree is None:
            return whole_file(self.path), after
        return self.tree.find(self.in_file(loc)[0], needles, after=after)

    def in_file(self, loc: Loc) -> tuple[Loc, bool]:
        """The path in the file of what is at a path in the record, and whether it is the key there that says it."""
        place = in_file(loc, self.record.kept) if self.record else loc
        return place_in_file(place, self.tree.root) if self.tree and len(place) > 2 else (place, False)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's record, if enough of it is right, its mistakes, and the links of the parts that had to be left out."""

    record: Record | None
    mistakes: list[Diagnostic]
    lost: tuple[Leaf, ...] = ()


def decode(model: type[Record], tree: Tree, id: str) -> Decoded:
    """The record in a tree. With mistakes, what is left of it once the wrong parts are taken out, or None."""
    if tree.is_quick and "id" not in tree.values:
        try:
            return Decoded(model.model_validate({**tree.values, "id": id}), [])
        except ValidationError:
            pass
    return _mended(model, tree, id)


def _mended(model: type[Record], tree: Tree, id: str) -> Decoded:
    """The record without its wrong parts, and what is wrong with them."""
    data = plain(tree.root)
    details: list[ErrorDetails] = []
    record: Record | None = None
    taken_out: set[Loc] = set()
    # Taking a part out can leave a required field empty one level up: four rounds reach the root.
    for attempt in range(4):
        kept = dict(_kept(data))
        try:
            record = model.model_validate({**_without_nulls(data), "id": id})
            record.keep(kept)
            break
        except ValidationError as fault:
            found = [e for e in fault.errors(include_url=False) if e["loc"] != ("id",)]
            errors = _innermost(_once([_placed(e, kept, tree.root) for e in found]))
            if attempt == 0:
                details = errors
            for detail in errors:
                taken_out.add(_take_out(data, detail["loc"]))
    wrong = {detail["loc"] for detail in details}
    return Decoded(record, mistakes(model, tree, details), _lost(model, tree, taken_out, wrong))


def _lost(model: type[Record], tree: Tree, taken_out: set[Loc], wrong: set[Loc]) -> tuple[Leaf, ...]:
    """The links and texts in parts that were taken out, but for those that are wrong themselves."""
    leaves = plain_leaves(model, in_full(plain(tree.root))) if taken_out else ()
    if any(loc[:1] == ("attributions",) for loc in taken_out):
        # An attribution that was taken out had its part of them.
        taken_out = {*taken_out, (DEFAULTS,)}
    return tuple(leaf for leaf in leaves if leaf.loc not in wrong and not taken_out.isdisjoint(_above(leaf.loc)))


def _above(loc: Loc) -> list[Loc]:
    """A path and all those that lead to it."""
    return [loc[:length] for length in range(len(loc) + 1)]


def _innermost(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without the errors that only follow from one inside them: a list is too short because its only entry is wrong."""
    paths = {detail["loc"][:length] for detail in errors for length in range(len(detail["loc"]))}
    return [detail for detail in errors if detail["loc"] not in paths]


def in_file(loc: Loc, kept: Mapping[Loc, tuple[int, ...]]) -> Loc:
    """A path in a record as a path in its file, where lists may have entries that the record lost."""
    place: Loc = ()
    for step in loc if kept else ():
        entries = kept.get(place, ())
        place = (*place, entries[step] if isinstance(step, int) and step < len(entries) else step)
    return place if kept else loc


def _once(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Each error once: what several parts take from one place is wrong in all of them."""
    return [*{(detail["loc"], detail["type"]): detail for detail in errors}.values()]


def _placed(detail: ErrorDetails, kept: Mapping[Loc, tuple[int, ...]], root: MappingNode) -> ErrorDetails:
    """An error with the path in the file: without the steps of pydantic's own."""
    steps = tuple(step for step in detail["loc"] if not str(step).startswith("function-"))
    placed = detail.copy()
    placed["loc"] = in_defaults(in_file(steps, kept), root)
    return placed


def _kept(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, tuple[int, ...]]]:
    """Every list that lost an entry, and which of its entries are left."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _kept(item, (*loc, key))
    elif isinstance(value, list):
        if any(item is None for item in value):
            yield loc, tuple(index for index, item in enumerate(value) if item is not None)
        for index, item in enumerate(value):
            yield from _kept(item, (*loc, index))


def _take_out(data: Any, loc: Loc) -> Loc:
    """Remove the value at a path; of a missing key, the part that lacks it. Returns the path of what was removed."""
    if not loc:
        return loc
    parent = reduce(_step, loc[:-1], data)
    # The part that it is in may have been taken out for another mistake.
    if parent is None:
        return loc
    if _step(parent, loc[-1]) is None:
        return _take_out(data, loc[:-1])
    if isinstance(parent, dict):
        parent.pop(str(loc[-1]))
    else:
        # The list keeps its length, so that paths in the file still fit.
        parent[loc[-1]] = None
    return loc


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
