"""Five small sites, each with a kind of untrue sentence that it invites, and what is right for it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from explainers.build.inputs import inputs
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from tests.stories import vocabulary
from tests.stories.reading import Block, blocks

HERE = Path(__file__).parent
SITES = sorted(folder.name for folder in HERE.iterdir() if (folder / "mkdocs.yml").exists())


@cache
def site(name: str) -> SiteBuild:
    settings = Settings(root=HERE / name, content=HERE / name / "content", docs=HERE / name / "docs")
    return build(settings, inputs(settings))


def page(name: str, path: str) -> list[Block]:
    [found] = [made for made in site(name).pages if made.path == path]
    return [*blocks(found.html), Block(found.description)]


def text(name: str, path: str) -> str:
    return "\n".join(block.text for block in page(name, path))


def data(name: str, claim: str) -> dict[str, Any]:
    [found] = [file for file in site(name).files if file.path == f"data/claims/{claim}.json"]
    read: dict[str, Any] = json.loads(found.data)
    return read


def words_of_change(found: Sequence[Block]) -> list[str]:
    """Sentences with a word of change or of a way, but for those of the pages themselves."""
    return [
        block.text
        for block in found
        if not vocabulary.OF_THE_PAGE.search(block.text)
        and re.search(
            f"{vocabulary.CHANGE_STEMS.pattern}|on the way|with this as the source", block.text, re.IGNORECASE
        )
    ]


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


@pytest.mark.parametrize("name", SITES)
def test_its_records_are_without_a_mistake(name: str) -> None:
    assert [str(d) for d in site(name).diagnostics if d.severity == "error"] == []


def test_there_are_five_of_them() -> None:
    assert len(SITES) == 5


class TestTwoUtterances:
    """One speaker, an interview and a letter of one day: neither has lost a word of the other."""

    def test_nothing_is_said_to_have_changed(self) -> None:
        assert words_of_change(page("two-utterances", "claims/boats-to-lervik")) == []
        assert [t.get("compared_with", []) for t in data("two-utterances", "boats-to-lervik")["tellings"]] == [[], []]

    def test_both_figures_are_given(self) -> None:
        words = text("two-utterances", "claims/boats-to-lervik")
        assert re.search(r"Runa Skog[^.]* (?:nearly|close to) 260", words)
        assert re.search(r"Runa Skog[^.]* (?:as|gave) 260", words)

    @pytest.mark.parametrize("path", ["timeline/index", "events/boats-moved"])
    def test_the_event_is_said_to_have_happened_by_its_speaker(self, path: str) -> None:
        words = text("two-utterances", path)
        assert "said to have happened" in words.casefold()
        assert "Happened" not in words.replace("“Happened”", "")
        assert "Runa Skog" in words


class TestFalseDrift:
    """One speaker in two papers, sixteen days apart, without a link."""

    @pytest.mark.parametrize("path", ["claims/dry-wells", "explainers/wells/on-record"])
    def test_nothing_is_said_to_have_changed(self, path: str) -> None:
        assert words_of_change(page("false-drift", path)) == []

    def test_nothing_is_compared(self) -> None:
        found = data("false-drift", "dry-wells")
        assert [(t.get("compared_with", []), t.get("changed", [])) for t in found["tellings"]] == [([], []), ([], [])]

    def test_each_paper_appears_with_what_it_prints(self) -> None:
        rows = [block.text for block in page("false-drift", "claims/dry-wells") if "figure" in block.text]
        assert any("Mosdal Times" in row and "730" in row and "around" not in row for row in rows)
        assert any("Hill Review" in row and re.search(r"(around|about)\b.*730|730.*around", row) for row in rows)


class TestAggregateFalseOrigin:
    """Two speakers of two wires, one of them read in a paper that is made from both."""

    def test_there_are_two_origins(self) -> None:
        found = data("aggregate-false-origin", "trees")
        assert found["origins"]["count"] == 2
        assert re.search(r"\b(?:at most )?2 origins\b", found["origins"]["words"])

    def test_no_sentence_has_one_origin(self) -> None:
        words = text("aggregate-false-origin", "claims/trees")
        assert not re.search(r"\b(?:1|one) origin\b", words, re.IGNORECASE)
        assert words_of_change(page("aggregate-false-origin", "claims/trees")) == []


class TestCertaintyNotCompared:
    """A charity speaks of what may be; the paper that has it from there says that it is."""

    @pytest.mark.parametrize("path", ["claims/fish", "explainers/river/on-record"])
    def test_the_loss_of_may_is_reported(self, path: str) -> None:
        sentences = words_of_change(page("certainty-not-compared", path))
        told = [words for words in sentences if "Morning Sheet" in words and "Dale Wire" in words]
        assert any(re.search(r"\bpossible\b|\bmay\b", words) and "lost" in words for words in told)

    def test_no_sentence_says_that_nothing_changed(self) -> None:
        assert not vocabulary.NOTHING_CHANGED.search(text("certainty-not-compared", "claims/fish"))

    def test_certainty_is_what_changed(self) -> None:
        changed = {t["attribution"]: t.get("changed", []) for t in data("certainty-not-compared", "fish")["tellings"]}
        assert changed == {"fish#a2": [], "fish#a1": ["certainty"]}


class TestGrowthInADay:
    """One counter at six, at noon and at six again; what it corrects; a charity that has not verified it."""

    def test_no_figure_became_another(self) -> None:
        assert [w for w in words_of_change(page("growth-in-a-day", "claims/buried")) if "870" in w or "140" in w] == []

    @pytest.mark.parametrize("where", ["the sentence", "the tellings"])
    def test_the_figures_are_in_the_order_of_the_clock(self, where: str) -> None:
        found = page("growth-in-a-day", "claims/buried")
        rows = [block for block in found if ": figure " in block.text]
        lead = [block for block in found if block.section.startswith("Houses buried in Vik")]
        assert in_order(
            "\n".join(block.text for block in (rows if where == "the tellings" else lead)), "140", "610", "870"
        )

    def test_who_passes_it_on_is_no_voice_and_no_origin(self) -> None:
        found = data("growth-in-a-day", "buried")["origins"]
        assert (found["voices"], found["count"]) == (["rescue-office"], 1)
        words = text("growth-in-a-day", "claims/buried")
        assert not re.search(r"Aid League[^.;|\n]*\b(?:says?|said) so", words)

    def test_a_new_figure_is_not_wiped_out_by_its_own_correction(self) -> None:
        found = data("growth-in-a-day", "depth")["origins"]
        assert (found["voices"], found["count"]) == (["rescue-office"], 1)
        words = text("growth-in-a-day", "claims/depth")
        assert not re.search(r"\b16\b[^.|]*(?:taken back|withdr|replaced)", words)

    def test_the_old_figure_is_reported_as_given_up(self) -> None:
        assert re.search(r"withdrew [^.]*\b19\b|\b19\b[^.]*taken back", text("growth-in-a-day", "claims/depth"))
