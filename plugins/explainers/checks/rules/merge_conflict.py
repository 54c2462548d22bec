"""A merge conflict was left in the file.

Two people changed the same lines, and both versions still stand there. One has to go, with the lines of
signs.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    <<<<<<< HEAD
    summary: It guards the dam.
    =======
    summary: It watches the dam.
    >>>>>>> their-branch
    kind: institution
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
