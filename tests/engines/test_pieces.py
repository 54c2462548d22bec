"""A large file is written from its pieces: those that are as they were are copied, in whatever order they come."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from mkdocs import utils

from explainers.engines.mkdocs.standing import Standing

PIECES = st.lists(st.integers(0, 9), unique=True)


def text(mark: int) -> bytes:
    return f"{mark};".encode() * (mark + 1)


def written(standing: Standing, marks: list[int]) -> list[int]:
    """Write a file as a build does; which pieces had to be made."""
    made = []

    def make(mark: int) -> bytes:
        made.append(mark)
        return text(mark)

    Path(standing.folder, "kept").touch()
    standing.leave(["large", "kept"])
    standing.put_pieces("large", [(str(mark), lambda mark=mark: make(mark)) for mark in marks])  # type: ignore[misc]
    return made


def next_build(folder: Path, kept: Path) -> Standing:
    standing = Standing(folder, kept)
    standing.instead_of_emptying()
    utils.clean_directory(str(folder))
    standing.read("frame")
    return standing


@given(before=PIECES, now=PIECES, is_touched=st.booleans())
def test_a_file_is_its_pieces_and_only_new_ones_are_made(
    before: list[int], now: list[int], is_touched: bool, tmp_path_factory: object
) -> None:
    folder, kept = (Path(tmp_path_factory.mktemp(name)) for name in ("site", "kept"))  # type: ignore[attr-defined]
    standing = next_build(folder, kept)
    assert written(standing, before) == before
    standing.end()
    if is_touched:
        (folder / "large").write_bytes(b"written by hand, longer than the pieces can be" * 10)
    standing = next_build(folder, kept)
    assert written(standing, now) == [mark for mark in now if is_touched or mark not in before]
    assert (folder / "large").read_bytes() == b"".join(map(text, now))
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
