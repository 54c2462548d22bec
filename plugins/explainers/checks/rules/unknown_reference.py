"""A link leads to no record.

The id is misspelt, or the record is not written yet.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lindt]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
