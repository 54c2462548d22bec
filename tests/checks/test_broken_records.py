"""Rules look at what is left of broken records: they never raise, and never tell one mistake twice."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainers.checks.examples import examples
from tests.checks.test_examples import FILES, RULES, checked, codes, told

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
    assert codes(found) == ["yaml-syntax"], told(found)


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
    assert "decline-without-date" not in found


def test_behind_a_broken_attribution_the_next_is_told_at_its_own_place():
    claim = FILES["content/claims/people-moved.yml"].replace(b"act: say", b"act: guess")
    silence = b"    as_of:\n      edtf: 2024-04-02\n      basis: stated\n"
    broken = claim.replace(silence, b"    note: The regime was asked.\n")
    found = checked({"content/claims/people-moved.yml": broken}).diagnostics
    lines = broken.decode().splitlines()
    told_at = {d.code: (lines[d.span.line - 1].strip(), d.label) for d in found if d.record == "people-moved"}
    assert told_at == {
        "decline-without-date": ("stance: declines", "in the third attribution"),
        "loaded-noun": ("note: The regime was asked.", "in the third attribution"),
    }


STRANGE = ["." * 60_000, "[@" * 30_000, "11, " * 15_000, "Port City " * 6_000, "regime. " * 7_000]


@pytest.mark.parametrize("text", STRANGE, ids=["dots", "brackets", "figures", "names", "words"])
def test_a_long_strange_text_takes_no_long_time(text):
    claim = FILES["content/claims/people-moved.yml"]
    explainer = FILES["content/explainers/flood-in-the-valley.yml"]
    note = f"    note: '{text}'\n    cites:\n".encode()
    exact = f"exact: '{text}'".encode()
    start = time.process_time()
    checked({"content/claims/people-moved.yml": claim.replace(b"    cites:\n", note, 1)})
    checked({"content/claims/people-moved.yml": re.sub(rb"exact: more.*", exact, claim)})
    checked(
        {"content/explainers/flood-in-the-valley.yml": explainer.replace(b"answer: ", f"answer: Oh {text} ".encode())}
    )
    assert time.process_time() - start < 6
