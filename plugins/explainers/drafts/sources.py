"""The drafts of all sources in a file: those that are there already are not written again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from explainers.drafts.ids import slug, source_id, unused
from explainers.drafts.item import Item, in_message, item_of
from explainers.drafts.known import Known
from explainers.drafts.source import actor_draft, publisher_kind, publisher_name, source_draft
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.csl import CslItem
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.model.decode import Document
from explainers.text.suggest import nearest

_LONGEST_NAME = 1000
# Shorter names are alike by chance.
_SHORTEST_NAME = 7
_SUBJECTS = {"actor", "place", "event", "term"}


@dataclass
class Drafts:
    """Files by their path in the folder of records, with what is to be said of each, and what was not written."""

    files: dict[str, str] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    not_written: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


class Stock:
    """The records that there are, and those that are being drafted."""

    def __init__(self, documents: Iterable[Document]) -> None:
        documents = list(documents)
        records = [document.record for document in documents if document.record]
        self.taken = {document.id for document in documents} | {old for one in records for old in one.formerly}
        self.known = Known()
        self._actors: dict[str, set[str]] = {}
        self.called: dict[str, str] = {}
        self.claims: dict[str, str] = {}
        self.sources = {document.id for document in documents if document.kind == "source"}
        self.subjects = {document.id for document in documents if document.kind in _SUBJECTS}
        self._subject_names: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.cited: dict[str, list[str]] = {}
        self.publishers: dict[str, str] = {}
        self.quote_limits: dict[str, int] = {}
        self.explained: set[str] = set()
        self._kinds: dict[str, str] = {}
        for record in records:
            self._note(record)
        for document in documents:
            self._note_broken(document)

    def _note(self, record: Record) -> None:
        if record.id in self.subjects:
            self._subject_names.update({name: record.id for name in map(folded_name, record.names) if len(name) > 3})
        if isinstance(record, Source):
            self.known.add(record.id, record.csl, (record.csl.issued or record.published.edtf)[:4])
            self.publishers[record.id] = record.publisher
            self.quote_limits[record.id] = record.rights.quote_max_words
            if record.snapshot:
                self.texts[record.snapshot.sha256] = record.id
        elif isinstance(record, Actor):
            for name in record.names:
                self.name(name, record.id)
            self.called[record.id] = record.name
            self._kinds[record.id] = record.kind
        elif isinstance(record, Explainer):
            self.explained |= {record.article} if record.article else set()
        elif isinstance(record, Claim):
            self.claims[folded_name(record.statement)] = record.id
            for cited in (cited for telling in record.attributions for cited in telling.cites):
                self.cited.setdefault(cited.source, []).append(cited.exact or "")

    def _note_broken(self, document: Document) -> None:
        """A source in which something is still missing is there all the same."""
        values = document.tree.values if document.tree and document.kind == "source" and not document.record else {}
        try:
            self.known.add(document.id, CslItem.model_validate(values.get("csl")), str(values.get("published"))[:4])
        except ValidationError:
            return

    def name(self, name: str, id: str) -> None:
        """Note a name of an actor."""
        self.called.setdefault(id, name)
        self._actors.setdefault(folded_name(name), set()).add(id)

    def named_in(self, statement: str) -> list[str]:
        """The actors, places, events and terms of which a sentence has a name, in the order of their ids."""
        words = f" {folded_name(statement)} "
        return sorted({id for name, id in self._subject_names.items() if f" {name} " in words})

    def subject(self, name: str, id: str) -> None:
        """Note a name of what a claim may be about."""
        self._subject_names.setdefault(folded_name(name), id)

    def knows(self, name: str) -> bool:
        """Whether a record has a name, or one with the same last word."""
        wanted = folded_name(name)
        last = wanted.split()[-1:]
        return any(wanted == known or known.split()[-1:] == last for known in (*self._actors, *self._subject_names))

    def alike(self, name: str, kind: str) -> tuple[str, str]:
        """The actor who is probably the one of a name, with the name that it has: of one family, or spelled alike."""
        wanted, is_person = folded_name(name), kind == "person" or " " not in name
        names = {
            other: next(iter(ids))
            for other, ids in self._actors.items()
            if len(ids) == 1 and (self._kinds.get(next(iter(ids)), kind) == "person") == is_person
        }
        family = {id: other for other, id in names.items() if is_person and other.split()[-1:] == wanted.split()[-1:]}
        if len(family) == 1:
            [(id, other)] = family.items()
            return id, other
        near = nearest(wanted, names) if not family and len(name) >= _SHORTEST_NAME else None
        return (names[near], near) if near and near[:1] == wanted[:1] else ("", "")

    def actor(self, name: str) -> str:
        """The only actor of a name, or nothing."""
        found = self._actors.get(folded_name(name), set())
        return next(iter(found)) if len(found) == 1 else ""


def source_drafts(raw: Sequence[Mapping[str, Any]], stock: Stock, *, origin: str) -> Drafts:
    """A draft of each item that is not there yet, and of each publisher that is not."""
    drafts = Drafts()
    for at, one in enumerate(raw, 1):
        item = item_of(one, at)
        drafts.items.append(item)
        reference = item.reference
        same = stock.known.same(reference, item.year)
        if same:
            drafts.not_written.append(f"there already: {in_message(item.key)}: `{same[0]}` has {same[1]}")
            continue
        id = source_id(item, stock.taken)
        write_source(item, id, stock, drafts, origin=origin)
    return drafts


def write_source(
    item: Item, id: str, stock: Stock, drafts: Drafts, *, origin: str, unknown: str = "", lines: str = ""
) -> str:
    """Add a source to the drafts, and its publisher where that has no record, under the name `unknown` if it has none.

    `lines` say what of it was read, where that is known. Gives the id of the publisher.
    """
    reference = item.reference
    stock.taken.add(id)
    stock.known.add(id, reference, item.year)
    name = publisher_name(reference) or unknown
    kind = publisher_kind(reference)
    publisher = actor_named(name, stock, drafts, origin=origin, kind=kind) if name else ""
    path, called = f"sources/{id}.yml", stock.called.get(publisher, "")
    drafts.files[path] = source_draft(item, origin=origin, publisher=publisher, name=name, called=called, read=lines)
    drafts.said[path] = [f"left out: {left}" for left in item.left_out]
    if not publisher:
        drafts.said[path].append("to be decided: `publisher`; until then `check` misses it")
    return publisher


def actor_named(
    name: str, stock: Stock, drafts: Drafts, *, origin: str, kind: str, named: bool = True, doubts: Sequence[str] = ()
) -> str:
    """The actor of a name; where there is none, a draft of it."""
    name = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
    found = stock.actor(name)
    if not found:
        found = unused(slug(name) or "publisher", stock.taken)
        stock.taken.add(found)
        stock.name(name, found)
        path = f"actors/{found}.yml"
        drafts.files[path] = actor_draft(name, kind=kind, origin=origin, named=named, doubts=doubts)
        drafts.said[path] = []
    return found


def folded_name(name: str) -> str:
    """A name or sentence as it is compared."""
    words = re.findall(r"\w+", name.casefold())
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
