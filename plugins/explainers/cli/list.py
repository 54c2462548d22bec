"""`explainers list`: the records there are, or those of which something holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

import click

from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.cli.new import kind_named
from explainers.graph.graph import Graph
from explainers.graph.origins import origins
from explainers.graph.primary_sources import is_primary
from explainers.kinds import kind_of
from explainers.kinds.claim.model import Claim
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.model.decode import Document
from explainers.prose.labels import MARKS
from explainers.prose.titles import title_of
from explainers.text.report_frame import visible
from explainers.text.suggest import did_you_mean

Lacks = Callable[[Record, Graph], bool]


def _no_primary_source(record: Record, graph: Graph) -> bool:
    """As its page has it: somebody says so, and no telling was read in a primary source."""
    tellings = origins(record, graph).tellings if isinstance(record, Claim) else ()
    return bool(tellings) and not any(is_primary(ref, graph) for ref in tellings)


def _one_origin(record: Record, graph: Graph) -> bool:
    return isinstance(record, Claim) and len(origins(record, graph).origins) < _SEVERAL


def _no_date(record: Record, graph: Graph) -> bool:
    if isinstance(record, Claim):
        return any(a.said is None for a in record.attributions if a.stance != "no-position-found")
    return isinstance(record, Source) and record.published is None


def _no_text(record: Record, graph: Graph) -> bool:
    return isinstance(record, Source) and record.snapshot is None


def _no_use(record: Record, graph: Graph) -> bool:
    return not graph.incoming(record.id)


_SEVERAL = 2
# What a record can lack.
_LACKS: Mapping[str, Lacks] = {
    "primary-source": _no_primary_source,
    "second-origin": _one_origin,
    "date": _no_date,
    "snapshot": _no_text,
    "use": _no_use,
    "summary": lambda record, graph: not record.summary,
}


@click.command("list")
@on_a_site
@click.argument("kind", required=False)
@click.option("--status", type=click.Choice(["draft", "published", "withdrawn"]), help="Only those of this status.")
@click.option("--tag", help="Only those with this tag.")
@click.option("--with", "other", metavar="ID", help="Only those that link to this record, or that it links to.")
@click.option(
    "--without",
    type=click.Choice([*_LACKS]),
    help="Only those that lack it. A claim lacks a primary source where none of its tellings was read in one, and a "
    "date where a telling has none; a record lacks a use where nothing links to it.",
)
@click.option("--format", "form", type=click.Choice(["human", "json"]), default="human", show_default=True)
def list_(
    site: LoadedSite,
    *,
    kind: str | None,
    status: str | None,
    tag: str | None,
    other: str | None,
    without: str | None,
    form: Literal["human", "json"],
) -> None:
    """List the records of KIND, or all, with their titles and files; drafts too."""
    graph = site.linked().graph
    wanted = kind_named(kind).name if kind else ""
    beside = _beside(other, graph) if other else None
    found = [
        document
        for document in sorted(graph.documents.values(), key=lambda d: (d.kind, d.id))
        if (not wanted or document.kind == wanted)
        and (beside is None or document.id in beside)
        and _fits(graph.records.get(document.id), graph, status=status, tag=tag, without=without)
    ]
    if form == "json":
        click.echo(json.dumps([_as_json(document, graph) for document in found], ensure_ascii=False, indent=2))
        return
    for line in _lines(found, graph, site):
        click.echo(visible(line))


def _fits(record: Record | None, graph: Graph, *, status: str | None, tag: str | None, without: str | None) -> bool:
    """Whether a record is asked for; one with mistakes only where all are."""
    if record is None:
        return not (status or tag or without)
    if (status and record.status != status) or (tag and tag not in record.tags):
        return False
    return not without or _LACKS[without](record, graph)


def _beside(id: str, graph: Graph) -> set[str]:
    id = graph.renamed.get(id, id)
    if id not in graph.documents:
        near = did_you_mean(id, graph.documents)
        raise click.UsageError(f"no record has the id `{id}`{f': {near}' if near else ''}")
    return {edge.source for edge in graph.incoming(id)} | {edge.target for edge in graph.outgoing(id)}


def _as_json(document: Document, graph: Graph) -> dict[str, str]:
    record = graph.records.get(document.id)
    return {
        "id": document.id,
        "kind": document.kind,
        "title": title_of(record, graph) if record else "",
        "status": record.status if record else "",
        "path": document.path,
    }


def _lines(found: list[Document], graph: Graph, site: LoadedSite) -> Iterator[str]:
    kinds = site.kinds()
    heading = ""
    for document in found:
        if document.kind != heading:
            number = sum(other.kind == document.kind for other in found)
            own = kind_of(kinds, document.kind)
            yield f"{number} {own.label.lower() if number == 1 else own.plural}"
            heading = document.kind
        yield f"  {document.path}: {_title(graph.records.get(document.id), graph)}"
    if not found:
        yield "no record fits"


def _title(record: Record | None, graph: Graph) -> str:
    if record is None:
        return "it has mistakes and cannot be read: run `explainers check`"
    title = title_of(record, graph)
    says_so = record.status == "published" or title.startswith(f"{MARKS[record.status]}: ")
    return title if says_so else f"{title} ({record.status})"
