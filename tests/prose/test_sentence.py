"""A claim in its sentence: whatever is combined, no speaker, stance, figure or certainty is lost."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainers.graph.graph import AttributionRef, Graph
from explainers.prose.plain_sentence import plain_sentence
from explainers.prose.proposition import figures
from explainers.prose.sentence import clauses
from tests.graph.records import actor, claim, claim_of, graph_of, place, read_in, source
from tests.prose.sentence_faults import faults, text_of

NAMES = [
    ("Mara Lind", None),
    ("United States", "the United States"),
    ("Officials", "unnamed officials of the United States"),
    ("Yahoo!", None),
    ("Berg & Sons Co.", "the firm Berg & Sons Co."),
    ("Who?", None),
    ("Łukasz Żółć", None),
    ("Володимир Зеленський", "the president, Володимир Зеленський"),
    ("e-Gov (Ministry)", None),
    ("“The Post”", None),
    ("O’Neill, Hart and Co", "O’Neill, Hart and Co"),
    ("İpek Işık", None),
    ("iRobot", None),
    ("adidas", None),
    ("דנה לוי", None),
    ("ليلى حداد", None),
    ("‘the squad’", None),
    ("River Towns", "the river towns"),
    ("Smith Jr.", None),
    ("1st Brigade", "the 1st Brigade"),
]
IDS = [f"zz-speaker-{n}" for n in range(len(NAMES))]
STATEMENTS = [
    "The lake holds {q1} otters.",
    "The lake holds {q1} otters and {q2} boats.",
    "{q1} otters live in the lake.",
    "North Korea sent {q1} otters",
    "Otters number {q1}.",
    "[[lake]] holds {q1} otters.",
    "[[lake|The lake]] holds {q1} *grown* otters.",
    "*The* lake holds **{q1}** otters.",
    "Ukraine’s otters are safe.",
    "Two of the boats hold {q1} otters.",
    "There is a {q1}-strong group of otters in the lake.",
    "NATO’s lake is {q1}% full.",
    "IT costs ${q1} a year.",
    "adidas keeps {q1} of the otters.",
    "The lake is “full”.",
    "The lake is what Mara calls “full.”",
    "The lake is in the U.S.",
    "The lake is kept by [[zz-speaker-4]].",
    "The lake is kept by [[zz-speaker-3]].",
    "The lake, which [@paper, p. 4] mentions, is full [@paper].",
    "The lake holds {q9} otters.",
    "The [[lake|water with {q1} otters]] is full.",
]
STANCES = ["affirms", "denies", "doubts", "declines", "no-position-found", "retracts"]
ACTS = "say estimate allege report relay confirm deny no-comment predict promise question suggest order".split()
RELATIONS = "unqualified about nearly more-than at-least fewer-than at-most up-to".split()
CERTAINTIES = ["certain", "probable", "possible", "unstated"]
# The nouns of the statements are in the plural: `1 otters` is their editor's mistake, and a telling's own 1 is ours.
MORE_THAN_ONE = st.one_of(st.integers(2, 10**9), st.decimals(2, 10**6, places=2, allow_nan=False))
NUMBERS = st.one_of(st.just(1), st.integers(0, 10**9), st.decimals(0, 10**6, places=2, allow_nan=False))


@st.composite
def quantities(draw: st.DrawFn, *, numbers: st.SearchStrategy[Any] = NUMBERS) -> dict[str, Any]:
    """One figure: a value with a qualifier, a range, or an order of magnitude."""
    shape = draw(st.sampled_from(["value", "between", "order-of-magnitude"]))
    if shape == "between":
        return {"relation": shape, "min": draw(numbers), "max": draw(numbers)}
    if shape == "order-of-magnitude":
        return {"relation": shape, "value": draw(st.one_of(st.sampled_from([10**n for n in range(1, 10)]), numbers))}
    return {"relation": draw(st.sampled_from(RELATIONS)), "value": draw(numbers)}


@st.composite
def attributions(draw: st.DrawFn) -> dict[str, Any]:
    said: dict[str, Any] = {
        "by": draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=4, unique=True)),
        "stance": draw(st.sampled_from(STANCES)),
        "act": draw(st.sampled_from(ACTS)),
        "certainty": draw(st.sampled_from(CERTAINTIES)),
        "joint": draw(st.sampled_from([None, "as-printed", "separate"])),
        "speaks_for": draw(st.sampled_from([None, None, *IDS])),
        "verb": "zzprintedverb",
        "cites": read_in(draw(st.sampled_from(["paper", "post"]))),
        "as_of": {"edtf": draw(st.sampled_from(["2024-11-12", "2024-11"])), "basis": "stated"},
    }
    printed = draw(st.dictionaries(st.sampled_from(["q1", "q2"]), quantities(), max_size=2))
    return said | ({"as_printed": {"quantities": printed, "population": "otters"}} if printed else {})


OTHERS = [
    actor("gazette", "The Gazette"),
    actor("north-korea", "North Korea"),
    actor("ukraine", "Ukraine"),
    place("lake"),
    source("paper"),
    source("post", publisher="zz-speaker-0"),
]


SPEAKERS = {
    (id, named): actor(id, name, in_text=in_text, named=named)
    for id, (name, in_text) in zip(IDS, NAMES, strict=True)
    for named in (True, False)
}


class Case:
    """A claim with one to four attributions, and the graph in which its speakers are."""

    def __init__(self, graph: Graph) -> None:
        self.claim = claim_of(graph)
        self.graph = graph

    def __repr__(self) -> str:
        said = "\n".join(str(attribution) for attribution in self.claim.attributions)
        return f"{self.claim.statement}\n{said}\n{plain_sentence(self.claim, self.graph)}"


@st.composite
def cases(draw: st.DrawFn) -> Case:
    spoken: dict[str, Any] = {
        f"a{n}": said for n, said in enumerate(draw(st.lists(attributions(), min_size=1, max_size=4)), 1)
    }
    for said in list(spoken.values())[1:]:
        said["based_on"] = draw(st.sampled_from([["not-stated"], ["a1"]]))
    counted = {name: {"of": name} | draw(quantities(numbers=MORE_THAN_ONE)) for name in ("q1", "q2")}
    made = claim(statement=draw(st.sampled_from(STATEMENTS)), quantities=counted, **spoken)
    unnamed = draw(st.sets(st.sampled_from(IDS)))
    graph = graph_of(made, *(SPEAKERS[id, id not in unnamed] for id in IDS), *OTHERS)
    return Case(graph)


many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(cases())
def test_a_copy_editor_finds_no_fault(case: Case) -> None:
    assert faults(case.claim, clauses(case.claim, case.graph), case.graph) == []


@many
@given(cases())
def test_the_first_clause_is_the_whole_proposition_and_all_of_them_are_the_sentence(case: Case) -> None:
    found, graph = case.claim, case.graph
    made = clauses(found, graph)
    assert plain_sentence(found, graph) == " ".join(" ".join(text_of(clause).split()) for clause in made)
    whole = figures(AttributionRef(found, made[0].attributions[0]), graph)
    assert all(figure in text_of(made[0]) for figure in whole)


@many
@given(cases())
def test_every_attribution_has_its_own_figure_unless_it_is_the_one_before(case: Case) -> None:
    first, *later = clauses(case.claim, case.graph)
    whole = figures(AttributionRef(case.claim, first.attributions[0]), case.graph)
    for clause in later:
        for attribution in clause.attributions:
            own = figures(AttributionRef(case.claim, attribution), case.graph)
            if attribution.stance != "no-position-found" or own != whole:
                assert own == whole or all(figure in text_of(clause) for figure in own), text_of(clause)


@many
@given(cases())
def test_no_one_is_made_to_speak_for_whom_they_do_not_or_together_with_whom_they_were_not(case: Case) -> None:
    found, graph = case.claim, case.graph
    for clause in clauses(found, graph):
        if "speaking for" in text_of(clause):
            speakers = {id for a in clause.attributions if a.speaks_for for id in a.by}
            assert speakers == {id for a in clause.attributions for id in a.by}, text_of(clause)
        if "cited together" in text_of(clause):
            joint = [set(a.by) for a in clause.attributions if a.joint == "as-printed"]
            assert set().union(*(a.by for a in clause.attributions)) in joint, text_of(clause)


def test_who_tells_of_the_unnamed_is_not_said_of_the_named() -> None:
    graph = graph_of(
        claim(a1={}, a2={"by": ["witnesses"]}, a3={"by": ["tom"], "cites": read_in("post")}),
        actor("mara", "Mara Lind"),
        actor("tom", "Tom Berg"),
        actor("gazette", "The Gazette"),
        actor("witnesses", "Witnesses", in_text="witnesses", kind="unnamed-group", named=False),
        source("paper"),
        source("post"),
    )
    assert plain_sentence(claim_of(graph), graph) == (
        "Mara Lind, witnesses (not named; cited by The Gazette) and Tom Berg said that the lake is full."
    )
