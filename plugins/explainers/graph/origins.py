"""How many independent origins a claim has, and the way back to each.

Tellings are followed back along their ways (`ways`) to where these end. A spokesperson counts as the party it speaks
for, and those who spoke together count once. Pages that print something in their own voice, and are copies of one text,
count once. Of a measurement, a news page's own voice without a ground is no origin: where it has the figure from is
*unknown*, and so it is for who passes something on without naming a source. Who took it back, or was replaced, is no
origin any more. (MPQA nested sources; CRMinf J7; PROV wasDerivedFrom)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from explainers.graph.disjoint_sets import Groups
from explainers.graph.endings import ending
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.parties import parties, party
from explainers.graph.ways import OWN_GROUNDS, bases, carries, made_from, own_voice, pages, several_texts, ways
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim


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


@dataclass(frozen=True, slots=True)
class Origins:
    """The tellings of a claim, the voices in them, and the independent origins they come down to.

    Tellings say that it is so or pass it on, here or in other claims that these rest on. Voices are the parties that
    say so, by id, each once. `unknown` are the ends at which it is not known from whom it comes.
    """

    tellings: tuple[AttributionRef, ...]
    voices: tuple[str, ...]
    origins: tuple[Origin, ...]
    unknown: tuple[Origin, ...]
    withdrawn: tuple[Origin, ...]
    replaced: tuple[Origin, ...]
    fewest: int
    """How many there are at least: of those that are no more than possibly apart, one."""
    open: bool
    """Whether there may be more: several speakers as one, or a step that is our inference."""

    @property
    def ended(self) -> tuple[Origin, ...]:
        """Those who took it back, and those whom others replaced."""
        return (*self.withdrawn, *self.replaced)

    @property
    def all(self) -> tuple[Origin, ...]:
        """Every end of a way."""
        return (*self.origins, *self.unknown, *self.ended)


@once
def origins(claim: Claim, graph: Graph) -> Origins:
    """The tellings, voices and independent origins of a claim, each in reading order."""
    found = tellings_of(claim, graph)
    voices = [
        party(actor, ref.attribution, graph)
        for ref in found
        for actor in ref.attribution.by
        if ref.stance == "affirms" and not ending(actor, ref, graph)
    ]
    roots = [
        Root(ref, actor, party(actor, ref.attribution, graph))
        for ref in _ends_of(found, graph)
        for actor in ref.attribution.by
    ]
    how = {id(root): _how(root, graph) for root in roots}
    kinds = {kind: [root for root in roots if how[id(root)] == kind] for kind in _KINDS}
    standing = kinds["origin"]
    return Origins(
        tellings=tuple(found),
        voices=tuple(dict.fromkeys(voices)),
        origins=tuple(_independent(standing, graph)),
        unknown=tuple(_independent(kinds["unknown"], graph)),
        withdrawn=tuple(_independent(kinds["taken-back"], graph)),
        replaced=tuple(_independent(kinds["replaced"], graph)),
        fewest=_fewest(standing, graph),
        open=any(_plural(root, graph) for root in standing) or _may_be_more(found, standing, graph),
    )


def _may_be_more(found: Sequence[AttributionRef], roots: Sequence[Root], graph: Graph) -> bool:
    counted = {root.party for root in roots}
    return any(_only_inferred(ref, graph) and not parties(ref.attribution, graph) <= counted for ref in found)


_KINDS = ("origin", "unknown", "taken-back", "replaced")


def _how(root: Root, graph: Graph) -> str:
    """Which kind of end a root is."""
    ended = ending(root.actor, root.ref, graph)
    return ended.how if ended else "unknown" if is_unknown(root, graph) else "origin"


def is_unknown(root: Root, graph: Graph) -> bool:
    """Whether its source is not known: passed on without one, or a figure in a news page's own voice."""
    if root.ref.attribution.passes_on:
        return True
    measured = root.ref.claim.type == "measurement" and not root.stated
    return measured and own_voice(root.ref, graph) and _is_news(root, graph)


def _is_news(root: Root, graph: Graph) -> bool:
    actor = graph.get(root.actor, Actor)
    return actor is not None and actor.kind == "media-organisation"


def tellings_of(claim: Claim, graph: Graph) -> list[AttributionRef]:
    """The attributions that say a claim is so or pass it on, and what they rest on, level by level, each once."""
    level = [ref for ref in graph.refs(claim) if carries(ref)]
    found = {ref.key: ref for ref in level}
    while level:
        below = {base.key: base for ref in level for base in bases(ref, graph)}
        level = [base for key, base in below.items() if key not in found]
        found |= {base.key: base for base in level}
    return list(found.values())


@once
def distance(ref: AttributionRef, graph: Graph) -> int:
    """How many steps a telling is from its nearest origin; 0 at the origin, and for a chain that closes on itself."""
    seen = {ref.key}
    level = [ref]
    steps = 0
    while level:
        if any(_ends(here, graph) for here in level):
            return steps
        below = {base.key: base for here in level for base in bases(here, graph)}
        level = [base for key, base in below.items() if key not in seen]
        seen.update(below)
        steps += 1
    return 0


def chain(ref: AttributionRef, graph: Graph) -> tuple[AttributionRef, ...]:
    """A telling and what it rests on, step by step; of several bases, the first."""
    links: dict[str, AttributionRef] = {}
    here: AttributionRef | None = ref
    while here is not None and here.key not in links:
        links[here.key] = here
        here = next(iter(bases(here, graph)), None)
    return tuple(links.values())


def _ends(ref: AttributionRef, graph: Graph) -> bool:
    """Whether the way ends here: it comes from no other, or has its own grounds as well."""
    return not bases(ref, graph) or not OWN_GROUNDS.isdisjoint(ref.attribution.based_on)


def _ends_of(found: Sequence[AttributionRef], graph: Graph) -> list[AttributionRef]:
    """The tellings at which the ways end; of a circle that leads nowhere else, the telling that is read first."""
    resting: dict[str, list[str]] = {}
    for ref in found:
        for base in bases(ref, graph):
            resting.setdefault(base.key, []).append(ref.key)
    lead_out: set[str] = set()
    ends = {ref.key for ref in found if _ends(ref, graph)}
    _add_all_above(ends, resting, lead_out)
    for ref in found:
        if ref.key not in lead_out:
            ends.add(ref.key)
            _add_all_above([ref.key], resting, lead_out)
    return [ref for ref in found if ref.key in ends]


def _add_all_above(keys: Iterable[str], resting: Mapping[str, Sequence[str]], found: set[str]) -> None:
    """Add tellings and all that rest on them."""
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(resting.get(key, ()))


def _independent(roots: Sequence[Root], graph: Graph) -> Iterator[Origin]:
    """Roots that are surely one origin, together."""
    found = _together(roots, _shared(roots, _SURE, graph))
    return (Origin(tuple(each), len({root.party for root in each}) > 1) for each in found)


def _fewest(roots: Sequence[Root], graph: Graph) -> int:
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


def _plural(root: Root, graph: Graph) -> bool:
    """Whether one root stands for several speakers: officials, estimates."""
    attribution = root.ref.attribution
    if isinstance(attribution.speakers, int):
        return attribution.speakers > len(attribution.by)
    actor = graph.get(root.actor, Actor)
    return attribution.speakers == "several" or (actor is not None and actor.kind == "unnamed-group")


def _only_inferred(ref: AttributionRef, graph: Graph) -> bool:
    """Whether it is our inference alone that somebody comes from others: else they were an origin themselves."""
    found = [way for way in ways(ref, graph) if carries(way.before)]
    return ref.stance == "affirms" and bool(found) and not any(way.stated for way in found)
