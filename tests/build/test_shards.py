"""Each page is in one shard, for good; and what another build knows of pages is taken as far as it is true."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.build import packs
from explainers.build.cache import Cache
from explainers.build.check import Inputs
from explainers.build.shards import Shard, ShardFault, parsed_shard, share
from explainers.build.site import Built, build
from explainers.pages.plan import FIRST
from explainers.prose.uses import Uses
from tests.build.test_cache import OTHER, SETTINGS, SMALL, made

CHANGED = SMALL | {"content/claims/otters.yml": OTHER.encode()}


@given(st.lists(st.text()), st.integers(1, 50))
def test_each_page_is_in_one_shard(paths: list[str], of: int) -> None:
    shards = [Shard(number, of) for number in range(1, of + 1)]
    assert all(sum(shard.has(path) for shard in shards) == 1 for path in paths)


def test_shards_are_of_about_one_size() -> None:
    paths = [f"claims/claim-{number:06}" for number in range(10_000)]
    sizes = Counter(number for path in paths for number in range(1, 9) if Shard(number, 8).has(path))
    assert max(sizes.values()) - min(sizes.values()) < 150


def test_a_shard_makes_no_page_that_lists_what_other_pages_use() -> None:
    jobs = site(SMALL).jobs
    shared = share(jobs, Shard(1, 1))
    assert {job for job in jobs if job.turn != FIRST}.isdisjoint(shared)
    assert len(shared) > 10


@given(st.integers(1, 999_999), st.integers(1, 999_999))
def test_a_shard_is_read_as_it_is_written(one: int, other: int) -> None:
    number, of = sorted((one, other))
    assert parsed_shard(str(Shard(number, of))) == Shard(number, of)


@given(st.text(alphabet="0123456789/ -a", max_size=6).filter(lambda text: not re.fullmatch("[0-9]+/[0-9]+", text)))
def test_what_is_no_shard_is_told(given: str) -> None:
    with pytest.raises(ShardFault, match="is no shard: it is a number and how many there are"):
        parsed_shard(given)


def site(files: dict[str, bytes]) -> Built:
    return build(SETTINGS, Inputs(files))


def index_of(files: dict[str, bytes]) -> Mapping[str, Any]:
    """What a build of some records knows of its pages, as it is read from a part."""
    cache = Cache()
    made(files, cache)
    found: Mapping[str, Any] = json.loads(json.dumps(cache.index()))
    return found


def known(cache: Cache, files: dict[str, bytes]) -> set[str]:
    """The pages that a cache knows and that are true, of those that list nothing of other pages."""
    built = site(files)
    cache.start(built.site)
    return {job.path for job in built.jobs if job.turn == FIRST and cache.find(built.site, job, Uses())}


def test_pages_of_others_are_known_where_they_are_true() -> None:
    cache = Cache()
    cache.take([index_of(SMALL)])
    every = {job.path for job in site(SMALL).jobs if job.turn == FIRST}
    assert known(cache, SMALL) == every
    cache = Cache()
    cache.take([index_of(SMALL)])
    assert "claims/otters" not in known(cache, CHANGED)


def test_what_others_know_stands_above_what_is_no_longer_true_here(tmp_path: Path) -> None:
    made(SMALL, Cache(tmp_path))
    cache = Cache(tmp_path)
    assert "claims/otters" not in known(cache, CHANGED)
    cache = Cache(tmp_path)
    cache.take([index_of(CHANGED), index_of(SMALL)])
    assert known(cache, CHANGED) == {job.path for job in site(CHANGED).jobs if job.turn == FIRST}


def test_what_others_made_with_other_settings_is_not_known() -> None:
    cache = Cache()
    cache.take([{**index_of(SMALL), "key": "another"}])
    assert known(cache, SMALL) == set()


def test_pages_whose_bytes_are_elsewhere_are_made_and_stay_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    cache.take([index_of(SMALL)])
    expected = made(SMALL)
    assert made(SMALL, cache) == expected
    assert made(SMALL, Cache(tmp_path)) == expected
    # Where packs are put in order, what is only known by its mark stays so.
    monkeypatch.setattr(packs, "_MANY", 0)
    cache = Cache(tmp_path / "other")
    cache.take([index_of(SMALL)])
    built = site(SMALL)
    cache.start(built.site)
    for job in built.jobs:
        found = cache.find(built.site, job, Uses())
        if job.turn == FIRST and found and job.path != "claims/otters":
            cache.note(job, found[0])
        elif job.turn == FIRST:
            cache.note(job, cache.make_anew(built.site, job, Uses())[1])
    cache.end()
    assert "actors/mara-lind" in known(Cache(tmp_path / "other"), SMALL)
