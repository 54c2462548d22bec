"""What is read from disk, and what of it is told to be no record."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explainers.build.files import hand_written, record_files, snapshots
from tests.build.files import ACTOR, FILES, built, codes, written


def paths(root: Path) -> list[str]:
    return sorted(record_files(root / "content", root))


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    hidden: dict[str, str | bytes] = {
        "content/.git/config": "x",
        "content/actors/.navy.yml.swp": "x",
        "content/.DS_Store": b"\x00",
    }
    written(tmp_path, {"content/actors/navy.yml": ACTOR, **hidden})
    assert paths(tmp_path) == ["content/actors/navy.yml"]


def test_links_out_of_the_content_are_not_followed(tmp_path: Path) -> None:
    written(tmp_path, {"content/actors/navy.yml": ACTOR, "secret/key.yml": "a: b", "secret/more/x.yml": "a: b"})
    (tmp_path / "content/actors/key.yml").symlink_to(tmp_path / "secret/key.yml")
    (tmp_path / "content/places").symlink_to(tmp_path / "secret/more", target_is_directory=True)
    (tmp_path / "content/actors/gone.yml").symlink_to(tmp_path / "nowhere.yml")
    (tmp_path / "content/loop").symlink_to(tmp_path / "content", target_is_directory=True)
    assert paths(tmp_path) == ["content/actors/navy.yml"]


def test_a_link_inside_the_content_is_a_file_of_its_own(tmp_path: Path) -> None:
    written(tmp_path, {"content/actors/navy.yml": ACTOR})
    (tmp_path / "content/actors/fleet.yml").symlink_to(tmp_path / "content/actors/navy.yml")
    assert paths(tmp_path) == ["content/actors/fleet.yml", "content/actors/navy.yml"]


def test_content_that_is_itself_reached_by_a_link_is_read(tmp_path: Path) -> None:
    written(tmp_path, {"elsewhere/actors/navy.yml": ACTOR})
    (tmp_path / "content").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert [Path(path).name for path in paths(tmp_path)] == ["navy.yml"]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    written(tmp_path, {"content/actors/navy.yml": ACTOR})
    os.mkfifo(tmp_path / "content/actors/pipe.yml")
    assert paths(tmp_path) == ["content/actors/navy.yml"]


def test_a_content_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert paths(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("content/actors/huge.yml", b"name: x\n# " + b"x" * 10_000_000, "file-too-large"),
        ("content/actors/picture.yml", b"\x89PNG\r\n\x1a\n\x00\x00", "not-utf-8"),
        ("content/actors/zeros.yml", b"name: \x00\n", "hidden-character"),
        ("content/actors/utf-16.yml", "name: x".encode("utf-16"), "not-utf-8"),
        ("content/actors/empty.yml", b"", "not-a-record"),
        ("content/actors/list.yml", b"- a\n", "not-a-record"),
        ("content/actors/index.yml", ACTOR.encode(), "malformed-id"),
        ("content/actors/Navy.yml", ACTOR.encode(), "malformed-id"),
        ("content/actors/a b.yml", ACTOR.encode(), "malformed-id"),
        ("content/actors/ł.yml", ACTOR.encode(), "malformed-id"),
        (f"content/actors/{'a' * 65}.yml", ACTOR.encode(), "malformed-id"),
        ("content/actors/navy.yaml", ACTOR.encode(), "stray-file"),
        ("content/actors/navy.json", b"{}", "stray-file"),
        ("content/actors/notes.txt", b"x", "stray-file"),
        ("content/actors/photo.jpg", b"\xff\xd8", "stray-file"),
        ("content/README", b"x", "stray-file"),
        ("content/actor/navy.yml", ACTOR.encode(), "unknown-kind"),
        ("content/navy.yml", ACTOR.encode(), "unknown-kind"),
        ("content/places/mara-lind.yml", b"name: x\nkind: town\n", "duplicate-id"),
    ],
)
def test_an_odd_file_is_told_and_the_rest_is_built(tmp_path: Path, path: str, data: bytes, code: str) -> None:
    site = built(tmp_path, {**FILES, path: data})
    assert f"{path} {code}" in codes(site)
    assert {"claims/otters", "actors/navy"} <= {page.path for page in site.pages}


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    written(tmp_path, {"content/actors/huge.yml": b"x" * 10_000_000})
    [data] = record_files(tmp_path / "content", tmp_path).values()
    assert len(data) < 100_000


def test_a_file_with_the_line_ends_of_another_system_is_read(tmp_path: Path) -> None:
    site = built(tmp_path, {**FILES, "content/actors/otto.yml": b"\xef\xbb\xbf" + ACTOR.replace("\n", "\r\n").encode()})
    assert codes(site) == []


def test_snapshots_are_known_by_the_fingerprint_of_their_bytes(tmp_path: Path) -> None:
    written(tmp_path, {"texts/one.txt": b"abc", "texts/deep/two.txt": b"\xff", "texts/.hidden": b"x"})
    assert snapshots(tmp_path / "texts") == {
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad": "abc",
        "a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89": "\ufffd",
    }
    assert snapshots(tmp_path / "nowhere") == snapshots(None) == {}


@pytest.mark.parametrize(
    ("path", "in_folders", "in_files"),
    [
        ("index.md", "", "index.html"),
        ("about.md", "about/", "about.html"),
        ("guide/index.md", "guide/", "guide/index.html"),
        ("guide/README.md", "guide/", "guide/index.html"),
        ("guide/a.b.md", "guide/a.b/", "guide/a.b.html"),
    ],
)
def test_a_hand_written_page_has_the_address_that_mkdocs_gives_it(
    tmp_path: Path, path: str, in_folders: str, in_files: str
) -> None:
    written(tmp_path, {f"docs/{path}": b"\xef\xbb\xbfText \xff", "docs/picture.png": b"x", "docs/.x.md": "x"})
    for directory_urls, address in ((True, in_folders), (False, in_files)):
        [page] = hand_written(tmp_path / "docs", tmp_path, directory_urls=directory_urls)
        assert (page.path, page.address, page.text) == (f"docs/{path}", address, "Text \ufffd")
