"""Each page is in one shard, for good."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.build.check import Inputs
from explainers.build.settings import Settings
from explainers.build.shards import Shard, ShardFault, parsed_shard, share
from explainers.build.site_build import build
from explainers.pages.page_spec import FIRST
from tests.build.files import SMALL
from tests.site.building import ROOT


@given(st.lists(st.text()), st.integers(1, 50))
def test_each_page_is_in_one_shard(paths: list[str], of: int) -> None:
    shards = [Shard(number, of) for number in range(1, of + 1)]
    assert all(sum(shard.has(path) for shard in shards) == 1 for path in paths)


def test_shards_are_of_about_one_size() -> None:
    paths = [f"claims/claim-{number:06}" for number in range(10_000)]
    sizes = Counter(number for path in paths for number in range(1, 9) if Shard(number, 8).has(path))
    assert max(sizes.values()) - min(sizes.values()) < 150


def test_a_shard_makes_no_page_that_lists_what_other_pages_use() -> None:
    specs = build(Settings(root=ROOT, content=ROOT / "content"), Inputs(SMALL)).specs
    shared = share(specs, Shard(1, 1))
    assert {spec for spec in specs if spec.turn != FIRST}.isdisjoint(shared)
    assert len(shared) > 10


@given(st.integers(1, 999_999), st.integers(1, 999_999))
def test_a_shard_is_read_as_it_is_written(one: int, other: int) -> None:
    number, of = sorted((one, other))
    assert parsed_shard(str(Shard(number, of))) == Shard(number, of)


@given(st.text(alphabet="0123456789/ -a", max_size=6).filter(lambda text: not re.fullmatch("[0-9]+/[0-9]+", text)))
def test_what_is_no_shard_is_reported(given: str) -> None:
    with pytest.raises(ShardFault, match="is not a shard: it is a number and how many there are"):
        parsed_shard(given)
