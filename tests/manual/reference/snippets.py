"""The lines of a kind's example that show a field, by the field's path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pydantic import BaseModel

from explainers.kinds import KINDS, Kind
from explainers.model.base import Date
from explainers.model.shape import keys, model_at
from explainers.model.short_forms import ATTRIBUTION, CITATION, RELATION

_OFFERED = "Delete the sign # before a line to use it."
_LINE = re.compile(r"(?P<indent> *)(?P<item>- )?(?P<key>[\w-]+):(?P<value>| .*)$")
MOST = 6
# With what the entries of the examples begin.
_BEGINNINGS = {ATTRIBUTION: {"a1"}, RELATION: {"compare-with"}, CITATION: {"northport-council-notice"}}


def snippets(kind: Kind) -> dict[str, str]:
    """What the example writes for each field, without its comments; a part is shown by its own fields."""
    lines = [line for written in _lines(kind.example) for line in _each_key(written)]
    known = list(owners(kind.model))
    found: dict[str, str] = {}
    above: dict[int, str] = {}
    for number, line in enumerate(lines):
        match = _LINE.match(line)
        if not match:
            continue
        indent = len(match["indent"]) + len(match["item"] or "")
        path = _path(match["key"], indent, known, above)
        if path is None:
            # A name of the editors' own, such as q1.
            continue
        above = {at: name for at, name in above.items() if at < indent} | {indent: path}
        if path not in found and not any(other.startswith(f"{path}.") for other in known):
            found[path] = "\n".join(_with_what_is_below(lines, number, indent))
    return found


@cache
def snippets_of_parts() -> dict[tuple[str, str], str]:
    """What the examples write for the fields of parts that several kinds share, by model and key."""
    found: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        models = owners(kind.model)
        for path, shown in snippets(kind).items():
            found.setdefault((models[path], path.rpartition(".")[2]), shown)
    return found


def _path(key: str, indent: int, known: Sequence[str], above: dict[int, str]) -> str | None:
    """The field that a key is, at its indentation, below those above it."""
    parents = [name for at, name in sorted(above.items(), reverse=True) if at < indent]
    if indent == 0:
        return key if key in known else None
    beside = above.get(indent, "").rpartition(".")[0]
    for parent in (beside, *parents):
        if f"{parent}.{key}" in known:
            return f"{parent}.{key}"
    # Where the example goes on with what it offers, the parent is far above.
    return next((path for path in known if "." in path and path.rpartition(".")[2] == key), None)


def _lines(example: str) -> Iterator[str]:
    """The example without comments; what it offers commented out is taken as it would be written."""
    written, _, offered = example.partition(_OFFERED)
    for line in written.splitlines():
        bare = line.removeprefix("# ")
        if bare.strip() and (not bare.lstrip().startswith("#") if bare == line else re.match(r"  +[\w-]+: ", bare)):
            yield bare
    for line in offered.splitlines():
        bare = line.removeprefix("# ")
        if re.match(r" *(- )?([\w-]+):( |$)| +- ", bare):
            yield bare


def _each_key(line: str) -> Iterator[str]:
    """A line that says two things as two lines, each with its key."""
    match = re.match(r"(?P<indent> *)- (?P<key>[\w-]+): (?P<value>.+)", line)
    for form in (ATTRIBUTION, RELATION, CITATION):
        if match and (key := match["key"]) in _BEGINNINGS[form]:
            yield f"{match['indent']}- {form.first}: {key}"
            yield f"{match['indent']}  {form.second}: {match['value']}"
            return
    yield line


def _with_what_is_below(lines: Sequence[str], number: int, indent: int) -> list[str]:
    first = lines[number]
    block = [first[:indent].replace("-", " ") + first[indent:]]
    for line in lines[number + 1 :]:
        own = len(line) - len(line.lstrip())
        if own <= indent:
            break
        block.append(line)
    return [line[indent:] for line in block[:MOST]]


def owners(model: type[BaseModel], prefix: str = "") -> dict[str, str]:
    """Every field of a model and of its parts, however deep, with the name of the model that has it."""
    found: dict[str, str] = {}
    for key in keys(model):
        found[f"{prefix}{key}"] = model.__name__
        parts = (model_at(model, loc) for loc in ((key,), (key, 0), (key, "q1")))
        part = next((part for part in parts if part is not None and part is not Date), None)
        if part is not None:
            found |= owners(part, f"{prefix}{key}.")
    return found
