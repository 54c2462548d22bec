"""What is said to come from what: only along ways of the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tests.stories import vocabulary as v
from tests.stories.names import Names
from tests.stories.oracle_positions import row_subject
from tests.stories.reading import Block, sentences
from tests.stories.story import MERGING, Telling
from tests.stories.truth import Truth


def reach(key: str, truth: Truth) -> set[str]:
    """All that a page, a text or a speaker's words lead back to: speakers, papers, texts, agencies."""
    found: set[str] = set()
    tellings = _tellings_of(key, truth)
    for telling in tellings:
        for here in (telling, *truth.all_grounds(telling)):
            found |= _at(here, truth)
    for text in truth.story.texts.values():
        if key in {text.publisher, f"text:{text.id}"}:
            found |= _made_from(text.id, truth)
            found.add(text.publisher)
    return found


def _tellings_of(key: str, truth: Truth) -> list[Telling]:
    if key.startswith("text:"):
        text = key.removeprefix("text:")
        return [t for t in truth.tellings if text in {t.page, t.said_in}]
    pages = [t for t in truth.tellings if truth.story.page_of(t).publisher == key]
    return [*pages, *(t for t in truth.tellings if key in {*t.by, t.speaks_for, t.said_in})]


def _at(telling: Telling, truth: Truth) -> set[str]:
    page = truth.story.page_of(telling)
    said_in = {telling.said_in, f"text:{telling.said_in}"} if telling.said_in else set()
    if telling.said_in in truth.story.texts:
        said_in.add(truth.story.texts[telling.said_in].publisher)
    return {*telling.by, telling.speaks_for, page.publisher, f"text:{page.id}", *said_in} - {""}


def _made_from(text: str, truth: Truth) -> set[str]:
    """What a text is made from, and what these are made from; a text that is only cited leads no further."""
    found: set[str] = set()
    for made in truth.story.texts[text].made_from:
        other = truth.story.texts[made.source]
        found |= {other.publisher, f"text:{other.id}"}
        if made.how in MERGING:
            found |= _made_from(other.id, truth)
    return found


def _unreached(starts: Iterable[str], ends: Iterable[str], truth: Truth) -> list[str]:
    """The ends to which none of the starts leads."""
    reached = set().union(*(reach(key, truth) for key in starts))
    return [end for end in ends if end not in reached]


def untrue_ways(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """What leads, goes back or is passed on where the story has no way."""
    head: list[str] = []
    for text in sentences(block.text):
        mentioned = names.keys(text)
        if not v.LEADS_TO.search(text) and _is_only_names(text, names):
            head = mentioned
        if not mentioned:
            continue
        for found in v.ON_THE_WAY.finditer(text):
            yield from _says("on the way", names.keys(found[2]), names.keys(found[1]), truth)
        for found in v.TRAIL.finditer(text):
            some = [] if re.search(r"\d others", found[1]) else names.keys(found[1])
            starts = some or [text.publisher for text in truth.story.texts.values()]
            yield from _says("the trail", starts, names.subject(found[2]), truth)
        for found in v.LEADS_TO.finditer(text):
            first = names.keys(text[: found.start()].partition(".")[0])
            yield from _says("leads to", first or head, names.subject(found[1]), truth)
        if not block.is_row:
            for pattern in (v.GOES_BACK, v.PASSED_ON_FROM):
                for found in pattern.finditer(text):
                    yield from _says("goes back", names.keys(text[: found.start()]), names.keys(found[1]), truth)
        for found in v.ENDS_WITH.finditer(text):
            for actor in set(names.subject(found[1])) - _ends(truth):
                yield f"no trail ends with {actor}"
    yield from _column(block, truth, names)


def _is_only_names(text: str, names: Names) -> bool:
    left = text
    for mention in reversed(names.mentions(text)):
        left = left[: mention.start] + left[mention.end :]
    return bool(names.mentions(text)) and not left.replace(" and ", "").strip(" .,;")


def _says(what: str, starts: list[str], ends: list[str], truth: Truth) -> Iterator[str]:
    if starts:
        for end in _unreached(starts, ends, truth):
            yield f"{what}: from {', '.join(starts)} to {end}, and no way leads there"


def _ends(truth: Truth) -> set[str]:
    roots = [t for t in truth.tellings if not t.comes_from]
    return {actor for t in roots for actor in (*t.by, t.speaks_for) if actor}


def _column(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """A column that says what a row goes back to."""
    for head, cell in block.cells.items():
        if head.casefold() in {"goes back to", "from"}:
            yield from _says("goes back", row_subject(block, names), names.keys(cell), truth)


def untrue_distances(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """How many steps a telling is said to be from its origin."""
    for found in v.STEPS.finditer(block.text):
        named = set(names.keys(block.cells.get("who", block.text)))
        rows = [t for t in truth.tellings if {*t.by, truth.story.page_of(t).publisher} & named == named] or [
            t for t in truth.tellings if truth.story.page_of(t).publisher in named
        ]
        if rows and int(found[1]) not in {n for t in rows for n in (truth.steps(t), truth.steps_between_pages(t))}:
            yield f"{found[1]} steps from the origin; it is {sorted({truth.steps(t) for t in rows})}"
