"""A file is larger than a record can be.

A record may have 64 KiB, which is more than 60,000 letters. Something was pasted, or several records stand
in one file.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml (the last line 2,000 times)
    name: The Dam Guard
    summary: >-
      It guards the dam.
      It guards it by day and by night, and in all weathers.
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
