"""Ids of drafts: author, year and title, in the form of our ids. An item has the same id whenever it is added."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection

from explainers.drafts.item import UNTITLED, Item
from explainers.kinds.source.csl import CslItem
from explainers.model.fields import MAX_ID, RESERVED_IDS
from explainers.model.id_forms import as_tag

LITTLE = set(
    "a an and at by der die das for from how in is la le les of on or the to what when where who why with".split()
)
_TITLE_WORDS = 4
_ROOM = MAX_ID - 4  # for a number after it


def source_id(item: Item, taken: Collection[str]) -> str:
    """The id of a source: `reed-2024-counting-homes-dark`."""
    reference = item.reference
    if reference.title == UNTITLED and reference.URL:
        return unused(slug(reference.URL.partition("://")[2].removeprefix("www.")), taken)
    words = [word for word in slug(reference.title).split("-") if word and word not in LITTLE]
    parts = [slug(_author(reference)), item.year.strip("-"), *words[:_TITLE_WORDS]]
    # There is nothing to take from a script that we cannot spell in Latin letters.
    if not words:
        parts.append(hashlib.sha256(reference.title.encode()).hexdigest()[:8])
    return unused("-".join(part for part in parts if part), taken)


def unused(wanted: str, taken: Collection[str]) -> str:
    """The id, with a number where another record has it."""
    wanted = wanted[:_ROOM].strip("-") or "record"
    found, number = wanted, 1
    while found in taken or found in RESERVED_IDS:
        number += 1
        found = f"{wanted}-{number}"
    return found


def slug(words: str) -> str:
    """Words as a part of an id, cut where it is too long."""
    return "-".join(part for word in re.split(r"[\W_]+", re.sub(r"['’ʼ]", "", words)) if (part := as_tag(word)))[:_ROOM]


def _author(reference: CslItem) -> str:
    first = next(iter((*reference.author, *reference.editor)), None)
    if first is None:
        return reference.container_title or reference.publisher or ""
    return (first.surname or first.printed) if not first.literal else " ".join(first.literal.split()[:3])
