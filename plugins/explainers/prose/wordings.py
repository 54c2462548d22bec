"""The words that pages give a speaker: where they differ, each wording is that of the pages that have it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from explainers.graph.graph import Graph
from explainers.graph.ways import pages_read, read_in_own_voice
from explainers.kinds.source.model import Source
from explainers.prose.groups import Group
from explainers.prose.lists import few
from explainers.prose.telling_names import named_page
from explainers.text.inline import Inline, Words

# So many pages with one wording are no longer one page's account.
_WIDELY = 3


def position_of(group: Group) -> set[tuple[str, str]]:
    """The position that is taken, for each of its speakers: what says something else is given with what says so."""
    return {(group.first.stance, actor) for actor in group.speakers}


def in_several_wordings(found: Sequence[Group], graph: Graph) -> set[tuple[str, str]]:
    """The positions that pages give in different wordings: none is surely the speaker's, so each has its pages."""
    wordings: dict[tuple[str, str], dict[str, set[str]]] = {}
    for group in found:
        for position in position_of(group):
            wordings.setdefault(position, {}).setdefault(group.statement, set()).update(_read_in(group, graph))
    return {
        position
        for position, pages in wordings.items()
        if any(one.isdisjoint(other) for one, other in combinations(pages.values(), 2))
    }


def is_widely_read(group: Group, graph: Graph) -> bool:
    """Whether several pages have one wording."""
    return len(_read_in(group, graph)) >= _WIDELY


def according_to(group: Group, graph: Graph) -> list[Inline]:
    """Whose account it is, where the same speakers are given in other words: each page answers for its own."""
    silent = group.stance == "no-position-found" or (group.stance == "partly" and not group.statement)
    if silent or group.answers or group.of_page or any(read_in_own_voice(ref, graph) for ref in group.refs):
        return []
    read = _read_in(group, graph)
    return [Words("According to "), *few([[named_page(id, graph)] for id in read]), Words(", ")] if read else []


def _read_in(group: Group, graph: Graph) -> list[str]:
    pages = dict.fromkeys(id for ref in group.refs for id in pages_read(ref, graph))
    return [id for id in pages if (page := graph.get(id, Source)) and page.seen != "cited-only"]
