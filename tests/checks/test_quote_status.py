"""The status of a quotation against the texts at hand: reported where it is certain, and nowhere else."""

from __future__ import annotations

from hashlib import sha256

import pytest

from explainers.build.check import Inputs, check
from tests.checks.test_examples import FILES

CODE = "quote-status-differs"
SPEECH, PAGE = "He said: the dam holds.", "Lind said: “the dam is sweating”. Reed said: the dam is old."


def source(text: str, *, seen: str = "full-text", language: str = "en") -> bytes:
    return f"""csl:
  type: article-newspaper
  title: The dam
  language: {language}
publisher: daily-post
published: 2024-04-09
accessed: 2024-05-01
role: secondary
seen: {seen}
snapshot:
  sha256: {sha256(text.encode()).hexdigest()}
  chars: {len(text)}
  file: a.txt
""".encode()


def told(exact: str, status: str, *, speech: str = SPEECH, seen: str = "full-text", language: str = "en") -> list[str]:
    claim = f"""label: The state of the dam
statement: The old dam leaks.
type: event
about: river-valley
attributions:
  - a1: mara-lind
    act: say
    mode: quotation
    said_in: the-speech
    {status and f"quote_status: {status}"}
    cites:
      - the-page: {exact}
"""
    files = {
        "content/claims/the-dam.yml": claim.encode(),
        "content/sources/the-speech.yml": source(speech, seen=seen, language=language),
        "content/sources/the-page.yml": source(PAGE),
    }
    texts = {sha256(text.encode()).hexdigest(): text for text in (speech, PAGE)}
    return [d.message for d in check(Inputs(FILES | files, texts)).diagnostics if d.code == CODE]


@pytest.mark.parametrize("status", ["", "not-checked", "found-changed", "not-found-upstream"])
def test_words_that_a_nearer_text_has_are_found(status: str) -> None:
    speech = "He said: the dam is sweating, and it holds."
    assert told("the dam is sweating", status, speech=speech) == [
        "`the-speech`, nearer to the speaker, has these words"
    ]
    assert told("the dam is sweating", "found-upstream", speech=speech) == []


def test_words_that_no_nearer_text_has_are_not_found() -> None:
    lacking = "the texts nearer to the speaker do not have these words: `the-speech`"
    assert told("the dam is sweating", "found-upstream") == [lacking]
    assert told("the dam is sweating", "not-checked") == []


def test_what_is_not_certain_is_not_reported() -> None:
    assert told("the dam is sweating", "found-upstream", seen="excerpt") == []
    assert told("the dam is sweating", "found-upstream", language="uk") == []
    # Not in quotation marks there: the speaker's words may be others.
    assert told("the dam is old", "found-upstream") == []
