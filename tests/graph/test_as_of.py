"""Where everyone stood as of a day, and the days on which that changed."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from explainers.graph.as_of import AsOf, date_of, present, views
from explainers.graph.board import board
from explainers.graph.graph import Graph
from explainers.graph.positions import ORDER
from explainers.kinds.claim.model import ON_SOMETHING_ELSE
from tests.graph.records import claim, claim_of, graph_of, source

ACTORS = ("mara", "navy", "otto")
DATES = (
    "2024-01-01",
    "2024-01-05",
    "2024-01",
    "2024",
    "../2024-01-05",
    "2024-01-01/2024-01-05",
    "2024-02-01?",
    "2024/..",
)


def on(edtf: str, basis: str = "stated") -> dict[str, str]:
    return {"edtf": edtf, "basis": basis}


def graph(*attributions: dict[str, Any]) -> Graph:
    return graph_of(claim("rain", **{f"a{n}": a for n, a in enumerate(attributions, start=1)}))


def seen(*attributions: dict[str, Any]) -> list[tuple[str, dict[str, list[str]]]]:
    """Every view: its day, and the stances of each actor."""
    made = graph(*attributions)
    return [told(view) for view in views(claim_of(made), made)]


def told(view: AsOf) -> tuple[str, dict[str, list[str]]]:
    stands: dict[str, list[str]] = {}
    for stand in view.held:
        stands.setdefault(stand.actor, []).append(stand.stance)
    return view.day.isoformat(), stands


def says(day: str, stance: str = "affirms", *by: str, **fields: Any) -> dict[str, Any]:
    silent = stance == "no-position-found"
    return {"by": list(by or ["mara"]), "stance": stance, "as_of" if silent else "said": on(day), **fields}


def test_there_is_a_view_for_each_day_on_which_a_stance_changed_and_none_for_a_repetition() -> None:
    assert seen(
        says("2024-01-01"), says("2024-01-03"), says("2024-01-05", "denies"), says("2024-01-07", "declines", "navy")
    ) == [
        ("2024-01-01", {"mara": ["affirms"]}),
        ("2024-01-05", {"mara": ["denies"]}),
        ("2024-01-07", {"mara": ["denies"], "navy": ["declines"]}),
    ]


def test_who_affirms_denies_and_takes_back_stands_where_it_stood_last() -> None:
    assert seen(
        says("2024-01-01"), says("2024-01-02", "denies"), says("2024-01-03"), says("2024-01-04", "retracts")
    ) == [
        ("2024-01-01", {"mara": ["affirms"]}),
        ("2024-01-02", {"mara": ["denies"]}),
        ("2024-01-03", {"mara": ["affirms"]}),
        ("2024-01-04", {"mara": ["retracts"]}),
    ]


def test_a_retraction_ends_an_affirmation_of_the_same_day_and_one_that_can_be_older() -> None:
    assert seen(says("2024-01-05"), says("2024-01-05", "retracts")) == [("2024-01-05", {"mara": ["retracts"]})]
    assert seen(says("2024"), says("2024-01-05", "retracts")) == [("2024-01-05", {"mara": ["retracts"]})]
    assert seen(says("2024-01-05", "retracts"), says("2024-01-06"))[-1] == ("2024-01-06", {"mara": ["affirms"]})


def test_several_stances_of_one_day_all_stand() -> None:
    assert seen(says("2024-01-05", "doubts"), says("2024-01-05")) == [("2024-01-05", {"mara": ["affirms", "doubts"]})]


def test_a_day_on_which_only_we_looked_is_no_view() -> None:
    assert seen(says("2024-01-05"), says("2024-02-01", "no-position-found", "navy")) == [
        ("2024-01-05", {"mara": ["affirms"]})
    ]


def test_a_silence_never_takes_the_place_of_a_position() -> None:
    made = graph(says("2024-01-05"), says("2024-02-01", "no-position-found"))
    assert present(claim_of(made), made) == {"mara": {"affirms"}}


def test_no_one_declines_before_anybody_has_said_so() -> None:
    assert seen(says("2024-01-01", "declines", "navy"), says("2024-01-05")) == [
        ("2024-01-05", {"mara": ["affirms"], "navy": ["declines"]})
    ]
    assert seen(says("2024-01-01", "declines", "navy")) == []


def test_who_declines_later_has_taken_nothing_back() -> None:
    assert seen(says("2024-01-01"), says("2024-01-05", "declines"))[-1] == (
        "2024-01-05",
        {"mara": ["affirms", "declines"]},
    )


def test_what_is_said_in_a_month_was_said_by_the_day_of_the_page_that_reports_it() -> None:
    paper = source("paper", published=on("2024-01-12"), publisher="post")
    made = graph_of(paper, claim("rain", a1=says("2024-01"), a2=says("2024/..", "denies", "navy")))
    assert [told(view) for view in views(claim_of(made), made)] == [
        ("2024-01-12", {"mara": ["affirms"], "navy": ["denies"]})
    ]


def test_a_page_older_than_what_it_is_said_to_report_sets_no_day() -> None:
    made = graph_of(source("paper", published=on("2024-01-12")), claim("rain", a1=says("2024-02")))
    assert [view.day.isoformat() for view in views(claim_of(made), made)] == ["2024-02-29"]


def test_what_replaces_a_telling_ends_it_from_its_day_whoever_spoke() -> None:
    jury, judge = says("2024-01-05"), says("2024-02-01", "affirms", "navy", replaces=["a1"])
    assert seen(jury, judge) == [("2024-01-05", {"mara": ["affirms"]}), ("2024-02-01", {"navy": ["affirms"]})]


FIGURE = {"statement": "The lake is {q1} deep.", "quantities": {"q1": {"relation": "unqualified", "value": 6}}}
OTHER = {"as_printed": {"quantities": {"q1": {"value": "7.5"}}}}


def test_of_several_endings_the_earliest_counts_whatever_the_order() -> None:
    backs = [says(day, "retracts") for day in ("2024-01-09", "2024-01-03")]
    assert [day for day, _ in seen(says("2024-01-01"), *backs)] == ["2024-01-01", "2024-01-03"]


def test_who_corrects_a_figure_still_says_so() -> None:
    history = {"a1": says("2024-01-05"), "a2": says("2024-01-06", "retracts", **OTHER)}
    made = graph_of(claim("rain", **FIGURE, **history))
    assert [told(view) for view in views(claim_of(made), made)] == [("2024-01-05", {"mara": ["affirms"]})]


def test_an_answer_in_another_claim_is_a_position_here_too() -> None:
    other = claim(
        "snow", a1={"by": ["otto"], "act": "say"}, a2=says("2024-01-06", "declines", "navy", answers=["rain#a1"])
    )
    made = graph_of(claim("rain", a1=says("2024-01-05")), other)
    assert told(views(claim_of(made), made)[-1]) == ("2024-01-06", {"mara": ["affirms"], "navy": ["declines"]})
    assert "navy" not in present(claim_of(made, "snow"), made)


def test_a_stretch_of_time_is_placed_at_its_end_and_says_so() -> None:
    made = graph(says("2024-01"), says("2024-01-31", "denies", "navy"))
    (view,) = views(claim_of(made), made)
    assert view.day == datetime.date(2024, 1, 31)
    assert [(stand.actor, stand.by_then) for stand in view.held] == [("mara", True), ("navy", False)]


def test_what_has_no_date_and_what_has_no_end_is_not_placed() -> None:
    assert seen({"by": ["mara"]}, says("2024/.."), {"by": ["navy"], "said": {"basis": "unknown"}}) == []


def test_a_date_is_inferred_where_all_that_is_new_is() -> None:
    sure, guess = says("2024-01-01"), says("2024-01-01", "denies", "navy") | {"said": on("2024-01-01", "inferred")}
    for given_, expected in (((sure, guess), False), ((guess,), True), ((sure,), False)):
        made = graph(*given_)
        assert [view.inferred for view in views(claim_of(made), made)] == [expected]


def test_a_publisher_in_its_own_voice_spoke_on_the_day_of_its_page_and_a_refusal_as_of_its_date() -> None:
    own = {"by": ["gazette"]}
    refusal = {"by": ["navy"], "stance": "declines", "act": "no-comment", "as_of": on("2024-01-05")}
    made = graph_of(source("paper", published=on("2024-03-03")), claim("rain", a1=own, a2=refusal))
    found = [date_of(attribution, made) for attribution in claim_of(made).attributions]
    assert [date.edtf if date else "" for date in found] == ["2024-03-03", "2024-01-05"]


ATTRIBUTION = st.builds(
    lambda by, stance, day: says(day, stance, *by) if day else {"by": by, "stance": stance},
    st.lists(st.sampled_from(ACTORS), min_size=1, max_size=2, unique=True),
    st.sampled_from([stance for stance in ORDER if stance not in {"none", "partly", *ON_SOMETHING_ELSE.values()}]),
    st.sampled_from(["", *DATES]),
)
HISTORIES = st.lists(ATTRIBUTION, min_size=1, max_size=8)


@given(HISTORIES)
def test_the_last_view_is_what_is_on_the_board(history: list[dict[str, Any]]) -> None:
    made = graph(*history)
    found = views(claim_of(made), made)
    last = {(stand.actor, stand.stance) for stand in found[-1].held} if found else set()
    rows = [(r.position.actor, r.position.stance) for r in board(claim_of(made), made) if r.when == "present"]
    assert set(rows) == {(actor, s) for actor, stances in present(claim_of(made), made).items() for s in stances}
    taken = {(actor, stance) for actor, stance in rows if stance != "no-position-found"}
    assert last == taken or {stance for _, stance in taken} == {"declines"}


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_the_file_decides_nothing_but_the_order_of_names(
    history: list[dict[str, Any]], random: Any
) -> None:
    other = [*history]
    random.shuffle(other)
    one, two = graph(*history), graph(*other)
    found = [[(view.day, frozenset(view.held)) for view in views(claim_of(each), each)] for each in (one, two)]
    assert found[0] == found[1]


@given(HISTORIES)
def test_no_view_is_like_the_one_before_and_each_says_what_is_new(history: list[dict[str, Any]]) -> None:
    made = graph(*history)
    found = views(claim_of(made), made)
    assert [view.day for view in found] == sorted({view.day for view in found})
    before: dict[str, list[str]] = {}
    for view in found:
        now = told(view)[1]
        new = {(stand.actor, stand.stance) for stand in view.held if stand.new}
        assert new == {(actor, s) for actor in now for s in now[actor] if s not in before.get(actor, ())}
        assert now != before
        assert before.keys() <= now.keys()
        before = now


@given(HISTORIES)
def test_what_is_said_later_does_not_change_a_view(history: list[dict[str, Any]]) -> None:
    """What was said up to a day gives the view of that day: the later does not change the earlier."""
    made = graph(*history)
    placed = [a for a in history if "said" in a or "as_of" in a]
    for view in views(claim_of(made), made):
        ends = [a for a in placed if _end(a) is not None and _end(a) <= view.day]  # type: ignore[operator]
        unplaced = [a for a in history if a not in placed or _end(a) is None]
        part = graph(*ends, *unplaced)
        assert told(views(claim_of(part), part)[-1]) == told(view)


def _end(attribution: dict[str, Any]) -> datetime.date | None:
    made = graph(attribution)
    date = date_of(claim_of(made).attributions[0], made)
    return date.extent.last if date else None
