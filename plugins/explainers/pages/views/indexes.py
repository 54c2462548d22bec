"""The pages that list: home, indexes, timeline, who said what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainers.graph.graph import Graph
from explainers.graph.memo import each
from explainers.kinds import Kind, kind_of
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Record
from explainers.pages.views.changes import Change, changes
from explainers.pages.views.parts import MOST, cut
from explainers.pages.views.timeline import Entry, timeline
from explainers.pages.words import ACTOR_KINDS, INDEX_WORDS
from explainers.prose.lists import counted
from explainers.prose.site import Site


@dataclass(frozen=True, slots=True)
class Index:
    """A page that lists; `kind` is the kind it lists, or empty where it goes across kinds."""

    path: str
    title: str
    kind: str = ""


CROSSWISE = (Index("who-said-what", "Who said what"), Index("figures", "Figures"), Index("timeline", "Timeline"))
GLOSSARY = Index("glossary", "Glossary")
CHANGES = Index("changes", "Changes")


@dataclass(frozen=True, slots=True)
class Door:
    """A way from the home page to an index."""

    title: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page prints."""

    explainers: tuple[Explainer, ...]
    doors: tuple[Door, ...]
    changes: tuple[Change, ...]
    newest: str


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """Some records under a heading, which may be empty."""

    title: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """What an index page prints."""

    kind: str
    words: str
    groups: tuple[RecordGroup, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Span:
    """The entries of a year or a month."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What the timeline prints."""

    groups: tuple[Span, ...]


def indexes(site: Site) -> list[Index]:
    """The pages that list, in the order of the navigation.

    A site with claims has all of them, empty or not, so that their addresses can be relied on. A site that uses the
    notes or the glossary alone has those that hold something.
    """
    of_kinds = {
        kind.plural: Index(kind.plural, kind.plural_label, kind.name) for kind in site.kinds if kind.model is not Term
    }
    whole = bool(site.graph.of(Claim) or site.graph.of(Explainer))
    explainers = [of_kinds.pop("explainers")] if "explainers" in of_kinds else []
    rest = [index for index in of_kinds.values() if whole or site.graph.of(kind_of(site.kinds, index.kind).model)]
    if whole:
        return [*explainers, *CROSSWISE, GLOSSARY, *rest, CHANGES]
    glossary = [GLOSSARY] if site.graph.of(Term) else []
    changed = [CHANGES] if any(record.updates for record in site.graph.records.values()) else []
    return [*glossary, *rest, *changed]


def home_view(site: Site, doors: Sequence[Door]) -> HomeView:
    """Explainers, newest first, and the latest changes."""
    explainers = sorted(
        site.graph.of(Explainer), key=lambda e: (e.published.edtf if e.published else "", e.id), reverse=True
    )
    newest = next((e.published.spoken for e in explainers if e.published), "")
    latest = changes(list(site.graph.records.values()))[:5]
    return HomeView(tuple(explainers), tuple(doors), tuple(latest), newest)


def index_view(kind: Kind, graph: Graph, part: int = 0) -> IndexView:
    """The records of a kind that stand on one page, in the groups that help to find one."""
    records = sorted(graph.of(kind.model), key=_by_title)
    groups = cut([(group.title, group.records) for group in _groups(kind, records)] if records else [], part)
    words = INDEX_WORDS.get(kind.name, "")
    return IndexView(kind.name, words, tuple(RecordGroup(title, found) for title, found in groups), len(records))


def timeline_view(graph: Graph, part: int = 0) -> TimelineView:
    """The entries of one page by year, the undated at the end."""
    spans: dict[str, list[Entry]] = {}
    for entry in entries(graph)[part * MOST : (part + 1) * MOST]:
        extent = entry.date.extent if entry.date else None
        day = (extent.first or extent.last) if extent else None
        spans.setdefault(str(day.year) if day else "Date not established", []).append(entry)
    return TimelineView(tuple(Span(title, tuple(entries)) for title, entries in spans.items()))


@each
def entries(graph: Graph) -> tuple[Entry, ...]:
    """All that happened and was said."""
    return tuple(timeline(graph.of(Claim), graph.of(Event), graph))


def in_reading_order(graph: Graph) -> list[Claim]:
    """Claims in the order of their explainers, then the rest."""
    ordered = [id for explainer in graph.of(Explainer) for id in explainer.claims]
    ids = dict.fromkeys([*ordered, *(c.id for c in graph.of(Claim))])
    return [claim for id in ids if (claim := graph.get(id, Claim))]


def doors(site: Site, found: Sequence[Index]) -> Iterator[Door]:
    """The indexes with what they hold, in numbers."""
    numbers = {kind.plural: counted(len(site.graph.of(kind.model)), "record", "records") for kind in site.kinds}
    numbers["glossary"] = counted(len(site.graph.of(Term)), "term", "terms")
    for index in found:
        yield Door(index.title, site.addresses.index(index.path), numbers.get(index.path, ""))


def _groups(kind: Kind, records: Sequence[Record]) -> Iterator[RecordGroup]:
    if kind.model is Actor:
        for value, title in ACTOR_KINDS.items():
            found = tuple(r for r in records if isinstance(r, Actor) and r.kind == value)
            if found:
                yield RecordGroup(title, found)
    elif kind.model is Source:
        yield RecordGroup("", tuple(sorted(records, key=lambda r: isinstance(r, Source) and r.seen == "cited-only")))
    elif kind.model is Event:
        yield RecordGroup("", tuple(sorted(records, key=_by_time)))
    else:
        yield RecordGroup("", tuple(records))


def _by_title(record: Record) -> tuple[str, str]:
    return record.title.casefold(), record.id


def _by_time(record: Record) -> tuple[str, str]:
    time = record.time if isinstance(record, Event) else None
    first = time.extent.first or time.extent.last if time else None
    return first.isoformat() if first else "9999", record.id
