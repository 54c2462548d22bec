"""A definition contains the term that it defines.

Who does not know the word learns nothing from it. (ISO 704, circular definitions)

Passes:

    # content/terms/flood.yml
    term: flood
    definition: Water over land that is usually dry.

Fails:

    # content/terms/flood.yml
    term: flood
    definition: Land that floods.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.phrases import Phrases, plurals
from explainers.checks.rule import Fault
from explainers.checks.voice import passage
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every definition."""
    for term in context.graph.of(Term):
        definition = passage(term, ("definition",), term.definition)
        for found in Phrases((form, term.id) for form in plurals(term.term)).found(definition.words):
            message = f"the definition uses the term itself: `{found.words}`"
            yield definition.fault(found.start, found.end, message)
