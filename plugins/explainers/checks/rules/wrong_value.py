"""A value is not one of those that the field can have.

The message names them. Numbers are written in digits, without marks between them.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    status: online
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
