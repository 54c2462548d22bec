"""A figure has no number.

A single figure has a `value`. A range has the relation `between`, a `min` and a `max`.

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
from explainers.checks.parts import voices_with
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Claim, printed_quantities
from explainers.kinds.parts import Quantity
from explainers.model.base import Record
from explainers.text.diagnostic import Severity
from explainers.tree.nodes import Loc

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every figure of every claim, and every figure that a telling prints otherwise."""
    for claim in context.graph.of(Claim):
        for name, quantity in claim.quantities.items():
            yield from _faults(context, claim, ("quantities", name), quantity)
    for voice in voices_with(context.graph, "as_printed"):
        printed = voice.attribution.as_printed
        if printed and printed.quantities:
            merged = printed_quantities(voice.claim, voice.attribution)
            for name in printed.quantities.keys() & merged.keys():
                loc = (*voice.loc, "as_printed", "quantities", name)
                yield from _faults(context, voice.claim, loc, merged[name])


def _faults(context: Context, record: Record, loc: Loc, quantity: Quantity) -> Iterator[Fault]:
    ends = (quantity.min is not None) + (quantity.max is not None)
    if not (ends or quantity.value) and any(context.written(record, (*loc, key)) for key in ("value", "min", "max")):
        return  # it is written and cannot be read, which was told
    if ends == 1:
        yield Fault(record, loc, "a range needs both `min` and `max`", key=True)
    elif quantity.relation == "between" and ends == 0:
        yield Fault(record, loc, "`between` needs `min` and `max`", key=True)
    elif ends == 0 and quantity.value is None:
        yield Fault(record, loc, "the figure has no number", "add `value:`, in digits", key=True)
