"""A text that was read in full is cited without its words.

A few words lead readers to the passage, and let the program check that it is there. Only a silence needs none.

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
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import by_name, voices
from explainers.checks.rule import Fault
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every citation in a claim, but for positions that were not found."""
    sources = by_name(context.graph, Source)
    for voice in voices(context.graph):
        if voice.attribution.stance == "no-position-found":
            continue
        for index, citation in enumerate(voice.attribution.cites):
            if citation.exact is not None:
                continue
            source = sources.get(citation.source)
            loc = (*voice.loc, "cites", index)
            if source and source.seen == "full-text" and not context.written(voice.claim, (*loc, "exact")):
                help = "add `exact:` with a few words of the passage"
                yield Fault(voice.claim, (*loc, "source"), "cited without any of its words", help)
