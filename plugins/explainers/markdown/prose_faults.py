"""What a hand-written page says of the claims that it links, and verbs in it that take a side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from explainers.checks.loaded_words import loaded_verbs
from explainers.checks.own_figures import Change, figure_doubts
from explainers.checks.own_positions import loaded_doubts, position_doubts
from explainers.checks.own_sentences import Objection, Sentence, sentences_linking
from explainers.checks.own_speakers import prose_doubts
from explainers.checks.phrases import Phrases
from explainers.checks.wording import is_speech
from explainers.markdown.conversion import PageState
from explainers.markdown.term_faults import without_asides
from explainers.prose.site import Site
from explainers.text.diagnostic import Diagnostic, Severity
from explainers.text.file_text import SourceText

_CODES: Mapping[Change, str] = {
    "differs": "figure-differs",
    "missing": "missing-qualifier",
    "added": "added-qualifier",
}
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


def _doubts(sentence: Sentence) -> Iterator[tuple[str, Objection]]:
    yield from (("answer-without-speaker", doubt) for doubt in prose_doubts(sentence, None))
    yield from (("position-differs", doubt) for doubt in position_doubts(sentence))
    yield from (("loaded-verb", doubt) for doubt in loaded_doubts(sentence))
    yield from ((_CODES[change], doubt) for change, doubt in figure_doubts(sentence))


def _loaded(state: PageState, text: str, source: SourceText) -> Iterator[Diagnostic]:
    """Every verb of the list in what the page says itself; of the same words the first that is not set off."""
    neutral = loaded_verbs()
    looked_for = Phrases((verb, verb) for verb in neutral)
    found: dict[str, Diagnostic] = {}
    for said in state.said:
        for verb in looked_for.found(said):
            if verb.words in found or not is_speech(said, verb.start, verb.end):
                continue
            place = _place(verb.words, text)
            if place:
                message = f"`{verb.words}` says more than that they spoke"
                span, help = source.span(*place), f"write: {neutral[verb.meaning]}"
                found[verb.words] = Diagnostic("loaded-verb", Severity.WARNING, message, span, help=help)
    yield from found.values()


def _place(words: str, text: str) -> tuple[int, int] | None:
    """Where a page uses some words; not where it is about them: *revealed*, “revealed”."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.search(rf"""(?<![\w*_"'“‘]){pattern}(?![\w*_"'”’])""", text)
    return found.span() if found else None
