"""An expression is used three times as if it had a special meaning, and nothing defines it.

It is set off with emphasis, or written with capitals in the middle of a sentence, and is neither a term of the
glossary nor the name of a record. Readers who do not know it have nowhere to look. Words in quotation marks, and words
that lead to a record, are not counted.

Passes:

    # content/terms/spill.yml
    term: controlled spill
    definition: A flow of water that is let out of a dam on purpose.

    # content/events/spring-flood.yml
    name: Spring flood
    kind: other
    summary: The dam had a *controlled spill*. A *controlled spill* is planned. This *controlled spill* was long.
    participants:
      - actor: northland
        role: country
    where: [river-valley]

Fails:

    # content/events/spring-flood.yml
    name: Spring flood
    kind: other
    summary: The dam had a *controlled spill*. A *controlled spill* is planned. This *controlled spill* was long.
    participants:
      - actor: northland
        role: country
    where: [river-valley]
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.expressions import expressions
from explainers.checks.rule import Fault
from explainers.checks.vocabulary import passages_with_expressions
from explainers.checks.voice import OwnText
from explainers.glossary.forms import plurals
from explainers.glossary.words import words
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.INFO
OFTEN = 3
_NO_PROSE = frozenset("name term label role side of".split())


def check(context: Context) -> Iterator[Fault]:
    """Every expression in our texts, reported where it is first used."""
    places: dict[str, list[tuple[OwnText, int, int]]] = {}
    for passage in passages_with_expressions(context.graph):
        if passage.key not in _NO_PROSE:
            for start, end in expressions(passage):
                # Emphasis can hold signs alone.
                if folded := _folded(passage.text[start:end]):
                    places.setdefault(folded, []).append((passage, start, end))
    often = {expression: found for expression, found in places.items() if len(found) >= OFTEN}
    known = _by_word(context) if often else {}
    for expression, found in sorted(often.items()):
        near = min((known.get(word, ()) for word in expression.split()), key=len)
        if not any(f" {expression} " in name for name in near):
            passage, start, end = found[0]
            shown = " ".join(passage.text[start:end].split())
            message = f"our texts use `{shown}` {len(found)} times, and nothing says what it is"
            yield passage.fault(start, end, message, "define it in a term, or link it to a record")


def _by_word(context: Context) -> dict[str, list[str]]:
    """What is known, by each of its words: an expression is looked for in the names that have its rarest word."""
    found: dict[str, list[str]] = {}
    for name in map(_folded, set(_names(context))):
        for word in set(name.split()):
            found.setdefault(word, []).append(f" {name} ")
    return found


def _names(context: Context) -> Iterator[str]:
    """What is known: every name of every record, terms in the plural too, and what sources are called."""
    for record in context.graph.records.values():
        names = (*record.names, record.in_sentence)
        yield from names
        if isinstance(record, Source):
            yield record.csl.container_title or ""
        if isinstance(record, Term):
            yield from (plural for name in names for plural in plurals(name, language=context.language))
            yield from (avoided.label for avoided in record.avoid)


def _folded(text: str) -> str:
    return " ".join(words(text).folded)
