"""What tests of sites built into folders share."""

from __future__ import annotations

import pytest

from explainers.engines.mkdocs import search


@pytest.fixture
def on_one_day_with_a_brief_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds have the same bytes, and the search is that of a large site."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(search, "MOST_WHOLE", 50)
