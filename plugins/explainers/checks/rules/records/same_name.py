"""Two records of one kind have the same name.

Readers cannot tell them apart, and editors link the wrong one. Two sources may share a title if their
publishers differ.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

    # content/actors/dam-office.yml
    name: The Dam Office
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

    # content/actors/guard-of-the-dam.yml
    name: The dam guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.graph.versions import versions
from explainers.kinds.source.model import Source
from explainers.kinds.term.model import Term
from explainers.model.base import Record
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every record's name, without regard to capitals. Terms have their own rule."""
    first: dict[tuple[str, ...], Record] = {}
    for id, record in sorted(context.graph.records.items()):
        if isinstance(record, Term):
            continue
        kind = context.graph.kind(id)
        publisher = record.publisher if isinstance(record, Source) else ""
        name = (kind, publisher, " ".join(record.title.casefold().split()))
        other = first.setdefault(name, record)
        if other is not record and not _versions(record, other, context):
            yield Fault(record, record.title_at, f"`{other.id}` has the same name")


def _versions(record: Record, other: Record, context: Context) -> bool:
    """Whether both are versions of one text, which keeps its title."""
    return isinstance(record, Source) and other in versions(record, context.graph)
