"""Our text repeats the very words of a source at length.

Facts can be retold, sentences cannot: twelve words in a row that a source has are its words. Quote a few of them in a
citation.

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
      - How many people left the valley before the river rose.

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
      - >-
        The minister said that more than 10,000 people had been moved out of the valley
        since the river rose.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.copies import LONGEST_RUN, Copies
from explainers.checks.quotes import at_hand
from explainers.checks.rule import Fault
from explainers.model.base import Record
from explainers.text.diagnostic import Severity
from explainers.tree.nodes import Loc

SEVERITY = Severity.ERROR
# These hold what is printed elsewhere; a title is a title.
_THEIRS = frozenset({"exact", "prefix", "suffix", "verb", "as_named", "as_stated", "csl"})


def check(context: Context) -> Iterator[Fault]:
    """Every text of a record against every text at hand."""
    at_our_hand = at_hand(context)
    copies = Copies(at_our_hand)
    for record, loc, text in _texts(context) if at_our_hand else ():
        found = copies.longest(text)
        if found:
            message = f"{found.count} words in a row are those of `{found.source}`"
            help = "say it in your own words"
            yield Fault(record, loc, message, help, words=text[found.start : found.end])


def _texts(context: Context) -> Iterator[tuple[Record, Loc, str]]:
    for _, record in sorted(context.graph.records.items()):
        for loc, text in context.texts(record):
            if len(text) > LONGEST_RUN * 2 and _THEIRS.isdisjoint(loc):
                yield record, loc, text
