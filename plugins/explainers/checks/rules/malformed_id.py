"""An id is not made of small letters, digits and single hyphens.

The id is the file's name, and it becomes the address of a page. It has at most 64 characters, and no
figure, date or title that can change.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/Dam_Guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
