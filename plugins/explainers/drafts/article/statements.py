"""An article's statements: what is said in it, by whom, through whom, and where. (English; rules)"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from explainers.drafts.article.article_words import Paragraph, paragraphs, sentences_of
from explainers.drafts.article.reader import MOST_STATEMENTS, Reader
from explainers.drafts.article.said import Statement, Teller
from explainers.text.numbers import figures


def statements(text: str) -> list[Statement]:
    """The statements of an article, in the order of its text."""
    found: list[Statement] = []
    parts = list(paragraphs(text))
    for number, part in enumerate(parts):
        if not part.is_line:
            found += _of_paragraph(text, part, number, found)
    return sorted(_with_headline(text, parts, found), key=lambda one: (one.start, one.end))[:MOST_STATEMENTS]


def _of_paragraph(text: str, part: Paragraph, number: int, earlier: list[Statement]) -> list[Statement]:
    reader = Reader(text)
    for sentence in sentences_of(text, part, number):
        reader.read(sentence)
    return list(_with_speakers(text, reader.found, earlier))


def _with_speakers(text: str, found: list[Statement], earlier: list[Statement]) -> Iterator[Statement]:
    """Quotations whose speaker is named in another sentence of them, or before them."""
    by_mark = {_opened(text, one): one.tellers for one in found if one.quoted and one.tellers}
    last: tuple[Teller, ...] = next((one.tellers for one in reversed(earlier) if one.tellers), ())
    doubt: tuple[str, ...] = ("who says this; the page does not say it beside the words",)
    for one in found:
        if one.quoted and not one.tellers:
            tellers = by_mark.get(_opened(text, one))
            own = () if tellers else doubt
            yield replace(one, tellers=(tellers or last)[-1:], to_decide=(*one.to_decide, *own), subject=None)
        else:
            yield one
            if one.tellers:
                last, doubt = one.tellers, ()
            else:
                # Senator Reed issued a statement. “It leaks.”
                last = (one.subject or _nobody(one),)
                doubt = ("who says this; the page does not say it",)


def _nobody(statement: Statement) -> Teller:
    """A speaker about whom the page says nothing."""
    return Teller(statement.end, statement.end, None, "say", "")


def _opened(text: str, statement: Statement) -> int:
    """Where the quotation was opened in which a statement ends."""
    return max(text.rfind(mark, 0, statement.end - 1) for mark in '“„«"‘')


def _with_headline(text: str, parts: list[Paragraph], found: list[Statement]) -> list[Statement]:
    """The statements, with the headline where it says who says something or has a figure."""
    first = parts[0] if parts and parts[0].is_line and len(parts) > 1 else None
    if first is None or "\n" in text[first.start : first.end]:
        return found
    reader = Reader(text)
    for sentence in sentences_of(text, first, 0):
        words = sentence.words
        colon = next((at for at, word in enumerate(words[:8]) if word.text == ":"), 0)
        if 0 < colon < len(words) - 2 and all(word.is_name or not word.is_word for word in words[:colon]):
            teller = Teller(words[0].start, words[colon - 1].end, None, "say", "")
            reader.found.append(Statement(words[colon + 1].start, words[-1].end, (teller,)))
        else:
            reader.read(sentence)
    kept = [one for one in reader.found if one.tellers or figures(text[one.start : one.end])]
    return [*(replace(one, kind="headline") for one in kept if one.kind == "claim"), *found]
