"""Files that were read before give the same records as files that are read for the first time."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.build import parsed
from explainers.build.load import load
from explainers.build.parsed import Parsed
from explainers.kinds import KINDS
from explainers.model.decode import Document
from explainers.text.diagnostic import Diagnostic
from tests.build.edits import Files, edited
from tests.checks.test_examples import FILES


def loaded(files: Files, folder: Path | None) -> tuple[list[Document], list[Diagnostic]]:
    reader = Parsed(folder)
    found = load(files, KINDS, read=reader.read)
    reader.keep()
    return found


def assert_same(one: tuple[list[Document], list[Diagnostic]], other: tuple[list[Document], list[Diagnostic]]) -> None:
    assert one == other
    assert [document.record for document in one[0]] == [document.record for document in other[0]]
    places = [[[d.span(loc) for loc, _ in d.tree.texts()] for d in found if d.tree] for found, _ in (one, other)]
    assert places[0] == places[1]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32))
def test_what_is_kept_changes_no_record(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    random, files, folder = Random(seed), dict(FILES), tmp_path_factory.mktemp("site")
    for _ in range(4):
        files = edited(files, random)
        broken = random.choice([b"name: [", b"name: ''\n", b"", b"kind: water\n", b"\xff"])
        now = files | {"content/places/broken.yml": broken}
        assert_same(loaded(now, folder), loaded(now, None))


def test_a_file_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[str] = []
    read = parsed.read
    monkeypatch.setattr(parsed, "read", lambda path, data: times.append(path) or read(path, data))
    loaded(FILES, tmp_path)
    first = len(times)
    loaded({path.replace("content/", "records/"): data for path, data in FILES.items()}, tmp_path)
    places = [path for path in times[first:] if path.replace("records/", "content/") not in FILES]
    assert first == len(FILES)
    assert not places
    assert len(times) < first + len(FILES) / 4, "what was read with its places is read again"


@pytest.mark.parametrize("damage", [b"", b"\xff", b"{}", b"x  y\n{}"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    expected = loaded(FILES, tmp_path)
    [file] = tmp_path.iterdir()
    whole = file.read_bytes()
    for broken in (damage, whole[:-1], whole.replace(b"flood", b"f1ood")):
        file.write_bytes(broken)
        assert_same(loaded(FILES, tmp_path), expected)
        assert file.read_bytes() == whole


def test_another_program_parses_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(FILES, tmp_path)
    assert Parsed(tmp_path)._known
    monkeypatch.setattr("explainers.build.kept_file._program", lambda: "another")
    assert not Parsed(tmp_path)._known


def test_a_few_new_records_do_not_write_all_again(tmp_path: Path) -> None:
    loaded(FILES, tmp_path)
    [file] = tmp_path.iterdir()
    before = file.read_bytes()
    loaded(FILES | {"content/places/new.yml": b"name: New\nkind: water\n"}, tmp_path)
    assert file.read_bytes() == before
