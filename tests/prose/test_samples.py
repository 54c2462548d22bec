"""The page of samples is what the program writes today: a change of a sentence is read in review."""

from __future__ import annotations

from tests.prose.samples.page import PAGE, text


def test_the_samples_are_of_today() -> None:
    assert PAGE.read_text("utf-8") == text(), (
        "the sentences have changed: run `make samples` and read what is different"
    )
