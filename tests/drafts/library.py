"""A library of invented items, of all types of CSL and with all its keys, as a reference manager exports it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from typing import Any, get_args

from explainers.kinds.source.csl import DATES, NAMES, CslItem, ItemType

TITLES = (
    "Counting homes in the dark",
    "Who counts otters?",
    "10 % of *all*: a note",
    "Über Zähler",
    "灯火の数",
    "- yes: no #1",
)
PEOPLE: tuple[dict[str, Any], ...] = (
    {"family": "Reed", "given": "Ann", "suffix": "Jr."},
    {"family": "Berg", "given": "Bo", "non-dropping-particle": "van der"},
    {"literal": "Northport Working Group, “Dark” & Co."},
    {"family": "Зайченко", "given": "Олена", "dropping-particle": "de"},
)
PUBLISHERS = ("Northport Council", "Lake Press", "Lake Press: Books", None)
FORMED = {
    "language": "en",
    "DOI": "10.1000/{n}",
    "URL": "https://example.org/{n}?a=b#c",
    "note": "Seen twice.\nAnd: again",
}
SPARE = [
    *("null", "12", "0x1F", "2024-03-04", "a: b", "# c", "it's", '"q"', "[x]", "{y}", "two\n\nparagraphs", "yes"),
    "word " * 60,
]


def items(size: int = 100) -> Iterator[dict[str, Any]]:
    """The items, each with a dozen keys in turn, so that all keys are in several types."""
    own = {"type", "title", "issued", "accessed", "publisher"}
    known = [field.alias or name for name, field in CslItem.model_fields.items()]
    keys, spare = cycle([key for key in known if key not in own]), cycle(SPARE)
    for n in range(size):
        made = {"id": f"http://zotero.org/users/1/items/{n}", "source": "Crossref"}
        made |= {"type": get_args(ItemType)[n % len(get_args(ItemType))], "title": f"{TITLES[n % len(TITLES)]} ({n})"}
        for key in (next(keys) for _ in range(12)):
            made[key] = _value(key, n, next(spare).strip())
        made |= {"issued": {"date-parts": [[2000 + n % 25, 3, 4][: n % 3 + 1]]}}
        made |= {"publisher": name} if (name := PUBLISHERS[n % len(PUBLISHERS)]) else {"URL": FORMED["URL"].format(n=n)}
        yield made | ({"accessed": {"date-parts": [["2024", 3, 5]]}} if n % 2 else {})


def _value(key: str, n: int, spare: str) -> Any:
    if key in NAMES.values():
        return [PEOPLE[n % len(PEOPLE)], PEOPLE[(n + 1) % len(PEOPLE)]]
    if key in DATES.values():
        return {"date-parts": [[1990 + n % 10, 1 + n % 12]]}
    return FORMED[key].format(n=n) if key in FORMED else spare
