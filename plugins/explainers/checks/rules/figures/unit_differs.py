"""A statement has another unit beside a figure than the figure itself.

`unit: euro` and “{q1} Australian dollars” cannot both be right. The unit of a measure is printed with the number, so
most statements need not have it.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: The flood has cost Northland {q1} euros.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: what the flood has cost
        relation: about
        value: 8000000
        unit: euro
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: The flood has cost Northland {q1} Australian dollars.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: what the flood has cost
        relation: about
        value: 8000000
        unit: euro
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
from explainers.graph.telling_figures import claim_figures
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity
from explainers.text.numbers import unit_named
from explainers.text.numbers.units import Unit, may_be_one, unit_after, unit_before

SEVERITY = Severity.ERROR
_FIGURE = re.compile(r"\*{0,2}\{(?P<name>[A-Za-z]\w*)\}\*{0,2}")


def check(context: Context) -> Iterator[Fault]:
    """Every figure in every statement of a claim."""
    for claim in context.graph.of(Claim):
        figures = claim_figures(claim, context.graph)
        for match in _FIGURE.finditer(claim.statement) if figures else ():
            quantity = figures.get(match["name"])
            own = unit_named(quantity.unit, context.language) if quantity and quantity.unit else ""
            unit = _beside(match, context.language) if own else None
            if quantity and unit and not may_be_one(unit.name, own):
                words = claim.statement[unit.start : unit.end].strip(" -\u00a0")
                message = f"the statement has `{words}` next to `{match[0]}`, and the figure the unit `{quantity.unit}`"
                help = "delete it here: the sentence prints the unit of the figure"
                yield Fault(claim, ("statement",), message, help, words=words)


def _beside(match: re.Match[str], language: str) -> Unit | None:
    before = unit_before(match.string, match.start())
    return (before and before._replace(end=match.start())) or unit_after(match.string, match.end(), language)
