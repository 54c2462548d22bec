"""A figure gets a qualifier that the quoted words, or the record, do not have.

“Nearly 50,000” and “50,000” are two tellings. If a telling prints the number without the claim's qualifier, write
`relation: unqualified` under its `as_printed`. Whoever denies, doubts or takes back a figure only names it. Your own
words, in `[[claim|words]]`, are compared with the tellings of the speakers whom the sentence names; there the fault
is a warning. This is looked for in English only.

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
    statement: The Water Board has counted {q1} houses in water.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: houses in water
        relation: about
        value: 250
        unit: house
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had counted 250 houses
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.figure_comparison import quoted
from explainers.checks.own_figures import figure_faults
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every figure in quoted words that certainly has no qualifier."""
    for citation in quoted(context.graph):
        for figure, quantity in citation.misfits if citation.gives_its_figures else ():
            if not figure.relations:
                message = f"the record has `{quantity.relation}`, and the quoted words print {figure.words} bare"
                help = "write `relation: unqualified`, or under `gives` what only this telling prints"
                yield Fault(citation.voice.claim, citation.loc, message, help, words=figure.words)
    yield from figure_faults(context.graph)["added"] if context.is_english else ()
