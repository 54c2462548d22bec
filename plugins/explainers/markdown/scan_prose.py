"""What a hand-written page says of the claims that it links, and verbs in it that take a side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainers.checks.own_figures import figure_doubts
from explainers.checks.own_positions import loaded_doubts, position_doubts
from explainers.checks.own_sentences import Doubt, Sentence, sentences_linking
from explainers.checks.own_speakers import prose_doubts
from explainers.checks.phrases import Phrases
from explainers.checks.wording import is_speech
from explainers.checks.words import loaded_verbs
from explainers.markdown.extension import PageState
from explainers.markdown.scan_terms import place_of, without_asides
from explainers.prose.site import Site
from explainers.text.diagnostic import Diagnostic, Severity
from explainers.text.source import SourceText

# Items, rows and headings are no part of the sentence before; the text keeps its length.
_BLOCK = re.compile(r"\n([ \t]*)(?=(?:[-*+]|\d+[.)]|#{1,6}|\|)[ \t])[-*+#|\d]")


def prose_diagnostics(state: PageState, source: SourceText, site: Site) -> Iterator[Diagnostic]:
    """Each fault at its place in the page; in a page of another language than English, none."""
    if site.language.casefold().split("-")[0] != "en":
        return
    text = without_asides(source.text)
    yield from _loaded(state, text, source)
    sentences = sentences_linking(_BLOCK.sub(lambda m: f"\n{m[1]}\n", text), site.graph) if state.records else ()
    for sentence in sentences:
        for code, doubt in _doubts(sentence):
            span = source.span(doubt.start, doubt.end)
            yield Diagnostic(code, Severity.WARNING, doubt.message, span, help=doubt.help)


def _doubts(sentence: Sentence) -> Iterator[tuple[str, Doubt]]:
    yield from (("answer-without-speaker", doubt) for doubt in prose_doubts(sentence, None))
    yield from (("position-differs", doubt) for doubt in position_doubts(sentence))
    yield from (("loaded-verb", doubt) for doubt in loaded_doubts(sentence))
    yield from (("figure-differs", doubt) for doubt in figure_doubts(sentence, "differs"))
    yield from (("missing-qualifier", doubt) for doubt in figure_doubts(sentence, "missing"))
    yield from (("added-qualifier", doubt) for doubt in figure_doubts(sentence, "added"))


def _loaded(state: PageState, text: str, source: SourceText) -> Iterator[Diagnostic]:
    """Every verb of the list in what the page says itself; of the same words the first."""
    neutral = loaded_verbs()
    looked_for = Phrases((verb, verb) for verb in neutral)
    found: dict[str, Diagnostic] = {}
    for said in state.said:
        for verb in looked_for.found(said):
            if is_speech(said, verb.start, verb.end):
                message = f"`{verb.words}` says more than that they spoke"
                span, help = place_of(verb.words, text, source), f"write: {neutral[verb.meaning]}"
                diagnostic = Diagnostic("loaded-verb", Severity.WARNING, message, span, help=help)
                found.setdefault(verb.words, diagnostic)
    yield from found.values()
