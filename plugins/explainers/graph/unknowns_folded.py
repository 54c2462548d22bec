"""What could not be established, sort by sort: what several claims share is told once, with the claims."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar, get_args

from explainers.graph.unknowns import Unknown, UnknownKind
from explainers.kinds.claim.model import Claim

T = TypeVar("T")

# In these sorts, several actors on the same claims are told of in one sentence; in those, several texts.
_ACTORS = {"no-stated-basis", "no-position", "no-date", "inferred-date"}
_TEXTS = {"quotation-not-found", "quotation-not-checked"}


@dataclass(frozen=True, slots=True)
class Fold:
    """One thing that is not known, and the claims that share it."""

    unknown: Unknown
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class UnknownSort:
    """All of one sort; `count` is how many things there are, however few sentences tell them."""

    kind: UnknownKind
    count: int
    folds: tuple[Fold, ...]


def folded(unknowns: Sequence[Unknown]) -> tuple[UnknownSort, ...]:
    """What is not known by sort, the gravest first."""
    found: list[UnknownSort] = []
    for kind in get_args(UnknownKind):
        ones = [unknown for unknown in unknowns if unknown.kind == kind]
        if ones:
            found.append(UnknownSort(kind, _count(kind, ones), tuple(_folds(kind, ones))))
    return tuple(found)


def _count(kind: UnknownKind, ones: Sequence[Unknown]) -> int:
    """Speakers, sources and the editors' own gaps are counted each once, all else once a claim or statement."""
    if kind == "unnamed-speaker":
        return len({one.actors for one in ones})
    if kind in {"unread-source", "part-read-source"}:
        return len({one.sources for one in ones})
    return len({one.words for one in ones}) if kind == "gap" else len(ones)


def _folds(kind: UnknownKind, ones: Sequence[Unknown]) -> list[Fold]:
    if kind == "part-read-source":
        sources = dict.fromkeys(id for one in ones for id in one.sources)
        return [Fold(ones[0]._replace(sources=tuple(sources)), _claims(ones))]
    if kind == "unnamed-speaker":
        return _by_actors([_of_one_speaker(same) for same in _alike(ones, lambda one: one.actors)])
    shared = [Fold(same[0], _claims(same)) for same in _alike(ones, lambda one: one.facts)]
    if kind in _ACTORS:
        return _by_actors(shared)
    if kind in _TEXTS:
        return [_together(folds) for folds in _alike(shared, _all_but_the_texts)]
    return shared


def _of_one_speaker(ones: Sequence[Unknown]) -> Fold:
    """A speaker without a name is one, whoever tells of it."""
    through = dict.fromkeys(id for one in ones for id in one.through)
    return Fold(ones[0]._replace(through=tuple(through)), _claims(ones))


def _by_actors(folds: Sequence[Fold]) -> list[Fold]:
    return [_together(alike) for alike in _alike(folds, _all_but_the_actors)]


def _all_but_the_actors(fold: Fold) -> Hashable:
    kind, _, *others = fold.unknown.facts
    return kind, *others, *(claim.id for claim in fold.claims)


def _all_but_the_texts(fold: Fold) -> Hashable:
    kind, actors, _, *others = fold.unknown.facts
    return kind, actors, *others, *(claim.id for claim in fold.claims)


def _together(folds: Sequence[Fold]) -> Fold:
    actors = dict.fromkeys(actor for fold in folds for actor in fold.unknown.actors)
    sources = dict.fromkeys(source for fold in folds for source in fold.unknown.sources)
    return Fold(folds[0].unknown._replace(actors=tuple(actors), sources=tuple(sources)), folds[0].claims)


def _claims(ones: Iterable[Unknown]) -> tuple[Claim, ...]:
    return tuple({one.claim.id: one.claim for one in ones}.values())


def _alike(things: Iterable[T], key: Callable[[T], Hashable]) -> list[list[T]]:
    """Things that have the same key, in the order of the first of each."""
    found: dict[Hashable, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return list(found.values())
