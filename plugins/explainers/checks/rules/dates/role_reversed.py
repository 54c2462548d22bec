"""An office ends before it begins.

`from` is the first day, `to` the last.

Passes:

    # content/actors/mara-lind.yml
    name: Mara Lind
    summary: The minister who had the valley cleared.
    kind: person
    roles:
      - title: minister
        of: northland
        from: 2020
        to: 2024

Fails:

    # content/actors/mara-lind.yml
    name: Mara Lind
    summary: The minister who had the valley cleared.
    kind: person
    roles:
      - title: minister
        of: northland
        from: 2024
        to: 2020
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.actor.model import Actor
from explainers.model.edtf_dates import extent
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every role with both ends."""
    for actor in context.graph.of(Actor):
        for index, role in enumerate(actor.roles):
            start, end = extent(role.from_ or ""), extent(role.to or "")
            if start and end and end.before(start):
                yield Fault(actor, ("roles", index, "to"), f"the office ends in {role.to} and begins in {role.from_}")
