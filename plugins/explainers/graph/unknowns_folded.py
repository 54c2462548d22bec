"""What could not be established, group by group: what several claims share is given once, with the claims."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar, get_args

from explainers.graph.unknowns import Unknown, UnknownKind
from explainers.kinds.claim.model import Claim

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

# What a reader sees under one head, the gravest first.
UnknownHead = Literal[
    "looked-for",
    "left-open",
    "not-named",
    "no-stated-basis",
    "no-primary-source",
    "quotations",
    "inferred",
    "no-date",
    "not-read",
]
_HEADS: dict[UnknownKind, UnknownHead] = {
    "searched-gap": "looked-for",
    "quotation-not-found": "looked-for",
    "gap": "left-open",
    "unnamed-speaker": "not-named",
    "origin-not-named": "not-named",
    "no-stated-basis": "no-stated-basis",
    "no-recorded-basis": "no-stated-basis",
    "no-primary-source": "no-primary-source",
    "quotation-not-checked": "quotations",
    "inferred-link": "inferred",
    "inferred-date": "inferred",
    "no-date": "no-date",
    "unread-source": "not-read",
    "part-read-source": "not-read",
}
_HEADS_IN_ORDER = {head: at for at, head in enumerate(get_args(UnknownHead))}
_KINDS_IN_ORDER = {kind: at for at, kind in enumerate(get_args(UnknownKind))}
# Several actors on the same claims share a sentence if it is of one of these kinds; several texts, of those.
_ACTORS = {
    "no-stated-basis",
    "no-recorded-basis",
    "no-primary-source",
    "no-position",
    "no-date",
    "inferred-date",
    "origin-not-named",
}
_TEXTS = {"quotation-not-found", "quotation-not-checked"}


class Fold(NamedTuple):
    """One thing that is not known, and the claims that share it."""

    unknown: Unknown
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class UnknownGroup:
    """All under one head; `count` is how many things there are, however few sentences name them."""

    head: UnknownHead
    count: int
    folds: tuple[Fold, ...]


def under_heads(unknowns: Sequence[Unknown]) -> tuple[UnknownGroup, ...]:
    """What is not known by head, the gravest first."""
    kinds = _alike(unknowns, lambda one: (_HEADS_IN_ORDER[head_of(one)], _KINDS_IN_ORDER[one.kind]))
    heads: dict[UnknownHead, list[list[Unknown]]] = {}
    for _, ones in sorted(kinds.items()):
        heads.setdefault(head_of(ones[0]), []).append(ones)
    return tuple(_group(head, found) for head, found in heads.items())


def _group(head: UnknownHead, kinds: Sequence[Sequence[Unknown]]) -> UnknownGroup:
    folds = tuple(fold for ones in kinds for fold in _folds(ones[0].kind, ones))
    return UnknownGroup(head, sum(_count(ones[0].kind, ones) for ones in kinds), folds)


def head_of(unknown: Unknown) -> UnknownHead:
    """The head of one thing; a silence was looked for only where a record says where."""
    if unknown.kind == "no-position":
        return "looked-for" if unknown.looked_in else "left-open"
    return _HEADS[unknown.kind]


def _count(kind: UnknownKind, ones: Sequence[Unknown]) -> int:
    """Speakers, sources and the editors' own gaps are counted each once, all else once a claim or statement."""
    if kind == "unnamed-speaker":
        return len({one.actors for one in ones})
    if kind in {"unread-source", "part-read-source"}:
        return len({one.sources for one in ones})
    return len({one.facts for one in ones}) if kind in {"gap", "searched-gap"} else len(ones)


def _folds(kind: UnknownKind, ones: Sequence[Unknown]) -> list[Fold]:
    if len(ones) == 1:
        return [Fold(ones[0], (ones[0].claim,))]
    if kind == "part-read-source":
        sources = dict.fromkeys(id for one in ones for id in one.sources)
        return [Fold(ones[0]._replace(sources=tuple(sources)), _claims(ones))]
    if kind == "unnamed-speaker":
        return _by_actors([_of_one_speaker(same) for same in _alike(ones, lambda one: one.actors).values()])
    shared = [Fold(same[0], _claims(same)) for same in _alike(ones, lambda one: one.facts).values()]
    if kind in _ACTORS:
        return _by_actors(shared)
    if kind in _TEXTS:
        return [_together(folds) for folds in _alike(shared, _all_but_the_texts).values()]
    return shared


def _of_one_speaker(ones: Sequence[Unknown]) -> Fold:
    """A speaker without a name is one, whoever reports it."""
    through = dict.fromkeys(id for one in ones for id in one.through)
    return Fold(ones[0]._replace(through=tuple(through)), _claims(ones))


def _by_actors(folds: Sequence[Fold]) -> list[Fold]:
    return [_together(alike) for alike in _alike(folds, _all_but_the_actors).values()]


def _all_but_the_actors(fold: Fold) -> Hashable:
    one = fold.unknown
    return one._replace(actors=()).facts, *(claim.id for claim in fold.claims)


def _all_but_the_texts(fold: Fold) -> Hashable:
    one = fold.unknown
    return one._replace(sources=()).facts, *(claim.id for claim in fold.claims)


def _together(folds: Sequence[Fold]) -> Fold:
    actors = dict.fromkeys(actor for fold in folds for actor in fold.unknown.actors)
    sources = dict.fromkeys(source for fold in folds for source in fold.unknown.sources)
    return Fold(folds[0].unknown._replace(actors=tuple(actors), sources=tuple(sources)), folds[0].claims)


def _claims(ones: Iterable[Unknown]) -> tuple[Claim, ...]:
    return tuple({one.claim.id: one.claim for one in ones}.values())


def _alike(things: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Things by their key, in the order of the first of each."""
    found: dict[K, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found
