"""The content of a citation mark: `see @a, p. 4; @b, para. 3 and more`. (Pandoc's citation syntax)"""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainers.text.locators import braced_locator, read_locator

_KEY = re.compile(r"(?<![\w@\\])-?@(?:\{(?P<braced>[^{}\s]+)\}|(?P<key>[A-Za-z0-9][\w:.#$%&+?<>~/-]*))")
# What is between two sources of one item and says only that there are two.
_JOINING = re.compile(r"[\s,]*(?:(?:and|&)\s*)?\Z")
_BRACES = re.compile(r"[\s,]*\{(?P<inside>[^{}]*)\}(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CitedItem:
    """One source in a mark: words before it, its key, where in it (with the label), words after."""

    key: str
    prefix: str = ""
    locator: str = ""
    suffix: str = ""


def read_items(inside: str) -> tuple[CitedItem, ...]:
    """The items of a mark's inside, or nothing if any part of it names no source."""
    cut = [_cut(part) for part in inside.split(";")]
    return tuple(_item(*one) for part in cut for one in part) if all(cut) else ()


def source_keys(inside: str) -> list[str]:
    """The keys of the items alone."""
    cut = [_cut(part) for part in inside.split(";")]
    return [key for part in cut for _, key, _ in part] if all(cut) else []


def sourceless(inside: str) -> str:
    """The first part of a mark that names no source; empty where each names one, or none does."""
    parts = inside.split(";")
    without = [part.strip() for part in parts if not _KEY.search(part)]
    return next(filter(None, without), ";") if without and len(without) < len(parts) else ""


def _cut(part: str) -> list[tuple[str, str, str]]:
    """Each key in a part, with the text before the first one and the text after each."""
    cut: list[tuple[str, str, str]] = []
    found = list(_KEY.finditer(part))
    for index, match in enumerate(found):
        until = found[index + 1].start() if index + 1 < len(found) else len(part)
        # A key cannot end in punctuation: `@a.` ends a sentence, it does not name `a.`
        key = match["braced"] or match["key"].rstrip(":.#$%&+?<>~/-")
        end = match.end() if match["braced"] else match.start("key") + len(key)
        rest = part[end:until]
        before = "" if index else part[: match.start()]
        cut.append((before, key, rest if until == len(part) else _JOINING.sub("", rest)))
    return cut


def _item(prefix: str, key: str, rest: str) -> CitedItem:
    braces = _BRACES.match(rest)
    located = None if braces else read_locator(rest.lstrip(" ,\n\t"))
    if braces:
        locator, suffix = braced_locator(braces["inside"]), braces["rest"]
    elif located and located.locator:
        locator, suffix = located
    else:
        locator, suffix = "", rest
    return CitedItem(key, _plain(prefix), locator, _plain(suffix.strip(" ,\n\t")))


def _plain(words: str) -> str:
    return words.strip().replace("\\@", "@")
