"""A sentence of ours states a claim without saying who says so.

Without a speaker, a claim reads as our own finding. In an answer, the sentence has to name one of those who take a
position on the claim: by name, surname or another name in the actor's record. The party for which a spokesperson
speaks is enough, and so is a page that passes the claim on, if the sentence says that it only does that. In all other
texts, in English, two things are reported: a link that states the claim as a fact, and a sentence that attributes it
to someone who takes no position on it.

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
from explainers.checks.own_sentences import answers, fault, linking
from explainers.checks.own_speakers import answer_doubts, prose_doubts
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every claim that an answer links, against the sentence that links it; then all other texts."""
    for passage, sentences in answers(context.graph):
        for sentence in sentences:
            yield from (fault(passage, doubt) for doubt in answer_doubts(sentence))
    for passage, sentence in linking(context.graph) if context.is_english else ():
        if passage.loc != ("answer",):
            yield from (fault(passage, doubt) for doubt in prose_doubts(sentence, passage.record))
