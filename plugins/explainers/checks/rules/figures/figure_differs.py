"""Quoted words, or your own words, give another figure than the record.

Either the record has a slip, or this telling gives its own figure, which belongs under `gives`. Years, dates,
ordinals and numbers that are names do not count. A figure in your own text, in `[[claim|words]]`, has to be one that
the claim or one of its tellings gives; there the fault is a warning. This is looked for in English only.

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
    statement: Northland has moved {q1} people out of the valley.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        relation: more-than
        value: 12000
        unit: person
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: more than 10,000 people had been moved
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.figure_comparison import quoted
from explainers.checks.own_figures import figure_faults
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every figure in words that are quoted for a claim with figures, and in our own that link a claim."""
    for citation in quoted(context.graph):
        for figure in citation.unlike[:1]:
            printed = " and ".join(other.words for other in citation.unlike)
            numbers = " and ".join(quantity.number for quantity in citation.quantities)
            message = f"the quoted words print {printed}, and the record has {numbers}"
            help = "correct the slip, or write under `gives` what this telling prints"
            quantity = citation.in_another_unit(figure)
            if quantity:
                message = f"the quoted words print {figure.words}, and the record has the unit `{quantity.unit}`"
            yield Fault(citation.voice.claim, citation.loc, message, help, words=figure.words)
    yield from figure_faults(context.graph)["differs"] if context.is_english else ()
