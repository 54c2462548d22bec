"""A number is typed into a statement.

A figure belongs in `quantities`, with what is counted and its qualifier, and stands in the statement as
`{q1}`: typed in, it loses both. A year belongs in `time`. A number that is part of a name (`G7`) is no
figure.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved {q1} people out of the valley.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        relation: more-than
        value: 10000
        unit: person
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: more than 10,000 people had been moved

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved more than 10,000 people out of the valley.
    type: measurement
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

import re
from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.vocabulary import statements, statements_with
from explainers.checks.voice import Passage
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity
from explainers.text.numbers import NUMBER_WORDS, typed_figures

SEVERITY = Severity.ERROR


_DIGIT = re.compile(r"\d")


def check(context: Context) -> Iterator[Fault]:
    """Every number in every statement."""
    in_words = statements_with(context.graph, ((word,) for word in NUMBER_WORDS))
    in_digits = [statement for statement in statements(context.graph) if _DIGIT.search(statement.words)]
    for statement in {statement.record.id: statement for statement in (*in_words, *in_digits)}.values():
        for start, figure in typed_figures(_without_names(statement, context)):
            message = f"the figure `{figure}` is typed into the statement"
            yield statement.fault(start, start + len(figure), message, _help(figure))


def _help(figure: str) -> str:
    if figure.isdigit() and len(figure) == 4 and figure[:2] in {"19", "20"}:
        return "a year belongs in `time`; a figure under `quantities`, with `{q1}` here"
    return "put it under `quantities` with `of` and `relation`, and write `{q1}` here"


def _without_names(statement: Passage, context: Context) -> str:
    """The statement with the names of what it is about blanked out: `the Group of Seven` is a name."""
    words, claim = statement.words, statement.record
    for id in claim.about if isinstance(claim, Claim) else ():
        record = context.graph.records.get(id)
        for name in record.names if record else ():
            words = words.replace(name, " " * len(name))
    return words
