"""What is told to have changed: only along ways of the story, with the right words, in the right text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.stories import vocabulary as v
from tests.stories.names import Names
from tests.stories.reading import Block, sentences
from tests.stories.story import Telling
from tests.stories.truth import Change, Truth


def untrue_changes(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """Every change that is told and that the story does not have."""
    if v.WAY_HEADS.search(block.text):
        if not any(t.comes_from for t in truth.tellings):
            yield "a heading tells of what changed on the way, and nothing was passed on"
        return
    if v.OF_THE_PAGE.search(block.text):
        return
    cells = [cell for head, cell in block.cells.items() if head == "Changed"] if block.is_row else sentences(block.text)
    for text in cells:
        yield from _of_text(text, block, truth, names)


def _of_text(text: str, block: Block, truth: Truth, names: Names) -> Iterator[str]:
    told = list(_told(text))
    for before, after, end in told:
        place = _place(text, end, names) or (names.keys(block.cells.get("who", "")) if block.is_row else [])
        if not any(_is(change, before, after, place, truth) for change in truth.changes):
            where = f" in {', '.join(place)}" if place else ""
            yield f"no {before or 'nothing'!r} became {after or 'nothing'!r}{where}"
    yield from _against(text, block, truth, names)
    if v.NOTHING_CHANGED.search(text):
        yield from _nothing(text, truth, names)
    elif not told and v.CHANGE_STEMS.search(text) and _is_of_the_story(text, truth, names):
        yield from _not_understood(truth)


def _told(text: str) -> Iterator[tuple[str, str, int]]:
    """Each change that a text tells of: before, after, and where its words end."""
    for found in v.LOST.finditer(text):
        yield found[1], "", found.end()
    for found in v.ADDED.finditer(text):
        yield "", found[1], found.end()
    for found in v.BECAME.finditer(text):
        yield found[1] or found[2], found[3] or found[4], found.end()


def _place(text: str, end: int, names: Names) -> list[str]:
    """Where a change is said to have come in: what stands in brackets right after it."""
    found = re.match(r"[^(;]{0,60}\((?!against|compared)([^()]*)\)", text[end:])
    return names.keys(found[1]) if found else []


def _is(change: Change, before: str, after: str, place: list[str], truth: Truth) -> bool:
    """Whether a change of the story is the one told."""
    telling = change.telling
    page = truth.story.page_of(telling)
    here = {page.publisher, f"text:{page.id}", telling.said_in, f"text:{telling.said_in}", *telling.by}
    if place and not here & set(place):
        return False
    return _reads(change.aspect, before, change.before) and _reads(change.aspect, after, change.after)


def _reads(aspect: str, words: str, value: str) -> bool:
    """Whether words stand for what an aspect is."""
    plain = words.strip().casefold()
    if not plain or plain in {"none", "nothing"}:
        return not value
    if aspect == "figure":
        return bool(value) and value in re.findall(r"[\d,]+", plain)
    if aspect == "qualifier":
        return plain == value or (plain, value) == ("nearly", "almost")
    if aspect == "certainty":
        return plain in v.CERTAINTY_WORDS.get(value, {"unstated", "said", "a statement of fact"})
    if aspect == "act":
        return plain in v.ACT_NOUNS.get(value, set())
    if aspect == "named":
        return plain == value.casefold()
    return bool(value) and (plain in value.casefold() or value.casefold().rstrip(".") in plain)


def _against(text: str, block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """With whom a row says that it was compared: only with what it has its words from."""
    for found in v.AGAINST.finditer(text):
        who = names.keys(block.cells.get("who", block.text[: block.text.find(text)]))
        for other in names.keys(found[1]):
            if not any(_linked(who, other, telling, truth) for telling in truth.tellings):
                yield f"{', '.join(who)} is compared with {other}, from which nothing came"


def _linked(who: list[str], other: str, telling: Telling, truth: Truth) -> bool:
    page = truth.story.page_of(telling)
    if page.publisher not in who and not set(telling.by) & set(who):
        return False
    texts = {page.publisher, *telling.by}
    if len(who) > 1 and not set(who) <= texts | {telling.said_in, telling.speaks_for, f"text:{page.id}"}:
        return False
    return any(
        other in {truth.story.page_of(g).publisher, f"text:{g.page}", *g.by, g.said_in, f"text:{g.said_in}"}
        for g in truth.grounds(telling)
    )


def _nothing(text: str, truth: Truth, names: Names) -> Iterator[str]:
    """That nothing changed on a way: then there has to be one, and nothing may have changed on it."""
    ends = [t for t in truth.tellings if t.comes_from]
    if not ends:
        yield "nothing was passed on, so nothing can have stayed the same"
    way = v.ON_THE_WAY.search(text)
    if not way or "but" in text:
        return
    pages = set(names.keys(way[2]))
    for change in truth.changes:
        if truth.story.page_of(change.telling).publisher in pages and truth.affirms(change.telling):
            yield f"{change.before or 'nothing'} became {change.after or 'nothing'} there ({change.aspect})"


def _is_of_the_story(text: str, truth: Truth, names: Names) -> bool:
    return bool(names.mentions(text) or names.figures(text, truth.values) or "“" in text)


def _not_understood(truth: Truth) -> Iterator[str]:
    """Words of change that the table does not know: at least the story has to have a change."""
    if not truth.changes and not truth.ended:
        yield "words of change, and nothing changed in the story"
