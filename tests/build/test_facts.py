"""What was read for all that is kept: what holds is not worked out again, and what is another is seen."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from explainers.build import index
from explainers.build.cache import Cache
from explainers.build.check import Inputs
from explainers.build.site import Built, build
from explainers.graph.figures import all_figures
from explainers.graph.memo import functions
from tests.build.test_cache import OURS, SETTINGS

FIGURES = next(path for path, data in OURS.items() if b"quantities:" in data and b"statement:" in data)
NO_FIGURES = next(path for path, data in OURS.items() if b"quantities:" not in data and b"statement:" in data)


def built(files: dict[str, bytes], folder: Path | None = None) -> tuple[Built, list[object]]:
    """A site that is made to its end, and all that is made of it."""
    found = build(SETTINGS, Inputs(files), cache=Cache(folder) if folder else None)
    others = [*found.joint_files, found.tail]
    return found, [*found.pages, *others]


@cache
def anew(path: str) -> list[object]:
    """All that is made of a site in which one record is another, without anything that is kept."""
    return built(reworded(path))[1]


def reworded(path: str) -> dict[str, bytes]:
    """Our records, one of them with another label; without a path as they are."""
    if not path:
        return {**OURS}
    return OURS | {path: re.sub(rb"(?m)^label: (?=\w)", b"label: As we know ", OURS[path])}


@pytest.mark.parametrize("path", [FIGURES, NO_FIGURES])
def test_files_of_all_records_are_those_of_a_site_built_anew(path: str, tmp_path: Path) -> None:
    built(OURS, tmp_path)
    for now in (path, "", path):
        assert built(reworded(now), tmp_path)[1] == anew(now)


def test_figures_are_gathered_again_only_where_a_claim_with_figures_is_another(tmp_path: Path) -> None:
    built(OURS, tmp_path)
    assert not gathers(reworded(NO_FIGURES), tmp_path)
    assert gathers(reworded(FIGURES), tmp_path)


def gathers(files: dict[str, bytes], folder: Path) -> bool:
    """Whether a build goes through the figures of all claims."""
    graph = built(files, folder)[0].site.graph
    wrapped = getattr(all_figures, "__wrapped__")  # noqa: B009 – a function has it that is remembered
    return (wrapped,) in graph.memo


def test_each_function_of_the_graph_comes_after_those_that_it_asks() -> None:
    graph = built(OURS)[0].site.graph
    order = {name: at for at, name in enumerate(functions())}
    late = [
        (name, about)
        for name, function in functions().items()
        if function in graph.memo
        for sort, about in graph.memo[function][1]
        if sort in {"value", "entry"} and order[about.partition(" ")[0]] > order[name]
    ]
    assert late == []


@pytest.mark.parametrize("damage", [None, b"{}", b"\xff\x00" * 100])
def test_an_edit_writes_a_small_index_and_does_without_it(
    damage: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of so few pages, an edit changes many.
    monkeypatch.setattr(index, "_FEW", 1)
    built(OURS, tmp_path)
    [whole] = tmp_path.glob("index-*.json")
    before = whole.read_bytes()
    built(reworded(NO_FIGURES), tmp_path)
    [since] = tmp_path.glob("since-*.json")
    assert whole.read_bytes() == before
    assert since.stat().st_size < len(before)
    if damage is not None:
        since.write_bytes(damage)
    for now in (NO_FIGURES, FIGURES):
        assert built(reworded(now), tmp_path)[1] == anew(now)
