"""What changed as a claim was passed on, as its page shows it: sentences, a table, and what is the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from explainers.graph.aspects import Aspect
from explainers.graph.drift import ComparedTelling, tellings
from explainers.graph.graph import Graph
from explainers.graph.telling_figures import conversions
from explainers.kinds.claim.model import Claim
from explainers.prose.drift_in_short import VERB_CLASS_NOUNS, changed
from explainers.prose.drift_words import compared_with, statement, summary
from explainers.prose.quoted_words import not_found, put_down_to_others
from explainers.text.inline import Paragraph, plain, uncited

HEADINGS = {
    "figure": "Figure",
    "qualifier": "Qualifier",
    "unit": "Unit",
    "statement": "Statement",
    "counted": "Subject",
    "predicate": "Wording",
    "certainty": "How certain",
    "role": "Named as",
    "act": "Presented as",
    "quotation": "In quotation marks",
}
# That a telling has the words of the claim needs no words.
_NOTHING_NEW = {"as in the claim"}
_NONE = {
    "figure": "none",
    "qualifier": "none",
    "unit": "not stated",
    "statement": "as in the claim",
    "counted": "not stated",
    "predicate": "as in the claim",
    "certainty": "not stated",
    "role": "not recorded",
}


class AspectCell(NamedTuple):
    """One aspect of a telling in a table."""

    heading: str
    value: str
    quoted: bool
    changed: bool


class Changes(NamedTuple):
    """What is otherwise than in some tellings: than in all of them the same.

    `beside` says that they give the same text, and that neither comes from the other.
    """

    words: tuple[str, ...]
    against: tuple[Paragraph, ...]
    beside: bool


class TellingRow(NamedTuple):
    """One telling, and what changed against those before."""

    telling: ComparedTelling
    cells: tuple[AspectCell, ...]
    changes: tuple[Changes, ...]


@dataclass(frozen=True, slots=True)
class DriftView:
    """All that a page prints of how a claim was passed on. `same` holds what no telling has otherwise."""

    summary: tuple[Paragraph, ...]
    not_found: tuple[Paragraph, ...]
    rows: tuple[TellingRow, ...]
    same: tuple[AspectCell, ...]
    passed_on: bool
    """Whether any comes from another."""


def drift_view(claim: Claim, graph: Graph) -> DriftView:
    """The tellings of one claim."""
    compared = tellings(claim, graph)
    columns = [name for name in HEADINGS if (name == "figure" and claim.quantities) or _differs(compared, name)]
    rows = tuple(
        TellingRow(
            telling,
            tuple(cell for name in columns if (cell := _cell_of(telling, name, graph)).value not in _NOTHING_NEW),
            tuple(_against_each(telling, graph)),
        )
        for telling in compared
    )
    return DriftView(
        summary(claim, graph),
        (*not_found(claim, graph), *put_down_to_others(claim, graph)),
        rows,
        tuple(_same(compared, columns, claim)),
        any(one.link == "way" for telling in compared for one in telling.compared),
    )


def _against_each(telling: ComparedTelling, graph: Graph) -> Iterator[Changes]:
    found: dict[tuple[tuple[str, ...], bool], dict[str, Paragraph]] = {}
    for one in telling.compared:
        words = compared_with(telling, one.before, graph)
        found.setdefault((tuple(changed(one)), one.link == "sibling"), {}).setdefault(plain(words), words)
    for (changes, beside), against in found.items():
        yield Changes(changes, tuple(against.values()), beside)


def _differs(compared: Sequence[ComparedTelling], name: str) -> bool:
    # What a page calls a speaker is worth a column only where it makes a difference.
    if name == "role":
        return any(telling.aspect(name).changed for telling in compared)
    return len({telling.aspect(name).value for telling in compared}) > 1


def _same(compared: Sequence[ComparedTelling], columns: Sequence[str], claim: Claim) -> Iterator[AspectCell]:
    for name in HEADINGS:
        of_figures = name in {"figure", "qualifier", "unit", "counted"}
        if (
            compared
            and name not in columns
            and name != "role"
            and compared[0].aspect(name).value
            and (claim.quantities or not of_figures)
        ):
            yield _cell(compared[0].aspect(name))


def _cell_of(telling: ComparedTelling, name: str, graph: Graph) -> AspectCell:
    cell = _cell(telling.aspect(name))
    if name == "figure" and (added := conversions(telling.ref, graph)):
        return cell._replace(value=f"{cell.value} (the page’s own conversion: {'; '.join(added.values())})")
    if name != "statement" or not telling.ref.attribution.statement:
        return cell
    joiner, words = statement(telling.ref, graph)
    return cell._replace(heading="", value=f"says{joiner} {plain(uncited(tuple(words)))}")


def _cell(aspect: Aspect) -> AspectCell:
    quoted = aspect.printed and bool(aspect.value)
    value = VERB_CLASS_NOUNS[aspect.value] if aspect.name == "act" else aspect.value
    return AspectCell(HEADINGS[aspect.name], value or _NONE.get(aspect.name, ""), quoted, aspect.changed)
