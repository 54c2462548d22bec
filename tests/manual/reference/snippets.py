"""The lines of a kind's example that show a field, by the field's path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from explainers.kinds import Kind
from explainers.model.shape import keys, model_at

_OFFERED = "Delete the sign # before a line to use it."
_LINE = re.compile(r"(?P<indent> *)(?P<item>- )?(?P<key>[\w-]+):(?P<value>| .*)$")
MOST = 6


def snippets(kind: Kind) -> dict[str, str]:
    """What the example writes for each field, without its comments; a part is shown by its own fields."""
    lines = list(_lines(kind.example))
    paths = _paths(kind.model)
    found: dict[str, str] = {}
    above: dict[int, str] = {}
    for number, line in enumerate(lines):
        match = _LINE.match(line)
        if not match:
            continue
        indent = len(match["indent"]) + len(match["item"] or "")
        path = _path(match["key"], indent, paths, above)
        if path is None:
            # A name of the editors' own, such as q1.
            continue
        above = {at: name for at, name in above.items() if at < indent} | {indent: path}
        if path not in found and not any(other.startswith(f"{path}.") for other in paths):
            found[path] = "\n".join(_with_what_is_below(lines, number, indent))
    return found


def _path(key: str, indent: int, paths: Sequence[str], above: dict[int, str]) -> str | None:
    """The field that a key is, at its indentation, below those above it."""
    parents = [name for at, name in sorted(above.items(), reverse=True) if at < indent]
    if indent == 0:
        return key if key in paths else None
    for parent in parents:
        if f"{parent}.{key}" in paths:
            return f"{parent}.{key}"
    # Where the example goes on with what it offers, the parent is far above.
    return next((path for path in paths if "." in path and path.rpartition(".")[2] == key), None)


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


def _with_what_is_below(lines: Sequence[str], number: int, indent: int) -> list[str]:
    first = lines[number]
    block = [first[:indent].replace("-", " ") + first[indent:]]
    for line in lines[number + 1 :]:
        own = len(line) - len(line.lstrip())
        if own <= indent:
            break
        block.append(line)
    return [line[indent:] for line in block[:MOST]]


def _paths(model: type[BaseModel], prefix: str = "", loc: tuple[str | int, ...] = ()) -> list[str]:
    """Every field of a model and of its parts, however deep."""
    found: list[str] = []
    for key in keys(model):
        found.append(f"{prefix}{key}")
        for more in ((key,), (key, 0), (key, "q1")):
            part = model_at(model, more)
            if part is not None and part.__name__ != "Date":
                found += _paths(part, f"{prefix}{key}.", (*loc, *more))
                break
    return found
