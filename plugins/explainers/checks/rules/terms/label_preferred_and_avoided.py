"""A label is both preferred and avoided.

One glossary entry says so, or two contradict each other. Editors and the program cannot follow both.

Passes:

    # content/terms/flood.yml
    term: flood
    definition: Water over land that is usually dry.
    avoid:
      - label: deluge
        why: It says more than is known.

Fails:

    # content/terms/flood.yml
    term: flood
    definition: Water over land that is usually dry.
    avoid:
      - label: evacuation
        why: It says more than is known.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.glossary.words import key
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every label to be avoided, against all labels to be used."""
    terms = context.graph.of(Term)
    preferred = {key(label): term.id for term in terms for label in term.names}
    for term in terms:
        for index, avoided in enumerate(term.avoid):
            other = preferred.get(key(avoided.label))
            if other:
                message = f"`{avoided.label}` is to be avoided here, and a label of `{other}`"
                yield Fault(term, ("avoid", index, "label"), message)
