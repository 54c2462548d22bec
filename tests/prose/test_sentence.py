"""A claim in its sentence: whatever is combined, no speaker, stance, figure or certainty is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, Claim, printed_quantities
from explainers.model.decode import Document
from explainers.prose.sentence import Clause, clauses, plain_sentence, sentence
from explainers.text.inline import plain
from tests.graph.records import actor, claim, claim_of, graph_of, place, read_in, source

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
]
IDS = [f"speaker-{n}" for n in range(len(NAMES))]
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
]
STANCES = ["affirms", "denies", "doubts", "declines", "no-position-found", "retracts"]
ACTS = "say estimate allege report relay confirm deny no-comment predict promise question suggest order".split()
RELATIONS = "unqualified about nearly more-than at-least fewer-than at-most up-to".split()
CERTAINTIES = ["certain", "probable", "possible", "unstated"]
MEANING = {
    "affirms": r"",
    "denies": r"\bdenied\b",
    "doubts": r"\b(doubted|questioned)\b",
    "declines": r"\bneither confirmed nor denied\b",
    "no-position-found": r"^(Elsewhere, n|N)o position of .+ was found\b",
    "retracts": r"\bwithdrew\b",
}
NUMBERS = st.one_of(st.integers(0, 10**9), st.decimals(0, 10**6, places=2, allow_nan=False))


@st.composite
def quantities(draw: st.DrawFn) -> dict[str, Any]:
    """One figure: a value with a qualifier, a range, or an order of magnitude."""
    shape = draw(st.sampled_from(["value", "between", "order-of-magnitude"]))
    if shape == "between":
        return {"relation": shape, "min": draw(NUMBERS), "max": draw(NUMBERS)}
    if shape == "order-of-magnitude":
        return {"relation": shape, "value": draw(st.one_of(st.sampled_from([10**n for n in range(1, 10)]), NUMBERS))}
    return {"relation": draw(st.sampled_from(RELATIONS)), "value": draw(NUMBERS)}


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
    source("post", publisher="speaker-0"),
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
    spoken = {f"a{n}": said for n, said in enumerate(draw(st.lists(attributions(), min_size=1, max_size=4)), 1)}
    for said in list(spoken.values())[1:]:
        said["based_on"] = draw(st.sampled_from([["not-stated"], ["a1"]]))
    counted = {name: {"of": name} | draw(quantities()) for name in ("q1", "q2")}
    made = claim(statement=draw(st.sampled_from(STATEMENTS)), quantities=counted, **spoken)
    unnamed = draw(st.sets(st.sampled_from(IDS)))
    graph = graph_of(made, *(SPEAKERS[id, id not in unnamed] for id in IDS), *OTHERS)
    return Case(graph)


def text_of(clause: Clause) -> str:
    return plain(clause.parts)


def said_name(id: str, graph: Graph) -> str:
    found = graph.get(id, Actor)
    assert found is not None
    return found.in_sentence


def has(name: str, text: str) -> bool:
    """Whether a name stands in a text, case of its first letter aside."""
    return name in text or f"{name[:1].upper()}{name[1:]}" in text


def figures(found: Claim, attribution: Attribution) -> tuple[str, ...]:
    return tuple(quantity.alone for quantity in printed_quantities(found, attribution).values())


many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(cases())
def test_every_speaker_is_in_the_sentence(case: Case) -> None:
    found, graph = case.claim, case.graph
    text = plain_sentence(found, graph)
    for attribution in found.attributions:
        behalf = [attribution.speaks_for] if attribution.speaks_for else []
        for id in [*attribution.by, *behalf]:
            assert has(said_name(id, graph), text), text


@many
@given(cases())
def test_every_attribution_stands_in_one_clause_with_its_speakers_stance_and_certainty(case: Case) -> None:
    found, graph = case.claim, case.graph
    made = clauses(found, graph)
    for attribution in found.attributions:
        [text] = [text_of(clause) for clause in made if attribution in clause.attributions]
        assert all(has(said_name(id, graph), text) for id in attribution.by), text
        assert re.search(MEANING[attribution.stance], text), text
        others = [MEANING[stance] for stance in STANCES if stance not in {"affirms", attribution.stance}]
        if attribution.stance == "affirms":
            assert not any(re.search(other, text) for other in others), text
        # A position that nobody found has no certainty.
        if attribution.certainty != "unstated" and attribution.stance != "no-position-found":
            assert f", as {attribution.certainty}" in text, text


@many
@given(cases())
def test_every_figure_is_there_with_its_qualifier(case: Case) -> None:
    first, *later = clauses(case.claim, case.graph)
    whole = figures(case.claim, first.attributions[0])
    for name, alone in zip(case.claim.quantities, whole, strict=True):
        assert alone in text_of(first) or f"{{{name}}}" not in case.claim.statement
    printed = {whole}
    for clause in later:
        for attribution in clause.attributions:
            own = figures(case.claim, attribution)
            # `It` is the whole proposition, and `the same` is what nobody has given otherwise in between.
            before = printed if attribution.stance == "affirms" else {whole}
            assert f" as {' and '.join(own)}" in text_of(clause) or before == {own}
        printed.add(figures(case.claim, clause.attributions[0]))


@many
@given(cases())
def test_a_sentence_is_a_sentence(case: Case) -> None:
    found, graph = case.claim, case.graph
    for clause in clauses(found, graph):
        text = text_of(clause)
        assert text[0] == text[0].upper(), text
        assert text.endswith("."), text
        assert not text.endswith(".."), text
    whole = plain(sentence(found, graph))
    for fault in ("  ", " ,", ",,", ",.", ": :", ",:", " .", "{", "}", "zzprintedverb", "None"):
        assert fault not in whole, whole
    assert plain_sentence(found, graph) == whole


@many
@given(cases())
def test_nobody_is_made_to_speak_for_whom_they_do_not_or_together_with_whom_they_were_not(case: Case) -> None:
    found, graph = case.claim, case.graph
    for clause in clauses(found, graph):
        if "speaking for" in text_of(clause):
            speakers = {id for a in clause.attributions if a.speaks_for for id in a.by}
            assert speakers == {id for a in clause.attributions for id in a.by}, text_of(clause)
        if "named together" in text_of(clause):
            joint = [set(a.by) for a in clause.attributions if a.joint == "as-printed"]
            assert set().union(*(a.by for a in clause.attributions)) in joint, text_of(clause)


def says(statement: str = "The lake is full.", *also: Document, **spoken: Any) -> str:
    """The sentence of a claim."""
    known = [
        actor("mara", "Mara Lind"),
        actor("navy", "Navy", in_text="the navy"),
        actor("north-korea", "North Korea"),
        actor("insider", "Insider", in_text="an insider", named=False),
        actor("stranger", "Stranger", in_text="an unnamed stranger", named=False),
        actor("gazette", "The Gazette"),
        place("lake", "Long Lake"),
        source("paper"),
    ]
    graph = graph_of(claim(statement=statement, **spoken), *known, *also)
    return plain_sentence(claim_of(graph), graph)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("The lake is full.", "Mara Lind said that the lake is full."),
        ("North Korea sent boats.", "Mara Lind said that North Korea sent boats."),
        ("North Korea’s boats are there.", "Mara Lind said that North Korea’s boats are there."),
        ("NATO’s boats are there.", "Mara Lind said that NATO’s boats are there."),
        ("[[lake|The lake]] is full.", "Mara Lind said that the lake is full."),
        ("[[lake]] is full.", "Mara Lind said that Long Lake is full."),
        ("*[[lake]]* is full.", "Mara Lind said: Long Lake is full."),
        ("Otters are safe.", "Mara Lind said: Otters are safe."),
        ("*The* lake is full.", "Mara Lind said: The lake is full."),
        ("The lake is full", "Mara Lind said that the lake is full."),
        ("The lake\nis full.", "Mara Lind said that the lake is full."),
        ("The\nlake is full.", "Mara Lind said that the lake is full."),
    ],
)
def test_the_statement_stands_after_that_or_after_a_colon(statement: str, sentence: str) -> None:
    assert says(statement, a1={}) == sentence


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"by": ["navy"]}, "The navy said that the lake is full."),
        ({"by": ["mara", "navy"]}, "Mara Lind and the navy said that the lake is full."),
        (
            {"by": ["mara", "navy", "north-korea"]},
            "Mara Lind, the navy and North Korea said that the lake is full.",
        ),
        (
            {"by": ["mara", "navy"], "joint": "as-printed"},
            "Mara Lind and the navy, named together, said that the lake is full.",
        ),
        (
            {"by": ["mara", "navy"], "joint": "separate"},
            "Mara Lind and the navy each said that the lake is full.",
        ),
        ({"joint": "as-printed"}, "Mara Lind said that the lake is full."),
        ({"speaks_for": "navy"}, "Mara Lind, speaking for the navy, said that the lake is full."),
        (
            {"by": ["mara", "north-korea"], "joint": "as-printed", "speaks_for": "navy"},
            "Mara Lind and North Korea, named together, speaking for the navy, said that the lake is full.",
        ),
        (
            {"by": ["insider"]},
            "An insider (not named), as told by The Gazette, said that the lake is full.",
        ),
        (
            {"by": ["stranger"]},
            "An unnamed stranger, as told by The Gazette, said that the lake is full.",
        ),
        ({"certainty": "probable"}, "Mara Lind said, as probable, that the lake is full."),
        (
            {"act": "relay", "certainty": "certain"},
            "Mara Lind passed on the statement, as certain, that the lake is full.",
        ),
        ({"stance": "denies", "act": "deny"}, "Mara Lind denied that the lake is full."),
        ({"stance": "doubts", "act": "say"}, "Mara Lind doubted that the lake is full."),
        ({"stance": "doubts", "act": "question"}, "Mara Lind questioned whether the lake is full."),
        (
            {"stance": "declines", "act": "no-comment"},
            "Mara Lind neither confirmed nor denied that the lake is full.",
        ),
        ({"stance": "retracts"}, "Mara Lind withdrew the statement that the lake is full."),
        (
            {"stance": "no-position-found", "by": ["mara", "navy"], "as_of": {"edtf": "2024-11-12", "basis": "stated"}},
            "No position of Mara Lind or the navy on the following was found (looked for on 12 November 2024): "
            "The lake is full.",
        ),
        (
            {"stance": "no-position-found", "as_of": {"edtf": "2024-11", "basis": "stated"}},
            "No position of Mara Lind on the following was found (looked for in November 2024): The lake is full.",
        ),
    ],
)
def test_one_attribution(said: dict[str, Any], sentence: str) -> None:
    assert says(a1=said) == sentence


OTTERS = {"q1": {"of": "otters", "relation": "more-than", "value": 1000}}
NEARLY = {"as_printed": {"quantities": {"q1": {"relation": "nearly"}}}}


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        ({"by": ["navy"]}, "Mara Lind and the navy said that the lake holds more than 1,000 otters."),
        ({}, "Mara Lind said that the lake holds more than 1,000 otters."),
        (NEARLY, "… Elsewhere, Mara Lind gave it as nearly 1,000."),
        ({"by": ["navy"], "act": "report"}, "… The navy reported the same."),
        ({"by": ["navy"], "act": "report", **NEARLY}, "… The navy reported it as nearly 1,000."),
        (
            {"by": ["navy"], "act": "confirm", "certainty": "certain", **NEARLY},
            "… The navy gave it in confirmation as nearly 1,000, as certain.",
        ),
        ({"by": ["navy"], "act": "relay", **NEARLY}, "… The navy passed it on as nearly 1,000."),
        ({"by": ["navy"], "stance": "denies", **NEARLY}, "… The navy denied it, told as nearly 1,000."),
        ({"stance": "retracts"}, "… Mara Lind withdrew it."),
        ({"by": ["navy"], "speaks_for": "north-korea"}, "… The navy, speaking for North Korea, said the same."),
        (
            {"by": ["navy", "north-korea"], "joint": "as-printed", "certainty": "possible"},
            "… The navy and North Korea, named together, said the same, as possible.",
        ),
        ({"by": ["navy"], "stance": "no-position-found"}, "… No position of the navy on it was found."),
        (
            {"by": ["navy"], "stance": "no-position-found", **NEARLY},
            "… No position of the navy on it, told as nearly 1,000, was found.",
        ),
    ],
)
def test_a_second_attribution(second: dict[str, Any], sentence: str) -> None:
    first = "Mara Lind said that the lake holds more than 1,000 otters."
    found = says("The lake holds {q1} otters.", quantities=OTTERS, a1={}, a2=second)
    assert found == sentence.replace("…", first)


def test_after_another_figure_the_same_is_not_said() -> None:
    found = says(
        "The lake holds {q1} otters.",
        quantities=OTTERS,
        a1={},
        a2={"by": ["navy"], **NEARLY},
        a3={"by": ["north-korea"], "act": "report"},
    )
    assert found == (
        "Mara Lind said that the lake holds more than 1,000 otters. The navy gave it as nearly 1,000. "
        "North Korea reported it as more than 1,000."
    )


def test_a_spokesperson_does_not_speak_for_the_others_bosses() -> None:
    found = says(a1={"by": ["navy"]}, a2={"speaks_for": "north-korea"})
    assert found == "The navy said that the lake is full. Mara Lind, speaking for North Korea, said the same."


def test_two_pairs_printed_together_are_not_four_printed_together() -> None:
    together = {"joint": "as-printed"}
    found = says(a1={"by": ["mara", "navy"], **together}, a2={"by": ["north-korea", "gazette"], **together})
    assert found == (
        "Mara Lind and the navy, named together, said that the lake is full. "
        "North Korea and The Gazette, named together, said the same."
    )


def test_an_unnamed_speaker_is_heard_through_who_rests_on_it_in_the_same_source() -> None:
    found = says(a1={"by": ["stranger"]}, a2={"act": "relay", "based_on": ["a1"]})
    assert found == (
        "An unnamed stranger, as told by Mara Lind, said that the lake is full. Mara Lind passed on the same."
    )


@pytest.mark.parametrize(
    ("quantity", "sentence"),
    [
        ({"relation": "unqualified", "value": 50000}, "the lake holds 50,000 otters"),
        ({"relation": "up-to", "value": "0.50"}, "the lake holds up to 0.5 otters"),
        ({"relation": "between", "min": 30000, "max": 45000}, "the lake holds between 30,000 and 45,000 otters"),
        ({"relation": "order-of-magnitude", "value": 10000}, "the lake holds tens of thousands of otters"),
    ],
)
def test_a_figure_with_its_qualifier(quantity: dict[str, Any], sentence: str) -> None:
    found = says("The lake holds {q1} otters.", quantities={"q1": {"of": "otters"} | quantity}, a1={})
    assert found == f"Mara Lind said that {sentence}."
