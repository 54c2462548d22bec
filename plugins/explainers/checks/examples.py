"""The files in a rule's docstring: those that pass and those that fail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import dedent

_HEADER = re.compile(r"^# (?P<path>(?:content|docs)/[^\n(]*[^\s(])(?: \((?P<how>[^)\n]+)\))?\n", re.MULTILINE)
_PART = re.compile(r"^(Passes|Fails):\n(.*?)(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_REPEATED = re.compile(r"the last line ([\d,]+) times")
_TAB = "→ is a tab"
_HIDDEN = re.compile(r"⟨U\+([0-9A-F]{4})⟩")
_SAVED = re.compile(r"saved as ([\w-]+)")


@dataclass(frozen=True, slots=True)
class Examples:
    """Files by path, as an editor would commit them."""

    passes: Mapping[str, bytes]
    fails: Mapping[str, bytes]


def examples(documentation: str) -> Examples:
    """The examples below `Passes:` and `Fails:`; each file starts with its path in a comment.

    What a page cannot show follows the path: `(saved as latin-1)`, `(the last line 2,000 times)`,
    `(→ is a tab)`, `(⟨U+200E⟩ is that character)`.
    """
    parts = {name: dict(_files(dedent(body))) for name, body in _PART.findall(documentation)}
    return Examples(parts.get("Passes", {}), parts.get("Fails", {}))


def _files(body: str) -> Iterator[tuple[str, bytes]]:
    headers = list(_HEADER.finditer(body))
    ends = [header.start() for header in headers[1:]] + [len(body)]
    for header, end in zip(headers, ends, strict=True):
        yield header["path"], _saved(body[header.end() : end].strip("\n") + "\n", header["how"] or "")


def _saved(text: str, how: str) -> bytes:
    repeated = _REPEATED.search(how)
    if repeated:
        *_, last = text.splitlines(keepends=True)
        text += last * int(repeated[1].replace(",", ""))
    if _TAB in how:
        text = text.replace("→", "\t")
    if _HIDDEN.search(how):
        text = _HIDDEN.sub(lambda sign: chr(int(sign[1], 16)), text)
    saved = _SAVED.search(how)
    return text.encode(saved[1] if saved else "utf-8")
