"""A file is not saved as UTF-8.

In another encoding every letter beyond A to Z turns into something else. Editors for code save UTF-8 by
themselves; the message points at the first wrong byte.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    also: [Dammwächter]

Fails:

    # content/actors/dam-guard.yml (saved as latin-1)
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    also: [Dammwächter]
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
