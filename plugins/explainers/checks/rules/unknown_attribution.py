"""`based_on`, `answers` or `replaces` names an attribution that does not exist.

It is `a2` for an attribution of the same claim and `other-claim#a2` for one of another. `based_on` can also be
`own-observation`, `own-estimate` or `not-stated`.

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
        based_on: [own-observation]
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
        based_on: [a7]
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
