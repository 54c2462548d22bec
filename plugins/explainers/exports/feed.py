"""`changes/feed.xml`: what changed in published records, newest first. (Atom 1.0, RFC 4287)"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from explainers.exports.exported import ExportedFile
from explainers.kinds.claim.model import Claim
from explainers.model.base import Record, Update
from explainers.model.extents import EARLIEST, Clock
from explainers.prose.address import relative
from explainers.prose.change_words import reworded
from explainers.prose.plain_sentence import plain_sentence
from explainers.prose.plain_text import plain_text
from explainers.prose.site import Site
from explainers.prose.titles import lead_of

PATH = "changes/feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
# For a site on which nothing has a known date: the same on every day that it is built.
_EPOCH = date(1970, 1, 1)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class _Change:
    """A change, and the how-manieth of its field on its day it is."""

    record: Record
    update: Update
    number: int

    @property
    def moment(self) -> Clock:
        extent = self.update.date.extent
        return extent.start or extent.end or EARLIEST

    @property
    def day(self) -> date:
        return _day(self.update)


def feed_file(site: Site) -> ExportedFile:
    """The feed; a site without changes has one without entries."""
    found = sorted(_changes(site), key=lambda change: change.moment, reverse=True)
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": _clean(site.language)})
    _add(feed, "id", site.permalink(PATH) if site.url else _urn(site.name))
    _add(feed, "title", f"{site.name}: changes")
    _add(feed, "updated", _instant(found[0]) if found else _midnight(_last_changed(site)))
    _add(ET.SubElement(feed, "author"), "name", site.name or "Explainers")
    _link(feed, "self", "application/atom+xml", _address(site, PATH))
    _link(feed, "alternate", "text/html", _address(site, site.addresses.index("changes")))
    for change in found:
        _entry(feed, change, site)
    ET.indent(feed)
    return ExportedFile(PATH, ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _changes(site: Site) -> Iterator[_Change]:
    """All changes, by id; of one record, those written last first."""
    for _, record in sorted(site.graph.records.items()):
        numbers: Counter[tuple[date, str]] = Counter()
        changes = []
        for update in record.updates:
            numbers[key := (_day(update), update.field)] += 1
            changes.append(_Change(record, update, numbers[key]))
        yield from reversed(changes)


def _entry(feed: ET.Element, change: _Change, site: Site) -> None:
    record, update = change.record, change.update
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", _entry_id(change, site))
    _add(entry, "title", f"{lead_of(record, site.graph)}: {update.field} changed")
    _add(entry, "updated", _instant(change))
    _link(entry, "alternate", "text/html", _address(site, site.addresses.record(record.id)))
    ET.SubElement(entry, "category", {"term": update.kind})
    _add(entry, "summary", _summary(change, site))


def _summary(change: _Change, site: Site) -> str:
    """What was, what is, and why; of a claim, the whole of it with its speakers."""
    record, update, graph = change.record, change.update, site.graph
    old, new = (plain_text(words, graph) or words for words in (update.from_, update.to))
    changed = f"“{old}” → “{new}”{'' if new.endswith(('.', '!', '?')) else '.'}"
    why = _stopped(plain_text(update.why, graph) or update.why)
    parts = [f"{update.kind.capitalize()}:", changed, f"Why: {why}"]
    if isinstance(record, Claim):
        if words := reworded(record, update):
            # The speakers of the old one need not be those of the new.
            parts[1] = f"its {words} was reworded."
        parts.append(f"The claim now: {plain_sentence(record, graph)}")
    return " ".join(parts)


def _entry_id(change: _Change, site: Site) -> str:
    """An id that outlives a new wording, a renamed record and a new address scheme. (Tag URI, RFC 4151)"""
    record = next(iter(change.record.formerly), change.record.id)
    name = f"{record}/{quote(change.update.field.encode('utf-8', 'replace'), safe='.')}/{change.number}"
    host = urlsplit(site.url).hostname
    day = change.day.isoformat()
    return f"tag:{host},{day}:{name}" if host else _urn(f"{site.name}/{day}/{name}")


def _urn(name: str) -> str:
    """An id for a site that does not know its address."""
    return uuid5(NAMESPACE_URL, f"explainers:{_clean(name)}").urn


def _address(site: Site, address: str) -> str:
    """The full address, or the way from the feed where the site's own is not known."""
    return site.permalink(address) if site.url else relative(address, PATH)


def _last_changed(site: Site) -> date:
    found = (_ISO_DAY.match(site.changed.get(id, "")) for id in site.graph.records)
    return max((date.fromisoformat(day[0]) for day in found if day), default=_EPOCH)


def _day(update: Update) -> date:
    extent = update.date.extent
    return extent.first or extent.last or _EPOCH


def _instant(change: _Change) -> str:
    """When a change was made, in UTC; where no zone is given, the beginning of its day."""
    instant = change.moment.instant
    return f"{instant.isoformat()}Z" if instant else _midnight(change.day)


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _stopped(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = " ".join(_clean(text).split())


def _link(parent: ET.Element, rel: str, type: str, href: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": type, "href": _clean(href)})


def _clean(text: str) -> str:
    """Text without the characters that XML cannot hold, not even escaped."""
    return _NOT_XML.sub("", text)
