"""A key that every such record needs is missing.

Without it the record has no meaning, or no page.

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
    part_of: northland
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
