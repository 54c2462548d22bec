"""Claims: who speaks, what they do, where they stand, how certain they are, and what was said before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from explainers.kinds.claim.model import Act, Certainty, Stance
from tests.graph.records import actor
from tests.prose.samples.topic import Topic
from tests.prose.saying import says

FULL, SAFE, HOLDS = "The lake is full.", "Otters are safe.", "The lake holds {q1} otters."
MORE_THAN = {"q1": {"of": "otters", "relation": "more-than", "value": 1000}}
NEARLY = {"as_printed": {"quantities": {"q1": {"relation": "nearly"}}}}
GROWN = {"as_printed": {"population": "grown otters"}}
OTHERWISE = {"as_printed": {"predicate": "is up to the brim"}}
NAVY, KOREA = {"by": ["navy"]}, {"by": ["north-korea"]}
FITTING: dict[Stance, Act] = {
    "affirms": "say",
    "denies": "deny",
    "doubts": "say",
    "declines": "no-comment",
    "no-position-found": "no-comment",
    "retracts": "say",
}
TOWNS = [f"town-{number}" for number in range(9)]
SPEAKERS: dict[str, dict[str, Any]] = {
    "one": {},
    "two": {"by": ["mara", "navy"]},
    "two, as printed": {"by": ["mara", "navy"], "joint": "as-printed"},
    "two, separate": {"by": ["mara", "navy"], "joint": "separate"},
    "three": {"by": ["mara", "navy", "north-korea"]},
    "a spokesperson": {"speaks_for": "navy"},
    "two spokespersons, as printed": {"by": ["mara", "north-korea"], "joint": "as-printed", "speaks_for": "navy"},
    "not named": {"by": ["insider"]},
    "unnamed by name": {"by": ["stranger"]},
    "two unnamed, as printed": {"by": ["insider", "stranger"], "joint": "as-printed"},
    "an unnamed spokesperson": {"by": ["insider"], "speaks_for": "navy"},
    "two unnamed, as printed, for others": {
        "by": ["insider", "stranger"],
        "joint": "as-printed",
        "speaks_for": "navy",
    },
    "not on record": {"by": ["lost"]},
    "nine": {"by": TOWNS},
    "nine, as printed": {"by": TOWNS, "joint": "as-printed"},
}
NAMES = [
    "iRobot",
    "adidas",
    "al-Noor",
    "‘the squad’",
    "Berg Co.",
    "Yahoo!",
    "O’Neill, Hart and Co",
    "Hart and Moor",
    "ליאור",
]
STATEMENTS = [
    "North Korea’s boats are there.",
    "NATO’s boats are there.",
    "IT firms left.",
    "Two boats sank.",
    "There is a boat.",
    "The Gazette sank a boat.",
    "[[lake]] is full.",
    "[[lake|The lake]] is full.",
    "*The* lake is full.",
    "Herons are safe.",
    "The lake is in the U.S.",
    "The lake is what some call “full”.",
    "The lake is what some call “full.”",
    "The lake is kept by [[odd]].",
    "The lake is full [@paper].",
]


def claims() -> Iterator[Topic]:
    """Each thing that a claim's sentences depend on, one after the other."""
    yield Topic("Who speaks", tuple((name, says(FULL, *map(actor, TOWNS), a1=said)) for name, said in SPEAKERS.items()))
    yield Topic("Who is not found to speak", tuple(_nobody()))
    yield Topic("Names", tuple((name, _by(name)) for name in NAMES))
    yield Topic("Statements", tuple((stated, says(stated, actor("odd", "Berg Co."), a1={})) for stated in STATEMENTS))
    yield Topic("What speakers do", tuple(_acts()))
    yield Topic("Where speakers stand", tuple(_stances()))
    yield Topic("Who takes it back and says it again", tuple(_taken_back()))
    yield Topic("How certain they are", tuple(_certainties()))
    yield Topic("What was said before", tuple(_befores()))
    yield Topic("What the same speaker said before", tuple(_again()))
    yield Topic("Withdrawn", (("withdrawn", says(status="withdrawn", reason="Said by nobody.", a1={}, a2=NAVY)),))


def _nobody() -> Iterator[tuple[str, str]]:
    nothing = {"stance": "no-position-found", "act": "no-comment"}
    for name, said in SPEAKERS.items():
        yield name, says(FULL, *map(actor, TOWNS), a1={**nothing, **said})
    for edtf in ("2024-11-12", "2024-11", "2024", "2024-11-12?", "2024-11-01/2024-11-05", "2024-11~", "../2024-11"):
        yield edtf, says(a1={**nothing, "as_of": {"edtf": edtf, "basis": "stated"}})


def _taken_back() -> Iterator[tuple[str, str]]:
    first, back, again = ({"said": {"edtf": f"2024-05-{day:02}", "basis": "stated"}} for day in (1, 3, 5))
    back |= {"stance": "retracts"}
    yield "taken back", says(a1=first, a2=back)
    yield "said again", says(a1=first, a2=back, a3=again)
    yield "said again, after others", says(a1=NAVY, a2=first, a3=back, a4=again)
    yield "another figure", says(HOLDS, quantities=MORE_THAN, a1=first, a2=back, a3={**again, **NEARLY})


def _by(name: str) -> str:
    return says(FULL, actor("odd", name), a1={"by": ["navy", "odd"]}, a2={"by": ["odd"], "act": "report"})


def _acts() -> Iterator[tuple[str, str]]:
    for act in get_args(Act):
        said = {**NAVY, "act": act}
        yield f"{act}", says(a1=said)
        if act in {"deny", "no-comment"}:
            # No record may affirm by these; a sentence is made all the same.
            continue
        yield f"{act}, after a colon", says(SAFE, a1=said)
        yield f"{act}, probable", says(a1={**said, "certainty": "probable"})
        yield f"{act}, probable, after a colon", says(SAFE, a1={**said, "certainty": "probable"})
        yield f"{act}, after another", says(a1={}, a2=said)
        yield f"{act}, in other words", says(a1={}, a2={**said, **OTHERWISE})
        yield f"{act}, probable, after another", says(a1={}, a2={**said, "certainty": "probable"})
        yield (
            f"{act}, probable, in other words",
            says(a1={}, a2={**said, "certainty": "probable", **OTHERWISE}),
        )
        yield f"{act}, after a surer one", says(a1={"certainty": "certain"}, a2=said)
        yield f"{act}, another figure", says(HOLDS, quantities=MORE_THAN, a1={}, a2={**said, **NEARLY})
        yield (
            f"{act}, probable, another figure",
            says(HOLDS, quantities=MORE_THAN, a1={}, a2={**said, "certainty": "probable", **NEARLY}),
        )
        yield (
            f"{act}, two other figures",
            says(HOLDS, quantities=MORE_THAN, a1={}, a2={**said, **GROWN}, a3={**said, **NEARLY}),
        )


def _stances() -> Iterator[tuple[str, str]]:
    for stance, act in FITTING.items():
        said = {**NAVY, "stance": stance, "act": act}
        yield f"{stance}", says(a1=said)
        yield f"{stance}, after a colon", says(SAFE, a1=said)
        yield f"{stance}, after another", says(a1={}, a2=said)
        yield f"{stance}, after a denial", says(a1={"stance": "denies", "act": "deny"}, a2=said)
        yield f"{stance}, after themselves", says(a1=NAVY, a2=said)
        yield f"{stance}, twice", says(a1=said, a2={**said, **KOREA, "act": "report"})
        yield f"{stance}, another figure", says(HOLDS, quantities=MORE_THAN, a1={}, a2={**said, **NEARLY})
        yield f"{stance}, another population", says(HOLDS, quantities=MORE_THAN, a1={}, a2={**said, **GROWN})
        yield (
            f"{stance}, after two figures",
            says(HOLDS, quantities=MORE_THAN, a1={}, a2={**KOREA, **NEARLY}, a3=said),
        )
    yield "questioned", says(a1={**NAVY, "stance": "doubts", "act": "question"})


def _certainties() -> Iterator[tuple[str, str]]:
    for stance, act in FITTING.items():
        for sure in get_args(Certainty):
            said = {**NAVY, "stance": stance, "act": act, "certainty": sure}
            yield f"{stance}, {sure}", says(a1=said)
            yield f"{stance}, {sure}, after another", says(a1={}, a2=said)


def _befores() -> Iterator[tuple[str, str]]:
    report = {**KOREA, "act": "report"}
    yield "another figure, then the first", says(
        HOLDS, quantities=MORE_THAN, a1={}, a2={**NAVY, **NEARLY}, a3=report
    )  # fmt: skip
    yield "another certainty, then none", says(a1={}, a2={**NAVY, "certainty": "possible"}, a3=report)
    yield (
        "no position, written first",
        says(a1={**NAVY, "stance": "no-position-found", "act": "no-comment"}, a2={}, a3=report),
    )
    yield (
        "every stance",
        says(
            a1={},
            a2={**NAVY, "stance": "declines", "act": "no-comment"},
            a3={**KOREA, "stance": "no-position-found", "act": "no-comment"},
            a4={"by": ["insider"], "stance": "denies", "act": "deny"},
            a5={"by": ["stranger"], "stance": "doubts", "act": "say"},
            a6={"stance": "retracts"},
        ),
    )


def _again() -> Iterator[tuple[str, str]]:
    yield "the same", says(a1={}, a2={})
    yield "less sure", says(a1={}, a2={"certainty": "possible"})
    yield "by another act", says(a1={}, a2={"act": "estimate"})
    yield "another figure", says(HOLDS, quantities=MORE_THAN, a1={}, a2=NEARLY)
    yield "two other figures", says(HOLDS, quantities=MORE_THAN, a1={}, a2=NEARLY, a3=GROWN)
    yield (
        "three other figures",
        says(
            HOLDS,
            quantities=MORE_THAN,
            a1={},
            a2=NEARLY,
            a3=GROWN,
            a4={"as_printed": {"quantities": {"q1": {"relation": "about", "value": 900}}}},
        ),
    )
    yield "two of three", says(HOLDS, quantities=MORE_THAN, a1={"by": ["mara", "navy"]}, a2=NEARLY)
