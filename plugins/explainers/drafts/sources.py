"""The drafts of all sources in a file: those that are there already are not written again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from explainers.drafts.ids import slug, source_id, unused
from explainers.drafts.item import Item, item_of
from explainers.drafts.known import Known
from explainers.drafts.source import actor_draft, publisher_name, source_draft
from explainers.kinds.actor.model import Actor
from explainers.kinds.source.csl import CslItem
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.model.decode import Document


@dataclass
class Drafts:
    """Files by their path in the folder of records, with what is to be said of each, and what was not written."""

    files: dict[str, str] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    repeated: list[str] = field(default_factory=list)
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
        for record in records:
            self._note(record)
        for document in documents:
            self._note_broken(document)

    def _note(self, record: Record) -> None:
        if isinstance(record, Source):
            self.known.add(record.id, record.csl, (record.csl.issued or record.published.edtf)[:4])
        elif isinstance(record, Actor):
            for name in record.names:
                self.name(name, record.id)
            self.called[record.id] = record.name

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
        self._actors.setdefault(_folded(name), set()).add(id)

    def actor(self, name: str) -> str:
        """The only actor of a name, or nothing."""
        found = self._actors.get(_folded(name), set())
        return next(iter(found)) if len(found) == 1 else ""


def source_drafts(raw: Sequence[Mapping[str, Any]], documents: Iterable[Document], *, origin: str) -> Drafts:
    """A draft of each item that is not there yet, and of each publisher that is not."""
    stock, drafts = Stock(documents), Drafts()
    for at, one in enumerate(raw, 1):
        item = item_of(one, at)
        drafts.items.append(item)
        reference = item.reference
        same = stock.known.same(reference, item.year)
        if same:
            drafts.repeated.append(f"{item.key}: `{same[0]}` has {same[1]}")
            continue
        id = source_id(item, stock.taken)
        stock.taken.add(id)
        stock.known.add(id, reference, item.year)
        name = publisher_name(reference)
        publisher = actor_named(name, reference, stock, drafts, origin=origin) if name else ""
        path = f"sources/{id}.yml"
        drafts.files[path] = source_draft(
            item, origin=origin, publisher=publisher, name=name, called=stock.called.get(publisher, "")
        )
        drafts.said[path] = [f"left out: {left}" for left in item.left_out]
        if not publisher:
            drafts.said[path].append("to be decided: `publisher`; until then `check` misses it")
    return drafts


def actor_named(name: str, reference: CslItem, stock: Stock, drafts: Drafts, *, origin: str) -> str:
    """The actor of a name; where there is none, a draft of it."""
    found = stock.actor(name)
    if not found:
        found = unused(slug(name) or "publisher", stock.taken)
        stock.taken.add(found)
        stock.name(name, found)
        path = f"actors/{found}.yml"
        drafts.files[path] = actor_draft(name, of=reference, origin=origin)
        drafts.said[path] = []
    return found


def _folded(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
