"""What is kept between builds never changes what a site is: it only saves the making of what is the same."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from explainers.build import packs
from explainers.build.cache import Cache
from explainers.build.check import Inputs
from explainers.build.files import hand_written, record_files
from explainers.build.settings import Settings
from explainers.build.site import build
from explainers.pages import Page
from tests.build.edits import edited
from tests.build.files import CLAIM, FILES
from tests.site.building import ROOT

OURS = record_files(ROOT / "content", ROOT)
BY_HAND = hand_written(ROOT / "docs", ROOT, directory_urls=True)
SETTINGS = Settings(root=ROOT, content=ROOT / "content")
SMALL = {path: text.encode() for path, text in FILES.items()}
OTHER = CLAIM.replace("the lake", "the sea").replace("Otters in the lake", "Otters in the sea")


def made(files: dict[str, bytes], cache: Cache | None = None, *, set: Settings = SETTINGS) -> list[Page]:
    """The pages of some records."""
    return list(build(set, Inputs(files, pages=BY_HAND if files is OURS else ()), cache=cache).pages)


# To make a failing example smaller takes more builds than anyone waits for.
@settings(max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_after_any_edits_a_site_is_the_same_as_one_built_anew(
    random: Random, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    in_memory, files = Cache(), OURS
    made(files, Cache(folder))
    made(files, in_memory)
    for _ in range(2):
        files = edited(files, random)
        anew = made(files)
        assert differing(made(files, Cache(folder)), anew) == []
        assert differing(made(files, in_memory), anew) == []


def differing(found: list[Page], expected: list[Page]) -> list[str]:
    assert [page.path for page in found] == [page.path for page in expected]
    return [page.path for page, other in zip(found, expected, strict=True) if page != other]


def test_without_an_edit_no_page_is_made_again(tmp_path: Path) -> None:
    made(OURS, Cache(tmp_path))
    again = Cache(tmp_path)
    made(OURS, again)
    # What other sources' pages cite is known only when all of these are made.
    assert [path for path in again.made if not path.startswith("sources/")] == []


def test_after_an_edit_the_pages_that_show_it_are_made_and_no_others(tmp_path: Path) -> None:
    files = SMALL | {"content/claims/sea.yml": OTHER.encode(), "content/actors/nobody.yml": b"name: N\nkind: person\n"}
    made(files, Cache(tmp_path))
    cache = Cache(tmp_path)
    made(files | {"content/claims/sea.yml": OTHER.replace("Otters in the sea", "Otters at sea").encode()}, cache)
    assert {"claims/sea", "actors/mara-lind", "claims/index"} <= {*cache.made}
    assert not {"actors/nobody", "actors/navy", "actors/index", "places/index"} & {*cache.made}


@pytest.mark.parametrize("file", ["index-*.json", "*.pack"])
@pytest.mark.parametrize("damage", [b"", b"{}", b"[1, 2]", b'{"key": 1, "pages"', b"\xff\x00" * 5000])
def test_a_damaged_cache_is_made_anew(file: str, damage: bytes, tmp_path: Path) -> None:
    expected = made(SMALL, Cache(tmp_path))
    [path] = tmp_path.glob(file)
    path.write_bytes(damage)
    for times in (1, 2):
        cache = Cache(tmp_path)
        assert made(SMALL, cache) == expected
        assert bool(cache.made) is (times == 1)


def test_a_page_that_was_tampered_with_is_made_again(tmp_path: Path) -> None:
    expected = made(SMALL, Cache(tmp_path))
    [pack] = tmp_path.glob("*.pack")
    pack.write_bytes(pack.read_bytes().replace(b"otters", b"others"))
    assert made(SMALL, Cache(tmp_path)) == expected


def test_a_cache_that_is_deleted_while_a_build_is_at_work_does_no_harm(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    expected = made(SMALL, cache)
    for path in tmp_path.iterdir():
        path.unlink()
    assert made(SMALL | {"content/claims/otters.yml": OTHER.encode()}, cache) != expected
    assert made(SMALL, cache) == expected
    assert made(SMALL, Cache(tmp_path)) == expected


def test_after_a_build_that_failed_the_next_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(cache: Cache) -> None:
        raise LookupError("no end")

    other = SMALL | {"content/claims/otters.yml": OTHER.encode()}
    for files in ({}, SMALL):
        cache = Cache(tmp_path)
        if files:
            made(files, cache)
        with monkeypatch.context() as patched:
            patched.setattr(Cache, "end", fails)
            with pytest.raises(LookupError):
                made(other, cache)
        assert differing(made(SMALL, cache), made(SMALL)) == []
        assert differing(made(other, cache), made(other)) == []


def test_what_is_no_longer_wanted_does_not_pile_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "_LITTLE", 1000)
    for number in range(6):
        label = f"Otters in the lake, {number}"
        made(
            SMALL | {"content/claims/otters.yml": CLAIM.replace("Otters in the lake", label).encode()}, Cache(tmp_path)
        )
    now, anew = size(tmp_path), tmp_path / "anew"
    made(SMALL, Cache(anew))
    assert now < 3 * size(anew)


def test_what_a_build_left_that_was_ended_is_cleared_away_later(tmp_path: Path) -> None:
    for name in ("a.pack", "b.part"):
        (tmp_path / name).write_bytes(b"half of it")
    made(SMALL, Cache(tmp_path))
    # Another build may be writing them.
    assert (tmp_path / "a.pack").exists()
    for name in ("a.pack", "b.part"):
        os.utime(tmp_path / name, (1, 1))
    made(SMALL | {"content/claims/otters.yml": OTHER.encode()}, Cache(tmp_path))
    assert not [path.name for path in tmp_path.iterdir() if path.stem in "ab"]


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def test_two_builds_at_once_leave_a_cache_that_is_true(tmp_path: Path) -> None:
    other = SMALL | {"content/claims/otters.yml": OTHER.encode()}
    made(SMALL, Cache(tmp_path))
    one, two = Cache(tmp_path), Cache(tmp_path)
    made(SMALL, one)
    made(other, two)
    made(SMALL | {"content/actors/navy.yml": b"name: Fleet\nkind: military-force\n"}, one)
    assert made(other, Cache(tmp_path)) == made(other)
    assert made(SMALL, Cache(tmp_path)) == made(SMALL)


def test_other_settings_make_other_pages(tmp_path: Path) -> None:
    made(SMALL, Cache(tmp_path))
    named = replace(SETTINGS, site_name="Otters", site_url="https://example.org/otters/")
    assert made(SMALL, Cache(tmp_path), set=named) == made(SMALL, set=named)


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert made(SMALL, Cache(tmp_path / "file" / "cache")) == made(SMALL)
