"""A definition is more than one sentence.

One entry defines one concept, in one sentence. The rest belongs under `note`, and a second meaning in a
separate entry. (ISO 704)

Passes:

    # content/terms/flood.yml
    term: flood
    definition: Water over land that is usually dry.
    note: It can come from a river or from the sea.

Fails:

    # content/terms/flood.yml
    term: flood
    definition: Water over land that is usually dry. It can come from a river or from the sea.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.sentences import sentences
from explainers.checks.voice import OwnText
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every definition."""
    for term in context.graph.of(Term):
        definition = OwnText(term, ("definition",), term.definition)
        spans = sentences(definition.words)
        if len(spans) > 1:
            start, end = spans[1]
            second = term.definition[start:end]
            at = start + len(second) - len(second.lstrip())
            help = "move what follows the first sentence to `note`"
            yield definition.fault(at, end, "a second sentence in the definition", help)
