"""A value is nested too deep.

No field of a record goes more than a few steps down. Most often brackets were typed by mistake.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    also: [guard]

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    also: [[[[[[[[[[[[[guard]]]]]]]]]]]]]
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
