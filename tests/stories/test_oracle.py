"""The oracle itself: what it has to let pass, and what it has to catch."""

from __future__ import annotations

from datetime import date

import pytest

from tests.stories.names import Names
from tests.stories.oracle import Fault, faults
from tests.stories.origins import bounds as bounds_of
from tests.stories.reading import Block, blocks
from tests.stories.story import Figure, Made, Story, Telling, Text, Who
from tests.stories.truth import Truth

DAY = date(2024, 3, 1)
LABEL = Story(0).label


def small_world() -> Story:
    """Ana Vale writes of almost 400 homes, the Echo makes 400 of it; Bo Dahl counts 900, and takes that back."""
    story = Story(0)
    for id, name, kind in [
        ("ana-vale", "Ana Vale", "person"),
        ("bo-dahl", "Bo Dahl", "person"),
        ("cleo-foss", "Cleo Foss", "person"),
        ("the-union", "Garlow Union", "institution"),
        ("post", "Harbour Post", "media-organisation"),
        ("echo", "Upland Echo", "media-organisation"),
        ("ledger", "Valley Ledger", "media-organisation"),
    ]:
        story.cast[id] = Who(id, name, kind)
    story.texts["t1"] = Text("t1", "post", DAY, "Flood notes t1")
    story.texts["t2"] = Text("t2", "echo", date(2024, 3, 3), "Flood notes t2", made_from=(Made("t1", "rewrites"),))
    story.texts["t3"] = Text("t3", "ledger", date(2024, 3, 5), "Flood notes t3")
    for telling in (
        Telling("a1", ("ana-vale",), "t1", Figure(400, "nearly", "almost"), said=DAY),
        Telling("a2", ("ana-vale",), "t2", Figure(400), said=DAY, comes_from=("a1",)),
        Telling("a3", ("bo-dahl",), "t3", Figure(900), said=date(2024, 3, 5)),
        Telling("a4", ("bo-dahl",), "t3", Figure(900), said=date(2024, 3, 5), stance="retracts", replaces=("a3",)),
        Telling("a5", ("cleo-foss",), "t3", Figure(400), act="no-answer"),
    ):
        story.tellings[telling.id] = telling
    return story


def found_all(block: Block, story: Story) -> list[Fault]:
    return faults([block], Truth(story), Names(story), "")


def found_in(block: Block, story: Story) -> list[str]:
    return sorted({fault.check for fault in found_all(block, story)})


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Vale said that the flood reached almost 400 homes in Eastport.",
        "On the way from Ana Vale to Upland Echo, “almost” was lost (Upland Echo).",
        "Traced from Upland Echo to Ana Vale.",
        "Bo Dahl took it back.",
        "Bo Dahl (taken back)",
        "Cleo Foss did not answer.",
        "900 (taken back by the speaker)",
        "Ana Vale and Bo Dahl said so.",
        "Ana Vale, speaking for Garlow Union, said so.",
        "3 tellings, 2 voices, 1 origin, 1 taken back",
        "No position of Garlow Union was found.",
        "Flood notes t3, Valley Ledger, 5 March 2024.",
        f"{LABEL}, according to Ana Vale",
        f"“{LABEL}, according to Ana Vale”, Explainers.",
        f"It has not been said why. On: {LABEL} (according to Ana Vale)",
        f"Bo Dahl, on: {LABEL} (took it back).",
        "It has been taken back by Bo Dahl.",
        "According to Upland Echo, Ana Vale said that the flood reached almost 400 homes in Eastport.",
    ],
)
def test_what_is_so_passes(sentence: str) -> None:
    story = small_world()
    story.silent.append("the-union")
    assert found_in(Block(sentence), story) == []


@pytest.mark.parametrize(
    ("sentence", "check"),
    [
        ("Ana Vale said that the flood reached 900 homes in Eastport.", "figure"),
        ("Bo Dahl said that the flood reached more than 900 homes in Eastport.", "figure"),
        ("Ana Vale: 900, a statement.", "figure"),
        ("900 (Bo Dahl; Ana Vale)", "figure"),
        ("On the way from Ana Vale to Upland Echo, “almost” was added (Upland Echo).", "change"),
        ("On the way from Ana Vale to Upland Echo, “almost” was lost (Valley Ledger).", "change"),
        ("400 became 900 (Valley Ledger)", "change"),
        ("On the way from Ana Vale to Upland Echo, nothing that we compare changed.", "change"),
        ("On the way from Ana Vale to Valley Ledger, “almost” was lost (Upland Echo).", "way"),
        ("On the way from Bo Dahl to Upland Echo, “almost” was lost (Upland Echo).", "way"),
        ("Traced from Harbour Post to Upland Echo.", "way"),
        ("Valley Ledger. 5 March 2024. Bo Dahl: 900. Traced to: Ana Vale.", "way"),
        ("The statement by Bo Dahl goes back to the one by Ana Vale.", "way"),
        ("Ana Vale took it back.", "revision"),
        ("Ana Vale (taken back)", "revision"),
        ("400 (taken back by the speaker)", "revision"),
        ("Cleo Foss said so.", "position"),
        ("Cleo Foss neither confirmed nor denied it.", "position"),
        ("Cleo Foss declined to comment.", "position"),
        ("Bo Dahl denied it.", "position"),
        ("Ana Vale estimated that the flood reached almost 400 homes.", "position"),
        ("Upland Echo passed it on.", "position"),
        ("4 tellings, 2 voices, 3 origins", "origins"),
        ("1 origin, 1 unknown", "origins"),
        ("at least 2 origins", "origins"),
        ("4 tellings, 3 voices, 1 origin", "origins"),
        ("No position of Ana Vale was found.", "silence"),
        ("No position of Garlow Union was found.", "silence"),
        ("Ana Vale said so on 2 March 2024.", "day"),
        ("It has been denied by Ana Vale.", "position"),
        ("According to Valley Ledger, Ana Vale said that the flood reached almost 400 homes in Eastport.", "position"),
        (LABEL, "title"),
        (f"{LABEL}: something said by Ana Vale", "title"),
        (f"{LABEL}, according to Bo Dahl", "title"),
        (f"{LABEL}, according to Ana Vale and others", "title"),
        (f"{LABEL} (according to Cleo Foss)", "title"),
        (f"{LABEL} (according to Ana Vale (not named))", "title"),
        (f"{LABEL} (according to Ana Vale cited by Valley Ledger)", "title"),
        (f"{LABEL}: a claim taken back by Bo Dahl", "title"),
        (f"{LABEL}: a claim passed on by Upland Echo and taken back by Bo Dahl", "title"),
    ],
)
def test_what_is_not_so_is_caught(sentence: str, check: str) -> None:
    assert check in found_in(Block(sentence), small_world())


@pytest.mark.parametrize(
    ("aside", "faults"),
    [
        ("passed on by Upland Echo and taken back by Bo Dahl", 0),
        ("passed on by Bo Dahl and taken back by Upland Echo", 2),
        ("on which Cleo Foss did not answer", 0),
        ("on which Cleo Foss declined to comment", 1),
        ("made by Bo Dahl and replaced later", 0),
        ("denied by Ana Vale", 1),
        ("neither confirmed nor denied by Cleo Foss", 1),
        ("on which no position of Garlow Union was found", 1),
    ],
)
def test_an_aside_says_only_what_each_did(aside: str, faults: int) -> None:
    story = small_world()
    story.tellings["a1"] = story.tellings["a1"].but(by=("echo",), page="t2", act="relay")
    del story.tellings["a2"]
    found = found_all(Block(f"{LABEL} (a claim {aside}): 1 telling"), story)
    assert [fault.check for fault in found] == ["title"] * faults


def test_a_row_is_read_with_its_head_and_its_group() -> None:
    html = (
        '<table><tbody><tr><th scope="rowgroup">Say so</th><th scope="row">Cleo Foss</th>'
        '<td data-label="When">5 March 2024</td></tr></tbody></table>'
    )
    [row] = blocks(html)
    assert (row.group, dict(row.cells)) == ("Say so", {"who": "Cleo Foss", "When": "5 March 2024"})
    assert "position" in found_in(row, small_world())


def test_a_row_that_is_compared_with_what_it_does_not_come_from() -> None:
    cells = {"who": "Bo Dahl; Valley Ledger", "Differs": "Nothing differs (compared with Harbour Post)"}
    assert found_in(Block(" | ".join(cells.values()), cells=cells), small_world()) == ["change"]


def test_a_view_of_a_day_has_only_what_was_done_by_then() -> None:
    html = "<ol><li><p>As of 1 March 2024</p><p>Bo Dahl said so.</p></li><li><p>As of 2 March 2024</p></li></ol>"
    story = small_world()
    found = faults(blocks(html), Truth(story), Names(story), "")
    assert [(fault.check, fault.text) for fault in found] == [
        ("as of", "Bo Dahl said so."),
        ("day", "As of 2 March 2024"),
        ("as of", "As of 2 March 2024"),
    ]


def test_siblings_and_unlinked_tellings_have_no_changes() -> None:
    story = small_world()
    story.tellings["a2"] = story.tellings["a2"].but(comes_from=())
    assert Truth(story).changes == ()
    assert "change" in found_in(Block("“almost” was lost (Upland Echo)"), story)


def test_of_two_grounds_what_one_has_did_not_change() -> None:
    story = small_world()
    story.tellings["a6"] = Telling("a6", ("ana-vale",), "t3", Figure(400), comes_from=("a1", "a2"))
    assert [change.telling.id for change in Truth(story).changes] == ["a2"]


@pytest.mark.parametrize(
    ("changes", "bounds"),
    [
        ({}, (1, 1, "")),
        ({"by": ("bo-dahl", "the-union")}, (2, 3, "speakers printed as one")),
        ({"by": ("bo-dahl", "the-union"), "joint": "together"}, (2, 2, "")),
        ({"by": ("bo-dahl", "the-union"), "joint": "separate"}, (3, 3, "")),
        ({"speakers": "several"}, (2, 10**6, "a plural")),
    ],
)
def test_how_many_origins_there_are_at_least_and_at_most(changes: dict, bounds: tuple[int, int, str]) -> None:
    story = small_world()
    if changes:
        del story.tellings["a4"]
        story.tellings["a3"] = story.tellings["a3"].but(**changes)
    found = bounds_of(Truth(story))
    assert (found.low, found.high, found.uncertain) == bounds


def test_a_paper_that_names_no_one_has_an_unknown_origin() -> None:
    story = small_world()
    story.tellings = {
        "a1": Telling("a1", ("post",), "t1", Figure(400), act="report"),
        "a2": Telling("a2", ("ledger",), "t3", Figure(400), act="relay"),
        "a3": Telling("a3", ("echo",), "t2", Figure(400), act="report", ground="own-observation"),
    }
    truth = Truth(story)
    assert [telling.id for telling in truth.unknown] == ["a1", "a2"]
    assert (bounds_of(truth).low, bounds_of(truth).high) == (1, 1)
