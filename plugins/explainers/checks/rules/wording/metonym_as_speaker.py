"""In our own text, a place speaks.

“Port City says” hides who said it: a minister, a spokesperson, a newspaper. Name the speaker, as far as it is known.

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
      - Whether the ministry said when it knew.

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
      - Whether Port City has said when it knew.
"""

import re
from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.phrases import Phrases
from explainers.checks.rule import Fault
from explainers.checks.vocabulary import passages_with
from explainers.checks.wording import followed_by_verb
from explainers.kinds.actor.model import Actor
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


# Somebody else in a place speaks: an official in Port City said.
_IN_A_PLACE = re.compile(
    r"\b(?:in|from|of|to|near|around|at|outside|for|with|against|by)\s+(?:the\s+)?$", re.IGNORECASE
)


def check(context: Context) -> Iterator[Fault]:
    """Every metonym in our texts with a verb of speech after it. A glossary entry may show the use of one."""
    actors = context.graph.of(Actor)
    names = Phrases((metonym, actor.id) for actor in actors for metonym in actor.metonyms)
    for passage in passages_with(context.graph, names.words):
        if context.graph.kind(passage.record.id) == "term":
            continue
        words = passage.words
        for found in names.found(words):
            before = words[max(0, found.start - 20) : found.start]
            if followed_by_verb(words, found.end) and not _IN_A_PLACE.search(before):
                message = f"`{found.words}` speaks here, and is used for `{found.meaning}`"
                yield passage.fault(found.start, found.end, message, "name who spoke")
