"""An unnamed speaker is not marked as unnamed.

Pages tell readers that a speaker has no name. An actor of the kind `unnamed-source` or `unnamed-group` needs `named:
false`.

Passes:

    # content/actors/a-witness.yml
    name: A man at the bridge
    in_text: a man at the bridge
    summary: The newspaper does not name him.
    kind: unnamed-source
    named: false

Fails:

    # content/actors/a-witness.yml
    name: A man at the bridge
    in_text: a man at the bridge
    summary: The newspaper does not name him.
    kind: unnamed-source
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.kinds.actor.model import Actor
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every actor of an unnamed kind."""
    for actor in context.graph.of(Actor):
        if actor.kind.startswith("unnamed-") and actor.named:
            yield Fault(actor, ("kind",), f"`{actor.kind}`, and not marked as unnamed", "add a line `named: false`")
