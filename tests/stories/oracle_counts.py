"""How many origins and voices are counted, and whether what is uncertain is told as uncertain."""

from __future__ import annotations

from collections.abc import Iterator

from tests.stories import vocabulary as v
from tests.stories.names import Names
from tests.stories.origins import INFINITE, bounds
from tests.stories.reading import Block
from tests.stories.truth import Truth

AT_LEAST = {"at least"}


def untrue_counts(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """Every number of origins that can be another, and every number of voices that is too high."""
    text = block.text
    if not v.COUNTED.search(text) or v.OF_THE_PAGE.search(text):
        return
    for unknown in v.UNKNOWN_ORIGINS.finditer(text):
        if not truth.unknown:
            yield f"“{unknown[0]}”, and every origin of the story is known"
    yield from _counted_as_one(text, truth, names)
    text = v.UNKNOWN_ORIGINS.sub("", v.COUNTED_AS_ONE.sub("", text))
    for found in v.ORIGINS.finditer(v.STEPS.sub("", text)):
        if text[found.end() :].startswith(": "):
            continue
        low = _number(found[2]) if found[2] else None
        yield from _origins((found["hedge"] or "").casefold(), low, _number(found[3]), truth)
    for found in v.ONE_ORIGIN_OF.finditer(text):
        for actor in set(names.subject(found[1])) - truth.origin_parties:
            yield f"“one origin” at {actor}, where none is known"
    for found in v.VOICES.finditer(text):
        most = {party for t in truth.tellings if truth.affirms(t) for party in _voices(t.by, t.speaks_for)}
        if _number(found[2]) > len(most) and (found["hedge"] or "").casefold() != "at most":
            yield f"{found[0]}; there are {len(most)}"


def _counted_as_one(text: str, truth: Truth, names: Names) -> Iterator[str]:
    """That two count as one because of the texts in which they are read: then these share what they are made from."""
    for found in v.COUNTED_AS_ONE.finditer(text):
        first = [mention.key for mention in names.mentions(text[: found.start()])[-1:]]
        pages = [{t.page for actor in side for t in truth.of(actor)} for side in (first, names.actors(found[1]))]
        texts = [{text for page in side for text in truth.ancestors(page)} for side in pages]
        if not texts[0] & texts[1] or pages[0] == pages[1]:
            yield f"{', '.join([*first, *names.actors(found[1])])} are read in texts that have nothing in common"


def _voices(by: tuple[str, ...], speaks_for: str) -> tuple[str, ...]:
    return (speaks_for,) if speaks_for else by


def _number(words: str) -> int:
    return v.NUMBERS[words.casefold()] if words.casefold() in v.NUMBERS else int(words)


def _origins(hedge: str, low: int | None, number: int, truth: Truth) -> Iterator[str]:
    story = bounds(truth)
    most = "any number" if story.high == INFINITE else story.high
    said = f"{hedge} {f'{low} to ' if low is not None else ''}{number} origins".strip()
    why = f"; the story has {story.low} to {most}" + (f" ({story.uncertain})" if story.uncertain else "")
    if low is not None:
        if low > story.low or number < story.high:
            yield said + why
    elif hedge in AT_LEAST:
        if number > story.low:
            yield said + why
    elif hedge:
        if number < story.high:
            yield said + why
    elif not story.low <= number <= story.high:
        yield said + why
    elif story.uncertain and story.low != story.high:
        yield f"{said}, without “at most” or “at least”{why}"
