"""A text of ours is in quotation marks from its first word to its last.

Word processors type “ ” where YAML wants " ". The marks would be published, and our own words with them as a
quotation. Quote what others said in a citation, as `exact`.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: 'It guards the dam, which the valley calls “the wall”.'
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: “It guards the dam.”
    kind: institution
    part_of: northland
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.voice import passages
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
_CLOSING: Mapping[str, str] = MappingProxyType(
    {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "”": "”", "’": "’", '"': '"', "「": "」", "‹": "›"}
)
# A title or a label can be a quotation.
_SENTENCES = frozenset("statement summary reason note gaps answer text definition method not_to_confuse why".split())


def check(context: Context) -> Iterator[Fault]:
    """Every sentence of ours."""
    for passage in passages(context.graph):
        text = passage.text.strip()
        if passage.key in _SENTENCES and _is_quoted_whole(text):
            message = f"these are our own words, and {text[0]} {text[-1]} make a quotation of them"
            yield Fault(passage.record, passage.loc, message, "delete the quotation marks, or type plain ones")


def _is_quoted_whole(text: str) -> bool:
    closing = _CLOSING.get(text[:1], "") if len(text) > 2 else ""
    inside = text[1:-1]
    # “One” and “two” begins and ends so too; an apostrophe inside is none.
    return (
        bool(closing) and text[-1] in closing and not any(mark in inside for mark in {text[0], text[-1]} - {"’", "'"})
    )
