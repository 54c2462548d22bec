"""What is told to have changed: only along ways of the story, with the right words, between the right texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.stories import vocabulary as v
from tests.stories.names import Names
from tests.stories.reading import Block, sentences
from tests.stories.story import Telling
from tests.stories.truth import Change, Truth, aspects


@dataclass(frozen=True)
class Told:
    """A change as a page tells it: which aspect, or any; its words before and after, `None` where not given."""

    words: str
    before: str | None
    after: str | None
    end: int
    aspect: str = ""


def untrue_changes(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """Every change that is told and that the story does not have."""
    if v.WAY_HEADS.search(block.text):
        if not any(t.comes_from for t in truth.tellings):
            yield "a heading tells of what changed on the way, and nothing was passed on"
        return
    if v.OF_THE_PAGE.search(block.text):
        return
    if block.is_row:
        yield from _of_row(block, truth, names)
        return
    for text in sentences(block.text):
        yield from _of_sentence(text, truth, names)


def _of_row(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """The cell of a row that says what is otherwise than in others."""
    here = names.keys(block.cells.get("who", ""))
    cell = block.cells.get("Differs", "")
    for part, against in re.findall(r"([^()]*)\(compared with ([^()]+)\)", cell):
        befores = [key for key in names.keys(against) if key in names.subject(against) or key.startswith("text:")]
        items = [item.strip() for item in part.split("; ") if item.strip()]
        for told in [found for item in items for found in _told_in_a_row(item)]:
            if not any(_is(change, told, befores, here, truth) for change in truth.differences):
                yield f"“{told.words}” against {', '.join(befores)}: the story has no such difference"
        yield from _against(here, befores, truth, besides=any(item.endswith(" here") for item in items))


def _told_in_a_row(item: str) -> Iterator[Told]:
    """A difference as a row has it: with the name of the aspect, or the words alone."""
    if found := v.ITEM.match(item):
        yield Told(item, found[2].strip("“”"), (found[3] or found[4]).strip("“”"), 0, v.ITEMS.get(found[1] or "", ""))
    else:
        yield from _told(item)


def _of_sentence(text: str, truth: Truth, names: Names) -> Iterator[str]:
    if not (names.mentions(text) or names.figures(text, truth.values) or "“" in text):
        return
    if found := v.ONE_TEXT.search(text):
        yield from _siblings(found[1], text[found.end() :], truth, names)
        return
    told = list(_told(text))
    befores, afters = _sides(text, names)
    for one in told:
        yield from _unless_so(one, befores, afters or _place(text, one.end, names), truth)
    if v.NOTHING_CHANGED.search(text):
        yield from _nothing(text, truth, names)
    elif not told and v.CHANGE_STEMS.search(text) and not truth.changes and not truth.ended:
        yield "words of change that are in no row of the table, and nothing changed in the story"
    if told:
        for after in afters:
            yield from _against([after], befores, truth)


def _told(text: str) -> Iterator[Told]:
    """Each change that a text tells of."""
    for found in v.LOST.finditer(text):
        yield Told(found[0], found[1], "", found.end())
    for found in v.ADDED.finditer(text):
        yield Told(found[0], "", found[1], found.end())
    for found in v.BECAME.finditer(text):
        yield Told(found[0], found[1] or found[2], found[3] or found[4], found.end())
    for pattern, (aspect, before, after) in v.LEADS.items():
        for found in re.finditer(pattern, text):
            yield Told(found[0], before, after, found.end(), aspect)


def _sides(text: str, names: Names) -> tuple[list[str], list[str]]:
    """Of a sentence with two sides, who is named on either: the Post gave 400; the Echo, from this, gave 500."""
    _, colon, rest = text.partition(": ")
    first, mark, second = rest.partition("; ")
    if not (colon and mark and v.FROM_THIS.search(second)):
        return [], []
    return names.keys(first), names.keys(second)


def _place(text: str, end: int, names: Names) -> list[str]:
    """Where a change is said to have come in: what is in brackets right after it."""
    found = re.match(r"[^(;]{0,60}\((?!against|compared)([^()]*)\)", text[end:])
    return names.keys(found[1]) if found else []


def _unless_so(told: Told, befores: Sequence[str], afters: Sequence[str], truth: Truth) -> Iterator[str]:
    if not any(_is(change, told, befores, afters, truth) for change in truth.changes):
        where = f" from {', '.join(befores) or 'anywhere'} to {', '.join(afters)}" if afters else ""
        yield f"“{told.words}”{where}: the story has no such change"


def _is(change: Change, told: Told, befores: Sequence[str], afters: Sequence[str], truth: Truth) -> bool:
    """Whether a change of the story is the one told."""
    if told.aspect and told.aspect != change.aspect:
        return False
    if afters and not _stands_for(change.telling, truth) & set(afters):
        return False
    if befores and not _stands_for(change.ground, truth) & set(befores):
        return False
    given = (None if told.before is None else (told.before, change.before), (told.after, change.after))
    return all(pair is None or pair[0] is None or _reads(change.aspect, pair[0], pair[1]) for pair in given)


def _stands_for(telling: Telling, truth: Truth) -> set[str]:
    """By what a telling may be called: its page, its speakers, the text in which it was said."""
    page = truth.story.page_of(telling)
    return {page.publisher, f"text:{page.id}", telling.said_in, f"text:{telling.said_in}", *telling.by} - {"", "text:"}


def _reads(aspect: str, words: str, value: str) -> bool:
    """Whether words stand for what an aspect is."""
    plain = words.strip().casefold()
    if not plain or plain in v.NOTHING_THERE:
        return not value
    if aspect == "figure":
        return bool(value) and value in re.findall(r"[\d,]+", plain)
    if aspect == "qualifier":
        return plain == value or (plain, value) == ("nearly", "almost")
    if aspect == "certainty":
        return plain in v.CERTAINTY_WORDS.get(value, set())
    if aspect == "act":
        return plain in v.ACT_NOUNS.get(value, set())
    if aspect in {"named", "speakers"}:
        return value.casefold() in plain if value else "several" not in plain
    return bool(value) and (plain in value.casefold() or value.casefold().rstrip(".") in plain)


def _against(who: Sequence[str], befores: Sequence[str], truth: Truth, *, besides: bool = False) -> Iterator[str]:
    """With whom something is compared: only with what it comes from, or with another account of the same text."""
    for other in befores:
        if not any(_linked(who, other, telling, truth, besides=besides) for telling in truth.tellings):
            yield f"{', '.join(who)} is compared with {other}, from which nothing came"


def _linked(who: Sequence[str], other: str, telling: Telling, truth: Truth, *, besides: bool) -> bool:
    here = _stands_for(telling, truth)
    if not here & set(who) or (len(who) > 1 and not set(who) <= here | {telling.speaks_for}):
        return False
    grounds = truth.grounds(telling) + (truth.siblings(telling) if besides else [])
    return any(other in _stands_for(ground, truth) | {ground.speaks_for} for ground in grounds)


def _siblings(title: str, text: str, truth: Truth, names: Names) -> Iterator[str]:
    """That accounts of one text differ: both have to be of it, and have to differ."""
    of_text = set(names.keys(title))
    first, _, second = text.partition("; ")
    one, two = (
        [t for t in truth.tellings if _stands_for(t, truth) & set(names.keys(side))] for side in (first, second)
    )
    for here in one:
        for there in two:
            shared = here.said_in and here.said_in == there.said_in and f"text:{here.said_in}" in of_text
            if shared and aspects(here) != aspects(there):
                return
    yield "no two accounts of that text differ so"


def _nothing(text: str, truth: Truth, names: Names) -> Iterator[str]:
    """That nothing changed on a way: then there has to be one, and nothing may have changed on it."""
    if not any(t.comes_from for t in truth.tellings):
        yield "nothing was passed on, so nothing can have stayed the same"
    pages = set(names.keys(text)) if not v.ON_THE_WAY.search(text) else set(names.keys(text.partition(" to ")[2]))
    for change in truth.changes:
        if truth.story.page_of(change.telling).publisher in pages and "but" not in text:
            yield f"{change.before or 'nothing'} became {change.after or 'nothing'} there ({change.aspect})"
