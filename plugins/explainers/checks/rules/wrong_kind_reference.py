"""A link leads to a record of the wrong kind.

Actors speak, sources are cited, places lie within places. A link to another kind is a slip: often a state
was meant and its territory named, or the other way round.

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
        by: [river-valley]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
