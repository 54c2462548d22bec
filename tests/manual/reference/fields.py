"""The fields of each kind of record: from its model, its schema, its example, and the checks that report them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from explainers.kinds import KINDS, Kind, kind_of
from explainers.model.base import Record
from explainers.model.fields import Prose
from explainers.model.schema import Schema, schema
from explainers.model.shape import keys
from tests.manual.reference.checks import link_to
from tests.manual.reference.see_also import see_also
from tests.manual.reference.shapes import listed, takes
from tests.manual.reference.snippets import snippets, snippets_of_parts

# Keys that every record can have are on one page.
SHARED = tuple(key for key in keys(Record) if key != "id")
Checks = Mapping[tuple[str, str], Sequence[str]]
"""The checks that report a field, by the name of its model and its key; each as a link."""


@dataclass
class Page:
    """What the fields of a page are written from. `seen` are the parts that it has already."""

    name: str
    kind: Kind
    checks: Checks
    found: Schema
    snippets: dict[str, str]
    seen: set[str] = field(default_factory=set)

    def part(self, name: str) -> Schema:
        """The definition of a part: where it may be bare too, as a date, its form with keys."""
        found: Schema = self.found["$defs"][name]
        return next((option for option in found.get("anyOf", ()) if "properties" in option), found)


def kind_pages(checks: Checks) -> dict[str, str]:
    """A page for each kind of record."""
    return {f"{kind.name}.md": "\n".join(_kind_page(_page(kind, checks))) for kind in KINDS}


def every_record_page(checks: Checks) -> str:
    """The page of the fields that records of all kinds can have, and of dates."""
    page = _page(kind_of(KINDS, "explainer"), checks, "every-record")
    keyed = snippets(kind_of(KINDS, "claim"))["time"].splitlines()[1:]
    page.snippets.update({line.partition(":")[0].strip(): line.strip() for line in keyed})
    lines = [
        "Fields that a record of any kind can have, and the keys of a date.\n",
        "# Fields of every record\n",
        "A record of any kind can have these fields, besides those of its own kind.\n",
        *_fields(page, "Record", {key: page.found["properties"][key] for key in SHARED}, (), prefix=""),
        "## A date in keys\n",
        "A field that takes a [date](dates.md) takes it bare, or with these keys.\n",
        *_fields(page, "Date", page.part("Date")["properties"], page.part("Date")["required"], prefix=""),
    ]
    return "\n".join(lines)


def _page(kind: Kind, checks: Checks, name: str = "") -> Page:
    return Page(name or kind.name, kind, checks, schema(kind.model, title=kind.label), snippets(kind))


def _kind_page(page: Page) -> Iterator[str]:
    kind, properties = page.kind, page.found["properties"]
    own = {key: part for key, part in properties.items() if key not in SHARED}
    _, _, guide = (kind.folder / "README.md").read_text("utf-8").partition("\n")
    yield f"Every field of {_a(kind.label.lower())} record: meaning, shape, example, default, checks.\n"
    yield f"# Fields of {_a(kind.label.lower())}\n{guide.rstrip()}\n"
    yield "## Fields\n"
    yield (
        f"A file `content/{kind.plural}/<id>.yml` has these fields, and [those of every record](every-record.md). "
        "What is not marked as required may be left out.\n"
    )
    yield from _fields(page, kind.model.__name__, own, page.found["required"], prefix="")
    yield "## Example\n"
    yield f"`explainers new {kind.name} ID` writes this file, to be filled in:\n"
    yield f"```yaml\n{kind.example.rstrip()}\n```\n"


def _fields(
    page: Page, model: str, properties: Mapping[str, Schema], required: Sequence[str], *, prefix: str
) -> Iterator[str]:
    """The fields of a part, and after them the parts that they hold."""
    described = {key: part for key, part in properties.items() if "description" in part}
    below: list[tuple[str, str]] = []
    for key, part in described.items():
        if part["description"].startswith("Of a reference manager"):
            continue
        yield from _one(page, model, f"{prefix}{key}", part, is_required=key in required)
        below += [(f"{prefix}{key}", name) for name in _parts(part)]
    yield from _undescribed(properties)
    for path, name in below:
        yield from _part(page, path, name)


def _required(part: Schema) -> list[str]:
    """The keys that a part has, even where two of them can be one line."""
    found: list[str] = [*part.get("required", ()), *part.get("then", {}).get("required", ())]
    return found


def _one(page: Page, model: str, path: str, part: Schema, *, is_required: bool) -> Iterator[str]:
    prose = _is_prose(page, path)
    yield f"### `{path}`\n"
    yield f"{_braces_as_code(part['description'])}\n"
    yield f"- {'**Required.** ' if is_required else ''}Takes {takes(part, prose=prose)}"
    if "default" in part:
        yield f"- Default: {listed(part['default'])}"
    checks = [*page.checks.get((model, path.rpartition(".")[2]), ()), *_by_shape(part, prose=prose)]
    if checks:
        yield f"- Checks: {', '.join(checks)}"
    pages = see_also().get((page.name, path.replace(".", "")))
    if pages:
        yield f"- See: {', '.join(pages)}"
    yield ""
    key = path.rpartition(".")[2]
    # A part that kinds share is shown where one of them shows it; a telling's own figure as the claim's.
    others = (snippets_of_parts().get((name, key)) for name in (model, model.removeprefix("Printed")))
    shown = page.snippets.get(path) or next(filter(None, others), None)
    if shown:
        yield f"```yaml\n{shown}\n```\n"


def _by_shape(part: Schema, *, prose: bool) -> Iterator[str]:
    """Checks of everything that takes what this field takes."""
    text = repr(part)
    if "#/$defs/reference" in text:
        yield "those of [links](checks/records.md)"
    if "#/$defs/Date" in text:
        yield "those of [dates](checks/dates.md)"
    if "'format': 'uri'" in text:
        yield from (link_to("not-an-address"), link_to("odd-port"))
    if "enum" in part.get("anyOf", ({},))[0] and "maxLength" in part["anyOf"][-1]:
        yield link_to("unfamiliar-kind")
    if prose:
        yield "those of [your own words](checks/wording.md)"


def _part(page: Page, path: str, name: str) -> Iterator[str]:
    if name in page.seen or name == "Date":
        return
    page.seen.add(name)
    part = page.part(name)
    yield f"## Keys of `{path}`\n"
    yield f"{_without_provenance(part.get('description', ''))}\n"
    yield from _fields(page, name, part["properties"], _required(part), prefix=f"{path}.")


def _parts(part: Any) -> Iterator[str]:
    """The names of the parts that a field holds, in lists and mappings too."""
    if isinstance(part, Mapping):
        name = str(part.get("$ref", "")).removeprefix("#/$defs/")
        if name and not name.startswith("reference"):
            yield name
        for key, inner in part.items():
            if key != "examples":
                yield from _parts(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _parts(inner)


def _undescribed(properties: Mapping[str, Schema]) -> Iterator[str]:
    """Keys that need no words of ours, those of a standard: named, and no more."""
    plain = [f"`{key}`" for key, part in properties.items() if "description" not in part]
    unused = [f"`{key}`" for key, part in properties.items() if part.get("description", "").startswith("Of a ref")]
    if plain:
        yield f"The other keys of the standard are taken too, as names, dates or text: {', '.join(plain)}.\n"
    if unused:
        yield f"Keys that only a reference manager needs are taken and not used: {', '.join(unused)}.\n"


def _is_prose(page: Page, path: str) -> bool:
    """Whether a field of the record itself, or of one of its parts, takes our marks."""
    from explainers.model.shape import model_at

    *above, last = path.split(".")
    for loc in _locs(above):
        owner = model_at(page.kind.model, loc)
        for name, info in owner.model_fields.items() if owner else ():
            if (info.alias or name) == last:
                return any(isinstance(note, Prose) for note in info.metadata) or "Prose" in repr(info.annotation)
    return False


def _locs(above: Sequence[str]) -> Iterator[tuple[str | int, ...]]:
    """Places at which a part can be found: straight below its field, in a list, or under a name."""
    found: list[tuple[str | int, ...]] = [()]
    for step in above:
        found = [(*loc, step, *more) for loc in found for more in ((), (0,), ("q1",))]
    yield from found


def _without_provenance(words: str) -> str:
    """A docstring without the standards that it names in brackets at its end."""
    return re.sub(r" \([^()]*\)$", "", words.split("\n\n")[0])


def _braces_as_code(words: str) -> str:
    return re.sub(r"(?<!`)\{q1\}(?!`)", "`{q1}`", words)


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
