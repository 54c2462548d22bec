"""A word contains a letter of another script that looks like one of its own.

A Cyrillic `а` looks like a Latin one. A word with such a letter is not found by a search, not marked as a term, and
read aloud as nonsense; in a name it may be there to deceive. What everybody can see, such as `Яndex` or `NFκB`, is
left alone.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam; in Ukrainian, охорона дамби.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml (⟨U+0430⟩ is that character)
    name: The D⟨U+0430⟩m Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.text.characters import mixed_words, name
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every text of every file that is not in plain letters alone."""
    for id, record in sorted(context.graph.records.items()):
        tree = context.graph.documents[id].tree
        if tree is None or tree.data.isascii() or next(mixed_words(tree.text), None) is None:
            continue
        for loc, text in context.texts(record):
            for word, letter in mixed_words(text):
                message = f"`{word}` has a {name(letter)} in it"
                yield Fault(record, loc, message, "type the word again", words=word)
