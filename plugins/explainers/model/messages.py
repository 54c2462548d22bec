"""What is wrong with a record's fields: each mistake once, at the smallest place that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from explainers.model.case import Case
from explainers.model.error_wording import meant_key, words
from explainers.model.shape import keys_at
from explainers.model.short_forms import DEFAULTS, place_in_file
from explainers.text.diagnostic import MOST_OF_A_FILE, Diagnostic, error
from explainers.text.file_text import Span
from explainers.text.suggest import did_you_mean
from explainers.tree.nodes import Loc, Mapping, plain, scalars
from explainers.tree.tree import Tree

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SINGULAR = {
    "attributions": "attribution",
    "cites": "citation",
    "relations": "relation",
    "updates": "update",
    "sections": "section",
    "participants": "participant",
    "roles": "role",
    "parties": "party",
    "derived_from": "derivation",
    "allow": "allowance",
    "gaps": "gap",
}
_NO_SPEAKER = "attribution-without-speaker"


def mistakes(model: type[BaseModel], tree: Tree, details: Sequence[ErrorDetails]) -> list[Diagnostic]:
    """Validation errors and empty values as diagnostics; what follows from another is left out."""
    cases = [Case(model, tree, detail) for detail in details]
    empty = [loc for loc, scalar in scalars(tree.root) if scalar.empty]
    # `statment:` is an unknown key, and `statement` is missing because of it.
    unknown = [case for case in cases if case.type == "extra_forbidden"][:MOST_OF_A_FILE]
    meant: set[Loc] = {(*case.loc[:-1], key) for case in unknown if (key := meant_key(case))}
    # A list can be too short because of what is wrong inside it.
    around = {loc[:end] for loc in [*empty, *(case.loc for case in cases)] for end in range(len(loc))}
    follows = {"missing": {*empty, *meant}, "too_short": around}
    shown = (case for case in cases if case.loc not in follows.get(case.type, ()) and not _is_within(case, empty))
    own = sorted(shown, key=_place)
    # The words for a mistake take longer than all else: the others are only counted.
    found = [_diagnostic(case) if at < MOST_OF_A_FILE else _counted(_place(case)) for at, case in enumerate(own)]
    wrong = {case.loc for case in cases if case.type.endswith("_type")}
    return [*_typed_id(tree), *found, *_empty_values(model, tree, [loc for loc in empty if not _inside(loc, wrong)])]


def _is_within(case: Case, empty: Sequence[Loc]) -> bool:
    """Whether a missing key could be left out for another, which is there without a value."""
    other = case.detail.get("ctx", {}).get("instead")
    return other is not None and (*case.detail["loc"], other) in empty


def part_in_words(loc: Loc) -> str:
    """The part of the record that a path leads into: `in the first attribution`."""
    if loc[:1] == (DEFAULTS,):
        return "in the defaults"
    for index, step in enumerate(loc):
        if isinstance(step, int) and index and isinstance(loc[index - 1], str):
            singular = _SINGULAR.get(str(loc[index - 1]))
            if singular:
                return f"in the {_ordinal(step)} {singular}"
    return ""


def _typed_id(tree: Tree) -> list[Diagnostic]:
    if not any(key.value == "id" for key, _ in tree.root.entries):
        return []
    message = "the id is not written in the file: it is the file's name"
    return [error("unknown-key", message, tree.key_span(("id",)), help="delete this line")]


def _diagnostic(case: Case) -> Diagnostic:
    code, message, help = words(case)
    if _speaker(case.loc) and case.type in {"missing", "too_short"}:
        code, message, help = _without_speaker()
    return error(code, message, _place(case), label=part_in_words(case.loc), help=help)


def _place(case: Case) -> Span:
    tree, loc = case.tree, case.loc
    if case.type == "extra_forbidden" or case.names_key:
        return tree.key_span(loc)
    if case.type != "missing":
        place, is_key = place_in_file(loc, tree.root)
        return tree.key_span(place) if is_key else tree.span(place)
    part = loc[:-1]
    return tree.key_span(part) if part and isinstance(part[-1], str) else tree.span(part)


def _counted(span: Span) -> Diagnostic:
    return error("wrong-value", "a further mistake", span)


def _inside(loc: Loc, parts: Set[Loc]) -> bool:
    return any(loc[:end] in parts for end in range(len(loc) + 1))


def _empty_values(model: type[BaseModel], tree: Tree, empty: Sequence[Loc]) -> Iterator[Diagnostic]:
    """Keys and list items with nothing after them."""
    for loc in empty[:MOST_OF_A_FILE]:
        code, message, help = "empty-value", *_empty(model, tree, loc)
        if _speaker(loc) or (_speaker(loc[:-1]) and not any(plain(tree.node(loc[:-1])) or ())):
            code, message, help = _without_speaker()
        yield error(code, message, tree.key_span(loc), label=part_in_words(loc), help=help)
    yield from (_counted(tree.key_span(loc)) for loc in empty[MOST_OF_A_FILE:])


def _empty(model: type[BaseModel], tree: Tree, loc: Loc) -> tuple[str, str]:
    parent = tree.node(loc[:-1])
    if isinstance(loc[-1], int):
        return "a list item with nothing in it", "write a value after the dash, or delete the line"
    if isinstance(parent, Mapping) and parent.flow:
        message = f"`{loc[-1]}` has no value: inside {{…}} a comma starts a new key"
        return message, "write one `key: value` a line; a figure is written without commas"
    known = keys_at(model, loc[:-1])
    help = "" if loc[-1] in known else did_you_mean(loc[-1], known)
    return f"`{loc[-1]}` has no value", help or "write a value after the colon, or delete the line"


def _speaker(loc: Loc) -> bool:
    return len(loc) == 3 and loc[0] == "attributions" and loc[2] == "by"


def _without_speaker() -> tuple[str, str, str]:
    help = "write who says it; an unnamed speaker is an actor record with `named: false`"
    return _NO_SPEAKER, "an attribution without a speaker", help


def _ordinal(index: int) -> str:
    if index < len(_ORDINALS):
        return _ORDINALS[index]
    number = index + 1
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
