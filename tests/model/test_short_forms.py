"""A record in few lines and the same record with all its keys: one record, one schema, and so one graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from explainers.build.files import record_files
from explainers.build.load import load
from explainers.kinds import KINDS
from explainers.kinds.claim.defaults import without_defaults
from explainers.kinds.claim.model import Claim
from explainers.model.base import date_in_full
from explainers.model.schema import schema
from explainers.model.short_forms import in_full
from explainers.tree.read_tree import read

ROOT = Path(__file__).parents[2]
HEAD = """label: Homes without water
statement: The storm cut the water of homes in Northport.
type: event
about: northport
"""
SHORT = f"""{HEAD}time: 2024-03-03 (The notice speaks of the morning after the storm.)
defaults:
  act: report
  mode: summary
  said: "2024-03-04 (The notice is of that day: see [[march-storm]] (again).)"
  cites: northport-council-notice
attributions:
  - a1: northport-council
    cites:
      - exact: no water
        locator: para. 2
      - march-storm-report: homes were without water
        role: context
  - a2: [mara-lind, northport-council]
    act: say
    mode: paraphrase
    said: 2024-03-05
  - a3: a-witness
    stance: no-position-found
relations:
  - refines: homes-without-power
  - compare-with: other-homes
    source: northport-council-notice
    note: It counts streets.
updates:
  - correction: We had read the wrong line.
    date: 2024-03-06
    field: label
    from: Water
    to: Homes without water
"""
LONG = f"""{HEAD}time:
  edtf: 2024-03-03
  basis: inferred
  note: The notice speaks of the morning after the storm.
attributions:
  - id: a1
    by: northport-council
    act: report
    mode: summary
    said:
      edtf: 2024-03-04
      basis: inferred
      note: "The notice is of that day: see [[march-storm]] (again)."
    cites:
      - source: northport-council-notice
        exact: no water
        locator: para. 2
      - source: march-storm-report
        exact: homes were without water
        role: context
  - id: a2
    by: [mara-lind, northport-council]
    act: say
    said:
      edtf: 2024-03-05
      basis: stated
    cites:
      - source: northport-council-notice
  - id: a3
    by: a-witness
    stance: no-position-found
relations:
  - type: refines
    to: homes-without-power
    drawn_by: editors
  - type: compare-with
    to: other-homes
    drawn_by: source
    source: northport-council-notice
    note: It counts streets.
updates:
  - date: 2024-03-06
    field: label
    from: Water
    to: Homes without water
    kind: correction
    why: We had read the wrong line.
"""


def values(text: str) -> Any:
    tree, _ = read("a.yml", text.encode())
    assert tree
    return tree.values


def test_the_short_form_is_the_same_record() -> None:
    short, long = (Claim.model_validate({**values(text), "id": "dark-homes"}) for text in (SHORT, LONG))
    assert short == long
    assert short.defaults is None
    assert SHORT.count("\n") < 0.7 * LONG.count("\n")


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_an_editor_knows_both(text: str) -> None:
    assert [*Draft202012Validator(schema(Claim)).iter_errors(values(text))] == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("  - a1: northport-council\n", "  - a1: northport-council\n    by: mara-lind\n"),
        ("  - a1: northport-council\n", "  - northport-council: a1\n"),
        ("  - refines: homes", "  - refine: homes"),
        ("  - correction: We", "  - mistake: We"),
        ("  - exact: no water", "  - exact: no water\n        locater: para. 1"),
    ],
)
def test_an_editor_marks_what_is_neither(was: str, now: str) -> None:
    assert was in SHORT
    assert not Draft202012Validator(schema(Claim)).is_valid(values(SHORT.replace(was, now)))


def _with_keys(value: Any, key: str = "") -> Any:
    """Values in which each date has keys."""
    if isinstance(value, dict):
        return {name: _with_keys(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_with_keys(inner) for inner in value]
    is_date = key in {"time", "said", "as_of", "date", "published", "accessed"} and isinstance(value, str)
    return date_in_full(value) if is_date else value


def test_our_records_are_those_of_their_long_forms() -> None:
    written = {document.id: document for document in load(record_files(ROOT / "content", ROOT), KINDS)[0]}
    kinds = {kind.name: kind for kind in KINDS}
    shorter = 0
    for id, document in written.items():
        assert document.tree
        long = _with_keys(without_defaults(in_full(document.tree.values)))
        assert kinds[document.kind].model.model_validate({**long, "id": id}) == document.record
        shorter += long != document.tree.values
    assert shorter > 90
