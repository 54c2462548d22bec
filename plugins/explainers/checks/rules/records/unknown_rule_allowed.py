"""`allow` names a check that does not exist.

A misspelt name accepts nothing, and no one would notice.

Passes:

    # content/events/clearing.yml
    name: The clearing of the valley
    summary: People were told to leave.
    kind: other
    part_of: spring-flood
    allow:
      - rule: orphan-record
        why: The editor of the day wants the link first.

Fails:

    # content/events/clearing.yml
    name: The clearing of the valley
    summary: People were told to leave.
    kind: other
    part_of: spring-flood
    allow:
      - rule: orphan-records
        why: The editor of the day wants the link first.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.run import codes
from explainers.text.diagnostic import Severity
from explainers.text.suggest import Suggestions

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every rule named under `allow`."""
    suggestions = Suggestions()
    for _, record in sorted(context.graph.records.items()):
        for index, allowance in enumerate(record.allow):
            if allowance.rule not in codes():
                message = f"no rule is called `{allowance.rule}`"
                help = suggestions.did_you_mean(allowance.rule, codes())
                yield Fault(record, ("allow", index, "rule"), message, help)
