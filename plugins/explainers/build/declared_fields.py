"""The fields that a site declares, read and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from explainers.build.declared_words import DeclarationFault, declared_words, without_hidden
from explainers.model.declared import DeclaredField, DeclaredWord, FieldType
from explainers.text.suggest import did_you_mean, one_of

TYPES: tuple[FieldType, ...] = get_args(FieldType)
_KEYS = ("label", "type", "kinds", "description", "choices", "to", "inverse", "shown", "searched", "in_json")
_LINKS = ("record", "records")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_LONGEST_NAME = 40


def declared_fields(given: Any) -> tuple[DeclaredField, ...]:
    """The fields in the settings. Raises DeclarationFault."""
    if not isinstance(given, Mapping):
        raise DeclarationFault("`fields` must be lines of a field's name (`docket:`) with its `label` and `type` below")
    return tuple(_field(name, details) for name, details in given.items())


def _field(name: Any, details: Any) -> DeclaredField:
    place = f"fields: {name}"
    if not isinstance(name, str) or not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise DeclarationFault(f"`{place}`: a field's name has small letters, digits and `_`, such as `docket_number`")
    if not isinstance(details, Mapping):
        raise DeclarationFault(f"`{place}` must be `key: value` lines: `label`, `type` and what else it needs")
    for key in details:
        if key not in _KEYS:
            raise DeclarationFault(f"`{place}` names `{key}` – {did_you_mean(str(key), _KEYS) or one_of(_KEYS)}")
    type = _field_type(details.get("type"), place)
    kinds = _kinds(details.get("kinds"), place, "kinds")
    _not_ours(name, kinds, place)
    shown = _switch(details, "shown", place, otherwise=True)
    return DeclaredField(
        name=name,
        label=_text(details, "label", place, needed=True),
        type=type,
        kinds=kinds or _all_kinds(),
        description=_text(details, "description", place),
        choices=_choices(details, type, place),
        to=_for_links(details, type, place),
        inverse=_text(details, "inverse", place, needed=type in _LINKS),
        shown=shown,
        searched=_switch(details, "searched", place, otherwise=shown),
        in_data=_switch(details, "in_json", place, otherwise=shown),
    )


def _field_type(given: Any, place: str) -> FieldType:
    found = next((type for type in TYPES if type == given), None)
    if found is None:
        said = f"`{given}` is no `type`" if given else "there is no `type`"
        help = (did_you_mean(str(given), TYPES) if given else "") or f"it is {one_of(TYPES)}"
        raise DeclarationFault(f"`{place}`: {said} – {help}")
    return found


def _all_kinds() -> tuple[str, ...]:
    from explainers.kinds import KINDS  # nearly no site needs them to read its settings

    return tuple(kind.name for kind in KINDS)


def _kinds(given: Any, place: str, key: str) -> tuple[str, ...]:
    """Names of kinds of record, one or several."""
    names = [given] if isinstance(given, str) else given or []
    known = _all_kinds()
    for name in names if isinstance(names, list) else [names]:
        if name not in known:
            help = did_you_mean(str(name), known) or f"they are {one_of(known)}"
            raise DeclarationFault(f"`{key}` of `{place}` names `{name}`, which is not a kind of record – {help}")
    return tuple(names)


def _not_ours(name: str, kinds: Sequence[str], place: str) -> None:
    """A field must not have the name of one of ours."""
    from explainers.kinds import KINDS
    from explainers.model.shape import keys

    taken = [kind.name for kind in KINDS if name in {"id", *keys(kind.model)} and (not kinds or kind.name in kinds)]
    if taken:
        raise DeclarationFault(f"`{place}`: records of the kind {one_of(taken)} have a field `{name}` of ours")


def _text(details: Mapping[Any, Any], key: str, place: str, *, needed: bool = False) -> str:
    found = details.get(key)
    if found is not None and not isinstance(found, str):
        raise DeclarationFault(f"the {key} of `{place}` must be text: put it in quotes")
    if needed and not (found or "").strip():
        raise DeclarationFault(f"`{place}` needs a line `{key}:` with {_NEEDED[key]}")
    return without_hidden((found or "").strip(), f"the {key} of `{place}`")


_NEEDED = {
    "label": "what pages call it",
    "inverse": "what the page of the other record calls those that lead to it, such as `Cases heard`",
}


def _switch(details: Mapping[Any, Any], key: str, place: str, *, otherwise: bool) -> bool:
    found = details.get(key, otherwise)
    if not isinstance(found, bool):
        raise DeclarationFault(f"`{key}` of `{place}` is `true` or `false`, and not `{found}`")
    return found


def _choices(details: Mapping[Any, Any], type: FieldType, place: str) -> tuple[DeclaredWord, ...]:
    given = details.get("choices")
    if (type == "one-of") != bool(given):
        raise DeclarationFault(f"`{place}` needs `choices` if its type is `one-of`, and only then")
    return tuple(declared_words(given, f"choices of {place}")) if given else ()


def _for_links(details: Mapping[Any, Any], type: FieldType, place: str) -> tuple[str, ...]:
    given = [key for key in ("to", "inverse") if details.get(key)]
    if given and type not in _LINKS:
        raise DeclarationFault(f"`{place}` has `{given[0]}`, which only the types `record` and `records` have")
    return _kinds(details.get("to"), place, "to")
