"""Rules look at what is left of broken records: they never raise, and never tell one mistake twice."""

import re
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainers.checks.examples import examples
from explainers.text.diagnostic import Severity
from tests.checks.test_examples import FILES, RULES, checked, codes, reports_in
from tests.growth import grows_in_step

EXAMPLES = [dict(examples(rule.documentation).fails) for rule in RULES.values()]
WORDS = [
    b"",
    b"a1",
    b"mara-lind",
    b"river-valley",
    b"people-moved",
    b"2024-04-02",
    b"[]",
    b"between",
    b"0",
    b"x" * 400,
    b"[[x|",
    b"{q1}",
]


@st.composite
def damaged(draw):
    """The stock and an example, with lines lost, values changed or steps moved."""
    files = FILES | draw(st.sampled_from(EXAMPLES))
    for path in draw(st.lists(st.sampled_from(sorted(files)), max_size=4)):
        lines = files[path].split(b"\n")
        at = draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[at].partition(b": ")
        damage = draw(st.sampled_from(["lose", "value", "step", "twice"]))
        if damage == "lose":
            del lines[at]
        elif damage == "value":
            lines[at] = key + colon + draw(st.sampled_from(WORDS))
        elif damage == "step":
            lines[at] = b"  " + lines[at]
        else:
            lines.insert(at, lines[at])
        files = files | {path: b"\n".join(lines)}
    return files


@given(damaged())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_damage_makes_a_rule_raise(files):
    found = checked(files)
    for diagnostic in found.diagnostics:
        text = files[diagnostic.span.path].decode("utf-8", errors="replace").split("\n")
        assert 1 <= diagnostic.span.line <= len(text) + 1


def test_an_explainer_that_cannot_be_read_leaves_its_claims_alone():
    found = checked({"content/explainers/flood-in-the-valley.yml": b"question: Was it: true?\n"})
    assert codes(found) == ["yaml-syntax"], reports_in(found)


def test_a_broken_attribution_still_uses_its_source_and_its_speaker():
    claim = FILES["content/claims/people-moved.yml"].replace(b"act: estimate", b"act: guess")
    found = codes(checked({"content/claims/people-moved.yml": claim}))
    assert "wrong-value" in found
    assert "unused-source" not in found
    assert "orphan-record" not in found


def test_a_value_that_cannot_be_read_is_not_missing_too():
    claim = FILES["content/claims/people-moved.yml"]
    found = codes(checked({"content/claims/people-moved.yml": claim.replace(b"value: 10000", b"value: 10,000")}))
    assert "wrong-value" in found
    assert "figure-without-value" not in found
    found = codes(checked({"content/claims/people-moved.yml": claim.replace(b"edtf: 2024-04-02", b"edtf: Monday")}))
    assert "not-a-date" in found
    assert "date-missing" not in found


def test_behind_a_broken_attribution_the_next_is_reported_at_its_own_place():
    claim = FILES["content/claims/people-moved.yml"].replace(b"act: say", b"act: guess")
    silence = b"    as_of:\n      edtf: 2024-04-02\n      basis: stated\n"
    broken = claim.replace(silence, b"    note: The regime was asked.\n")
    found = checked({"content/claims/people-moved.yml": broken}).diagnostics
    lines = broken.decode().splitlines()
    told_at = {d.code: (lines[d.span.line - 1].strip(), d.label) for d in found if d.record == "people-moved"}
    assert told_at == {
        "loaded-noun": ("note: The regime was asked.", "in the third attribution"),
    }


CLAIM, EXPLAINER = "content/claims/people-moved.yml", "content/explainers/flood-in-the-valley.yml"
PLACES = {
    "note": lambda text: {CLAIM: FILES[CLAIM].replace(b"    cites:\n", b"    note: '%b'\n    cites:\n" % text, 1)},
    "exact": lambda text: {CLAIM: re.sub(rb"exact: more.*", b"exact: '%b'" % text, FILES[CLAIM])},
    "answer": lambda text: {EXPLAINER: FILES[EXPLAINER].replace(b"answer: ", b"answer: Oh %b " % text)},
}
STRANGE = {
    "dots": b".",
    "brackets": b"[@",
    "figures": b"11, ",
    "names": b"Port City ",
    "words": b"regime. ",
    "stops": b". ",
    "links": b"[[river-valley]] said ",
    "quotations": "„a” ".encode(),
    "emphasis": b"*Big Thing* [[people-moved]] ",
}


TIMES = count()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_a_long_strange_text_takes_no_long_time(text, place):
    def checking(size):
        # What was worked out of a text is kept: each time is another text.
        files = PLACES[place](text * (size // len(text)) + b" times%d" % next(TIMES))
        return lambda: checked(files)

    assert "file-too-large" not in codes(grows_in_step(checking, 60_000))


CLAIM = "content/claims/people-moved.yml"
NO_STATEMENT, NO_ACT, NO_SOURCE = r"^statement: .*\n", r"^ +act: .*\n", r"^ +- source: .*\n( +exact: .*\n)?"


@pytest.mark.parametrize(
    ("lacking", "before", "after", "unknown"),
    [
        # The whole record is lost,
        (NO_STATEMENT, "", "", []),
        (NO_STATEMENT, "about: [river-valley,", "about: [river-vally,", ["river-vally"]),
        (NO_STATEMENT, "about: [river-valley, spring-flood, evacuation]", "about: river-vally", ["river-vally"]),
        (NO_STATEMENT, "based_on: [a2]", "note: See [[flod]] and [@reprt].", ["flod", "reprt"]),
        # or an attribution, or all of them.
        (NO_ACT, "by: [water-board]", "by: [water-bord]", ["water-bord"]),
        (NO_SOURCE, "by: [water-board]", "by: water-bord", ["water-bord"]),
        ("act: say", "source: daily-post-flood", "source: daily-post-flod", ["daily-post-flod"]),
    ],
)
def test_a_missing_key_hides_no_link_that_leads_nowhere(lacking: str, before: str, after: str, unknown: list[str]):
    text = re.sub(lacking, "", FILES[CLAIM].decode().replace(before, after, 1), flags=re.MULTILINE)
    found = checked({CLAIM: text.encode()})
    ids = [re.findall("`(.*?)`", d.message)[0] for d in found.diagnostics if d.code == "unknown-reference"]
    assert sorted(ids) == sorted(unknown), reports_in(found)
    assert any(d.severity is Severity.ERROR and d.code != "unknown-reference" for d in found.diagnostics)
