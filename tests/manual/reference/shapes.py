"""What a field takes, in words, from its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from explainers.kinds import KINDS
from explainers.model.schema import Schema

_KEYS = "keys, listed below"
_LINKED = {kind.name: f"[{kind.name}]({kind.name}.md)" for kind in KINDS}


def takes(part: Schema, *, prose: bool = False) -> str:
    """What may be written: an id of an actor, one of some words, a date, a list of entries with keys."""
    if "$ref" in part:
        return _named(part["$ref"].removeprefix("#/$defs/"))
    if "anyOf" in part:
        return _any(part["anyOf"], prose=prose)
    if "enum" in part:
        return f"one of {listed(part['enum'])}"
    if "const" in part:
        return listed(part["const"])
    if part.get("type") == "array":
        return f"a list; each entry {_is(takes(part['items'], prose=prose))}"
    if part.get("type") == "object":
        if "patternProperties" not in part:
            return "an object as CSL-JSON has it"
        inner = next(iter(part["patternProperties"].values()))
        return f"lines `q1: …`; each {_is(takes(inner))}"
    return _plain(part, prose=prose)


def _is(taken: str) -> str:
    """The same in the middle of a sentence."""
    return f"has {taken}" if taken.endswith(_KEYS) and not taken.startswith("[") else f"is {taken}"


def listed(value: object) -> str:
    """Words as code; `true` and `false` as YAML has them."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(listed(item) for item in value)
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _any(options: Sequence[Schema], *, prose: bool) -> str:
    first, *others = options
    if len(others) == 1 and others[0].get("type") == "array" and others[0]["items"] == first:
        return f"{takes(first, prose=prose)}, or several in brackets"
    return ", or ".join(takes(option, prose=prose) for option in options)


def _named(name: str) -> str:
    kind, *kinds = name.split("-")
    if kind == "reference":
        named = [_LINKED[each] for each in kinds]
        return f"the id of {_a(_either(named))}" if named else "the id of a record"
    return "a [date](dates.md)" if name == "Date" else _KEYS


def _plain(part: Mapping[str, Any], *, prose: bool) -> str:
    kind = part.get("type")
    if kind == "boolean":
        return "`true` or `false`"
    if part.get("format") == "uri":
        return "a web address"
    if kind in ("integer", "number"):
        low, high = part.get("minimum"), part.get("maximum")
        is_bounded = low is not None and high is not None and abs(high) < 10**9
        whole = "a whole number" if kind == "integer" else "a number"
        return f"{whole} from {low} to {high}" if is_bounded else whole
    pattern = part.get("pattern", "")
    if "#" in pattern:
        return _part_of_a_claim(part["examples"])
    if isinstance(kind, list) and "integer" in kind:
        return "a date in EDTF"
    if pattern.startswith("^[a-z0-9]+("):
        return "a word of small letters, digits and hyphens"
    if pattern:
        return f"text of the form `{pattern.strip('^$')}`"
    at_most = f", at most {part['maxLength']} characters" if "maxLength" in part else ""
    return f"{'[text](text.md) with links and notes' if prose else 'text'}{at_most}"


def _part_of_a_claim(examples: Sequence[str]) -> str:
    """An attribution or a figure; `examples` are one of them, or the words that may stand in its place."""
    if examples == ["other-claim#q1"]:
        return "the name of a figure, `q1` or `other-claim#q1`"
    words = f", or {listed(examples)}" if len(examples) > 1 else ""
    return f"the id of an attribution, `a1` or `other-claim#a1`{words}"


def _either(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def _a(noun: str) -> str:
    return f"an {noun}" if noun.lstrip("[")[0] in "aeiou" else f"a {noun}"
