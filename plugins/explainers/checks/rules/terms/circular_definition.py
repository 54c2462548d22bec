"""A definition contains the term that it defines.

Readers who do not know the word learn nothing from it. (ISO 704, circular definitions)

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
from explainers.checks.rule import Fault
from explainers.checks.voice import OwnText
from explainers.glossary.matcher import Matcher
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every definition."""
    for term in context.graph.of(Term):
        definition = OwnText(term, ("definition",), term.definition)
        for match in Matcher([term.model_copy(update={"match": "inflected"})], language=context.language).find(
            definition.words
        ):
            message = f"the definition uses the term itself: `{definition.text[match.start : match.end]}`"
            yield definition.fault(match.start, match.end, message)
