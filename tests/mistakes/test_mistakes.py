"""The mistakes an editor makes, each answered at its place, in plain words, once.

A case is a file in `cases/`: what the mistake is, the files as an editor would leave them, and what is reported:

    file:line:column code (part of the record)
        message
        help

The files lie beside the example records of all kinds, which they may refer to.
"""

from pathlib import Path

import pytest
import yaml

from explainers.build.check import Inputs, check
from explainers.kinds import KINDS
from explainers.text.diagnostic import Diagnostic, Severity

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
EXAMPLES = {kind.example.splitlines()[0].removeprefix("# "): kind.example.encode() for kind in KINDS}


def as_bytes(given: str | dict[str, str]) -> bytes:
    """A case's file: text, or `text` with its `encoding` and how many `times` it is repeated."""
    if isinstance(given, str):
        return given.encode()
    return (given["text"] * int(given.get("times", "1"))).encode(given.get("encoding", "utf-8"))


def as_reported(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    part = f" ({diagnostic.label})" if diagnostic.label else ""
    lines = [f"{span.path}:{span.line}:{span.column} {diagnostic.code}{part}", f"    {diagnostic.message}"]
    return "\n".join([*lines, *([f"    {diagnostic.help}"] if diagnostic.help else [])])


def errors_of(files: dict[str, str | dict[str, str]]) -> list[Diagnostic]:
    inputs = EXAMPLES | {path: as_bytes(given) for path, given in files.items()}
    return [d for d in check(Inputs(inputs, {}, {})).diagnostics if d.severity is Severity.ERROR]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_mistake_is_reported_once_at_its_place_in_plain_words(path: Path):
    case = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    assert "\n".join(as_reported(d) for d in errors_of(case["files"])) == case.get("reported", "").rstrip("\n")


def test_there_are_at_least_thirty_mistakes():
    assert len(CASES) >= 30


def test_every_case_says_its_purpose_and_no_two_the_same():
    purposes = [path.read_text("utf-8").splitlines()[0] for path in CASES]
    assert all(purpose.startswith("purpose: ") for purpose in purposes)
    assert len(set(purposes)) == len(purposes)
