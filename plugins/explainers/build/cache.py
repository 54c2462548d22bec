"""Pages kept from one build to the next: a page is made again only where something that it was made from has changed.

While a page and its record's file are made, all that is read of the graph is noted (`graph.trace`). They are the same
as long as all of that is the same. All else that they depend on is one key: the settings, the program, and what it
runs on. (Shake; Salsa)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explainers.build.keys import key
from explainers.build.made import Made, as_bytes, from_bytes, made, spots, uses_of
from explainers.build.packs import Packs, Place
from explainers.graph.fingerprints import Fingerprints, mark
from explainers.graph.trace import Fact, traced
from explainers.pages import Job, Page
from explainers.pages.plan import FIRST, LAST
from explainers.prose.site import Site
from explainers.prose.uses import Spot, Uses

# The number goes up when what is written changes its form.
_INDEX = "index-2.json"


@dataclass(frozen=True, slots=True)
class Brief:
    """What is told of a page without its being fetched. `spots` are its uses as plain values."""

    title: str
    description: str
    changed: str
    anchors: Sequence[str]
    spots: Sequence[Mapping[str, Sequence[Sequence[str]]]]

    @property
    def uses(self) -> Uses:
        """What the page cites and marks."""
        return uses_of(*self.spots)

    def page(self, job: Job) -> Page:
        """The page without what is on it."""
        return Page(job.path, job.address, self.title, self.description, "", (), job.kind, changed=self.changed)


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that is kept: by their numbers the facts that were read for it, where it is, and what is told of it."""

    facts: tuple[int, ...]
    place: Place
    brief: Brief


@dataclass(frozen=True, slots=True)
class Fresh:
    """A page that was made and is not known yet: the name it is to be known under, what was read for it, itself."""

    name: str
    facts: tuple[Fact, ...]
    place: Place
    brief: Brief


class Cache:
    """The pages of the last build. Of those that are asked for, the ones that are no longer true are made.

    Without a folder they are kept as long as this is. `made` are the paths of the pages that the last build made.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._key = ""
        self._packs: Packs
        self._kept: dict[str, Kept] = {}
        self._facts: dict[Fact, int] = {}
        self._marks: list[str] = []
        self._now: Fingerprints
        self._asked: list[Fact] = []
        self._stale: frozenset[int] = frozenset()
        self._used: dict[str, list[str]] = {}
        self._noted: set[str] = set()
        self._are_known: frozenset[str] = frozenset()
        self._of_others: Sequence[Mapping[str, Any]] = ()
        self._are_taken = False
        self.made: list[str] = []

    def start(self, site: Site) -> None:
        """A build begins."""
        self._now = Fingerprints(site.graph, beside(site))
        self._used, self.made = {}, []
        if (now := key(site)) != self._key:
            self._key, self._kept, self._facts, self._marks = now, {}, {}, []
            self._packs = Packs(self.folder)
            self._read()
        self._forget_unfinished()
        self._asked = [*self._facts]
        # All at once, before the process is copied: each copy would ask for most of them again.
        known = enumerate(zip(self._asked, self._marks, strict=True))
        self._stale = frozenset(number for number, (fact, then) in known if self._now[fact] != then)
        if self._of_others:
            self._take(self._of_others)
        self._are_taken, self._of_others = bool(self._of_others), ()

    def _forget_unfinished(self) -> None:
        """What a build noted that did not come to its end: the marks are those of the build before it."""
        known = len(self._marks)
        self._facts = {fact: number for fact, number in self._facts.items() if number < known}
        self._kept = {name: kept for name, kept in self._kept.items() if name not in self._noted}
        self._noted = set()

    def take(self, found: Sequence[Mapping[str, Any]]) -> None:
        """What the next build may know of pages that others made of the same site, each as its `index` was."""
        self._of_others = found

    def index(self) -> Mapping[str, Any]:
        """All that is known of the last build's pages, as plain values."""
        pages = {name: (kept.facts, kept.place, _plain(kept.brief)) for name, kept in self._kept.items()}
        return {"key": self._key, "facts": self._asked, "marks": self._marks, "pages": pages}

    def find(self, site: Site, job: Job, uses: Uses) -> tuple[str, Kept] | None:
        """A page that is kept and still true, and its name."""
        name = name_of(site, job, uses)
        kept = self._kept.get(name)
        return (name, kept) if kept is not None and self._stale.isdisjoint(kept.facts) else None

    def fetch(self, kept: Kept) -> Made | None:
        """A page as it was kept; None where it is no longer."""
        data = self._packs.get(kept.place)
        return None if data is None else from_bytes(data)

    def make(self, site: Site, job: Job, uses: Uses) -> tuple[Made, Fresh | str]:
        """A page, kept or made. What comes with it is for `note`, in this process or in the one it is a copy of."""
        if (found := self.find(site, job, uses)) and (kept := self.fetch(found[1])):
            return kept, found[0]
        return self.make_anew(site, job, uses)

    def make_anew(self, site: Site, job: Job, uses: Uses) -> tuple[Made, Fresh | str]:
        """A page made now. What comes with it is for `note`; it is empty where nothing can be kept."""
        with traced() as facts:
            found = made(site, job, uses)
        place = self._packs.add(as_bytes(found))
        if place is None:
            return found, ""
        return found, Fresh(name_of(site, job, uses), tuple(sorted(facts)), place, _brief(found))

    def note(self, job: Job, found: Fresh | str) -> None:
        """Know what was made, and what is used again."""
        if not isinstance(found, str):
            facts = tuple(self._facts.setdefault(fact, len(self._facts)) for fact in found.facts)
            self._kept[found.name] = Kept(facts, found.place, found.brief)
            self._noted.add(found.name)
            self.made.append(job.path)
            found = found.name
        if found:
            self._used.setdefault(job.path, []).append(found)

    def end(self) -> None:
        """A build is over: what it did not use goes, and what is true now is known of the rest."""
        wanted = {name for names in self._used.values() for name in names}
        gone = self._kept.keys() - wanted
        self._kept = {name: kept for name, kept in self._kept.items() if name in wanted}
        self._number_anew()
        self._noted = set()
        if self.made or gone or self._are_taken:
            self._write()

    def last(self, path: str) -> str | None:
        """The name under which the last build kept a page."""
        return self._used.get(path, [None])[-1]

    def facts_of(self, path: str) -> Iterator[Fact]:
        """What was read for a page of the last build."""
        kept = self._kept.get(self.last(path) or "")
        return (self._asked[number] for number in kept.facts) if kept else iter(())

    def uses_of(self, path: str) -> Uses | None:
        """What a page of the last build uses."""
        kept = self._kept.get(self.last(path) or "")
        return kept.brief.uses if kept else None

    def _take(self, others: Sequence[Mapping[str, Any]]) -> None:
        """Know the pages of other builds, as far as they are true. Only marks of their bytes are here."""
        # Of what is known here, only what is true stays: a fact then has one mark, that of now.
        self._kept = {name: kept for name, kept in self._kept.items() if self._stale.isdisjoint(kept.facts)}
        self._number_anew()
        for found in others:
            if found["key"] != self._key:
                continue
            numbers = [
                self._facts.setdefault(fact, len(self._facts)) if self._now[fact] == was else None
                for fact, was in zip(map(_fact, found["facts"]), found["marks"], strict=True)
            ]
            for name, (facts, place, brief) in found["pages"].items():
                now = [number for fact in facts if (number := numbers[fact]) is not None]
                if name not in self._kept and len(now) == len(facts):
                    self._kept[name] = Kept(tuple(now), Place("", 0, 0, Place(*place).mark), Brief(*brief))
        self._asked, self._stale = [*self._facts], frozenset()

    def _number_anew(self) -> None:
        """Only the facts that pages depend on are known, and what they are now."""
        asked = [*self._facts]
        used = sorted({number for kept in self._kept.values() for number in kept.facts})
        anew = {number: at for at, number in enumerate(used)}
        self._kept = {
            name: Kept(tuple(anew[number] for number in kept.facts), kept.place, kept.brief)
            for name, kept in self._kept.items()
        }
        self._asked = [asked[number] for number in used]
        self._facts = {fact: number for number, fact in enumerate(self._asked)}
        self._marks = [self._now[fact] for fact in self._asked]

    def _read(self) -> None:
        if not self.folder:
            return
        # Whatever is wrong with an index: then nothing is kept.
        with suppress(OSError, ValueError, TypeError, KeyError):
            found = json.loads((self.folder / _INDEX).read_bytes())
            if found["key"] == self._key:
                facts = {_fact(fact): number for number, fact in enumerate(found["facts"])}
                kept = {
                    name: Kept(tuple(numbers), Place(*place), Brief(*brief))
                    for name, (numbers, place, brief) in found["pages"].items()
                }
                self._facts, self._marks, self._kept = facts, found["marks"], kept
            self._are_known = frozenset(place[0] for _, place, _ in found["pages"].values())

    def _write(self) -> None:
        if not self.folder:
            return
        if self._packs.are_untidy(kept.place for kept in self._kept.values()):
            self._tidy()
        text = json.dumps(self.index(), separators=(",", ":"))
        if self._packs.put(_INDEX, text.encode()):
            wanted = frozenset(kept.place.pack for kept in self._kept.values())
            self._packs.drop(self._are_known, wanted)
            self._are_known = wanted

    def _tidy(self) -> None:
        """Put all that is wanted into one pack."""
        moved = {}
        for name, kept in self._kept.items():
            if not kept.place.pack:
                moved[name] = kept
                continue
            data = self._packs.get(kept.place)
            place = None if data is None else self._packs.add(data)
            if place is not None:
                moved[name] = Kept(kept.facts, place, kept.brief)
        self._kept = moved


def _brief(found: Made) -> Brief:
    page = found.page
    anchors = [heading.id for heading in page.headings]
    uses = (spots(found.uses.sources), spots(found.uses.terms))
    return Brief(page.title, page.description, page.changed, anchors, uses)


def _fact(plain: Sequence[str]) -> Fact:
    sort, about = plain
    return sort, about


def _plain(brief: Brief) -> Sequence[Any]:
    return (brief.title, brief.description, brief.changed, brief.anchors, brief.spots)


def beside(site: Site) -> Mapping[str, str]:
    """What a page shows of a record that does not stand in the record's file."""
    return {
        id: f"{site.changed.get(id, '')} {id in site.checked} {site.references.get(id, '')!r}"
        for id in site.graph.records
    }


def name_of(site: Site, job: Job, uses: Uses) -> str:
    """A page's path with a mark of what it depends on beside the records: where it stands, what other pages use."""
    seen: Mapping[str, Iterable[Spot]] = {}
    if job.turn == LAST:
        seen = uses.terms
    elif job.turn != FIRST:
        seen = {job.record: uses.sources.get(job.record, [])}
    # The newest day of all, which stands at the foot of a page of no record.
    days = "" if job.record else max(site.changed.values(), default="")
    return f"{job.path} {mark(repr(job), days, json.dumps(seen))}"
