"""A claim in its sentence: whatever is combined, no speaker, stance, figure or certainty is lost."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, Claim, printed_quantities
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
HOW_SURE = {"certain": "with certainty", "probable": "as probable", "possible": "as possible"}
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
    spoken: dict[str, Any] = {
        f"a{n}": said for n, said in enumerate(draw(st.lists(attributions(), min_size=1, max_size=4)), 1)
    }
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
            assert f", {HOW_SURE[attribution.certainty]}" in text, text


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
