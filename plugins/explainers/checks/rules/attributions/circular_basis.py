"""Statements rest on one another in a circle.

`based_on` leads from a telling back to its origin. In a circle there is no origin: if the site is built all the same,
the telling that is read first is counted as one.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        based_on: [a2]
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
      - id: a2
        by: [water-board]
        act: estimate
        based_on: [own-estimate]
        cites:
          - source: water-report

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        based_on: [a2]
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
      - id: a2
        by: [water-board]
        act: estimate
        based_on: [a1]
        cites:
          - source: water-report
"""

from collections.abc import Iterator

from explainers.checks.circles import circle_in_words, circles
from explainers.checks.context import Context
from explainers.checks.record_parts import Resting, resting
from explainers.checks.rule import Fault
from explainers.kinds.claim.model import Attribution, Claim
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every circle of `based_on`, reported where it closes."""
    links: dict[str, dict[str, Resting]] = {}
    for link in resting(context.graph):
        voice, _, claim, basis = link
        # Who says that it is so, or passes it on, does not rest on one who does neither.
        if not _tells(voice.attribution) or _tells(basis):
            links.setdefault(_key(voice.claim, voice.attribution), {}).setdefault(_key(claim, basis), link)
    for circle in circles({key: [*others] for key, others in links.items()}):
        closing = links[circle[-1]][circle[0]]
        message = f"what it is based on leads back to itself: {circle_in_words(circle)}"
        yield Fault(closing.voice.claim, (*closing.voice.loc, "based_on", closing.at), message)


def _tells(attribution: Attribution) -> bool:
    return attribution.stance == "affirms" or attribution.passes_on


def _key(claim: Claim, attribution: Attribution) -> str:
    return f"{claim.id}#{attribution.id}"
