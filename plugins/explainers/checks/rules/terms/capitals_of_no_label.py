"""`capitals` of a term names a label that the term does not have.

It lists those of the labels (`term`, `also`) that are found only with the capitals in which they are written.

Passes:

    # content/terms/labour-party.yml
    term: Labour Party
    also: [Labour]
    capitals: [Labour]
    definition: A party.

Fails:

    # content/terms/labour-party.yml
    term: Labour Party
    also: [Labour]
    capitals: [labour]
    definition: A party.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity
from explainers.text.suggest import did_you_mean, one_of

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every term that says which capitals count."""
    for term in context.graph.of(Term):
        for index, label in enumerate(term.capitals):
            if label not in term.names:
                help = did_you_mean(label, term.names) or f"it is {one_of(term.names)}"
                yield Fault(term, ("capitals", index), f"`{label}` is no label of this term", help)
