"""What the pages that list print: home, the records of a kind, the timeline, the changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainers.graph.graph import Graph
from explainers.graph.memo import whole
from explainers.kinds import Kind
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Date, Record
from explainers.model.edtf_words import numbered_year
from explainers.model.extents import EARLIEST, UNKNOWN, Clock
from explainers.pages.interface_words import ACTOR_GROUPS, INDEX_WORDS
from explainers.pages.page_spec import Index
from explainers.pages.views.changes import RecordUpdate, changes
from explainers.pages.views.listed import by_time, listed
from explainers.pages.views.long_lists import MOST, MOST_CHANGES, ListPart, cut_into_pages
from explainers.pages.views.tags import tagged
from explainers.pages.views.timeline import TimelineEntry, timeline
from explainers.prose.address import TAGS as TAGS_PATH
from explainers.prose.lists import counted
from explainers.prose.site import Site

# So many explainers are on the home page of a site that has more; the others are in their index.
MOST_AT_HOME = 24


@dataclass(frozen=True, slots=True)
class Door:
    """A way from the home page to an index."""

    title: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page prints: the newest explainers, how many there are in all, and in a preview all drafts."""

    explainers: tuple[Explainer, ...]
    count: int
    doors: tuple[Door, ...]
    changes: tuple[RecordUpdate, ...]
    newest: str
    drafts: tuple[Record, ...]


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
class Period:
    """The entries of a year or a month."""

    title: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What a page of changes prints."""

    changes: tuple[RecordUpdate, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What the timeline prints."""

    groups: tuple[Period, ...]


def home_view(site: Site, doors: Sequence[Door]) -> HomeView:
    """The newest explainers first, and the latest changes."""
    graph = site.graph
    explainers = tuple(explainer for id in _newest(graph) if (explainer := graph.get(id, Explainer)))
    newest = next((e.published.spoken for e in explainers if e.published), "")
    drafts = tuple(record for kind in site.kinds for record in graph.of(kind.model) if record.status == "draft")
    return HomeView(explainers, graph.count(Explainer), tuple(doors), changes_on(graph, 0)[:5], newest, drafts)


@whole
def _newest(graph: Graph) -> tuple[str, ...]:
    """The ids of the explainers that the home page shows, the newest first."""
    found = sorted(graph.of(Explainer), key=_by_publication, reverse=True)
    return tuple(explainer.id for explainer in found[:MOST_AT_HOME])


def _by_publication(explainer: Explainer) -> tuple[Clock, str]:
    published = explainer.published.extent if explainer.published else UNKNOWN
    return published.start or published.end or EARLIEST, explainer.id


def index_view(kind: Kind, site: Site, part: int = 0) -> IndexView:
    """The records of a kind on one page, in the groups that help to find one."""
    graph = site.graph
    pages = listed(kind.name, site.language, graph)
    records = pages[part].items if part < len(pages) else ()
    groups = tuple(
        RecordGroup(_title_of_group(kind.name, group.title, site), group.records)
        for group in _groups(kind.model, records)
        if group.records
    )
    return IndexView(kind.name, INDEX_WORDS.get(kind.name, ""), groups, graph.count(kind.model))


def timeline_view(graph: Graph, part: int = 0) -> TimelineView:
    """The entries of one page by year, the undated at the end."""
    spans: dict[str, list[TimelineEntry]] = {}
    pages = timeline_parts(graph)
    for entry in pages[part].items if part < len(pages) else ():
        spans.setdefault(_year(entry.date) or "Date not established", []).append(entry)
    return TimelineView(tuple(Period(title, tuple(entries)) for title, entries in spans.items()))


@whole
def timeline_parts(graph: Graph) -> tuple[ListPart[TimelineEntry], ...]:
    """All that happened and was said, page by page."""
    found = timeline(graph.of(Claim), graph.of(Event), graph)
    return cut_into_pages(((_year(entry.date) or "Undated", entry) for entry in found), MOST)


@whole
def changes_parts(graph: Graph) -> tuple[ListPart[RecordUpdate], ...]:
    """All changes, page by page."""
    found = changes([*graph.records.values()])
    return cut_into_pages(((_year(change.update.date) or "Undated", change) for change in found), MOST_CHANGES)


def changes_view(graph: Graph, part: int = 0) -> ChangesView:
    """The changes on one page, newest first."""
    return ChangesView(changes_on(graph, part))


def changes_on(graph: Graph, part: int) -> tuple[RecordUpdate, ...]:
    """The changes on one page."""
    pages = changes_parts(graph)
    return pages[part].items if part < len(pages) else ()


def _year(date: Date | None) -> str:
    """The year in which something begins, or empty."""
    extent = date.extent if date else UNKNOWN
    moment = extent.start or extent.end
    return numbered_year(moment.year) if moment else ""


def doors(site: Site, found: Sequence[Index]) -> Iterator[Door]:
    """The indexes with what they hold, in numbers."""
    numbers = {kind.plural: counted(site.graph.count(kind.model), "record", "records") for kind in site.kinds}
    numbers["glossary"] = counted(site.graph.count(Term), "term", "terms")
    numbers[TAGS_PATH] = counted(len(tagged(site.graph)), "tag", "tags")
    for index in found:
        yield Door(index.title, site.addresses.index(index.path), numbers.get(index.path, ""))


def _groups(model: type[Record], records: Sequence[Record]) -> Iterator[RecordGroup]:
    if issubclass(model, Actor):
        by_kind: dict[str, list[Record]] = {}
        for actor in records:
            by_kind.setdefault(actor.kind if isinstance(actor, Actor) else "", []).append(actor)
        yield from (RecordGroup(word, tuple(by_kind[word])) for word in sorted(by_kind, key=_place_of_kind))
    elif issubclass(model, Source):
        yield RecordGroup("", tuple(sorted(records, key=lambda r: isinstance(r, Source) and r.seen == "cited-only")))
    elif issubclass(model, Event):
        yield RecordGroup("", tuple(sorted(records, key=by_time)))
    else:
        yield RecordGroup("", tuple(records))


def _place_of_kind(word: str) -> tuple[int, str]:
    """The kinds that we know in their order, then the editors' own words, then who has no name."""
    known = [*ACTOR_GROUPS]
    own = next(at for at, each in enumerate(known) if each.startswith("unnamed-"))
    if word not in known:
        return own, word.casefold()
    place = known.index(word)
    return place + (place >= own), ""


def _title_of_group(kind: str, word: str, site: Site) -> str:
    """The heading of a group: the site's own, else ours, else the word itself, in the plural."""
    declared = any(each.word == word for each in site.declared.kinds_of(kind))
    return (not declared and ACTOR_GROUPS.get(word)) or (site.words(kind, word) if word else "")
