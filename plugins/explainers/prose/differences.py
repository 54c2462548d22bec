"""What a reader finds otherwise than before: two states of a site's records, compared in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import TypeAlias

from explainers.graph.chain import chain_of
from explainers.graph.graph import Graph
from explainers.graph.positions import positions, stances_in_order
from explainers.graph.telling_figures import claim_figures, own_quantities, telling_figures
from explainers.kinds.claim.model import Claim, Stance
from explainers.kinds.event.model import Event
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Date, Record
from explainers.prose.reference import reference
from explainers.prose.titles import title_of
from explainers.prose.trail_words import count_in_words
from explainers.prose.verbs import STANCE_OF_ONE
from explainers.text.inline import parse, plain

# What has to be announced to a reader who saw it before.
NEEDS_AN_UPDATE = frozenset({"figure", "position", "date", "statement", "answer"})
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One thing that changed: what it is, whose, and both its forms in words."""

    what: str
    of: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """A record that is new, gone or otherwise. `pages` counts its own page and those of all that it is linked with.

    `unannounced` is true where it has to be announced, and its `updates` have no new entry.
    """

    id: str
    title: str
    changes: tuple[FieldChange, ...] = ()
    is_new: bool = False
    is_gone: bool = False
    pages: int = 0
    unannounced: bool = False


def differences(before: Graph, after: Graph) -> list[RecordDifference]:
    """The records that a reader finds otherwise, by id; both graphs are of what is published."""
    found = []
    earlier = {after.renamed.get(id, id): record for id, record in before.records.items()}
    for id in sorted({*earlier, *after.records}):
        old, new = earlier.get(id), after.records.get(id)
        if new is None and old is not None:
            found.append(RecordDifference(id, title_of(old, before), is_gone=True))
        elif old is None and new is not None:
            found.append(RecordDifference(id, title_of(new, after), is_new=True, pages=_pages(id, after)))
        elif old is not None and new is not None and (changes := tuple(_changes(old, before, new, after))):
            has_to_be_told = any(change.what in NEEDS_AN_UPDATE for change in changes)
            unannounced = has_to_be_told and len(new.updates) <= len(old.updates)
            pages = _pages(id, after)
            found.append(RecordDifference(id, title_of(new, after), changes, pages=pages, unannounced=unannounced))
    return found


def _pages(id: str, graph: Graph) -> int:
    linked = {edge.source for edge in graph.incoming(id)} | {edge.target for edge in graph.outgoing(id)}
    return 1 + sum(graph.kind(other) != "term" for other in linked - {id})


def _changes(old: Record, before: Graph, new: Record, after: Graph) -> Iterator[FieldChange]:
    was, now = _facts(old, before), _facts(new, after)
    for what, of in dict.fromkeys([*was, *now]):
        one, other = was.get((what, of), NOTHING), now.get((what, of), NOTHING)
        if one != other:
            yield FieldChange(what, of, one, other)


Facts: TypeAlias = dict[tuple[str, str], str]


def _facts(record: Record, graph: Graph) -> Facts:
    """What readers learn of a record, each thing in words by what it is and of whom or what."""
    found = {("name", ""): record.title, ("status", ""): record.status, ("summary", ""): _words(record.summary)}
    return {**found, **facts_of_kind(record, graph)}


@singledispatch
def facts_of_kind(record: Record, graph: Graph) -> Facts:
    """What readers learn of a record of one kind alone."""
    return {}


@facts_of_kind.register
def _of_explainer(explainer: Explainer, graph: Graph) -> Facts:
    sections = {("text", section.heading): _words(section.text) for section in explainer.sections}
    return {("answer", ""): _words(explainer.answer), **sections}


@facts_of_kind.register
def _of_source(source: Source, graph: Graph) -> Facts:
    return {("reference", ""): plain(reference(source, graph)), ("date", ""): _date(source.published)}


@facts_of_kind.register
def _of_event(event: Event, graph: Graph) -> Facts:
    return {("date", ""): _date(event.time)}


@facts_of_kind.register
def _of_term(term: Term, graph: Graph) -> Facts:
    return {("definition", ""): _words(term.definition)}


@facts_of_kind.register
def _of_claim(claim: Claim, graph: Graph) -> Facts:
    found = {("statement", ""): _words(claim.statement), ("origins", ""): count_in_words(chain_of(claim, graph))}
    for name, quantity in claim_figures(claim, graph).items():
        if not quantity.is_open:
            found["figure", name] = quantity.alone
    stances: dict[str, list[Stance]] = {}
    for position in positions(claim, graph):
        stances.setdefault(position.actor, []).append(position.stance)
    for actor, taken in stances.items():
        found["position", _name(actor, graph)] = ", ".join(STANCE_OF_ONE[s] for s in stances_in_order(taken))
    for ref in graph.refs(claim):
        attribution = ref.attribution
        who = f"{attribution.id}, {', '.join(_name(actor, graph) for actor in attribution.by)}"
        found["date", who] = _date(attribution.said or attribution.as_of)
        given = telling_figures(ref, graph) if attribution.stance == "affirms" else {}
        for name in own_quantities(attribution).keys() & given.keys():
            found["figure", f"{name}, {who}"] = given[name].alone
    return found


def _name(actor: str, graph: Graph) -> str:
    record = graph.records.get(actor)
    return record.title if record else actor


def _date(date: Date | None) -> str:
    if date is None or not date.spoken:
        return NOTHING
    return f"{date.spoken}{'' if date.basis == 'stated' else ' (inferred)'}"


def _words(text: str | None) -> str:
    return " ".join(plain(parse(text)).split()) if text else NOTHING
