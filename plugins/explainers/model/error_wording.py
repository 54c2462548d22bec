"""A validation error in an editor's words. (pydantic's error types, our sentences)"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from explainers.model.base import Date
from explainers.model.case import Case
from explainers.model.date_wording import FORMS, date_help
from explainers.model.fields import ID_PATTERN
from explainers.model.id_forms import as_tag
from explainers.model.shape import choices_at, description_at, keys, may_be_text, model_at, open_word, owners, required
from explainers.text.characters import name, odd_space
from explainers.text.suggest import did_you_mean, nearest, one_of
from explainers.tree.nodes import Mapping, Scalar

Message = tuple[str, str, str]  # code, message, help
# More keys than this are for the manual, not for a line.
_MOST_LISTED = 50
_CLIP = 60
_MANY = 14
_PATTERNS = {
    "sha256": "64 signs, 0 to 9 and a to f, as `sha256sum` prints them",
    "file": "a file's name, without a folder",
}
# What is typed for the dash of a list, or what a word processor makes of it.
_BULLETS = frozenset("*+•·–—−‣◦")
_ID_LIST = re.compile(r"[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*")


def words(case: Case) -> Message:
    """Code, message and help for an error."""
    wording = _WORDINGS.get(case.type)
    if wording:
        return wording(case)
    return "wrong-value", f"{case.subject} is not as it should be: {case.detail['msg'].lower()}", ""


def meant_key(case: Case) -> str | None:
    """The key that an unknown one was probably intended as."""
    key = str(case.loc[-1])
    return None if _owner(case, key) else nearest(key, case.known)


def _quoted(value: object) -> str:
    text = " ".join(str(value).split())
    return f"`{text if len(text) <= _CLIP else f'{text[:_CLIP]}…'}`"


def _unknown_key(case: Case) -> Message:
    key = str(case.loc[-1])
    space = odd_space(key)
    if space:
        return (
            "unknown-key",
            f"{_quoted(key)} is not a key here",
            f"there is a {name(space)} in it: write a plain space",
        )
    owner = _owner(case, key)
    if owner:
        return (
            "unknown-key",
            f"{_quoted(key)} is not a key here",
            f"it belongs to {one_of(owner)}: look at the indentation",
        )
    listed = f"the keys here are {one_of(case.known)}" if 0 < len(case.known) <= _MOST_LISTED else ""
    help = did_you_mean(key, case.known) or listed
    return "unknown-key", f"{_quoted(key)} is not a key here", help


def _owner(case: Case, key: str) -> Sequence[str]:
    """Other parts of the record that have just this key: it was probably indented wrongly."""
    return owners(case.model, key) if key not in {"id", "note", "type", "kind"} else ()


def _missing(case: Case) -> Message:
    choices = choices_at(case.model, case.loc)
    help = f"add a line `{case.field}:`"
    help = f"{help} with {_list(choices)}" if choices else help
    owner = model_at(case.model, case.loc[:-1])
    if words := open_word(owner, case.field) if owner else None:
        help = f"{help} with a short noun: {_list(words.known)}"
    if owner is Date and isinstance(case.typed, dict) and {*case.typed} == {"edtf"}:
        help = f"{help}, or write `{case.loc[-2]}: {case.typed['edtf']}` if the source states the date"
    return "missing-key", f"`{case.field}` is missing", help


def _choice(case: Case) -> Message:
    choices = choices_at(case.model, case.loc)
    if not isinstance(case.typed, str):
        return "wrong-shape", f"{case.subject} must be one word", f"it is {_list(choices)}"
    help = did_you_mean(case.typed, choices) or f"it is {_list(choices)}"
    return "wrong-value", f"{_quoted(case.typed)} is not a value of `{case.field}`", help


def _list(choices: Sequence[str]) -> str:
    if len(choices) <= _MANY:
        return one_of(choices)
    return f"{', '.join(f'`{choice}`' for choice in choices[:_MANY])} or one of {len(choices) - _MANY} more"


def _wants_part(case: Case) -> Message:
    message = f"{case.subject} must be `key: value` lines"
    part = model_at(case.model, case.loc)
    if part is Date:
        return "wrong-shape", f"{case.subject} must be a date", f"write it as {FORMS}"
    if not isinstance(case.typed, str) or part is None:
        return "wrong-shape", message, ""
    typed = " ".join(case.typed.split())
    keys = required(part)
    if "printed" in part.model_fields:
        return (
            "wrong-shape",
            message,
            f"write below `{case.field}:`, indented: `of:` and `printed: {typed}`",
        )
    if isinstance(case.loc[-1], int) and len(keys) == 1:
        return "wrong-shape", message, f"write `- {keys[0]}: {typed}` on its own line"
    lines = ", ".join(f"`{key}:`" for key in keys)
    return "wrong-shape", message, f"write below `{case.field}:`, indented: {lines}" if lines else ""


def _wants_map(case: Case) -> Message:
    return "wrong-shape", f"{case.subject} must be `key: value` lines", ""


def _wants_list(case: Case) -> Message:
    part = model_at(case.model, (*case.loc, 0))
    bullet = next(iter(case.typed), "")[:1] if isinstance(case.typed, dict) else ""
    space = odd_space(case.typed[1:2]) if isinstance(case.typed, str) and case.typed[:1] == "-" else ""
    if space:
        help = f"there is a {name(space)} after the dash: type a space there"
        return "wrong-shape", f"`{case.field}` must be a list", help
    if bullet and bullet in _BULLETS:
        return "wrong-shape", f"`{case.field}` must be a list", f"start each entry with `- `, not with `{bullet} `"
    if part is not None and not (isinstance(case.typed, str) and may_be_text(case.model, (*case.loc, 0))):
        first = next(iter(required(part)), "") or next(iter(keys(part)), "")
        help = f"start each entry with `- `: `- {first}: …`"
    elif not isinstance(case.typed, str):
        help = "write `[…]` instead of `{…}`" if _is_flow(case) else "start each entry with `- `"
    elif _ID_LIST.fullmatch(case.typed):
        help = f"write `{case.field}: [{case.typed}]`"
    else:
        help = f"put it on its own line below `{case.field}:`, with `- ` before it"
    return "wrong-shape", f"`{case.field}` must be a list", help


def _wants_text(case: Case) -> Message:
    message = f"{case.subject} must be text"
    if isinstance(case.typed, list) and any(isinstance(item, list) for item in case.typed):
        return "wrong-shape", message, "text that starts with `[` is put in quotes"
    if isinstance(case.typed, list):
        return "wrong-shape", message, "write one value, without `- ` or `[…]`"
    if isinstance(case.typed, dict) and "edtf" in case.typed:
        return "wrong-shape", message, f"write the date itself: `{case.field}: {case.typed['edtf']}`"
    if _is_flow(case):
        return "wrong-shape", message, "text that starts with `{` is put in quotes"
    return "wrong-shape", message, "if the text itself has a colon, put the whole text in quotes"


def _is_flow(case: Case) -> bool:
    node = case.tree.node(case.loc)
    return isinstance(node, Mapping) and node.flow


def _wants_number(case: Case) -> Message:
    return "wrong-shape", f"{case.subject} must be a number", ""


def _number(case: Case) -> Message:
    typed = str(case.typed)
    bare = re.sub(r"(?<=\d)[,_ '’](?=\d)", "", typed)
    help = (
        f"write `{bare}`, without marks between the digits"
        if re.fullmatch(r"[\d.]+", bare)
        else "write it in digits alone"
    )
    return "wrong-value", f"{_quoted(typed)} is not a number", help


def _bound(words: str) -> Callable[[Case], Message]:
    def wording(case: Case) -> Message:
        return "wrong-value", f"`{case.field}` is {_quoted(case.typed)}; {words} is {case.limit}", ""

    return wording


def _digits(case: Case) -> Message:
    return "wrong-value", f"`{case.field}` has more than {case.limit} digits", ""


def _decimals(case: Case) -> Message:
    return "wrong-value", f"`{case.field}` is {_quoted(case.typed)}; the limit is {case.limit} decimals", ""


def _pattern(case: Case) -> Message:
    if case.detail.get("ctx", {}).get("pattern") == ID_PATTERN and case.field == "tags":
        form = as_tag(str(case.typed))
        help = f"write `{form}`" if form else "small letters, digits and single hyphens, such as `public-health`"
        return "wrong-value", f"{_quoted(case.typed)} cannot be a tag", help
    if case.detail.get("ctx", {}).get("pattern") == ID_PATTERN:
        help = "small letters, digits and single hyphens, such as `march-storm`"
        return "malformed-id", f"{_quoted(case.typed)} cannot be an id", help
    if case.names_key:
        return (
            "wrong-value",
            f"{_quoted(case.field)} cannot be the name of a figure",
            "a letter and a number, such as `q1`",
        )
    help = _PATTERNS.get(case.field) or description_at(case.model, case.loc)
    return (
        "wrong-value",
        f"{_quoted(case.typed)} is not a value of `{case.field}`",
        f"it is {help}" if help else "",
    )


def _too_long(case: Case) -> Message:
    return "too-long", f"`{case.field}` has {len(str(case.typed))} characters; the limit is {case.limit}", ""


def _no_entry(case: Case) -> Message:
    return "empty-value", f"`{case.field}` needs at least one entry", ""


def _no_text(case: Case) -> Message:
    return "empty-value", f"{case.subject} has no value", "write a value, or delete the line"


def _date(case: Case) -> Message:
    help = date_help(case.typed)
    date = case.loc[:-1]
    if FORMS in help and re.search(r"[^\W\d_]{2}", case.typed) and isinstance(case.tree.node(date), Scalar):
        below = f"write `{date[-1]}:` and below it, indented,"
        help = f"{below} `edtf:` with the date, `basis: stated` or `basis: inferred`, and the words as `as_stated:`"
    return "not-a-date", f"{_quoted(case.typed)} is not a date we can read", help


def _address(case: Case) -> Message:
    return (
        "not-an-address",
        f"{_quoted(case.typed)} is not a web address",
        "it starts with https:// or http:// and has no spaces",
    )


def _own(case: Case) -> Message:
    """A message raised by a model of ours, already in an editor's words."""
    context: dict[str, Any] = case.detail.get("ctx", {})
    if context.get("code") == "missing-key":
        choices = choices_at(case.model, (*case.loc, context["key"]))
        help = f"{context['help']} with {_list(choices)}" if choices else str(context["help"])
        return "missing-key", case.detail["msg"], help
    return str(context.get("code", "wrong-value")), case.detail["msg"], str(context.get("help", ""))


def _boolean(case: Case) -> Message:
    help = "it is `true` or `false`"
    if not isinstance(case.typed, str):
        return "wrong-shape", f"{case.subject} must be one word", help
    return "wrong-value", f"{_quoted(case.typed)} is not a value of `{case.field}`", help


_WORDINGS: dict[str, Callable[[Case], Message]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _choice,
    "model_type": _wants_part,
    "dict_type": _wants_map,
    "tuple_type": _wants_list,
    "string_type": _wants_text,
    "int_parsing": _number,
    "int_parsing_size": _number,
    "int_from_float": _number,
    "int_type": _wants_number,
    "decimal_parsing": _number,
    "decimal_type": _wants_number,
    "decimal_max_digits": _digits,
    "decimal_max_places": _decimals,
    "float_parsing": _number,
    "float_type": _wants_number,
    "finite_number": _number,
    "greater_than_equal": _bound("the minimum"),
    "less_than_equal": _bound("the maximum"),
    "bool_parsing": _boolean,
    "bool_type": _boolean,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "string_too_short": _no_text,
    "too_short": _no_entry,
    "edtf": _date,
    "web_address": _address,
    "own": _own,
}
