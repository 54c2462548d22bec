"""A telling is said in a text from which none of the pages cited for it is made.

`said_in` names the text, post or broadcast in which the words stood first. The page on which we read them has to be
made from it (`derived_from`), or the way to the origin shows a step that no record tells.

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
        said_in: evening-radio
        cites:
          - source: radio-report

    # content/sources/radio-report.yml
    csl:
      type: article-newspaper
      title: What was said on the radio
    summary: A news item on a broadcast.
    publisher: daily-post
    published:
      edtf: 2024-04-09
      basis: stated
    accessed:
      edtf: 2024-05-01
      basis: stated
    role: secondary
    seen: excerpt
    derived_from:
      - source: evening-radio
        how: quotes

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
        said_in: evening-radio
        cites:
          - source: radio-report

    # content/sources/radio-report.yml
    csl:
      type: article-newspaper
      title: What was said on the radio
    summary: A news item on a broadcast.
    publisher: daily-post
    published:
      edtf: 2024-04-09
      basis: stated
    accessed:
      edtf: 2024-05-01
      basis: stated
    role: secondary
    seen: excerpt
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.parts import voices_with
from explainers.checks.rule import Fault
from explainers.graph.ancestors import ancestors
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every `said_in` to which no page cited leads back."""
    for voice in voices_with(context.graph, "said_in"):
        text = voice.attribution.said_in
        pages = [citation.source for citation in voice.attribution.cites]
        if text and not any(text in ancestors(page, context.graph) for page in pages):
            message = f"no page cited here is made from `{text}`"
            help = f"add it to `derived_from` of {' or '.join(f'`{page}`' for page in dict.fromkeys(pages))}"
            yield Fault(voice.claim, (*voice.loc, "said_in"), message, help)
