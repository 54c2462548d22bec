"""The manual says what the program does: its examples are built, and what it says they print is what they print."""

from __future__ import annotations

from typing import get_args

import pytest
from mkdocs.utils.meta import get_data

from explainers.kinds.claim.model import STANCES_OF_ACTS, Act, Attribution
from explainers.kinds.source.model import Derivation
from explainers.model.shape import keys
from tests.manual.examples import CLAIM, MANUAL, Example, examples, files, pages, rows
from tests.manual.printing import is_printed, printed

PAGES = pages()
TEXT = "\n".join(PAGES.values())
EXAMPLES = [example for name, page in PAGES.items() for example in examples(name, page)]
ACTS = rows(PAGES["reference/acts.md"], "`act` | Position | The page prints")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.place)
def test_an_example_prints_what_is_said_below_it(example: Example) -> None:
    found = printed(example.files, example.shown, example.settings)
    missing = [one for one in example.prints if not is_printed(one.words, found.get(one.where, []))]
    assert missing == [], "\n".join(words for one in missing for words in found.get(one.where, found))


def test_no_example_is_left_unread() -> None:
    assert len(EXAMPLES) == sum(line.startswith("> *") for line in _first_lines_of_quotations())
    assert len(EXAMPLES) > 50


def test_a_page_has_a_title_a_description_and_a_place_in_the_navigation() -> None:
    navigation = (MANUAL.parents[1] / "mkdocs.yml").read_text("utf-8")
    for name, page in PAGES.items():
        text, meta = get_data(page)
        assert meta.get("description"), name
        assert text.count("\n# ") + text.startswith("# ") >= 1, name
        assert f" manual/{name}\n" in navigation, name


def _first_lines_of_quotations() -> list[str]:
    lines = TEXT.splitlines()
    return [line for line, before in zip(lines[1:], lines, strict=False) if line.startswith(">") and not before]


@pytest.mark.parametrize(("act", "position", "words"), ACTS, ids=[row[0] for row in ACTS])
def test_an_act_takes_the_position_and_prints_the_words_of_the_table(act: str, position: str, words: str) -> None:
    act = act.strip("`")
    assert STANCES_OF_ACTS.get(act, "affirms") == position
    # To confirm, somebody else has to say so.
    given = f"attributions:\n  - id: a1\n    by: [mara-lind]\n    act: {act}\n" + (
        "  - id: a2\n    by: [tom-berg]\n    act: say\n" if act == "confirm" else ""
    )
    found = printed(files({CLAIM: given}), [CLAIM])
    assert is_printed(f"Mara Lind {words}", found["The claim"]), found["The claim"]


def test_the_table_has_every_act_once() -> None:
    assert sorted(row[0].strip("`") for row in ACTS) == sorted(get_args(Act))


@pytest.mark.parametrize("model", [Attribution, Derivation])
def test_every_field_is_in_the_manual(model: type) -> None:
    assert [key for key in keys(model) if f"`{key}" not in TEXT and f"    {key}:" not in TEXT] == []
