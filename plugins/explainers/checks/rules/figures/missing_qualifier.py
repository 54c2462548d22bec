"""A figure loses its qualifier, or gets another.

“More than 10,000” is not 10,000: without its qualifier, a figure is surer than its source. If only this telling has
the qualifier, its figure belongs under `gives`. Your own words, in `[[claim|words]]`, are compared with the tellings
of the speakers whom the sentence names; there the fault is a warning. This is looked for in English only.

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
        relation: unqualified
        value: 10000
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
    """Every figure with a qualifier in quoted words, and every figure in our own that link a claim."""
    for citation in quoted(context.graph):
        for figure, quantity in citation.misfits:
            if figure.relations:
                said = "gives it bare" if quantity.relation == "unqualified" else f"has `{quantity.relation}`"
                message = f"the quoted words say `{figure.qualifier}`, and the record {said}"
                help = f"write `relation: {figure.relations[0]}`, or under `gives` what only this telling prints"
                yield Fault(citation.voice.claim, citation.loc, message, help, words=figure.qualifier)
    yield from figure_faults(context.graph)["missing"] if context.is_english else ()
