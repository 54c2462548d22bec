"""An attribution has no speaker.

Somebody says it, even if the source does not say who. A speaker without a name is an actor record with
`named: false`.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: [river-valley]
    attributions:
      - id: a1
        by: [a-witness]
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
        by: []
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
