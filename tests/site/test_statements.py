"""Every statement of the analysis of the first article stands in a record, which has a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from explainers.model.short_forms import in_full
from tests.site.building import ROOT, Built

STATEMENTS: list[dict[str, str]] = yaml.safe_load((ROOT / "tests/cases/statements.yml").read_text("utf-8"))


def record_file(id: str) -> Path:
    [path] = (ROOT / "content").glob(f"*/{id}.yml")
    return path


def test_every_statement_is_there_and_none_that_is_not_in_the_analysis() -> None:
    # A statement that says two things is counted as two: C26a and C26b.
    assert sorted({entry["statement"][:3] for entry in STATEMENTS}) == [f"C{n:02}" for n in range(1, 30)]


@pytest.mark.parametrize("entry", STATEMENTS, ids=lambda entry: f"{entry['statement']}-{entry['record']}")
def test_a_statement_is_in_its_record(entry: dict[str, str], published: Built) -> None:
    path = record_file(entry["record"])
    record: dict[str, Any] = in_full(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
    if "attribution" in entry:
        assert entry["attribution"] in [attribution["id"] for attribution in record["attributions"]]
    address = f"glossary/#{path.stem}" if path.parent.name == "terms" else f"{path.parent.name}/{path.stem}/"
    page, _, anchor = address.partition("#")
    assert (f'id="{anchor}"' if anchor else "<h1") in published.page(page)
