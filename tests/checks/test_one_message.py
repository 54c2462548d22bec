"""One mistake, one message: what leads to a broken record is not reported for what that record lacks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from explainers.build.check import check
from explainers.build.files import record_files
from explainers.build.inputs import Inputs
from explainers.text.diagnostic import Severity

# A site whose claims point at each other's figures, and whose answer links them.
SITE = Path(__file__).parents[1] / "fields" / "vote"
FILES = record_files(SITE / "content", SITE)
SIZE = "content/claims/budget-size.yml"
RECORD = "content/sources/clerks-record.yml"
NOTHING = "0" * 64


def reported(files: Mapping[str, bytes], **inputs: Mapping[str, str]) -> list[str]:
    found = check(Inputs({**FILES, **files}, **inputs)).diagnostics
    return [f"{d.code}: {d.message}" for d in found if d.severity in {Severity.ERROR, Severity.WARNING}]


def test_the_site_is_without_a_mistake() -> None:
    assert reported({}) == []


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (b"label: The size of the budget", b'label: "The size', "yaml-syntax"),
        (b"about: [", "about:\u00a0[".encode(), "yaml-syntax"),
        (b"  - id: a1", b"  * id: a1", "yaml-syntax"),
        ("printed: €11 billion".encode(), b"value: 2,000", "wrong-value"),
        ("printed: €11 billion".encode(), b"prited: 11", "unknown-key"),
    ],
    ids=["an open quotation mark", "a no-break space", "a star for a dash", "a comma in a number", "a slip in a key"],
)
def test_a_mistake_in_a_record_is_reported_there_and_nowhere_else(before: bytes, after: bytes, code: str) -> None:
    assert before in FILES[SIZE]
    assert [line.partition(":")[0] for line in reported({SIZE: FILES[SIZE].replace(before, after, 1)})] == [code]


def test_a_record_that_is_listed_twice_is_reported() -> None:
    path = "content/explainers/budget-vote.yml"
    twice = FILES[path].replace(b"claims: [budget-passed,", b"claims: [budget-passed, budget-passed,")
    assert reported({path: twice}) == ["listed-twice: `budget-passed` is listed twice"]


def test_a_file_that_is_another_text_is_an_error_and_no_text_that_is_missing() -> None:
    snapshot = f"snapshot:\n  sha256: '{NOTHING}'\n  chars: 30\n  file: a.txt\n".encode()
    found = reported({RECORD: FILES[RECORD] + snapshot}, fingerprints={"a.txt": "1" * 64}, snapshots={"1" * 64: "x"})
    assert found == ["snapshot-mismatch: the file `a.txt` is not the text with this fingerprint"]
