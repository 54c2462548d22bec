"""A file uses a part of YAML that is not read.

Anchors (`&`), aliases (`*`), tags (`!`) and merge keys (`<<`) make a record mean something else than what
stands there. A text that starts with one of these signs goes into quotation marks.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml
    name: &guard The Dam Guard
    summary: It guards the dam.
    kind: institution
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
