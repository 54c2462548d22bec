"""A web address names a port.

Few pages for readers have one. Such an address often leads to a test server, or to a machine inside an office.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    same_as:
      - https://www.example.org/dam-guard

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    same_as:
      - https://www.example.org:8443/dam-guard
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.actor.model import Actor
from explainers.kinds.place.model import Place
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.model.fields import odd_port
from explainers.text.diagnostic import Severity
from explainers.tree.nodes import Loc

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every web address."""
    for record, loc, address in _addresses(context):
        # The scheme ends in a colon too.
        port = odd_port(address) if ":" in address.partition("://")[2] else ""
        if port:
            yield Fault(record, loc, f"this address has the port {port}", "write the address that readers use")


def _addresses(context: Context) -> Iterator[tuple[Record, Loc, str]]:
    for source in context.graph.of(Source):
        yield source, ("csl", "URL"), source.csl.URL or ""
        yield source, ("archive", "url"), source.archive.url if source.archive else ""
    for actor in context.graph.of(Actor):
        yield from ((actor, ("same_as", index), address) for index, address in enumerate(actor.same_as))
    for place in context.graph.of(Place):
        yield from ((place, ("same_as", index), address) for index, address in enumerate(place.same_as))
