"""What an id or a tag can be made from."""

from __future__ import annotations

import re
import unicodedata

from explainers.model.fields import MAX_ID, RESERVED_IDS
from explainers.text.characters import as_latin


def as_id(words: str) -> str:
    """The id that some words can be turned into, or nothing."""
    found = as_tag(words)
    return found if found not in RESERVED_IDS else ""


def as_tag(words: str) -> str:
    """The tag that some words can be turned into, or nothing."""
    plain = unicodedata.normalize("NFKD", as_latin(words)).encode("ascii", "ignore").decode().lower()
    found = "-".join(re.findall(r"[a-z0-9]+", plain))
    return found if len(found) <= MAX_ID else ""
