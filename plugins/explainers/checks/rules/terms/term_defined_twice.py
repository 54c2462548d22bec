"""Two glossary entries have the same label.

The program could not know which one a word in a text means. Entries of two fields may share a label if each has a
`domain`; a page then says in which sense it uses the word (see `ambiguous-term`).

Passes:

    # content/terms/flood.yml
    term: flood
    definition: Water over land that is usually dry.

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
    gaps:
      - What a [[flood]] is.

Fails:

    # content/terms/flood.yml
    term: flood
    definition: Water over land that is usually dry.

    # content/terms/inundation.yml
    term: inundation
    definition: Water over land that is usually dry.
    also: [Flood]
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.glossary.shared_labels import told_apart, two_fields
from explainers.glossary.words import key
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity
from explainers.tree.nodes import Loc

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every label of every term, without regard to capitals, and to whether a hyphen or a space joins its words."""
    first: dict[tuple[str, ...], dict[str, tuple[Term, str]]] = {}
    for term in context.graph.of(Term):
        for loc, label in _labels(term):
            others = first.setdefault(key(label), {})
            other = next((o for o, known in others.values() if _is_same(o, known, term, label)), None)
            if other:
                yield Fault(
                    term,
                    loc,
                    f"`{label}` is a label of `{other.id}` too",
                    "merge the two, or give each a `domain`",
                )
            others[term.id] = (term, label)


def _is_same(other: Term, known: str, term: Term, label: str) -> bool:
    return other.id != term.id and not two_fields(other, term) and not told_apart(other, known, term, label)


def _labels(term: Term) -> Iterator[tuple[Loc, str]]:
    yield ("term",), term.term
    for index, label in enumerate(term.also):
        yield ("also", index), label
