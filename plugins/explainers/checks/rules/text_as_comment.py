"""A part of a text is read as a comment.

In YAML a `#` after a space begins a comment, and what follows is left out: *Storm #1* would be published as *Storm*.
Text with such a sign is put in quotes. In a comment, a space follows the `#`.

Passes:

    # content/actors/dam-guard.yml
    name: 'Dam Guard #1'
    summary: It guards the dam.
    kind: institution  # not a military force
    part_of: northland

Fails:

    # content/actors/dam-guard.yml
    name: Dam Guard #1
    summary: It guards the dam.
    kind: institution
    part_of: northland
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
