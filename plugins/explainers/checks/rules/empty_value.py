"""A key or a list item has nothing after it.

A value was forgotten, or a comma within `{…}` started a new key. What is not known is left out, key and
all.

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
    also:
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
