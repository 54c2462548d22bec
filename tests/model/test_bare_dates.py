"""A stated date on one line, and the same date with keys."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.model.base import Date
from explainers.model.schema import schema


@pytest.mark.parametrize("written", ["2022-06-24", "2024", "2024-03-03T06:00", "../2024-11-12", "2024?"])
def test_a_bare_date_is_short_for_a_stated_one(written: str) -> None:
    assert Date.model_validate(written) == Date(edtf=written, basis="stated")


@pytest.mark.parametrize("written", [{"edtf": "2022-06-24"}, {"edtf": "2022-06-24", "as_stated": "Friday"}, {}])
def test_the_form_with_keys_says_how_we_know_it(written: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="basis"):
        Date.model_validate(written)


@pytest.mark.parametrize(
    ("model", "path"),
    [
        *((Source, key) for key in ("published", "accessed")),
        *((Explainer, key) for key in ("published", "as_of")),
        *((Event, "time"), (Claim, "time")),
        *((Claim, f"$defs/Attribution/{key}") for key in ("said", "as_of", "time")),
        (Event, "$defs/Update/date"),
    ],
)
@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("2022-06-24", True),
        (2022, True),
        ({"edtf": "2022-06-24", "basis": "inferred", "note": "It says so."}, True),
        ({"edtf": "2022-06-24"}, False),
        (["2022-06-24"], False),
    ],
)
def test_an_editor_knows_both_forms(model: Any, path: str, written: Any, fits: bool) -> None:
    made = schema(model)
    *part, key = path.split("/")
    field = (made["$defs"][part[1]] if part else made)["properties"][key]
    assert Draft202012Validator({**field, "$defs": made["$defs"]}).is_valid(written) is fits
