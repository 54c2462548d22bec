"""A text asks for a figure that does not exist.

`{q1}` in a statement prints the figure `q1` of its claim. No other text has figures.

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
    statement: Northland has moved {q2} people out of the valley.
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
"""

from collections.abc import Iterator, Mapping

from explainers.checks.context import Context
from explainers.checks.record_parts import voices
from explainers.checks.rule import Fault
from explainers.checks.voice import passages
from explainers.graph.telling_figures import own_quantities, place_of
from explainers.kinds.claim.model import Claim
from explainers.kinds.quantity import Quantity
from explainers.model.base import Record
from explainers.text import inline
from explainers.text.diagnostic import Severity
from explainers.text.suggest import Suggestions

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every `{q1}` in our texts, and every figure that a telling prints otherwise."""
    suggestions = Suggestions()
    for passage in passages(context.graph):
        if "{" not in passage.text:
            continue
        known = _figures(passage.record) if passage.loc == ("statement",) else {}
        for name in dict.fromkeys(_asked_for(passage.text)):
            if name not in known and not context.written(passage.record, ("quantities", name)):
                message = f"there is no figure `{name}` here"
                help = suggestions.did_you_mean(name, known)
                yield Fault(passage.record, passage.loc, message, help, words=f"{{{name}}}")
    for voice in voices(context.graph):
        for name in own_quantities(voice.attribution):
            if name not in voice.claim.quantities and not context.written(voice.claim, ("quantities", name)):
                loc = (*voice.loc, *place_of(voice.attribution, name))
                help = suggestions.did_you_mean(name, voice.claim.quantities)
                yield Fault(voice.claim, loc, f"the claim has no figure `{name}`", help, key=True)


def _figures(record: Record) -> Mapping[str, Quantity]:
    return record.quantities if isinstance(record, Claim) else {}


def _asked_for(text: str) -> Iterator[str]:
    for paragraph in inline.paragraphs(text):
        yield from (part.name for part in inline.walk(paragraph) if isinstance(part, inline.FigureRef))
