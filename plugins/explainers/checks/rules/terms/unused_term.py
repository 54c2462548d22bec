"""No text uses this term.

Its labels are in no text of ours, and only other glossary entries link to it. Readers would find it only by reading
the whole glossary.

Passes:

    # content/terms/flood.yml
    term: flood
    definition: Water over land that is usually dry.

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
      - Who saw the flood before the evacuation.

Fails:

    # content/terms/tsunami.yml
    term: tsunami
    definition: A wave set off by an earthquake under the sea.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.term_uses import term_uses
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every term that no text of another record and no hand-written page uses."""
    terms = {term.id: term for term in context.graph.of(Term)}
    found = {id for use in term_uses(context) for id in use.match.terms if id != use.passage.record.id}
    edges = (edge for id in terms for edge in context.graph.incoming(id) if edge.source != id)
    linked = {edge.target for edge in edges if edge.source not in terms and edge.loc[0] != "glossary"}
    mentioned = {e.target for id in terms for e in context.graph.incoming(id, "mentioned_in") if e.source != id}
    used = found | linked | mentioned | context.used_terms | context.used_records
    # If a file cannot be read, it is unknown what it uses.
    if all(document.tree for document in context.graph.documents.values()):
        for id in sorted(terms.keys() - used):
            yield Fault(terms[id], (), "no text uses this term")
