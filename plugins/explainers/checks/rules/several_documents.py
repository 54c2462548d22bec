"""A second record starts in the same file.

One file is one record, and its name is the record's id. A line `---` in the middle starts another.

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
    ---
    name: The Bridge Guard
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
