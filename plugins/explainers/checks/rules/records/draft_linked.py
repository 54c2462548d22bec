"""A published record links to a draft.

A draft is not published, so the link would lead nowhere.

Passes:

    # content/events/clearing.yml
    name: The clearing of the valley
    summary: People were told to leave.
    kind: other
    part_of: spring-flood

    # content/claims/clearing-took-long.yml
    label: The clearing took long
    statement: The clearing took long.
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
      - How long [[clearing]] took.

Fails:

    # content/events/clearing.yml
    name: The clearing of the valley
    summary: People were told to leave.
    kind: other
    part_of: spring-flood
    status: draft

    # content/claims/clearing-took-long.yml
    label: The clearing took long
    statement: The clearing took long.
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
      - How long [[clearing]] took.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.record_parts import by_name, voices
from explainers.checks.rule import Fault
from explainers.model.base import Record
from explainers.model.fields import CITATION_MARK, MENTION
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every link, and every attribution that rests on one of a draft."""
    records = context.graph.records
    drafts = {id for id, record in by_name(context.graph, Record).items() if record.status == "draft"}
    if not drafts:
        return
    for edge in context.graph.edges:
        if edge.target not in drafts or edge.source in drafts:
            continue
        marks = {MENTION.inverse: f"[[{edge.target}", CITATION_MARK.inverse: f"@{edge.target}"}
        words = marks.get(edge.link.inverse, "")
        yield Fault(records[edge.source], edge.loc, f"`{edge.target}` is a draft", words=words)
    for voice in voices(context.graph):
        for index, base in enumerate(voice.attribution.based_on):
            claim = base.rpartition("#")[0]
            if voice.claim.status != "draft" and claim in drafts:
                yield Fault(voice.claim, (*voice.loc, "based_on", index), f"`{claim}` is a draft")
