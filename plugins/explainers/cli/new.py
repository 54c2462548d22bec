"""`explainers new <kind> <id>`: a record to fill in, made from the example of its kind."""

from __future__ import annotations

import re
from pathlib import Path

import click

from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.cli.field_help import commented
from explainers.kinds import KINDS, Kind
from explainers.model.decode import Document, decode
from explainers.model.fields import ID_PATTERN, MAX_ID, RESERVED_IDS, Link
from explainers.model.shape import required
from explainers.model.walk import leaves
from explainers.text.suggest import did_you_mean, one_of
from explainers.tree.read_tree import read

_DRAFT = (
    "# A draft is checked, and shown in a preview alone. Delete both lines when the record is ready.\nstatus: draft\n"
)


@click.command()
@on_a_site
@click.argument("kind")
@click.argument("id")
def new(site: LoadedSite, *, kind: str, id: str) -> None:
    """Write a record of KIND to fill in, with the file name ID."""
    found = kind_named(kind)
    refuse_id(id, site.documents())
    path = site.settings.content / found.plural / f"{id}.yml"
    if path.exists():
        raise click.UsageError(f"{path} is there already")
    text = template(found) + _own_fields(site, found)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    click.echo("\n".join(_said(path, found, text, site)))


def template(kind: Kind) -> str:
    """The example of a kind as a draft, without the line that says where the example would lie."""
    lines = kind.example.splitlines(keepends=True)
    return _DRAFT + "".join(lines[1:])


def _own_fields(site: LoadedSite, kind: Kind) -> str:
    """The fields that the site declares for a kind, as comments."""
    fields = site.settings.declared.fields_of(kind.name)
    return "".join(["\n# Fields of this site.\n#\n", *map(commented, fields)]) if fields else ""


def kind_named(name: str) -> Kind:
    found = next((kind for kind in KINDS if name in {kind.name, kind.plural}), None)
    if found is None:
        names = [kind.name for kind in KINDS]
        raise click.UsageError(
            f"`{name}` is not a kind of record: {did_you_mean(name, names) or f'it is {one_of(names)}'}"
        )
    return found


def refuse_id(id: str, documents: list[Document]) -> None:
    """An id that cannot be one, or that is or was another record's."""
    if not re.match(ID_PATTERN, id) or id.endswith("\n"):
        raise click.UsageError(
            f"`{id}` cannot be an id: small letters, digits and single hyphens, such as `march-storm`"
        )
    if id in RESERVED_IDS:
        raise click.UsageError(f"no record can have the id `{id}`: {RESERVED_IDS[id]}")
    if len(id) > MAX_ID:
        raise click.UsageError(f"the id has {len(id)} characters; the limit is {MAX_ID}")
    for document in documents:
        if document.id == id:
            raise click.UsageError(f"`{id}` is there already: {document.path}")
        if document.record and id in document.record.formerly:
            raise click.UsageError(f"`{id}` is an old id of `{document.id}`, and its address leads there")


def _said(path: Path, kind: Kind, text: str, site: LoadedSite) -> list[str]:
    """What to do next: the values that have to be written, and the ids that lead nowhere yet."""
    lines = [
        f"wrote {path}: a draft, filled with an example",
        "",
        "change every value, or delete its line. These are needed:",
    ]
    lines += [f"  {key}" for key in required(kind.model)]
    unknown = _unknown_ids(kind, text, {document.id for document in site.documents()})
    if unknown:
        lines += ["", "these ids belong to the example; write the ids of your records:"]
        lines += [f"  {path}:{line}: {id}" for line, id in unknown]
    return [*lines, "", "then run: explainers check; `explainers serve` shows it as a draft"]


def _unknown_ids(kind: Kind, text: str, present: set[str]) -> list[tuple[int, str]]:
    tree, _ = read("", text.encode())
    record = decode(kind.model, tree, "new").record if tree else None
    if tree is None or record is None:
        return []
    found = (leaf for leaf in leaves(record) if isinstance(leaf.meaning, Link) and leaf.value not in present)
    return [(tree.span(leaf.loc).line, leaf.value) for leaf in found]
