"""A line starts with a tab.

Indentation tells what belongs to what, and a tab has no width. Two spaces a step are right.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    also:
      - the guard

Fails:

    # content/actors/dam-guard.yml (→ is a tab)
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    also:
    →- the guard
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
