"""A noun in our own text takes a side.

“Regime”, “terrorist” and “aggression” are verdicts. The BBC's guidance on terrorism, the Reuters Handbook and the
Guardian style guide advise saying what somebody did, and calling people and governments by their names. Quotation
marks do not make such a word somebody else's.

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
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
    gaps:
      - What the government knew.

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
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
    gaps:
      - What the regime knew.
"""

from collections.abc import Iterator

from explainers.checks import loaded_words
from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.wording import in_our_voice
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every noun of the list in our texts."""
    neutral = loaded_words.loaded_nouns()
    for passage, _, found in in_our_voice(context.graph, neutral):
        message = f"`{found.words}` is a verdict"
        yield passage.fault(found.start, found.end, message, f"write: {neutral[found.meaning]}")
