"""A telling has a `population`, and its claim has several figures.

`population` under `as_printed` is what *every* figure of the telling counts: it would make 50 dead and 200 injured
people 50 and 200 of one thing. Use `of` under each figure instead.

Passes:

    # content/claims/people-moved.yml
    label: People moved and houses flooded
    statement: Northland has moved {q1} people out of {q2} houses in the valley.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        relation: unqualified
        value: 10000
        unit: person
      q2:
        of: houses under water
        relation: unqualified
        value: 3000
        unit: house
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        as_printed:
          quantities:
            q2:
              of: homes
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley

Fails:

    # content/claims/people-moved.yml
    label: People moved and houses flooded
    statement: Northland has moved {q1} people out of {q2} houses in the valley.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        relation: unqualified
        value: 10000
        unit: person
      q2:
        of: houses under water
        relation: unqualified
        value: 3000
        unit: house
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        as_printed:
          population: homes
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import voices_with
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every telling that has its own population."""
    for voice in voices_with(context.graph, "as_printed"):
        printed, figures = voice.attribution.as_printed, list(voice.claim.quantities)
        if printed and printed.population and len(figures) > 1:
            names = f"{', '.join(f'`{name}`' for name in figures[:-1])} and `{figures[-1]}`"
            message = f"the population would be what each of {names} counts"
            help = f"write it as `of` with the figure that counts it, under `quantities`: `{figures[0]}`, for example"
            yield Fault(voice.claim, (*voice.loc, "as_printed", "population"), message, help)
