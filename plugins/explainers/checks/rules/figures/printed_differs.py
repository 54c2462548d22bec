"""A figure in words does not agree with what is written beside it.

The qualifier, the number and the unit are read from `printed`, or from `gives` for a telling's own. Whatever you
write besides has to agree; otherwise one of the two is a slip. Delete the other keys, unless the words cannot be
read.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved {q1} people out of the valley.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        printed: more than 10,000
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
        printed: more than 10,000
        value: 12000
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: more than 10,000 people had been moved
"""

from collections.abc import Iterator, Mapping

from explainers.checks.context import Context
from explainers.checks.record_parts import voices
from explainers.checks.rule import Fault
from explainers.graph.telling_figures import own_quantities, place_of, read_in_source
from explainers.kinds.claim.model import Claim
from explainers.model.base import Record
from explainers.text.diagnostic import Severity
from explainers.text.numbers import unit_named
from explainers.text.numbers.reading import Reading, read
from explainers.text.numbers.units import may_be_one
from explainers.tree.nodes import Loc

SEVERITY = Severity.ERROR
_READ = ("relation", "value", "min", "max", "unit")


def check(context: Context) -> Iterator[Fault]:
    """Every figure in words, of claims and of single tellings."""
    for claim in context.graph.of(Claim):
        for name, quantity in claim.quantities.items():
            if quantity.printed and (reading := read(quantity.printed, context.language)):
                written = {key: getattr(quantity, key) for key in _READ} | {"relation": quantity.written_relation}
                yield from _faults(claim, ("quantities", name), written, reading, context.language)
    for voice in voices(context.graph):
        for name, own in own_quantities(voice.attribution).items() if voice.claim.quantities else ():
            if own.printed:
                reading, tag = read_in_source(own.printed, voice.attribution, context.graph)
                printed = voice.attribution.as_printed
                beside = printed.quantities.get(name) if printed else None
                loc = (*voice.loc, "as_printed", "quantities", name)
                if beside and reading:
                    written = {key: getattr(beside, key) for key in _READ}
                    yield from _faults(voice.claim, loc, written, reading, tag)
                    if name in voice.attribution.gives and beside.printed:
                        place = (*voice.loc, *place_of(voice.attribution, name))
                        message = f"`{name}` is in `gives` and has `printed` under `as_printed`"
                        yield Fault(voice.claim, place, message, "delete one of them")


def _faults(record: Record, loc: Loc, written: Mapping[str, object], reading: Reading, tag: str) -> Iterator[Fault]:
    """What is written next to the words and contradicts them."""
    for key, value in written.items():
        if value is not None and not _agrees(key, value, reading, tag):
            message = f"`{key}` is `{value}`, and `printed` says {_shown(key, reading)}"
            yield Fault(record, (*loc, key), message, "delete the line: it is read from `printed`")


def _agrees(key: str, value: object, reading: Reading, tag: str) -> bool:
    if key == "relation":
        return value in reading.relations
    if key == "unit":
        return may_be_one(unit_named(str(value), tag) or unit_named(str(value)), unit_named(reading.unit, tag))
    said = getattr(reading, key)
    if said is None:
        # Both sides of a vote are no number of a figure: what is written is kept.
        return reading.value is None and reading.min is None
    in_words = not any(sign.isdigit() for sign in reading.number)
    return bool(value == said or (in_words and value in {round(said, 0), round(said, 1)}))


def _shown(key: str, reading: Reading) -> str:
    said = getattr(reading, key)
    return f"`{reading.number if said is None else said}`"
