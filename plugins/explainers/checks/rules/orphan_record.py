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
from explainers.checks.reached import unreached
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
    records = context.graph.records
    others = {id for id, record in records.items() if not isinstance(record, Explainer | Claim | Source)}
    alone = unreached(context, others)
    used = _used(context, [record for id in sorted(alone) if isinstance(record := records[id], Term)])
    for id in sorted(alone - used):
        yield Fault(records[id], (), "nothing links to this record")


def _used(context: Context, terms: list[Term]) -> set[str]:
    """The terms that have one of their labels in a text of another record."""
    labels = Phrases((form, term.id) for term in terms for label in term.names for form in plurals(label))
    texts = passages(context.graph) if terms else ()
    used = ((found.meaning, text.record.id) for text in texts for found in labels.found(text.words))
    return {term for term, where in used if term != where}
