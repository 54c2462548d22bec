"""What a file may say in fewer lines than a record: defaults, and entries that begin with their two main words.

Here alone is said how these are written out, and where a file has what a record says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue

from explainers.tree.nodes import Loc, Node, Sequence
from explainers.tree.nodes import Mapping as MappingNode

# What the attributions of a claim share.
DEFAULTS = "defaults"
# A key so short that is so much like one of ours was to be that one.
_SHORT, _CLOSE = 8, 0.8


class OneLine(NamedTuple):
    """An entry whose first line says two things, `first: second`; `others` are its further keys.

    `known` are words that the first can be, where they could be taken for a slip in a key.
    """

    first: str
    second: str
    others: frozenset[str]
    pattern: str = r"[a-z0-9]+(-[a-z0-9]+)*"
    known: frozenset[str] = frozenset()

    def key(self, keys: Iterable[str]) -> str | None:
        """The first key of such an entry; None where it has a key for each of the two, or begins with another."""
        written = [*keys]
        if not written or not {self.first, self.second}.isdisjoint(written) or written[0] in self.others:
            return None
        return written[0] if re.fullmatch(self.pattern, written[0]) and not self._has_a_slip(written[0]) else None

    def _has_a_slip(self, key: str) -> bool:
        """Whether a key was probably to be one of ours, such as `sorce`; ids are longer."""
        ours = {self.first, self.second, *self.others}
        if key in self.known or len(key) > _SHORT or not key.isalpha():
            return False
        return bool(get_close_matches(key, ours, n=1, cutoff=_CLOSE))

    def in_full(self, entry: Any) -> Any:
        """The entry with a key for each of the two."""
        # Most are in full, and this is asked of every entry of every record.
        if not isinstance(entry, dict) or self.first in entry or self.second in entry:
            return entry
        key = self.key(entry)
        if key is None or not isinstance(entry[key], str | list):
            return entry
        others = {name: value for name, value in entry.items() if name != key}
        return {self.first: key, self.second: entry[key], **others}


CITATION = OneLine("source", "exact", frozenset({"prefix", "suffix", "locator", "role"}))
ATTRIBUTION = OneLine("id", "by", frozenset(), r"a[1-9][0-9]*")
RELATION = OneLine("type", "to", frozenset({"drawn_by", "source", "note"}), r"[a-z]+(-[a-z]+)*")
UPDATE = OneLine("kind", "why", frozenset({"date", "field", "from", "to"}), r"[a-z]+", frozenset({"update"}))
_IN_LISTS: Mapping[str, OneLine] = {
    "cites": CITATION,
    "attributions": ATTRIBUTION,
    "relations": RELATION,
    "updates": UPDATE,
}


def one_line_schema(
    made: JsonSchemaValue, handler: GetJsonSchemaHandler, form: OneLine, *, alone: bool = False
) -> JsonSchemaValue:
    """The schema of a part with its form in one line, in files; in what we export each key is written.

    With `alone` the first of the two may be all there is, or what is not there.
    """
    if handler.mode == "validation":
        part = handler.resolve_ref_schema(made)
        part |= _with_one_line(part, form, may_lack_it=alone)
        if alone:
            keyed = dict(part)
            part.clear()
            part |= {"anyOf": [keyed["properties"][form.first], keyed]}
    return made


def _with_one_line(part: JsonSchemaValue, form: OneLine, *, may_lack_it: bool) -> JsonSchemaValue:
    """What a schema says where the first line may be that of two keys; then it has neither of them."""
    keys, pair = part["properties"], (form.first, form.second)
    pattern = "|".join(keys[form.first].get("enum", [form.pattern]))
    keyed = {"anyOf": [{"required": [key]} for key in pair]}
    # Where any id is a key, a slip in a key passes for one.
    names = {"propertyNames": {"enum": [*keys]}} if form is CITATION else {}
    needed = [] if may_lack_it else [key for key in pair if key in part["required"]]
    return {
        "required": [key for key in part["required"] if key not in pair],
        "patternProperties": {f"^(?!({'|'.join(keys)})$)({pattern})$": keys[form.second]},
        "minProperties": 1,
        "if": keyed,
        "then": {**names, "required": needed},
    }


def first_key(loc: Loc, keys: Iterable[str]) -> str | None:
    """The key that has to be the first of an entry at a path, because it says two things; None if there is none."""
    form = _IN_LISTS.get(str(loc[-2])) if len(loc) > 1 and isinstance(loc[-1], int) else None
    return form.key(keys) if form else None


def full_citation(value: Any) -> Any:
    """A citation with a key for all that it says; one that is only an id is its source."""
    return {"source": value} if isinstance(value, str) else CITATION.in_full(value)


def in_full(values: Any) -> Any:
    """A file's values with all entries of lists in full; the defaults stay where they are."""
    if isinstance(values, list):
        return [in_full(value) for value in values]
    if not isinstance(values, dict):
        return values
    found = {key: in_full(value) for key, value in values.items()}
    for key, form in _IN_LISTS.items():
        if isinstance(entries := found.get(key), list):
            found[key] = [full_citation(each) if form is CITATION else form.in_full(each) for each in entries]
    if isinstance(cited := found.get("cites"), str):
        found["cites"] = [full_citation(cited)]
    return found


def place_in_file(loc: Loc, root: MappingNode) -> tuple[Loc, bool]:
    """The path in a file at which it says what a record has at a path; and whether the key itself says it."""
    place = in_defaults(loc, root)
    for at in range(2, len(place)):
        form = _IN_LISTS.get(str(place[at - 2])) if isinstance(place[at - 1], int) else None
        if form is None or place[at] not in {form.first, form.second}:
            continue
        entry = _at(root, place[:at])
        key = form.key(entry.below) if isinstance(entry, MappingNode) else None
        if key is not None:
            return (*place[:at], key, *place[at + 1 :]), place[at] == form.first
    return place, False


def in_defaults(loc: Loc, root: MappingNode) -> Loc:
    """The path in the defaults of what an attribution takes from them; any other path as it is."""
    if len(loc) < 3 or loc[0] != "attributions" or DEFAULTS not in root.below:
        return loc
    entry, defaults = _at(root, loc[:2]), root.below[DEFAULTS][1]
    if not isinstance(entry, MappingNode) or not isinstance(defaults, MappingNode):
        return loc
    if loc[2] not in entry.below:
        return (DEFAULTS, *loc[2:]) if loc[2] in defaults.below else loc
    if loc[2] == "cites" and loc[4:] == ("source",) and "cites" in defaults.below:
        citation = _at(root, loc[:4])
        if isinstance(citation, MappingNode) and leaves_its_source(citation.below):
            return (DEFAULTS, "cites", 0, "source")
    return loc


def leaves_its_source(citation: Mapping[str, Any]) -> bool:
    """Whether a citation leaves its source to the defaults."""
    return "source" not in citation and CITATION.key(citation) is None


def _at(node: Node | None, loc: Loc) -> Node | None:
    """The node at a path, if it is there."""
    for step in loc:
        if isinstance(node, MappingNode) and isinstance(step, str):
            node = node.below[step][1] if step in node.below else None
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node
