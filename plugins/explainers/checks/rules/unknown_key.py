"""A key does not exist in this part of the record.

It is misspelt, or it stands one step too far left or right. Nothing that is written is silently left out.

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
    part_of: northland
    nmaed: false
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
