"""A line cannot be read.

A sign stands where it has a meaning of its own: a colon within a text, a bracket that is not closed, a line
that is indented too far. Text with such signs goes into quotation marks.

Passes:

    # content/actors/dam-guard.yml
    name: "The Dam Guard: North"
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard: North
    summary: It guards the dam.
    kind: institution
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
