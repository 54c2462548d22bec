"""Figures by what they count: who gave which, when, from whom, and which of them share an axis."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainers.graph.axis import axis
from explainers.graph.figure_spans import FigureSpan, span
from explainers.graph.figures import FigureGroup, figure_groups
from explainers.graph.graph import AttributionRef
from explainers.graph.telling_figures import telling_figures
from explainers.kinds.claim.model import Claim
from explainers.kinds.quantity import Quantity
from explainers.model.decode import Document
from tests.graph.records import claim, graph_of, read_in, source

OTTERS = {"of": "otters in the lake", "relation": "unqualified", "value": 50, "unit": "otter"}


def groups(*documents: Document) -> list[FigureGroup]:
    graph = graph_of(*documents)
    return figure_groups(graph.of(Claim), graph)


def otters(id: str = "rain", /, quantity: Any = OTTERS, **fields: Any) -> Document:
    return claim(id, quantities={"q1": quantity}, **fields)


def printed(**own: Any) -> dict[str, Any]:
    """What a telling prints otherwise."""
    return {"as_printed": {"quantities": {"q1": own}}}


def on(edtf: str, basis: str = "stated") -> dict[str, Any]:
    return {"said": {"edtf": edtf, "basis": basis}}


def rows(*documents: Document) -> list[tuple[str, str]]:
    """Who gives which figure, in the only group there is."""
    (group,) = groups(*documents)
    return [(" ".join(row.by), row.quantity.alone) for row in group.rows]


def test_several_tellings_of_one_speaker_with_one_figure_are_one_row() -> None:
    (group,) = groups(otters(a1={}, a2={}, a3=printed(relation="nearly"), a4={"by": ["post"]}))
    assert [[ref.attribution.id for ref in row.refs] for row in group.rows] == [["a1", "a2"], ["a3"], ["a4"]]


def test_rows_are_in_the_order_in_which_they_were_said_and_the_undated_last() -> None:
    said = {
        "a1": {"by": ["undated"]},
        "a2": {"by": ["until"]} | on("../2024-11-12", "inferred"),
        "a3": {"by": ["later"]} | on("2024-11-13"),
        "a4": {"by": ["early"]} | on("2024-11"),
        "a5": {"by": ["twin"]} | on("2024-11-13"),
    }
    assert [who for who, _ in rows(otters(**said))] == ["early", "until", "later", "twin", "undated"]


def test_rows_of_one_origin_are_together() -> None:
    (group,) = groups(
        otters(
            a1={"by": ["mara"]} | on("2024-11-01"),
            a2={"by": ["other"]} | on("2024-11-02"),
            a3={"by": ["gazette"], "based_on": ["a1"]} | on("2024-11-03"),
        )
    )
    assert [(row.by[0], row.passed_on) for row in group.rows] == [("mara", ()), ("gazette", ("mara",)), ("other", ())]
    assert group.rows[0].origin == group.rows[1].origin != group.rows[2].origin


def test_two_papers_that_copy_one_text_in_their_own_voice_are_one_origin() -> None:
    papers = [
        source("wire", publisher="agency"), source("paper", "wire"), source("post", "wire", publisher="post"),
    ]  # fmt: skip
    said = {"a1": {"by": ["gazette"], "cites": read_in("paper")}, "a2": {"by": ["post"], "cites": read_in("post")}}
    (group,) = groups(otters(**said), *papers)
    assert len({row.origin for row in group.rows}) == 1


def test_an_origin_of_several_bases_names_all_of_them() -> None:
    (group,) = groups(otters(a1={"by": ["mara"]}, a2={"by": ["lind"]}, a3={"by": ["post"], "based_on": ["a1", "a2"]}))
    assert next(row.passed_on for row in group.rows if row.by == ("post",)) == ("mara", "lind")


def test_of_a_circle_the_telling_read_first_is_the_origin() -> None:
    (group,) = groups(otters(a1={"by": ["mara"], "based_on": ["a2"]}, a2={"by": ["lind"], "based_on": ["a1"]}))
    assert [row.passed_on for row in group.rows] == [(), ("mara",)]


@pytest.mark.parametrize(("basis", "inferred"), [("inferred", True), ("stated", False)])
def test_a_way_that_is_our_reading_is_marked(basis: str, inferred: bool) -> None:
    (group,) = groups(
        otters(a1={"by": ["mara"]}, a2={"by": ["post"], "based_on": ["a1"], "basis": basis}, a3={"by": ["mara"]})
    )
    assert [(row.by[0], row.inferred) for row in group.rows] == [("mara", False), ("post", inferred)]


def test_a_stated_date_goes_before_an_inferred_one_of_the_same_day() -> None:
    (group,) = groups(otters(a1=on("2024-11-11", "inferred"), a2=on("2024-11-11"), a3=on("2024-10", "inferred")))
    assert [(d.edtf, d.basis) for d in group.rows[0].dates] == [("2024-11-11", "stated"), ("2024-10", "inferred")]


@pytest.mark.parametrize("stance", ["denies", "doubts", "declines", "no-position-found", "retracts"])
def test_who_does_not_say_so_has_given_no_figure(stance: str) -> None:
    denial = {"by": ["navy"], "stance": stance, "act": "deny"}
    assert rows(otters(a1={}, a2=denial)) == [("mara", "50")]
    assert groups(otters(a1=denial)) == []


def test_a_figure_of_a_withdrawn_claim_is_in_the_table_alone() -> None:
    (group,) = groups(otters(status="withdrawn", reason="Nobody counted."))
    assert [(row.withdrawn, row.charted) for row in group.rows] == [(True, False)]


@pytest.mark.parametrize(
    ("given_on", "taken_back_on", "charted"),
    [("2024-11-11", "2024-11-12", False), ("2024-11-13", "2024-11-12", True), (None, None, False)],
)
def test_a_figure_that_was_taken_back_is_in_the_table_alone(given_on: Any, taken_back_on: Any, charted: bool):
    back = {"stance": "retracts", "act": "say"} | (on(taken_back_on) if taken_back_on else {})
    (group,) = groups(otters(a1=on(given_on) if given_on else {}, a2=back, a3={"by": ["post"]}))
    assert {row.by[0]: row.charted for row in group.rows} == {"mara": charted, "post": True}


def test_a_telling_with_its_own_population_is_kept_off_the_axis() -> None:
    (group,) = groups(otters(a1={}, a2={"by": ["post"], "as_printed": {"population": "animals"}}))
    assert [(row.by[0], row.charted, row.quantity.of) for row in group.rows] == [
        ("mara", True, "otters in the lake"),
        ("post", False, "animals"),
    ]


def test_a_telling_goes_to_the_chart_that_counts_just_what_it_counts() -> None:
    animals = otters("zoo", OTTERS | {"of": "Animals"})
    found = groups(otters(a1={}, a2={"by": ["post"], "as_printed": {"population": " animals"}}), animals)
    assert [(group.of, [row.by[0] for row in group.charted]) for group in found] == [
        ("otters in the lake", ["mara"]),
        ("Animals", ["post", "mara"]),
    ]


def test_a_telling_in_another_unit_is_kept_off_the_axis() -> None:
    (group,) = groups(otters(a1={}, a2=printed(unit="family", value=9)))
    assert [(row.quantity.unit, row.charted) for row in group.rows] == [("otter", True), ("family", False)]


def test_figures_that_do_not_say_what_they_count_share_no_axis() -> None:
    bare = {"relation": "unqualified", "value": 50}
    assert [len(group.rows) for group in groups(otters("rain", bare), otters("snow", bare))] == [1, 1]


def test_a_figure_without_a_number_is_not_drawn_at_zero() -> None:
    (group,) = groups(otters("rain", {"of": "otters", "relation": "at-least", "min": 5}))
    assert (len(group.rows), group.charted) == (1, ())


@pytest.mark.parametrize(
    ("quantity", "shape", "ends"),
    [
        ({"relation": "unqualified", "value": 50000}, "bare", (50000, 50000)),
        ({"relation": "about", "value": 50000}, "about", (50000, 50000)),
        ({"relation": "nearly", "value": 50000}, "under", (50000, 50000)),
        ({"relation": "fewer-than", "value": 1}, "under", (1, 1)),
        ({"relation": "at-most", "value": -1}, "under", (-1, -1)),
        ({"relation": "up-to", "value": 0}, "under", (0, 0)),
        ({"relation": "more-than", "value": 10000}, "over", (10000, 10000)),
        ({"relation": "at-least", "value": "0.5"}, "over", (0.5, 0.5)),
        ({"relation": "between", "min": 30000, "max": 45000}, "range", (30000, 45000)),
        ({"relation": "between", "min": 45000, "max": 30000}, "range", (30000, 45000)),
        ({"relation": "between", "min": 5, "max": 5}, "bare", (5, 5)),
        ({"relation": "about", "min": 3, "max": 5}, "magnitude", (3, 5)),
        ({"relation": "order-of-magnitude", "value": 10000}, "magnitude", (10000, 100000)),
        ({"relation": "order-of-magnitude", "value": 3000}, "magnitude", (1000, 10000)),
        ({"relation": "order-of-magnitude", "value": -100}, "magnitude", (-1000, -100)),
        ({"relation": "order-of-magnitude", "value": 0}, "about", (0, 0)),
    ],
)
def test_the_shape_of_a_qualifier(quantity: dict[str, Any], shape: str, ends: tuple[float, float]) -> None:
    found = span(Quantity.model_validate(quantity))
    assert found is not None
    assert (found.shape, (float(found.low), float(found.high))) == (shape, ends)


NUMBERS = st.decimals(-(10**18), 10**18, allow_nan=False, allow_infinity=False, places=3) | st.sampled_from([0, 1])
SPANS = st.tuples(NUMBERS, NUMBERS, st.booleans(), st.booleans()).map(
    lambda drawn: FigureSpan(min(drawn[:2]), max(drawn[:2]), drawn[2], drawn[3])
)


@given(st.lists(SPANS, min_size=1, max_size=6))
def test_an_axis_holds_zero_and_every_figure_with_a_few_round_ticks(spans: list[FigureSpan]) -> None:
    found = axis(spans)
    assert 0 in found.ticks
    assert 2 <= len(found.ticks) <= 8
    assert found.low <= min(0, *(s.low for s in spans)) <= max(0, *(s.high for s in spans)) <= found.high
    assert found.low == 0 or any(s.low < 0 for s in spans)
    steps = {later - earlier for earlier, later in zip(found.ticks, found.ticks[1:], strict=False)}
    assert len(steps) == 1
    assert str(steps.pop().normalize().as_tuple().digits) in {"(1,)", "(2,)", "(2, 5)", "(5,)"}


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        ("50000", [0, 20000, 40000, 60000]),
        ("11000", [0, 5000, 10000, 15000]),
        ("0.001", [0, 0.0005, 0.001, 0.0015]),
        ("-3", [-4, -3, -2, -1, 0]),
        ("0", [0, 0.25, 0.5, 0.75, 1]),
    ],
)
def test_the_ticks_of_an_axis(top: str, ticks: list[float]) -> None:
    found = span(Quantity.model_validate({"relation": "unqualified", "value": top}))
    assert found is not None
    assert [float(tick) for tick in axis([found]).ticks] == ticks


COUNTED = st.sampled_from(["otters", "Otters ", "otters  in the lake", "boats", "e\u0301lan", "\u00c9lan", None])
UNITS = st.sampled_from(["otter", "Otter", "family", None])
FIGURES = st.fixed_dictionaries(
    {"of": COUNTED, "unit": UNITS, "relation": st.sampled_from(["about", "nearly", "unqualified"])},
    optional={"value": st.integers(-2, 2)},
)
OWN = st.fixed_dictionaries({}, optional={"of": COUNTED, "unit": UNITS, "value": st.integers(-2, 2)})
TELLINGS = st.fixed_dictionaries(
    {
        "by": st.sampled_from([["mara"], ["post"], ["mara", "post"]]),
        "stance": st.sampled_from(["affirms", "affirms", "denies", "declines", "retracts"]),
        "based_on": st.lists(st.sampled_from(["a1", "a2", "a3", "c0#a1", "own-estimate"]), min_size=1, max_size=2),
        "as_printed": st.fixed_dictionaries(
            {"quantities": st.fixed_dictionaries({}, optional={"q1": OWN})}, optional={"population": COUNTED}
        ),
    }
)
CLAIMS = st.tuples(
    st.dictionaries(st.sampled_from(["q1", "q2"]), FIGURES, min_size=1),
    st.lists(TELLINGS, min_size=1, max_size=4),
    st.sampled_from(["published", "withdrawn"]),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(CLAIMS, max_size=4))
def test_whatever_is_counted_a_chart_counts_one_thing_and_every_figure_is_in_one_table(drawn: list[Any]) -> None:
    documents = [
        claim(f"c{n}", quantities=figures, status=status, **{f"a{i}": telling for i, telling in enumerate(told, 1)})
        for n, (figures, told, status) in enumerate(drawn)
    ]
    found = groups(*documents)
    for group in found:
        counts = {(_folded(row.quantity.of), _folded(row.quantity.unit)) for row in group.charted}
        assert len(counts) <= 1
        assert counts <= {(_folded(group.of), _folded(group.unit))}
        if not group.of:
            assert len({(row.claim.id, row.name) for row in group.charted}) <= 1
    assert all(row.roots and row.origin for group in found for row in group.rows)
    placed = sorted((ref.key, row.name) for group in found for row in group.rows for ref in row.refs)
    graph = graph_of(*documents)
    given_figures = [
        (f"{c.id}#{a.id}", name)
        for c in graph.of(Claim)
        for a in c.attributions
        if a.stance == "affirms"
        for name in telling_figures(AttributionRef(c, a), graph)
    ]
    assert placed == sorted(given_figures)


def _folded(text: str | None) -> str:
    return " ".join((text or "").lower().replace("e\u0301", "\u00e9").split())


def test_of_two_ways_back_one_that_is_stated_is_enough() -> None:
    said = {
        "a1": {"by": ["paper"], "based_on": ["a2", "a3"]},
        "a2": {"by": ["post"], "based_on": ["a4"], "basis": "inferred"},
        "a3": {"by": ["radio"], "based_on": ["a4"]},
        "a4": {},
    }
    [group] = groups(otters(**said))
    assert [(row.by, row.inferred) for row in group.rows if row.passed_on] == [
        (("paper",), False),
        (("post",), True),
        (("radio",), False),
    ]
