"""Open figures in sentences: each counter's latest with its day, and of one counter from which figure to which."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.drift import tellings
from explainers.prose.drift_words import summary
from explainers.prose.plain_sentence import plain_sentence
from explainers.text.inline import plain
from tests.graph.records import actor, claim, claim_of, graph_of, source
from tests.prose.saying import says

KILLED = "The quake killed {q1} people."
DEAD = {"q1": {"of": "people killed by the quake", "unit": "person"}}


def count(words: str = "", said: str = "", by: str = "mara", **more: Any) -> dict[str, Any]:
    """A telling with its quoted words and its day."""
    given: dict[str, Any] = {"by": [by], "act": "report", "cites": [{"source": "paper", "exact": words or None}]}
    return given | ({"said": said} if said else {}) | more


def counted(*also: Any, **spoken: Any) -> str:
    return says(KILLED, *also, quantities=DEAD, type="measurement", **spoken)


def test_of_one_counter_the_latest_is_printed_and_from_which_figure_to_which_it_went() -> None:
    first, last = count("at least 280 dead", "2022-06-22"), count("the toll had risen to 1,150", "2022-06-24")
    said = (
        "Mara Lind reported that the quake killed 1,150 people; the figure went from at least 280 on 22 June to 1,150 "
        "on 24 June 2022."
    )
    assert counted(a1=first, a2=last) == said
    assert counted(a1=last, a2=first) == said


def test_between_two_years_both_are_printed() -> None:
    found = counted(a1=count("12 dead", "2021-12-31"), a2=count("13 dead", "2022-01-02"))
    assert found.endswith("; the figure went from 12 on 31 December 2021 to 13 on 2 January 2022.")


def test_the_clock_is_printed_where_several_counts_are_of_one_day() -> None:
    day = {"a1": count("40 dead", "2025-05-06T08:00"), "a2": count("180 dead", "2025-05-06T20:00")}
    assert counted(**day).endswith("; the figure went from 40 at 08.00 to 180 at 20.00 on 6 May 2025.")
    later = counted(**day, a3=count("310 dead", "2025-05-07T19:00"))
    assert later.endswith("; the figure went from 40 at 08.00 on 6 May to 310 on 7 May 2025.")


def test_one_count_has_its_day() -> None:
    assert counted(a1=count("280 dead", "2022-06-22")) == (
        "On 22 June 2022, Mara Lind reported that the quake killed 280 people."
    )


def test_of_several_counters_each_has_its_latest_with_its_day_and_no_range_goes_across_them() -> None:
    found = counted(
        a1=count("at least 40 dead", "2025-05-06T08:00"),
        a2=count("95 dead", "2025-05-06T14:00", "navy"),
        a3=count("310 dead", "2025-05-07T19:00"),
    )
    assert found == (
        "At 19.00 on 7 May 2025, Mara Lind reported that the quake killed 310 people. "
        "At 14.00 on 6 May 2025, the navy reported the figure as 95."
    )


def test_a_spokesperson_counts_as_the_party() -> None:
    found = counted(
        a1=count("280 dead", "2022-06-22", "mara", speaks_for="navy"), a2=count("300 dead", "2022-06-23", "navy")
    )
    assert found == (
        "The navy reported that the quake killed 300 people; the figure went from 280 on 22 June to 300 on 23 June "
        "2022."
    )


def test_who_passes_a_count_on_is_no_counter() -> None:
    found = counted(
        a1=count("280 dead", "2022-06-22"),
        a2=count("300 dead", "2022-06-23"),
        a3=count("280 dead", "2022-06-24", "gazette", based_on=["a1"]),
    )
    assert found == (
        "Mara Lind reported that the quake killed 300 people; the figure went from 280 on 22 June to 300 on 23 June "
        "2022. On 24 June 2022, The Gazette reported the figure as 280."
    )


def test_who_passes_the_latest_count_on_does_so_on_its_own_day() -> None:
    relay = count("1,150", "2022-06-25", "gazette", act="relay", based_on=["a1"])
    assert counted(a1=count("1,150 dead", "2022-06-24"), a2=relay) == (
        "On 24 June 2022, Mara Lind reported that the quake killed 1,150 people. "
        "On 25 June 2022, The Gazette passed it on."
    )


def test_who_passes_a_count_on_without_a_source_is_no_counter() -> None:
    relay = count("1,150", "2022-06-25", "gazette", act="relay")
    found = counted(a1=count("280 dead", "2022-06-22"), a2=count("1,150 dead", "2022-06-24"), a3=relay)
    assert found == (
        "Mara Lind reported that the quake killed 1,150 people; the figure went from 280 on 22 June to 1,150 on 24 "
        "June 2022. On 25 June 2022, The Gazette passed it on without naming a source."
    )


def test_a_count_whose_telling_has_a_time_is_as_of_that() -> None:
    assert counted(a1=count("280 dead", "2022-06-24", time="2022-06-22")) == (
        "As of 22 June 2022, Mara Lind reported that the quake killed 280 people."
    )


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("decline", "declined to comment on the figures"),
        ("neither", "neither confirmed nor denied the figures"),
        ("no-answer", "did not answer"),
        ("question", "asked about the figures"),
    ],
)
def test_who_does_not_answer_has_no_figure_in_the_mouth(act: str, words: str) -> None:
    counts = {"a1": count("280 dead", "2022-06-22"), "a2": count("300 dead", "2022-06-24")}
    assert counted(**counts, a3=count("", "", "navy", act=act)).endswith(f" The navy {words}.")


def test_that_no_position_on_a_count_was_found_names_no_figure() -> None:
    silent = {"by": ["navy"], "act": None, "stance": "no-position-found", "as_of": "2022-06-25", "cites": []}
    found = counted(a1=count("280 dead", "2022-06-22"), a2=silent)
    assert "an unstated number" not in found
    assert "No position of the navy was found on the figure" in found


def test_of_a_count_without_a_day_the_page_has_one() -> None:
    found = counted(a1=count("280 dead"))
    assert found == "According to a page of 11 November 2024, Mara Lind reported that the quake killed 280 people."


def test_a_count_that_its_counter_replaced_is_reported_as_replaced() -> None:
    found = counted(a1=count("280 dead", "2022-06-22"), a2=count("28 dead", "2022-06-23", replaces=["a1"]))
    assert found == (
        "On 23 June 2022, Mara Lind reported that the quake killed 28 people. "
        "On 22 June 2022, Mara Lind reported the figure as 280 (since replaced by a later statement)."
    )


def test_money_that_grows_has_its_unit() -> None:
    found = says(
        "The quake cost {q1}.",
        quantities={"q1": {"of": "what the quake cost", "unit": "USD"}},
        a1=count("some US$2 million", "2022-06-22"),
        a2=count("US$3.5 million for 40 homes", "2022-06-23"),
    )
    assert found == (
        "Mara Lind reported that the quake cost US$3.5 million; the figure went from some US$2 million on 22 June to "
        "US$3.5 million on 23 June 2022."
    )


@pytest.mark.parametrize("second", [{"said": "2022-06-24"}, {"said": None}])
def test_a_later_count_on_a_page_that_updates_another_is_no_change_on_the_way(second: dict[str, Any]) -> None:
    graph = graph_of(
        actor("mara"),
        actor("gazette", "Gazette", kind="media-organisation"),
        source("early"),
        source("paper", derived_from=[{"source": "early", "how": "updates"}], published="2024-11-12"),
        claim(
            statement=KILLED,
            quantities=DEAD,
            a1=count("280 dead", "2022-06-22") | {"cites": [{"source": "early", "exact": "280 dead"}]},
            a2=count("1,150 dead") | second,
        ),
    )
    assert [plain(sentence) for sentence in summary(claim_of(graph), graph)] == []
    assert [telling.changed for telling in tellings(claim_of(graph), graph)] == [(), ()]


def test_who_gives_the_count_of_another_otherwise_changed_it() -> None:
    graph = graph_of(
        actor("mara", "Mara Lind"),
        actor("gazette", "Gazette", kind="media-organisation"),
        source("paper"),
        claim(
            statement=KILLED,
            quantities=DEAD,
            a1=count("280 dead", "2022-06-22"),
            a2=count("380 dead", "2022-06-24", "gazette", based_on=["a1"]),
        ),
    )
    (told,) = summary(claim_of(graph), graph)
    assert plain(told).startswith("The figure changed: ")
    assert "280" in plain_sentence(claim_of(graph), graph)
