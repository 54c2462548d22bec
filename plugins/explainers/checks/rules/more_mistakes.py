"""A file has more mistakes than are shown.

Of each file the first hundred are shown, errors before warnings; one line counts the rest. Mend what is shown, then
check again: often many mistakes have one cause.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    also:
      - The Guard

Fails:

    # content/actors/dam-guard.yml (the last line 200 times)
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    also:
      -
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
