"""An adjective in our own text judges.

“Massive” has no size and “brutal” no deed. Report what happened, and readers judge for themselves. The Reuters
Handbook of Journalism and Wikipedia's Manual of Style (“Words to watch”) advise the same.

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
      - How much higher than in other years the water was.

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
      - How the unprecedented water came about.
"""

from collections.abc import Iterator

from explainers.checks import loaded_words
from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.wording import in_our_voice
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every adjective and adverb of the list in our texts."""
    for passage, _, found in in_our_voice(context.graph, loaded_words.loaded_adjectives()):
        help = "leave it out, or state the fact behind it"
        yield passage.fault(found.start, found.end, f"`{found.words}` judges", help)
