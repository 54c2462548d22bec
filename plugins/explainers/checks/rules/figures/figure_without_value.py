"""A figure has no number.

A single figure has a `value`. A range has the relation `between`, a `min` and a `max`. A figure in words (`printed`,
`gives`) needs them too if the words cannot be read. A figure with `of` and `unit` alone is open: each telling gives
its own, as the only such figure in its quoted words, or under `gives`.

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
from explainers.checks.record_parts import Voice, voices
from explainers.checks.rule import Fault
from explainers.graph.counts import open_figures
from explainers.graph.telling_figures import (
    claim_figures,
    counted_in_words,
    own_quantities,
    place_of,
    telling_figures,
)
from explainers.kinds.claim.model import Claim
from explainers.kinds.quantity import Quantity
from explainers.model.base import Record
from explainers.text.diagnostic import Severity
from explainers.tree.nodes import Loc

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every figure of every claim, and every figure that a telling prints otherwise."""
    for claim in context.graph.of(Claim):
        for name, quantity in claim_figures(claim, context.graph).items():
            if not quantity.is_open:
                yield from _faults(context, claim, ("quantities", name), quantity, claim.quantities[name].printed)
    for voice in voices(context.graph):
        own = own_quantities(voice.attribution) if voice.claim.quantities else {}
        printed = telling_figures(voice.ref, context.graph) if own else {}
        for name in own.keys() & printed.keys():
            loc = (*voice.loc, *place_of(voice.attribution, name))
            yield from _faults(context, voice.claim, loc, printed[name], own[name].printed)
        yield from _not_given(context, voice)


def _not_given(context: Context, voice: Voice) -> Iterator[Fault]:
    """The open figures that a telling leaves without a number: nothing could be printed for it."""
    claim, attribution = voice.claim, voice.attribution
    statement = attribution.statement
    names = [name for name in open_figures(claim) if not statement or f"{{{name}}}" in statement]
    if not names or attribution.answers or attribution.stance in {"declines", "no-position-found"}:
        return
    if attribution.replaces and attribution.stance == "retracts":
        return
    given, known = telling_figures(voice.ref, context.graph), claim_figures(claim, context.graph)
    for name in names:
        if name not in given and not (attribution.is_partial and not statement):
            words = counted_in_words(name, known, attribution, context.graph)
            holds = f"has {' and '.join(f'`{one}`' for one in words)} in its quoted words" if words else "gives none"
            message = f"`{name}` is an open figure, and `{attribution.id}` {holds}"
            help = f"write what it prints under `gives`, as `{name}: at least 280`"
            if attribution.stance in {"denies", "doubts", "retracts"}:
                help += ", or name the tellings that it speaks of under `answers`"
            yield Fault(claim, voice.loc, message, help, key=True)


def _faults(context: Context, record: Record, loc: Loc, quantity: Quantity, printed: str | None) -> Iterator[Fault]:
    ends = (quantity.min is not None) + (quantity.max is not None)
    if not (ends or quantity.value) and any(context.written(record, (*loc, key)) for key in ("value", "min", "max")):
        return  # it is written and cannot be read, which is reported elsewhere
    if ends == 1:
        yield Fault(record, loc, "a range needs both `min` and `max`", key=True)
    elif quantity.has_number:
        return
    elif printed:
        where, place = (loc, " under `as_printed`") if "gives" in loc else ((*loc, "printed"), "")
        help = f"write it as one number with its qualifier and unit, or add `relation:` and `value:`{place}"
        yield Fault(record, where, f"no number can be read from `{printed}`", help)
    elif quantity.relation == "between":
        yield Fault(record, loc, "`between` needs `min` and `max`", key=True)
    else:
        yield Fault(record, loc, "the figure has no number", "add `value:`, in digits", key=True)
