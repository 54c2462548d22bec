"""A sentence inside a sentence: which opening words keep their capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.graph.memo import whole
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.place.model import Place
from explainers.text.inline import Emphasis, Inline, RecordLink, Words

# A sentence may open with these; inside another sentence they lose their capital.
_SMALL = frozenset(
    "the a an some any all both no not none many most more less fewer few several each every either neither such this "
    "that these those its their his her our it they there he she we you who what nobody everybody someone everyone "
    "one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands tens half another other "
    "others in on at by for from with within without after before during since until under over as if when where while "
    "whether because despite although across along among around through throughout between up only even nearly about "
    "almost roughly least military soldiers troops forces weapons civilians people women men children residents "
    "officials police prices talks fighting".split()
)  # fmt: skip


# Small words that are as often names: Will resigned, May will resign.
_ALSO_NAMES = frozenset("will may can mark bill grant rose pat art".split())
_CAPITAL = re.compile(r"(?<=[a-z,;:’] )[A-Z][a-z]+\b")
_SMALL_LETTERS = re.compile(r"(?<![\w’'-])[a-z]+\b")


def inside_a_sentence(parts: list[Inline], graph: Graph, claim: Claim | None = None) -> list[Inline] | None:
    """The proposition as it is after `that`, or None where we cannot tell a name from a common word.

    What no list has is as other texts of the claim write it in the middle of a sentence.
    """
    first = parts[0] if parts else None
    if isinstance(first, Emphasis):
        inner = inside_a_sentence(list(first.parts), graph, claim)
        return None if inner is None else [Emphasis(tuple(inner), first.strong), *parts[1:]]
    if not isinstance(first, Words | RecordLink):
        return None
    text = first.words if isinstance(first, RecordLink) else first.text
    word = next(iter(text.split()), "").strip(",;:“”‘’\"'()")
    if not word[:1].isupper() or _is_name(first, text, graph):
        return parts
    bare = word.removesuffix("'s").removesuffix("’s")
    if bare[1:] != bare[1:].lower():
        # `IT` is no `it`.
        return parts
    listed = bare.casefold() in _SMALL
    if not listed and (isinstance(first, RecordLink) or _is_known(text, bare, graph)):
        return parts
    name, common = _written(bare, claim, graph) if claim and not listed else (False, listed)
    if name or not common:
        return parts if name and not common else None
    at = text.index(word)
    small = f"{text[:at]}{text[at].lower()}{text[at + 1 :]}"
    return [RecordLink(first.id, small) if isinstance(first, RecordLink) else Words(small), *parts[1:]]


def _is_known(text: str, word: str, graph: Graph) -> bool:
    """Whether it opens with the name of a record."""
    return any(text.startswith(name) for name in _names_by_word(graph).get(word, ()))


def _written(word: str, claim: Claim, graph: Graph) -> tuple[bool, bool]:
    """Whether the texts of a claim have a word with a capital within a sentence, and whether with a small letter."""
    names, common = _words_of(claim, graph)
    return word in names, word.lower() in common and word.lower() not in _ALSO_NAMES


@once
def _words_of(claim: Claim, graph: Graph) -> tuple[frozenset[str], frozenset[str]]:
    """The words that the texts of a claim, and the summaries of whom and what it is about, write in a sentence."""
    tellings = claim.attributions
    about = dict.fromkeys([*claim.about, *(actor for telling in tellings for actor in telling.by)])
    records = (graph.records.get(id) for id in about)
    texts = [
        claim.label,
        claim.statement,
        *(quantity.of or "" for quantity in claim.quantities.values()),
        *(telling.statement or "" for telling in tellings),
        *(record.summary or "" for record in records if record),
    ]
    return (
        frozenset(word for text in texts for word in _CAPITAL.findall(text)),
        frozenset(word for text in texts for word in _SMALL_LETTERS.findall(text)),
    )


def _is_name(first: Words | RecordLink, text: str, graph: Graph) -> bool:
    """Whether it opens with a name that itself opens with a common word: The Hague, Many Rivers."""
    if isinstance(first, RecordLink):
        record = graph.records.get(first.id)
        if record is not None and text == record.in_sentence and _is_proper(text):
            return True
    return any(text.startswith(name) and not text[len(name) : len(name) + 1].isalnum() for name in _long_names(graph))


@whole
def _names_by_word(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """The names of actors, places and events by the capitalised word with which they open; a person's by each word."""
    found: dict[str, set[str]] = {}
    for id, name in _names(graph):
        bare = name.split(" ", 1)[1] if name.startswith(("The ", "the ")) and " " in name else name
        actor = graph.get(id, Actor)
        person = actor is not None and actor.kind == "person"
        words = [w.strip(",()“”") for w in bare.split() if w[:1].isupper() and w.casefold() not in _SMALL]
        for word in words if person else words[:1]:
            found.setdefault(word, set()).add(word if person else bare)
    return {word: tuple(sorted(names)) for word, names in found.items()}


@whole
def _long_names(graph: Graph) -> tuple[str, ...]:
    """Names in running text that open with a capital on a common word."""
    names = {name for _, name in _names(graph)}
    return tuple(sorted(n for n in names if _is_proper(n) and n.split()[0].casefold() in _SMALL))


def _is_proper(name: str) -> bool:
    """Whether a name is one in running text: The Hague, but not The flood."""
    first, *others = name.split()
    return first[:1].isupper() and (not others or any(word[:1].isupper() for word in others))


def _names(graph: Graph) -> Iterator[tuple[str, str]]:
    """The names of actors, places and events as they are in running text."""
    # Kind by kind, so that what is made from it does not depend on claims and sources.
    for record in (*graph.of(Actor), *graph.of(Place), *graph.of(Event)):
        # A heading's capital is none in running text: Navy, the navy.
        others = (name for name in record.names if name != record.title)
        yield from ((record.id, name) for name in (record.in_sentence, *others))
