"""What tests of sites built into folders share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from explainers.engines.mkdocs.finish import search_adapter


@pytest.fixture(scope="module")
def on_one_day_with_a_brief_search() -> Iterator[None]:
    """Two builds have the same bytes, and the search is that of a large site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        patch.setattr(search_adapter, "MOST_WHOLE", 50)
        yield
