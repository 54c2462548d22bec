"""A sentence of ours gives a speaker another position on a claim than the record.

To decline is not to deny, and to say so is not to confirm. If a sentence has a speaker, a verb and the link of a
claim, the verb has to fit what the record says that the speaker did. This is looked for in English only.

Passes:

    # content/explainers/flood-in-the-valley.yml
    question: Was the valley cleared in time?
    summary: Mara Lind says that people left before the water came.
    answer: Tom Berg neither confirmed nor denied that [[people-moved|people have left the valley]].
    article: daily-post-flood
    claims: [people-moved]

Fails:

    # content/explainers/flood-in-the-valley.yml
    question: Was the valley cleared in time?
    summary: Mara Lind says that people left before the water came.
    answer: Tom Berg denied that [[people-moved|people have left the valley]].
    article: daily-post-flood
    claims: [people-moved]
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.own_positions import position_doubts
from explainers.checks.own_sentences import fault, linking
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every sentence of ours that links a claim."""
    for passage, sentence in linking(context.graph) if context.is_english else ():
        yield from (fault(passage, doubt) for doubt in position_doubts(sentence))
