"""A verb in our own text takes a side.

“Revealed” and “pointed out” say that the speaker is right, “claimed” that the speaker may be lying, “admitted” that
there is guilt. “Said” says nothing of the kind. Wikipedia's Manual of Style (“Words to watch”), the Reuters Handbook
of Journalism and the Associated Press Stylebook advise the same. The verb that a source prints belongs under `verb`.
Quotation marks do not make such a word somebody else's. On hand-written pages, which quote other people at length,
words in quotation marks are left alone.

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
    gaps:
      - How the minister who said so knew the number.

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
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
    gaps:
      - How the minister who revealed it knew the number.
"""

from collections.abc import Iterator

from explainers.checks import loaded_words
from explainers.checks.context import Context
from explainers.checks.own_positions import loaded_doubts
from explainers.checks.own_sentences import fault, linking
from explainers.checks.rule import Fault
from explainers.checks.wording import in_our_voice, is_speech
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every verb of the list in our texts; where a speaker's name goes before, some more."""
    neutral = loaded_words.loaded_verbs()
    for passage, words, found in in_our_voice(context.graph, neutral):
        if is_speech(words, found.start, found.end):
            message = f"`{found.words}` says more than that they spoke"
            yield passage.fault(found.start, found.end, message, f"write: {neutral[found.meaning]}")
    for passage, sentence in linking(context.graph):
        yield from (fault(passage, doubt) for doubt in loaded_doubts(sentence))
