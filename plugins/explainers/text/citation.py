"""What stands inside a citation mark: `see @a, p. 4; @b, para. 3 and more`. (Pandoc's citation syntax)"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Label in the page's words, by every form it is typed in. (CSL locator terms; Pandoc, "Citation syntax")
LOCATORS = {
    "p": "p.", "p.": "p.", "page": "p.", "pp.": "pp.", "pp": "pp.", "pages": "pp.",
    "para": "para.", "para.": "para.", "paragraph": "para.", "¶": "para.", "paras.": "paras.",
    "paragraphs": "paras.",
    "ch": "ch.", "ch.": "ch.", "chap.": "ch.", "chapter": "ch.", "chs.": "chs.", "chapters": "chs.",
    "§": "§", "sec.": "§", "section": "§", "§§": "§§", "sections": "§§",
    "min": "min.", "min.": "min.", "minute": "min.", "art.": "art.", "article": "art.",
    "l.": "l.", "line": "l.", "vol.": "vol.", "volume": "vol.", "fig.": "fig.", "figure": "fig.",
}  # fmt: skip
_LABEL = "|".join(re.escape(label) for label in sorted(LOCATORS, key=len, reverse=True))
_VALUE = r"[\dIVXLCDMivxlcdm][\w.:]*(?:\s?[-–,&]\s?\d[\w.:]*)*"
_KEY = re.compile(
    r"(?P<prefix>.*?)(?<![\w@])(?P<bare>-?)@(?P<key>[A-Za-z0-9][\w:.#$%&+?<>~/-]*)(?P<rest>.*)", re.DOTALL
)
_LOCATED = re.compile(
    rf"^,?\s*(?:(?P<label>{_LABEL})\s*)?(?P<value>{_VALUE})(?P<suffix>.*)$", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class CitedItem:
    """One source in a mark: words before it, its key, where in it (with the label), words after."""

    key: str
    prefix: str = ""
    locator: str = ""
    suffix: str = ""


def read_items(inside: str) -> tuple[CitedItem, ...]:
    """The items of a mark's inside, or nothing if any part of it names no source."""
    items = [_item(part) for part in inside.split(";")]
    return tuple(item for item in items if item) if all(items) else ()


def keys(inside: str) -> list[str]:
    """The keys of the items alone."""
    matches = [_KEY.fullmatch(part.strip()) for part in inside.split(";")]
    return [_key(match) for match in matches if match] if all(matches) else []


def _item(part: str) -> CitedItem | None:
    match = _KEY.fullmatch(part.strip())
    if not match:
        return None
    key = _key(match)
    rest = match["key"][len(key) :] + match["rest"]
    located = _LOCATED.match(rest)
    if not located:
        return CitedItem(key, match["prefix"].strip(), "", rest.strip(" ,"))
    label = LOCATORS[(located["label"] or "p.").lower()]
    locator = f"{label}{'' if label.startswith('§') else ' '}{located['value'].strip()}"
    return CitedItem(key, match["prefix"].strip(), locator, located["suffix"].strip(" ,"))


def _key(match: re.Match[str]) -> str:
    # A key cannot end in punctuation: `@a.` ends a sentence, it does not name `a.`
    return match["key"].rstrip(":.#$%&+?<>~/-")
