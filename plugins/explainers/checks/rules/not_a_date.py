"""A date cannot be read.

Dates are written as year, month, day, as far as they are known: `2024-11-11`, `2024-11`, `2024`; a time of day as
`2024-11-11T18:30`. A `?` after it means uncertain, a `~` about, and `2022/..` since 2022. (ISO 8601-2, "EDTF")

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
        said: 2024-04-01
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
        by: [mara-lind]
        act: say
        said: 11 November 2024
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
