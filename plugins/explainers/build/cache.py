"""Pages kept from one build to the next: a page is made again only where something that it was made from has changed.

While a page and its record's file are made, all that is read of the graph is noted (`graph.trace`). They are the same
as long as all of that is the same. All else that they depend on is one key: the settings, the program, and what it
runs on. (Shake; Salsa)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from explainers.build.entries import Brief, Fresh, Kept, brief_of, plain
from explainers.build.facts import Facts
from explainers.build.index import Index
from explainers.build.keys import key
from explainers.build.made import Made, as_bytes, from_bytes, made
from explainers.build.packs import Packs, Place
from explainers.graph.fingerprints import Fingerprints, mark
from explainers.graph.trace import Fact, traced
from explainers.pages import Job
from explainers.pages.plan import FIRST, LAST
from explainers.prose.site import Site
from explainers.prose.uses import Spot, Uses

_NOTHING = Brief()


class Cache:
    """The pages of the last build. Of those that are asked for, the ones that are no longer true are made.

    Without a folder they are kept as long as this is. `made` are the paths of the pages that the last build made.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._key = ""
        self._packs: Packs
        self._index = Index(folder) if folder else None
        self._kept: dict[str, Kept] = {}
        self._facts = Facts()
        self._site: Site
        self._now: Fingerprints
        # The names under which the last build and this one kept a page.
        self._used: dict[str, list[str]] = {}
        self._using: dict[str, list[str]] = {}
        self._noted: set[str] = set()
        self._are_known: frozenset[str] = frozenset()
        self._of_others: Sequence[Mapping[str, Any]] = ()
        self._are_taken = False
        self.is_at_work = False
        self.made: list[str] = []

    def start(self, site: Site) -> None:
        """A build begins."""
        self._site, self._now = site, Fingerprints(site.graph, beside(site))
        self._using, self.made = {}, []
        if (now := key(site)) != self._key:
            self._key, self._kept, self._facts = now, {}, Facts()
            self._packs = Packs(self.folder)
            if self._index and (found := self._index.read(now)):
                self._facts, self._kept, self._are_known = found
        # What a build noted that did not come to its end: the marks are those of the build before it.
        self._kept = {name: kept for name, kept in self._kept.items() if name not in self._noted}
        self._noted, self._are_taken = set(), False
        # All at once, before the process is copied: each copy would ask for most of them again.
        self._facts.compare(site.graph, self._now)
        self.is_at_work = True
        if self._of_others:
            self.take(self._of_others)

    def index(self) -> Mapping[str, Any]:
        """All that is known of the last build's pages, as plain values."""
        pages = {name: plain(kept) for name, kept in self._kept.items()}
        return {"key": self._key, "facts": self._facts.asked, "marks": self._facts.marks, "pages": pages}

    def find(self, site: Site, job: Job, uses: Uses) -> tuple[str, Kept] | None:
        """A page that is kept and still true, and its name."""
        name = name_of(site, job, uses)
        kept = self._kept.get(name)
        return (name, kept) if kept is not None and self._facts.stale.isdisjoint(kept.facts) else None

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
        return found, Fresh(name_of(site, job, uses), tuple(sorted(facts)), place, brief_of(found))

    def other(self, name: str, make: Callable[[], bytes]) -> tuple[bytes, Fresh | str]:
        """Something that is no page, kept or made, from the site alone and from nothing that is not of a record."""
        kept = self._kept.get(name)
        if kept and self._facts.stale.isdisjoint(kept.facts) and (known := self._packs.get(kept.place)) is not None:
            return known, name
        with traced() as facts:
            found = make()
        place = self._packs.add(found)
        return found, Fresh(name, tuple(sorted(facts)), place, _NOTHING) if place else ""

    def note(self, job: Job, found: Fresh | str) -> None:
        """Know a page that was made, or is used again."""
        if isinstance(found, Fresh):
            self.made.append(job.path)
        self.note_other(job.path, found)

    def note_other(self, path: str, found: Fresh | str) -> None:
        """Know what was made, and what is used again."""
        if isinstance(found, Fresh):
            self._kept[found.name] = Kept([*map(self._facts.number, found.facts)], found.place, found.brief)
            self._noted.add(found.name)
            found = found.name
        if found:
            self._using.setdefault(path, []).append(found)

    def end(self) -> None:
        """A build is over: what it did not use goes, and what is true now is known of the rest."""
        self._used, self.is_at_work = self._using, False
        wanted = {name for names in self._used.values() for name in names}
        others = self._noted | (self._kept.keys() - wanted)
        self._kept = {name: kept for name, kept in self._kept.items() if name in wanted}
        changed = self._facts.note(self._site.graph, self._now)
        self._noted = set()
        if not self._index:
            self._number_anew()
        elif others or changed or self._are_taken:
            self._write(self._index, changed, others)

    def last(self, path: str) -> str | None:
        """The name under which the last build kept a page."""
        return self._used.get(path, [None])[-1]

    def facts_of(self, path: str) -> Iterator[Fact]:
        """What was read for a page of the last build."""
        kept = self._kept.get(self.last(path) or "")
        return (self._facts.asked[number] for number in kept.facts) if kept else iter(())

    def uses_of(self, path: str) -> Uses | None:
        """What a page of the last build uses."""
        kept = self._kept.get(self.last(path) or "")
        return kept.brief.uses if kept else None

    def take(self, others: Sequence[Mapping[str, Any]]) -> None:
        """Know the pages of other builds, each as its `index` was, as far as they are true. Only marks of their bytes
        are here. Between two builds, the next is told of them.
        """
        self._of_others = () if self.is_at_work else others
        if not self.is_at_work:
            return
        # Of what is known here, only what is true stays: a fact then has one mark, that of now.
        stale = self._facts.stale
        self._kept = {name: kept for name, kept in self._kept.items() if stale.isdisjoint(kept.facts)}
        self._number_anew()
        for found in others:
            if found["key"] != self._key:
                continue
            facts = ((sort, about) for sort, about in found["facts"])
            numbers = [
                self._facts.number(fact) if self._now[fact] == was else None
                for fact, was in zip(facts, found["marks"], strict=True)
            ]
            for name, (read, place, brief) in found["pages"].items():
                now = [number for fact in read if (number := numbers[fact]) is not None]
                if name not in self._kept and len(now) == len(read):
                    self._kept[name] = Kept(now, Place("", 0, 0, Place(*place).mark), Brief(*brief))
        self._are_taken = True

    def _number_anew(self) -> None:
        """Only the facts that are used are known."""
        self._facts, anew = self._facts.only(number for kept in self._kept.values() for number in kept.facts)
        self._kept = {
            name: Kept([anew[number] for number in kept.facts], kept.place, kept.brief)
            for name, kept in self._kept.items()
        }

    def _write(self, index: Index, changed: list[int], others: set[str]) -> None:
        is_untidy = self._packs.are_untidy(kept.place for kept in self._kept.values())
        if index.is_little(changed, others) and not (is_untidy or self._are_taken):
            is_written = index.write_changes(self._facts, self._kept, self._packs)
        else:
            if is_untidy:
                self._tidy()
            self._number_anew()
            is_written = index.write(self._key, self._facts, self._kept, self._packs)
        if is_written:
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
    return f"{job.path} {mark(repr(job), days, json.dumps(seen) if seen else '')}"
