"""Two records have the same id.

Ids are unique across all kinds, so that `[[dam]]` needs no more than that. Two files in two folders cannot
share a name.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

    # content/places/dam.yml
    name: The dam
    summary: It holds the river back.
    kind: other
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
