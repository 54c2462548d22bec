"""A file holds no record.

It is empty, or a list, or a single text. A record is a list of `key: value` lines.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml
    - The Dam Guard
    - institution
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
