"""One part of a citation mark, between semicolons, names no source.

Such a mark is printed as typed. A semicolon separates two sources; a page or a paragraph follows its source after a
comma.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam [@daily-post-flood, p. 3; see also @evening-radio].
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam [@daily-post-flood; p. 3].
    kind: institution
    part_of: northland
"""

import re
from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.voice import passages
from explainers.text.citation import sourceless
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING
HELP = "a page follows its source after a comma, `[@source, p. 3]`; a semicolon parts two sources"
_BRACKETS = re.compile(r"\[(?=[^\[\]]*\])([^\[\]]*@[^\[\]]*)\]")


def check(context: Context) -> Iterator[Fault]:
    """Every text of ours."""
    for passage in passages(context.graph):
        if "@" not in passage.text or ";" not in passage.text:
            continue
        for found in _BRACKETS.finditer(passage.text):
            if part := sourceless(found[1]):
                yield Fault(
                    passage.record,
                    passage.loc,
                    unread_part_message(part),
                    HELP,
                    found[0],
                    text=passage.text,
                    start=found.start(),
                )


def unread_part_message(part: str) -> str:
    """What is wrong with a part of a mark."""
    return "no source is named after a semicolon" if part == ";" else f"`{part}` names no source"
