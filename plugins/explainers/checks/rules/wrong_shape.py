"""A value has another shape than its field.

Some fields hold a text, some a list, some lines of their own. A date is bare, or has `edtf` and `basis`.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    also: [the guard]

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    also: the guard
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
