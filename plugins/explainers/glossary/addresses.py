"""Addresses, paths, file names, handles and calls in a text: what is in one of them is not a word of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

Place = tuple[int, int]

# Most texts have no sign that could begin one, and this one is found fastest: it spares them all else.
_SIGNS = re.compile(r"[/@#~\\(+:]|\.\w")
_MAY_BE = re.compile(
    r"[\w)]\.\w|://|\w@\w|(?<![\w.)/])[#@/~]\w|\.{1,2}/|\\\w|\w\(\)|\w/(?:\s|$)|www\.|\+\+\w|\b(?:mailto|tel|urn|doi|file|data):"
)
_RUN = re.compile(r"[^\s<>\"“”„«»‘’…—]+")
_ENDS = ".,;:!?)]}'–"
_STARTS = "([{'–"
_ADDRESS = re.compile(
    r"""
    [a-z][a-z0-9+.-]*://\S+                               # a web address
    | (?:mailto|tel|urn|doi|file|data):\S+
    | www\.\S+
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                        # a mailbox
    | [#@$][\w.-]+                                        # a handle, a hashtag, a variable
    | (?:~|\.{1,2})?/[\w.~%@+-][^\s]*                     # a path
    | [A-Za-z]:\\\S+ | \\\\\S+ | [\w.-]+\\[\w.\\-]+
    | (?:[\w.~%@+-]+/){2,}                                # a folder
    | (?:[\w.~%@+-]+/)+[\w~%@+-]+(?:\.[\w~%@+-]+)*\.[a-z][a-z0-9]{0,9}
    | [\w-]*\w\w(?:\.[\w-]+)*\.(?:[a-z][a-z0-9]{0,9}|[A-Z]{2,4})(?:[/?\#:]\S*)?  # a host or a file
    | 10\.\d{4,9}/\S+                                     # a DOI
    | \+\+\S+\+\+                                         # keys
    | \w[\w.]*\.\w+\(\S*\) | \w+\(\)                      # a call
    """,
    re.VERBOSE,
)


def addresses(text: str) -> list[Place]:
    """Where they are."""
    return list(_found(text)) if _SIGNS.search(text) and _MAY_BE.search(text) else []


def _found(text: str) -> Iterator[Place]:
    for run in _RUN.finditer(text):
        start, end = run.span()
        while start < end and text[start] in _STARTS:
            start += 1
        while end > start and text[end - 1] in _ENDS and not text.startswith("()", end - 2):
            end -= 1
        if _ADDRESS.fullmatch(text, start, end):
            yield start, end
