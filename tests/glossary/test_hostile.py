"""What a stranger may send takes no longer than what an editor writes."""

from __future__ import annotations

import time

import pytest

from explainers.glossary import Matcher, forms
from explainers.glossary.quotations import quotations
from explainers.kinds.term.model import Term


def term(label: str) -> Term:
    return Term.model_validate({"id": "x", "term": label, "definition": "d"})


@pytest.mark.parametrize(
    "text", [' "a' * 20_000, " 'a" * 20_000, " ‘a" * 20_000, " «a" * 20_000, "‚a" * 20_000, "“" * 60_000]
)
def test_quotation_marks_that_nothing_closes(text: str) -> None:
    start = time.perf_counter()
    quotations(text)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize("label", ["a" * 60_000, "a " * 30_000, "a-of-" * 12_000, "a of b " * 8_000])
def test_a_label_as_long_as_a_file(label: str) -> None:
    start = time.perf_counter()
    forms(label)
    assert list(Matcher([term(label)]).find("a " * 30_000)) == []
    assert time.perf_counter() - start < 2


def test_a_text_that_nearly_matches_at_every_word() -> None:
    matcher = Matcher([term("a " * count + "b") for count in range(1, 24)])
    start = time.perf_counter()
    assert list(matcher.find("a " * 30_000)) == []
    assert time.perf_counter() - start < 3
