"""A link leads to a place, and its words mean those who govern there.

In “Port City will not say”, the city is a government. The words are a metonym of an actor, and the link has to lead
there: places do not speak.

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
      - What [[northland|Port City]] knew.

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
      - What [[river-valley|Port City]] knew.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.voice import links_in, passages
from explainers.checks.wording import followed_by_verb, metonyms, without_article
from explainers.kinds.place.model import Place
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every link to a place in our texts. A place with that very name is one, unless it speaks."""
    actors = metonyms(context.graph)
    for passage in passages(context.graph) if actors else ():
        if "[[" not in passage.text:
            continue
        text = passage.words
        for link in links_in(passage):
            place = context.graph.get(link.id, Place)
            words = without_article(link.words or (place.title if place else ""))
            if place is None or words not in actors:
                continue
            own_name = words in {without_article(name) for name in place.names}
            if not own_name or followed_by_verb(text, link.end):
                actor, printed = actors[words], link.words or place.title
                message = f"`{printed}` means `{actor}` here, not a place"
                yield passage.fault(link.start, link.end, message, f"write `[[{actor}|{printed}]]`")
