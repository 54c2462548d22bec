"""What a stranger may send takes no longer than what an editor writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from explainers.glossary import Match, Matcher, forms
from explainers.glossary.quotations import Stretch, quotations
from explainers.kinds.term.model import Term
from tests.growth import grows_in_step


def term(label: str) -> Term:
    # A record's own label has an end; what is looked for need not be one.
    return Term.model_construct(id="x", term=label, definition="d")


@pytest.mark.parametrize("marks", [' "a', " 'a", " ‘a", " «a", "‚a", "“"])
def test_quotation_marks_that_nothing_closes(marks: str) -> None:
    def looking(size: int) -> Callable[[], list[Stretch]]:
        text = marks * (size // len(marks))
        return lambda: quotations(text)

    assert len(grows_in_step(looking, 60_000)) <= 1


@pytest.mark.parametrize("words", ["a", "a ", "a-of-", "a of b "])
def test_a_label_as_long_as_a_file(words: str) -> None:
    def looking(size: int) -> Callable[[], tuple[tuple[str, ...], list[Match]]]:
        label, text = words * (size // len(words)), "a " * (size // 2)
        return lambda: (forms(label), list(Matcher([term(label)]).find(text)))

    _, marked = grows_in_step(looking, 60_000)
    assert marked == []


def test_a_text_that_nearly_matches_at_every_word() -> None:
    matcher = Matcher([term("a " * count + "b") for count in range(1, 24)])

    def looking(size: int) -> Callable[[], list[Match]]:
        return lambda: list(matcher.find("a " * (size // 2)))

    assert grows_in_step(looking, 60_000) == []
