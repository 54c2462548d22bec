"""How many independent origins a story has, at least and at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tests.stories.story import Telling
from tests.stories.truth import Truth

INFINITE = 10**6


@dataclass(frozen=True)
class Bounds:
    """How many independent origins there are at least and at most, and whether a bare number would say too much."""

    low: int
    high: int
    uncertain: str = ""


def bounds(truth: Truth) -> Bounds:
    """How many origins: sure merges always count as one; what may be one or several makes a range."""
    sure, perhaps = _Groups(), _Groups()
    everyone = [(root, party) for root in truth.known for party in truth.parties(root)]
    for groups in (sure, perhaps):
        for _, party in everyone:
            groups.find(party)
    reasons = {reason for reason, is_doubtful in _joined(perhaps, everyone, truth) if is_doubtful}
    # Who gave it up is counted apart. Whether less is an origin of what was made of it, is left open.
    standing = [root for root in truth.known if root.id not in truth.ended]
    low = perhaps.count(party for root in standing if not root.statement for party in truth.parties(root))
    high = sure.count(party for root in standing for party in truth.parties(root)) + _more_if_not_inferred(truth)
    if any(_is_plural(root, truth) for root in standing):
        reasons.add("a plural")
        high = INFINITE
    return Bounds(low, high, ", ".join(sorted(reasons)))


def _is_plural(root: Telling, truth: Truth) -> bool:
    return root.speakers == "several" or any(truth.story.cast[actor].is_plural for actor in root.by)


def _more_if_not_inferred(truth: Truth) -> int:
    """How many more origins there are if what we infer is not so: speakers who would know it from themselves."""
    found = 0
    for telling in truth.tellings:
        others = {party for ground in truth.all_grounds(telling) for party in truth.parties(ground)}
        own = [party for party in truth.parties(telling) if party not in others and not truth.is_unknown(telling)]
        found += len(own) if telling.comes_from and _is_inferred(telling, truth) else 0
    return found


def _is_inferred(telling: Telling, truth: Truth) -> bool:
    made = truth.story.page_of(telling).made_from if telling.recorded == "derived" else ()
    return telling.basis == "inferred" or any(each.basis == "inferred" for each in made)


def _joined(groups: _Groups, roots: Sequence[tuple[Telling, str]], truth: Truth) -> Iterator[tuple[str, bool]]:
    """Join the parties that may be one origin; why, and whether the definitions ask for words of doubt there."""
    for root, _ in roots:
        if len(root.by) > 1 and root.joint not in {"separate", "together"}:
            groups.join_all(truth.parties(root))
            yield "speakers printed as one", True
    for (one, party), (other, second) in combinations(roots, 2):
        if one is other or party == second:
            continue
        if _one_body(one, other, truth):
            groups.join_all([party, second])
            yield "parts of one body", True
        if _may_share_a_text(one, other, truth):
            groups.join_all([party, second])
            both = one.page == other.page
            yield ("a page made from several", True) if both else ("texts that share an ancestor", False)


def _one_body(one: Telling, other: Telling, truth: Truth) -> bool:
    cast = truth.story.cast
    wholes = [{cast[a].part_of or a for a in (*each.by, each.speaks_for) if a} for each in (one, other)]
    return bool(wholes[0] & wholes[1])


def _may_share_a_text(one: Telling, other: Telling, truth: Truth) -> bool:
    if one.page == other.page:
        return len(truth.story.texts[one.page].parents) > 1
    return bool(truth.ancestors(one.page) & truth.ancestors(other.page))


class _Groups:
    """Parties that count as one."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        parent = self.parent.setdefault(name, name)
        return parent if parent == name else self.find(parent)

    def join_all(self, names: Iterable[str]) -> None:
        first, *others = names
        for other in others:
            self.parent[self.find(other)] = self.find(first)

    def count(self, names: Iterable[str]) -> int:
        return len({self.find(name) for name in names})
