"""A label is rarely found, because its script puts no spaces between words or joins endings to them.

Terms are looked for word by word. Chinese, Japanese, Thai, Lao, Khmer, Burmese and Tibetan put nothing between words,
and Korean joins particles to them: a label is found only where spaces or other signs separate it from its neighbours.
Link it where it is needed.

Passes:

    # content/terms/flood.yml
    term: flood
    also: [Überschwemmung]
    definition: Water over land that is usually dry.

Fails:

    # content/terms/flood.yml
    term: flood
    also: [洪水]
    definition: Water over land that is usually dry.
"""

import re
from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity
from explainers.tree.nodes import Loc

SEVERITY = Severity.INFO
# Thai and Lao; Tibetan and Burmese; Hangul; Khmer; kana and Han, with their rarer parts.
_JOINED = re.compile(
    "[\u0e01-\u0eff\u0f00-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)


def check(context: Context) -> Iterator[Fault]:
    """Every label of the terms that are looked for."""
    for term in context.graph.of(Term):
        for loc, label in _labels(term) if term.match != "off" else ():
            if _JOINED.search(label):
                message = f"`{label}` is found only where spaces or signs part it from other words"
                help = f"link it where you mean it, `[[{term.id}|{label}]]`, or write `match: off`"
                yield Fault(term, loc, message, help)


def _labels(term: Term) -> Iterator[tuple[Loc, str]]:
    yield ("term",), term.term
    for index, label in enumerate(term.also):
        yield ("also", index), label
