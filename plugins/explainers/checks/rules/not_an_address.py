"""A web address is not one.

It starts with `https://` or `http://` and has no spaces. Nothing else becomes a link on a page.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    same_as:
      - https://www.example.org/dam-guard

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland
    same_as:
      - www.example.org/dam guard
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
