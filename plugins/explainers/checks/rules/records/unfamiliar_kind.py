"""The `kind` of a record looks misspelt, or is not one that the site declares.

Any short noun can be the `kind` of an actor, an event or a place, and is printed as it is written. A word that is
nearly a known one is probably misspelt. If a site declares its own words, under `kinds` in mkdocs.yml, every other
word is reported too.

Passes:

    # content/events/clearing.yml
    name: The clearing of the valley
    summary: People were told to leave.
    kind: evacuation
    part_of: spring-flood

Fails:

    # content/events/clearing.yml
    name: The clearing of the valley
    summary: People were told to leave.
    kind: militray-operation
    part_of: spring-flood
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.misspelt import misspelt
from explainers.checks.rule import Fault
from explainers.text.characters import mixed_words
from explainers.text.diagnostic import Severity
from explainers.text.suggest import Suggestions

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every record whose `kind` is none of the known words."""
    suggestions = Suggestions()
    for kind in context.kinds:
        words = kind.words
        for record in context.graph.of(kind.model) if words else ():
            word = str(getattr(record, "kind", ""))
            # `letter-in-disguise` reports a letter of another script in it.
            if not words or word in words.known or next(mixed_words(word), None):
                continue
            if intended := misspelt(word, words.known):
                message = f"`{word}` looks like a misspelt `{intended}`"
                yield Fault(record, ("kind",), message, f"write `kind: {intended}`, or declare `{word}` in mkdocs.yml")
            elif words.is_closed:
                help = suggestions.did_you_mean(word, words.known) or "declare it under `kinds` in mkdocs.yml"
                yield Fault(record, ("kind",), f"`{word}` is not a kind of {kind.name} on this site", help)
