"""Which ends of ways are one origin, and which may be one. (PARC; CRMinf J7)"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from explainers.graph.disjoint_sets import Groups
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.ways import OWN_GROUNDS, made_from, own_voice, pages, several_texts
from explainers.kinds.actor.model import Actor


class Root(NamedTuple):
    """A speaker in a telling at which a way ends, as far as our sources say."""

    ref: AttributionRef
    actor: str
    party: str

    @property
    def stated(self) -> bool:
        """Whether it says how it knows: by its own observation or estimate, or because it rules on it."""
        return not OWN_GROUNDS.isdisjoint(self.ref.attribution.based_on) or self.ref.attribution.act == "rule"


class Origin(NamedTuple):
    """One independent origin: roots that are one party, that spoke together, or whose pages are copies of one text."""

    roots: tuple[Root, ...]
    by_documents: bool = False

    @property
    def actors(self) -> tuple[str, ...]:
        """Who it is, in the order of the claim."""
        return tuple(dict.fromkeys(root.actor for root in self.roots))

    @property
    def stated(self) -> bool:
        """Whether any of its roots says how it knows."""
        return any(root.stated for root in self.roots)


def independent(roots: Sequence[Root], graph: Graph) -> Iterator[Origin]:
    """Roots that are surely one origin, together."""
    found = _together(roots, _shared(roots, _SURE, graph))
    return (Origin(tuple(each), len({root.party for root in each}) > 1) for each in found)


def fewest_of(roots: Sequence[Root], graph: Graph) -> int:
    """How many origins are left once those that may be one are taken for one.

    Speakers read in a page that is made from several texts may be those of any other text.
    """
    if len(roots) < 2:
        return len(roots)
    pairs = [*_shared(roots, (*_SURE, _printed_together, _by_whole), graph), *_in_copies(roots, graph)]
    found = _together(roots, pairs)
    apart = [each for each in found if not all(_in_mixed_page(root, graph) for root in each)]
    return len(apart) or min(len(found), 1)


# What a root can have in common with another.
_Key = Callable[[Root, Graph], Iterable[str]]


def _shared(roots: Sequence[Root], keys: Sequence[_Key], graph: Graph) -> Iterator[tuple[int, int]]:
    """The roots, by their index, that have something in common, in pairs that connect them all."""
    alike: dict[tuple[int, str], int] = {}
    for index, root in enumerate(roots):
        for kind, key in enumerate(keys):
            for value in key(root, graph):
                yield alike.setdefault((kind, value), index), index


def _in_copies(roots: Sequence[Root], graph: Graph) -> Iterator[tuple[int, int]]:
    """Speakers in different copies of one text; two speakers in one and the same document stay two."""
    by_text: dict[str, dict[str, int]] = {}
    for index, root in enumerate(roots):
        for page in () if root.stated else sorted(pages(root.ref.attribution)):
            by_text.setdefault(_first_text(page, graph), {}).setdefault(page, index)
    for copies in by_text.values():
        yield from pairwise(copies.values())


def _together(roots: Sequence[Root], pairs: Iterable[tuple[int, int]]) -> list[list[Root]]:
    if len(roots) < 2:
        return [[root] for root in roots]
    groups = Groups()
    for one, other in pairs:
        groups.join(f"{one:06}", f"{other:06}")
    found: dict[str, list[Root]] = {}
    for index, root in enumerate(roots):
        found.setdefault(groups.find(f"{index:06}"), []).append(root)
    return list(found.values())


def _by_party(root: Root, _: Graph) -> Iterable[str]:
    return (root.party,)


def _spoken_together(root: Root, _: Graph) -> Iterable[str]:
    return (root.ref.key,) if root.ref.attribution.joint == "together" else ()


def _by_copies(root: Root, graph: Graph) -> Iterable[str]:
    """The text that a page is a copy of, where the page prints something in its own voice and on no ground."""
    if root.stated or not own_voice(root.ref, graph):
        return ()
    return (_first_text(page, graph) for page in sorted(pages(root.ref.attribution)) if not several_texts(page, graph))


_SURE = (_by_party, _spoken_together, _by_copies)


def _printed_together(root: Root, _: Graph) -> Iterable[str]:
    """Whether each of several speakers in one attribution spoke is not known, unless the record says so."""
    return () if root.ref.attribution.joint == "separate" else (root.ref.key,)


def _by_whole(root: Root, graph: Graph) -> Iterable[str]:
    """Parts of one whole, and the whole itself."""
    actor = graph.get(root.party, Actor)
    return (root.party, *([actor.part_of] if actor and actor.part_of else []))


def _in_mixed_page(root: Root, graph: Graph) -> bool:
    attribution = root.ref.attribution
    read = [] if root.stated or attribution.said_in else sorted(pages(attribution))
    return bool(read) and all(several_texts(page, graph) for page in read)


def _first_text(page: str, graph: Graph) -> str:
    """The text of which a page is a copy, however far back; of texts that are copies of each other, one."""
    behind = made_from(page, graph)
    if not behind:
        return page
    last = behind[-1].id
    circle = {page, *(text.id for text in behind)}
    return min(circle) if any(text.id in circle for text in made_from(last, graph)) else last
