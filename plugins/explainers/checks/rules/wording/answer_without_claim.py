"""A sentence of the answer leads to no claim.

Every sentence of the short answer rests on a record, where readers find who says so and where they can read it.

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
    answer: Mara Lind says that [[people-moved|people have left the valley]]. The river fell again.
    article: daily-post-flood
    claims: [people-moved]
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.own_sentences import answers
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every sentence of every answer."""
    for passage, sentences in answers(context.graph):
        for sentence in sentences:
            if not sentence.claims and not any(context.is_broken(link.id) for link in sentence.links):
                help = "link the claim that it rests on: `[[claim|words]]`"
                yield passage.fault(*sentence.doubt("this sentence leads to no claim", help))
