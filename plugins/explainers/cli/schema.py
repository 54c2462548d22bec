"""`explainers schema`: what an editor's tool needs to know of each field and each id."""

from __future__ import annotations

import json
from pathlib import Path

import click

from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.model.decode import Document
from explainers.model.schema import Present
from explainers.model.schema import schema as schema_of


@click.command()
@on_a_site
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write them.  [default: schemas]"
)
def schema(site: LoadedSite, *, out: Path | None) -> None:
    """Write a JSON Schema for each kind of record, with the ids that are there."""
    folder = out or site.settings.root / "schemas"
    kinds, ids = write_schemas(site, folder)
    click.echo(f"wrote {kinds} schemas to {folder}, with {ids} ids")


def write_schemas(site: LoadedSite, folder: Path) -> tuple[int, int]:
    """Write the schemas of a site; how many there are, and how many ids are in them."""
    folder.mkdir(parents=True, exist_ok=True)
    documents = site.documents()
    present = [_present(document) for document in documents]
    tags = {tag for document in documents if document.record for tag in document.record.tags}
    tags |= {tag.word for tag in site.settings.declared.tags}
    kinds = site.kinds()
    for kind in kinds:
        text = json.dumps(schema_of(kind.model, present, title=kind.label, tags=tags), indent=2, ensure_ascii=False)
        _write(folder / f"{kind.name}.json", f"{text}\n")
    return len(kinds), len(present)


def _present(document: Document) -> Present:
    return Present(document.id, document.kind, document.record.title if document.record else document.id)


def _write(path: Path, text: str) -> None:
    """Write what changed: an editor reads a schema again whenever its file is touched."""
    if not path.is_file() or path.read_bytes() != text.encode():
        path.write_text(text, encoding="utf-8", newline="\n")
