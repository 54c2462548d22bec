"""`allow` names a check that finds nothing here.

The mistake has been fixed, or the check is an error, which cannot be accepted. Left in, the line would hide the next
mistake.

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
      - rule: missing-summary
        why: The editor of the day wants the link first.
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault, Findings
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def review(context: Context, findings: Findings) -> Iterator[Fault]:
    """Every allowance that allows nothing. One of a rule that is switched off on this site stays."""
    severities = {(d.record, d.code): d.severity for d in findings.diagnostics}
    for _, record in sorted(context.graph.records.items()):
        for index, allowance in enumerate(record.allow):
            severity = severities.get((record.id, allowance.rule))
            loc = ("allow", index, "rule")
            if severity is Severity.ERROR:
                yield Fault(record, loc, f"`{allowance.rule}` is an error, which cannot be allowed")
            elif severity is None and allowance.rule in findings.looked:
                yield Fault(record, loc, f"`{allowance.rule}` has nothing to say here", "delete these two lines")
