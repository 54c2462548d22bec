"""Nothing leads to this record.

A page that no other page links to is found by nobody. A claim has to be in an explainer and a source has to
be cited: other rules see to that. A term counts as used where its words stand in our text.

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
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.phrases import Phrases, plurals
from explainers.checks.rule import Fault
from explainers.checks.voice import passages
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every record but explainers, claims and sources."""
    linked = {
        edge.target for edge in context.graph.edges if edge.source != edge.target
    } | context.used_records
    for id, record in sorted(context.graph.records.items()):
        if id in linked or isinstance(record, Explainer | Claim | Source):
            continue
        if not isinstance(record, Term) or not _is_used(record, context):
            yield Fault(record, (), "nothing links to this record")


def _is_used(term: Term, context: Context) -> bool:
    """Whether one of its labels stands in a text of another record."""
    labels = Phrases((form, term.id) for label in term.names for form in plurals(label))
    texts = (text for text in passages(context.graph) if text.record.id != term.id)
    return any(True for text in texts for _ in labels.found(text.words))
