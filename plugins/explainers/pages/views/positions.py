"""Positions: a claim's board and its views through time, the matrix of an explainer, what an actor took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from explainers.graph.as_of import AsOf, views
from explainers.graph.board import Cell, Row, board, claims_of, matrix, matrix_of
from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.graph.positions import ORDER, stances_in_order
from explainers.kinds.claim.model import Attribution, Claim, Stance
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.prose.site import Site
from explainers.prose.verbs import position_taken

# A table has as many claims across as a page has room for their names; the next ones are in another table.
ACROSS = 6
# So many claims of no explainer are on the page of all.
MOST_LOOSE = 96
WHO_SAID_WHAT = "who-said-what"
# Actors by claims.
_Cells: TypeAlias = Mapping[str, Mapping[str, Cell]]


class PositionGroup(NamedTuple):
    """Everyone who takes one stance."""

    stance: Stance
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A claim's positions by stance, through time, and those that have no place in it."""

    groups: tuple[PositionGroup, ...]
    views: tuple[AsOf, ...]
    not_placed: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Those who take a position on some claims, by claim in the order in which they should be read; None: not recorded.

    `first` is the number of its first claim.
    """

    first: int
    claims: tuple[Claim, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]

    @property
    def last(self) -> int:
        """The number of its last claim."""
        return self.first + len(self.claims) - 1


@dataclass(frozen=True, slots=True)
class Matrices:
    """Who says what on some claims, in tables that fit a page; `left` claims more are not in them.

    `silent` are those of whom no more is recorded in a table than that no position was found, with the claims.
    """

    explainer: Explainer | None
    tables: tuple[Matrix, ...]
    silent: tuple[tuple[str, tuple[Claim, ...]], ...]
    claims: int
    speakers: int
    stances: tuple[Stance, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class WhoView:
    """Who said what: the matrices, and the explainers that have their own page for it."""

    matrices: tuple[Matrices, ...]
    elsewhere: tuple[Explainer, ...] = ()


def board_view(claim: Claim, graph: Graph) -> Board:
    """A claim's positions."""
    rows = board(claim, graph)
    groups = ((stance, tuple(row for row in rows if row.position.stance == stance)) for stance in ORDER)
    apart = tuple(r for r in rows if r.when == "not-placed" and r.position.stance != "no-position-found")
    found = tuple(PositionGroup(stance, _title(stance, group), group) for stance, group in groups if group)
    return Board(found, views(claim, graph), apart)


def _title(stance: Stance, rows: Sequence[Row]) -> str:
    """The heading of those who take one position."""
    return position_taken(stance, (act for row in rows for act in row.position.acts), by_several=True)


def read_in(attributions: Iterable[Attribution], graph: Graph) -> list[tuple[str, bool, list[Citation]]]:
    """Where some attributions were read: each publisher once with each passage once, and whether we read it there.

    What we know only from others comes last.
    """
    found: dict[tuple[str, bool], dict[tuple[str, str | None], Citation]] = {}
    for attribution in attributions:
        for citation in attribution.cites:
            source = graph.get(citation.source, Source)
            if source:
                key = source.publisher, source.seen != "cited-only"
                found.setdefault(key, {})[citation.source, citation.exact] = citation
    rows = [(publisher, read, [*citations.values()]) for (publisher, read), citations in found.items()]
    return sorted(rows, key=lambda row: not row[1])


def matrices(claims: Sequence[Claim], graph: Graph) -> Matrices:
    """The tables of some claims, in the order given; a table has only speakers that take a position in it."""
    return _matrices(claims, matrix(claims, graph), None)


def _matrices(
    claims: Sequence[Claim], found: Mapping[str, Mapping[str, Cell]], explainer: Explainer | None
) -> Matrices:
    tables = [_table(at, claims[at : at + ACROSS], found) for at in range(0, len(claims), ACROSS)]
    silent: dict[str, list[Claim]] = {}
    for table in tables:
        spoken = {actor for actor, _ in table.rows}
        for actor, row in found.items():
            if actor not in spoken:
                silent.setdefault(actor, []).extend(claim for claim in table.claims if claim.id in row)
    return Matrices(
        explainer,
        tuple(tables),
        tuple((actor, tuple(on)) for actor, on in silent.items() if on),
        len(claims),
        len(found),
        stances_in_order(s for row in found.values() for cell in row.values() for s in (*cell.stances, *cell.earlier)),
    )


@once
def of_explainer(explainer: Explainer, graph: Graph) -> Matrices:
    """The tables of an explainer's claims."""
    return _matrices(claims_of(explainer, graph), matrix_of(explainer, graph), explainer)


def with_own_matrix(graph: Graph) -> tuple[Explainer, ...]:
    """The explainers that have their own page for who said what: all, where there are several."""
    explainers = graph.of(Explainer)
    return tuple(explainers) if len(explainers) > 1 else ()


def who_view(graph: Graph) -> WhoView:
    """All of a site with one explainer; of several, each has its matrix on its own page."""
    if found := with_own_matrix(graph):
        return WhoView(tuple(_loose(graph)), found)
    return WhoView((*(of_explainer(e, graph) for e in graph.of(Explainer)), *_loose(graph)))


def explainer_who_view(explainer: Explainer, graph: Graph) -> WhoView:
    """What an explainer's own page for who said what prints."""
    return WhoView((of_explainer(explainer, graph),))


def matrix_path(explainer: Explainer) -> str:
    """The path of an explainer's own page for who said what, where it has one."""
    return f"{WHO_SAID_WHAT}/{explainer.id}"


def matrix_address(explainer: Explainer, site: Site) -> str:
    """The page that has all of an explainer's matrix."""
    own = with_own_matrix(site.graph)
    return site.addresses.page(matrix_path(explainer)) if own else site.addresses.index(WHO_SAID_WHAT)


def _loose(graph: Graph) -> Iterator[Matrices]:
    """The claims of no explainer, as many as a page can hold."""
    explained = {claim.id for explainer in graph.of(Explainer) for claim in claims_of(explainer, graph)}
    loose = [claim for claim in graph.of(Claim) if claim.id not in explained]
    if loose:
        yield replace(matrices(loose[:MOST_LOOSE], graph), left=max(len(loose) - MOST_LOOSE, 0))


def _table(at: int, claims: Sequence[Claim], found: _Cells) -> Matrix:
    rows = ((actor, tuple(row.get(claim.id) for claim in claims)) for actor, row in found.items())
    spoken = [(actor, cells) for actor, cells in rows if any(map(_is_position, cells))]
    return Matrix(at + 1, tuple(claims), tuple(sorted(spoken, key=lambda row: -sum(map(_is_position, row[1])))))


def _is_position(cell: Cell | None) -> bool:
    return cell is not None and not {*cell.stances, *cell.earlier} <= {"no-position-found"}
