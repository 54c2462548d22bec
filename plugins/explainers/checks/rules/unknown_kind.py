"""A folder is not one of the kinds of record.

The folder says what a record is: `actors`, `claims`, `events`, `explainers`, `places`, `sources` or
`terms`.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/people/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
