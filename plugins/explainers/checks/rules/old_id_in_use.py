"""An old id of a record is the id of another one.

The address of the old id leads to the record that has it under `formerly`. It cannot lead to two.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    formerly: [dam-watch]

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    formerly: [water-board]
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
