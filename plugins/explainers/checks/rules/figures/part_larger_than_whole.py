"""A part is larger than its whole, by the same speakers.

Either `part_of` names the wrong figure, or one of the numbers is a slip. Qualifiers count: nothing is reported if the
whole may be larger, or the part smaller.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved {q1} people out of the valley, {q2} of them children.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        printed: 10,000
        unit: person
      q2:
        of: children moved out of the valley
        printed: 2,000
        unit: person
        part_of: q1
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        gives:
          q1: 10,000
          q2: 2,000
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved {q1} people out of the valley, {q2} of them children.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        printed: 10,000
        unit: person
      q2:
        of: children moved out of the valley
        printed: 20,000
        unit: person
        part_of: q1
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        gives:
          q1: 10,000
          q2: 20,000
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.graph.figure_parts import larger_parts
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every figure with parts."""
    for claim in context.graph.of(Claim):
        for name in claim.quantities:
            reported: set[tuple[str, str]] = set()
            for part, whole in larger_parts(claim, name, context.graph):
                place = (part.ref.claim.id, part.name)
                if place not in reported:
                    reported.add(place)
                    given = f"{part.quantity.alone} ({part.ref.key}), and the whole {whole.quantity.alone}"
                    message = f"a part is more than its whole: it is {given} ({whole.ref.key})"
                    yield Fault(part.ref.claim, ("quantities", part.name, "part_of"), message, "correct the slip")
