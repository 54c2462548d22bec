"""A sentence of the answer states a claim and does not say who says so.

Said without a speaker, a claim reads as our own finding. One of those who take a position on it has to be
named in the same sentence: by name, surname or another name in the actor's record.

Passes:

    # content/explainers/flood-in-the-valley.yml
    question: Was the valley cleared in time?
    summary: Mara Lind says that people left before the water came.
    answer: Mara Lind says that [[people-moved|people have left the valley]].
    article: daily-post-flood
    claims: [people-moved]

Fails:

    # content/explainers/flood-in-the-valley.yml
    question: Was the valley cleared in time?
    summary: Mara Lind says that people left before the water came.
    answer: "[[people-moved|People have left the valley]]."
    article: daily-post-flood
    claims: [people-moved]
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.wording import answers, speakers_named
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every claim that an answer links, against the sentence that links it."""
    for answer in answers(context.graph):
        for sentence in answer:
            for claim in sentence.claims:
                if not speakers_named(claim, sentence, context.graph):
                    message = f"this sentence does not say who says `{claim.id}`"
                    yield sentence.fault(message, "name the speaker in the sentence")
