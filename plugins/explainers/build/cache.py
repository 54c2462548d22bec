"""Pages kept from one build to the next: a page is made again only where something that it was made from has changed.

While a page is made, all that is read of the graph is noted (`graph.trace`). The page is the same as long as all of
that is the same. All else that it depends on is one key: the settings, the program, and what it runs on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from explainers.build.keys import key
from explainers.build.store import Store
from explainers.graph.fingerprints import Fingerprints, mark
from explainers.graph.trace import Fact, traced
from explainers.pages import Job, Page, make
from explainers.pages.page import Heading
from explainers.pages.plan import FIRST, LAST
from explainers.prose.site import Site
from explainers.prose.uses import Spot, Uses

_INDEX = "index"


@dataclass(frozen=True, slots=True)
class Fresh:
    """A page that was made and is not kept yet: the name it is kept under, what was read for it, and itself."""

    name: str
    facts: tuple[Fact, ...]
    text: str


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page with what was read for it. `text` is None as long as it is not fetched; its mark is known then."""

    facts: tuple[Fact, ...]
    text: str | None
    mark: str = ""


class Cache:
    """The pages of the last build. Of those that are asked for, the ones that are no longer true are made.

    Without a folder they are kept in memory only. `made` are the paths of the pages that the last build made.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._key = ""
        self._store: Store | None = None
        self._kept: dict[str, KeptPage] = {}
        self._marks: dict[Fact, str] = {}
        self._now: Fingerprints
        self._same: dict[Fact, bool] = {}
        self._used: dict[str, list[str]] = {}
        self.made: list[str] = []

    def start(self, site: Site) -> None:
        """A build begins."""
        self._now = Fingerprints(site.graph, beside(site))
        self._same, self._used, self.made = {}, {}, []
        if (now := key(site)) != self._key:
            self._key, self._kept, self._marks = now, {}, {}
            self._store = Store(self._folder, now) if self._folder else None
            if self._store:
                self._read(self._store)

    def make(self, site: Site, job: Job, uses: Uses) -> tuple[Page, Uses, Fresh | str]:
        """A page, kept or made. What comes with it is for `note`, in this process or in the one it is a copy of."""
        name = name_of(site, job, uses)
        kept = self._kept.get(name)
        if kept is not None and all(map(self._is_same, kept.facts)):
            text = kept.text or (self._store.text(name, kept.mark) if self._store else None)
            if text is not None:
                return *read_page(text), name
        page, own, facts = made(site, job, uses)
        return page, own, Fresh(name, tuple(sorted(facts)), _written(page, own))

    def note(self, job: Job, found: Fresh | str) -> None:
        """Keep what was made, and what is used again."""
        if isinstance(found, Fresh):
            self._kept[found.name] = KeptPage(found.facts, found.text)
            self.made.append(job.path)
            found = found.name
        self._used.setdefault(job.path, []).append(found)

    def end(self) -> None:
        """A build is over: what it did not use goes, and what is true now is known of the rest."""
        wanted = {name for names in self._used.values() for name in names}
        gone = self._kept.keys() - wanted
        self._kept = {name: kept for name, kept in self._kept.items() if name in wanted}
        facts = dict.fromkeys(fact for kept in self._kept.values() for fact in kept.facts)
        self._marks = {fact: self._now[fact] for fact in facts}
        if self._store and (self.made or gone):
            self._write(self._store)

    def last(self, path: str) -> str | None:
        """The name under which the last build kept a page."""
        return self._used.get(path, [None])[-1]

    def is_true(self, name: str, now: Fingerprints) -> bool:
        """Whether what was read for a page is still so."""
        return all(self._marks.get(fact) == now[fact] for fact in self._kept[name].facts)

    def uses_of(self, path: str) -> Uses | None:
        """What a page of the last build uses."""
        kept = self._kept.get(self.last(path) or "")
        text = kept and (kept.text or (self._store.text(self.last(path) or "", kept.mark) if self._store else None))
        return read_page(text)[1] if text else None

    def _is_same(self, fact: Fact) -> bool:
        same = self._same.get(fact)
        if same is None:
            same = self._same[fact] = self._marks.get(fact) == self._now[fact]
        return same

    def _read(self, store: Store) -> None:
        text = store.text(_INDEX)
        if text is None:
            return
        index = json.loads(text)
        facts: list[Fact] = [(sort, about) for sort, about, _ in index["facts"]]
        self._marks = {fact: entry[2] for fact, entry in zip(facts, index["facts"], strict=True)}
        for name, (numbers, made) in index["pages"].items():
            self._kept[name] = KeptPage(tuple(facts[number] for number in numbers), None, made)

    def _write(self, store: Store) -> None:
        def text(name: str) -> str:
            if name == _INDEX:
                return self._index()
            kept = self._kept[name]
            written = kept.text or ""
            self._kept[name] = replace(kept, mark=mark(written))
            return written

        # The index has the marks of all pages, and is asked for last.
        changed = {_INDEX, *(name for name, kept in self._kept.items() if not kept.mark)}
        store.save([*self._kept, _INDEX], changed, text)
        store.close()

    def _index(self) -> str:
        numbers = {fact: number for number, fact in enumerate(self._marks)}
        facts = [(*fact, known) for fact, known in self._marks.items()]
        pages = {name: ([numbers[fact] for fact in kept.facts], kept.mark) for name, kept in self._kept.items()}
        return json.dumps({"facts": facts, "pages": pages}, separators=(",", ":"))


def made(site: Site, job: Job, uses: Uses) -> tuple[Page, Uses, frozenset[Fact]]:
    """A page, what it uses, and all that was read of the graph for it."""
    with traced() as facts:
        page, own = make(site, job, uses)
    # Plain texts: what is kept comes back without the mark of being markup.
    headings = tuple(Heading(str(heading.id), str(heading.title)) for heading in page.headings)
    return replace(page, html=str(page.html), headings=headings), own, frozenset(facts)


def beside(site: Site) -> Mapping[str, str]:
    """What a page shows of a record that does not stand in the record's file."""
    return {
        id: f"{site.changed.get(id, '')} {id in site.checked} {site.references.get(id, '')!r}"
        for id in site.graph.records
    }


def name_of(site: Site, job: Job, uses: Uses) -> str:
    """A page's path with a mark of what it depends on beside the records: where it stands, what other pages use."""
    seen: Mapping[str, Sequence[Spot]] = {}
    if job.turn == LAST:
        seen = uses.terms
    elif job.turn != FIRST:
        seen = {job.record: uses.sources.get(job.record, [])}
    # The newest day of all, which stands at the foot of a page of no record.
    days = "" if job.record else max(site.changed.values(), default="")
    return f"{job.path} {mark(repr(job), days, json.dumps(_spots(seen)))}"


def _written(page: Page, uses: Uses) -> str:
    # Not `asdict`, which copies all of it first.
    values = {field.name: getattr(page, field.name) for field in fields(page)}
    values["headings"] = [(heading.id, heading.title) for heading in page.headings]
    return json.dumps([values, _spots(uses.sources), _spots(uses.terms)])


def _spots(uses: Mapping[str, Sequence[Spot]]) -> dict[str, list[tuple[str, str, str, str]]]:
    return {id: [(spot.address, spot.title, spot.heading, spot.anchor) for spot in found] for id, found in uses.items()}


def read_page(text: str) -> tuple[Page, Uses]:
    """A page as it was kept, and what it uses."""
    page, sources, terms = json.loads(text)
    page["headings"] = tuple(Heading(*heading) for heading in page["headings"])
    uses = Uses(*({id: [Spot(*spot) for spot in spots] for id, spots in of.items()} for of in (sources, terms)))
    return Page(**page), uses
