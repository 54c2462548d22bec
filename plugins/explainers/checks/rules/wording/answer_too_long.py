"""The answer has more than 60 words.

Readers have half a minute. Everything else belongs in the sections. The words of a link count, its id does not.

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
    answer: >-
      Mara Lind says that [[people-moved|people have left the valley]] in time.
      Mara Lind says that [[people-moved|people have left the valley]] in time.
      Mara Lind says that [[people-moved|people have left the valley]] in time.
      Mara Lind says that [[people-moved|people have left the valley]] in time.
      Mara Lind says that [[people-moved|people have left the valley]] in time.
      Mara Lind says that [[people-moved|people have left the valley]] in time.
    article: daily-post-flood
    claims: [people-moved]
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.own_sentences import answers
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


MOST = 60


def check(context: Context) -> Iterator[Fault]:
    """Every explainer's answer."""
    for passage, sentences in answers(context.graph):
        count = sum(sentence.word_count for sentence in sentences)
        if count > MOST:
            message = f"the answer has {count} words; the limit is {MOST}"
            yield Fault(passage.record, passage.loc, message)
