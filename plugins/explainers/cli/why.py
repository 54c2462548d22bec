"""`explainers why <id>`: why the page of a record says what it says, with the places in the files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

import click

from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.glossary.forms import found_as
from explainers.graph.as_of import views
from explainers.graph.chain import chain_of
from explainers.graph.counts import open_figures
from explainers.graph.graph import AttributionRef, Edge, Graph
from explainers.graph.origins import distance
from explainers.graph.telling_figures import claim_figures, own_quantities, telling_figures
from explainers.graph.ways import bases
from explainers.kinds.claim.model import Claim
from explainers.kinds.quantity import Quantity
from explainers.kinds.term.model import Term
from explainers.model.base import Record
from explainers.prose.plain_sentence import plain_sentence
from explainers.prose.trail_words import count_in_words
from explainers.text.file_text import Span
from explainers.text.report_frame import visible
from explainers.text.suggest import did_you_mean

_LIKE = 8


@click.command()
@on_a_site
@click.argument("id")
def why(site: LoadedSite, *, id: str) -> None:
    """Explain the record ID: where it is, what it links to and what links to it, and how its page was worked out."""
    graph = site.linked().graph
    found = graph.renamed.get(id, id)
    if found not in graph.documents:
        raise click.UsageError(f"no record has the id `{id}`{_like(id, graph)}")
    if found != id:
        click.echo(f"`{id}` is called `{found}` now\n")
    click.echo("\n".join(visible(line) for line in _explained(found, graph, site.settings.language)))


def _like(id: str, graph: Graph) -> str:
    """What the user probably wanted: a similar id, or those that contain the words."""
    near = did_you_mean(id, graph.documents)
    if near:
        return f": {near}"
    holding = sorted(known for known in graph.documents if id.casefold() in known)[:_LIKE]
    return f"; there is {', '.join(holding)}" if holding and id else ""


def _explained(id: str, graph: Graph, language: str) -> Iterator[str]:
    document = graph.documents[id]
    record = graph.records.get(id)
    yield f"{id}: {document.kind}{f', {record.status}' if record else ''}"
    yield f"  {document.path}"
    if record is None:
        yield "  it has mistakes and cannot be read: run `explainers check`"
        return
    yield f"  {record.title}"
    yield from _worked_out(record, graph, language)
    yield from _links("it links to", [(e, e.target, _field(e)) for e in graph.outgoing(id)], graph)
    yield from _links("links to it", [(e, e.source, e.link.label) for e in graph.incoming(id)], graph)


@singledispatch
def _worked_out(record: Record, graph: Graph, language: str) -> Iterator[str]:
    """What the program makes of a record that the record does not say itself."""
    yield from ()


@_worked_out.register
def _of_claim(claim: Claim, graph: Graph, language: str) -> Iterator[str]:
    yield f"  {plain_sentence(claim, graph)}"
    yield from _figures(claim, graph)
    yield from _positions(claim, graph)
    yield from _as_of(claim, graph)
    yield from _origins(claim, graph)


@_worked_out.register
def _of_term(term: Term, graph: Graph, language: str) -> Iterator[str]:
    yield from ("", "found in text as" if term.match != "off" else "not looked for in text")
    yield from (f"  {form}" for form in found_as(term, language=language))


def _figures(claim: Claim, graph: Graph) -> Iterator[str]:
    """What is read from the words of a figure, of the claim and of each telling that has its own."""
    lines = [_read(quantity, name) for name, quantity in claim_figures(claim, graph).items() if quantity.reading]
    for ref in graph.refs(claim):
        attribution = ref.attribution
        given = telling_figures(ref, graph)
        words = {name: own.printed for name, own in own_quantities(attribution).items() if own.printed}
        named = [*words, *(name for name in open_figures(claim) if name not in words)]
        lines += [_read(given[name], f"{attribution.id} {name}", words.get(name)) for name in named if name in given]
    if lines:
        yield from ("", "what is read from the figures in words", *lines)


def _read(quantity: Quantity, name: str, printed: str | None = None) -> str:
    words = printed or (quantity.reading.words if quantity.reading else "")
    ends = [("value", quantity.value), ("min", quantity.min), ("max", quantity.max), ("unit", quantity.unit)]
    said = "".join(f", {key} {value}" for key, value in ends if value is not None)
    return f"  {name}: “{words}”: {quantity.relation}{said}"


def _positions(claim: Claim, graph: Graph) -> Iterator[str]:
    yield from ("", "who says so, and what it rests on")
    for index, ref in enumerate(graph.refs(claim)):
        attribution = ref.attribution
        place = _place(graph.documents[claim.id].span(("attributions", index)))
        speakers = ", ".join(attribution.by)
        silent = attribution.stance == "no-position-found"
        did = "" if silent else f", {attribution.act}"
        yield f"  {attribution.id} {speakers}: {ref.stance}{did}  {place}"
        for cited in attribution.cites:
            yield f"    read in {cited.source}{f': “{cited.exact}”' if cited.exact else ''}"
        yield from (f"    rests on {_named(base)}" for base in bases(ref, graph))
        if not attribution.bases and not silent:
            yield f"    rests on {', '.join(attribution.based_on)}"
        steps = distance(ref, graph)
        if steps:
            yield f"    {steps} {'step' if steps == 1 else 'steps'} from the origin"


def _as_of(claim: Claim, graph: Graph) -> Iterator[str]:
    """Where everyone stood, on each day on which that changed; what is new has a `+`."""
    found = views(claim, graph)
    if found:
        yield from ("", "where everyone stood")
    for view in found:
        held = (f"{'+' if one.new else ''}{one.actor} {one.stance}" for one in view.held)
        yield f"  {view.day.isoformat()}{' (inferred)' if view.inferred else ''}: {', '.join(held)}"


def _origins(claim: Claim, graph: Graph) -> Iterator[str]:
    chain = chain_of(claim, graph)
    found = chain.origins
    yield ""
    yield count_in_words(chain)
    for origin in found.origins:
        places = ", ".join(dict.fromkeys(root.ref.key for root in origin.roots))
        basis = "" if origin.stated else ", which does not say how it knows"
        yield f"  {', '.join(origin.actors)} ({places}){basis}"


def _links(heading: str, links: list[tuple[Edge, str, str]], graph: Graph) -> Iterator[str]:
    if not links:
        return
    yield from ("", heading)
    for edge, other, name in links:
        yield f"  {name}: {other}  {_place(graph.documents[edge.source].span(edge.loc))}"


def _field(edge: Edge) -> str:
    return ".".join(str(step) for step in edge.loc if isinstance(step, str))


def _named(ref: AttributionRef) -> str:
    return f"{ref.key} ({', '.join(ref.attribution.by)})"


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}:{span.column}"
