"""A file in the records' folder is no record.

Records end in `.yml`. Everything else has its place elsewhere.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.json
    {"name": "The Dam Guard"}
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
