"""A key is written twice in the same place.

One of the two values would be lost without a word.

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
    kind: government
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
