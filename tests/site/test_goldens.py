"""What the program says of the first site, to the word: every sentence, and all sections of three claims."""

from __future__ import annotations

import json

import pytest

from tests.site.building import Built
from tests.site.golden import CLAIMS, FOLDER, SENTENCES, golden, sentences


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_page_says_what_was_agreed(published: Built, claim: str) -> None:
    """After a change that is meant: `python -m tests.site.golden`, and read the difference."""
    assert golden(published, claim) == (FOLDER / f"{claim}.txt").read_text("utf-8")


def test_every_sentence_is_as_it_was_read(published: Built) -> None:
    """After a change that is meant: `python -m tests.site.golden`, and read the difference aloud."""
    assert sentences(published) == SENTENCES.read_text("utf-8")


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_it_says_is_in_the_data_too(published: Built, claim: str) -> None:
    said = " ".join(golden(published, claim).split())
    found = json.loads((published.site / "data/records.json").read_text("utf-8"))["records"][claim]
    assert found["origins"]["words"] in said
    assert found["origins"].get("trail", "") in said
    assert found.get("drift", {}).get("summary", "") in said
    assert found["unknowns"]
    for telling in found["tellings"]:
        for words in telling.get("words", ()):
            assert words in said
    for stop in found["chain"]["stops"]:
        assert stop["words"].split(". ")[-1].rstrip(".") in said
