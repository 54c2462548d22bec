"""The file that names all that is kept, and a small one of what has changed since it was written.

After an edit a few pages are others of ten thousand, and to write the large file takes longer than to make them. The
small one says to which large one it belongs; without that, what stands in the large one is all that is known.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from explainers.build.entries import Kept, from_plain, plain
from explainers.build.facts import Facts
from explainers.build.facts import from_plain as facts_from_plain
from explainers.build.packs import Packs

# The numbers go up when what is written changes its form.
_WHOLE, _SINCE = "index-3.json", "since-3.json"
# Of so many pages or facts one may be another before all is written anew.
_FEW = 8


class Index:
    """The index of a cache in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mark = ""
        self._facts_then = 0
        self._facts: set[int] = set()
        self._pages: set[str] = set()
        self._sizes = (0, 0)

    def read(self, key: str) -> tuple[Facts, dict[str, Kept], frozenset[str]] | None:
        """The facts, what is kept by name, and the packs that are named, of a site of this key or of another; None
        where there is none that can be read. That of another site has no facts and nothing that is kept."""
        # Whatever is wrong with an index: then nothing is kept.
        with suppress(OSError, ValueError, TypeError, KeyError, IndexError):
            whole = json.loads((self._folder / _WHOLE).read_bytes())
            since = self._since(whole["mark"])
            entries = whole["pages"] | since.get("pages", {})
            for name in since.get("gone", ()):
                entries.pop(name, None)
            packs = frozenset(place[0] for _, place, _ in [*entries.values(), *whole["pages"].values()])
            if whole["key"] != key:
                return Facts(), {}, packs
            pages = {name: from_plain(entry) for name, entry in entries.items()}
            self._sizes = len(whole["pages"]), len(whole["facts"])
            self._facts_then = len(whole["facts"])
            if since:
                whole["facts"] += since["facts"]
                whole["marks"] += [""] * len(since["facts"])
                for number, mark in since["marks"]:
                    whole["marks"][number] = mark
                whole["known"] = since["known"]
            self._mark = whole["mark"]
            self._facts = {number for number, _ in since.get("marks", ())}
            self._pages = {*since.get("pages", ()), *since.get("gone", ())}
            return facts_from_plain(whole), pages, packs
        self._mark = ""
        return None

    def write(self, key: str, facts: Facts, kept: Mapping[str, Kept], packs: Packs) -> bool:
        """Write all of it; whether it could be written."""
        self._mark, mark = "", secrets.token_hex(8)
        pages = {name: plain(each) for name, each in kept.items()}
        text = json.dumps({"key": key, "mark": mark, **facts.plain(), "pages": pages}, separators=(",", ":"))
        if not packs.put(_WHOLE, text.encode()):
            return False
        with suppress(OSError):
            (self._folder / _SINCE).unlink()
        self._mark, self._facts_then, self._sizes = mark, len(facts.asked), (len(kept), len(facts.asked))
        self._facts, self._pages = set(), set()
        return True

    def is_little(self, facts: list[int], pages: set[str]) -> bool:
        """Whether, with these facts and pages, what has changed since the large file was written is little."""
        self._facts.update(facts)
        self._pages |= pages
        most_pages, most_facts = self._sizes
        return bool(self._mark) and len(self._pages) * _FEW < most_pages and len(self._facts) * _FEW < most_facts

    def write_changes(self, facts: Facts, kept: Mapping[str, Kept], packs: Packs) -> bool:
        """Write what has changed since the large file was written; whether it could be written."""
        found = {
            "mark": self._mark,
            "facts": facts.asked[self._facts_then :],
            "marks": [(number, facts.marks[number]) for number in sorted(self._facts)],
            "known": facts.known,
            "pages": {name: plain(kept[name]) for name in sorted(self._pages) if name in kept},
            "gone": [name for name in sorted(self._pages) if name not in kept],
        }
        return packs.put(_SINCE, json.dumps(found, separators=(",", ":")).encode())

    def _since(self, mark: str) -> Mapping[str, Any]:
        with suppress(OSError, ValueError, TypeError, KeyError):
            found: Mapping[str, Any] = json.loads((self._folder / _SINCE).read_bytes())
            if found["mark"] == mark:
                return found
        return {}
