"""What is read from disk, and what of it is told to be no record."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from explainers.build.check import check
from explainers.build.files import record_files, snapshots
from explainers.build.inputs import inputs
from explainers.build.settings import Settings
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


def test_a_link_inside_the_content_is_its_own_file(tmp_path: Path) -> None:
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


def test_of_what_is_no_record_only_the_name_is_read(tmp_path: Path) -> None:
    written(tmp_path, {"content/actors/navy.yml": ACTOR, "content/actors/film.mp4": b"x" * 100_000})
    found = record_files(tmp_path / "content", tmp_path)
    assert found == {"content/actors/navy.yml": ACTOR.encode(), "content/actors/film.mp4": b""}


def strays(root: Path) -> dict[str, str]:
    """What is told of each path, as `check` tells it."""
    found = inputs(Settings(root=root, content=root / "content", docs=root / "docs", overrides=root / "overrides"))
    assert {d.code for d in check(found).diagnostics if d in found.strays} <= {"stray-file", "not-utf-8"}
    return {d.span.path: d.message for d in found.strays}


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.fsencode(path))


ODD: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "a socket": _socket,
    "a link out": lambda path: path.symlink_to("/etc/hostname"),
    "a link by steps": lambda path: path.symlink_to("../../../../../../../../../../etc/hostname"),
    "a link to nothing": lambda path: path.symlink_to("nothing.yml"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to its folder": lambda path: path.symlink_to("."),
    "a link to a folder above": lambda path: path.symlink_to(".."),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("name", ["x.yml", "x", "a\nb.yml", "\udcff.yml"], ids=ascii)
@pytest.mark.parametrize("make", ODD.values(), ids=ODD)
def test_what_is_no_file_is_reported_and_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], object], name: str
) -> None:
    monkeypatch.chdir(written(tmp_path, {"content/actors/navy.yml": ACTOR}))  # the path of a socket has to be short
    make(Path("content/actors") / name)
    assert paths(tmp_path) == ["content/actors/navy.yml"]
    is_folder = (tmp_path / "content/actors" / name).is_dir() and not (tmp_path / "content/actors" / name).is_symlink()
    assert [*strays(tmp_path)] == ([] if is_folder and not name.endswith(".yml") else [f"content/actors/{name}"])


def test_a_chain_of_links_is_followed_to_its_end(tmp_path: Path) -> None:
    written(tmp_path, {"content/actors/navy.yml": ACTOR, "docs/a.md": "a", "secret/key.md": "b"})
    for folder in ("content/actors", "docs"):
        (tmp_path / folder / "one.md").symlink_to("two.md")
        (tmp_path / folder / "two.md").symlink_to(tmp_path / "secret/key.md")
    (tmp_path / "docs/three.md").symlink_to("four.md")
    (tmp_path / "docs/four.md").symlink_to("a.md")
    assert {*strays(tmp_path)} == {
        f"{folder}/{name}.md" for folder in ("content/actors", "docs") for name in ("one", "two")
    }


@pytest.mark.parametrize("folder", ["docs", "docs/assets", "docs/.well-known", "overrides", "overrides/partials"])
def test_what_is_published_as_it_is_holds_no_file_of_the_machine(tmp_path: Path, folder: str) -> None:
    written(tmp_path, {"docs/index.md": "a", f"{folder}/own.txt": "a", "mkdocs.yml": "a: b"})
    place = tmp_path / folder
    (place / "inside.txt").symlink_to("own.txt")
    (place / "key.txt").symlink_to("/etc/hostname")
    (place / "settings.yml").symlink_to(tmp_path / "mkdocs.yml")
    (place / "etc").symlink_to("/etc")
    (place / "again").symlink_to(".")
    (place / "gone.md").symlink_to("nothing.md")
    (place / ".#open.md").symlink_to("somebody@host.1234")
    os.mkfifo(place / "pipe.md")
    (place / "\udcff.md").write_text("a")
    found = strays(tmp_path)
    bad = ["key.txt", "settings.yml", "etc", "again", "gone.md", "pipe.md", "\udcff.md"]
    assert sorted(found) == sorted(f"{folder}/{name}" for name in bad)
    assert found[f"{folder}/key.txt"] == "a link that leads out of this folder, to `/etc/hostname`"


def test_a_link_in_the_texts_of_sources_is_no_text(tmp_path: Path) -> None:
    written(tmp_path, {"content/actors/navy.yml": ACTOR, "texts/one.txt": "abc"})
    (tmp_path / "texts/two.txt").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "texts/three.txt")
    found = inputs(Settings(root=tmp_path, content=tmp_path / "content", snapshots=tmp_path / "texts"))
    assert [*found.snapshots.values()] == ["abc"]
    assert [d.span.path for d in found.strays] == ["texts/three.txt", "texts/two.txt"]


def test_what_cannot_be_read_is_reported_with_its_path(tmp_path: Path) -> None:
    written(
        tmp_path,
        dict.fromkeys(("content/actors/navy.yml", "content/actors/key.yml", "content/places/x.yml"), ACTOR),
    )
    written(tmp_path, {"docs/key.txt": "a", "docs/folder/a.md": "a"})
    shut = [tmp_path / path for path in ("content/actors/key.yml", "content/places", "docs/key.txt", "docs/folder")]
    for path in shut:
        path.chmod(0)
    try:
        found = as_nobody(lambda: strays(tmp_path), tmp_path)
    finally:
        for path in shut:
            path.chmod(0o700)
    assert found == {
        "content/actors/key.yml": "key.yml cannot be read: permission denied",
        "content/places": "places cannot be read: permission denied",
        "docs/key.txt": "key.txt cannot be read: permission denied",
        "docs/folder": "folder cannot be read: permission denied",
    }


def as_nobody(work: Callable[[], dict[str, str]], folder: Path) -> dict[str, str]:
    """What some work gives to a user to whom nothing is allowed; root may read everything."""
    if os.geteuid():
        return work()
    for path in (folder, *folder.parents):
        if not path.stat().st_mode & 0o001:
            path.chmod(0o755)
    os.seteuid(65534)
    try:
        return work()
    finally:
        os.seteuid(0)


def test_a_page_that_is_not_utf_8_is_reported_at_its_place(tmp_path: Path) -> None:
    written(tmp_path, {"content/actors/navy.yml": ACTOR, "docs/a.md": b"# A\n\nText \xff"})
    assert strays(tmp_path) == {"docs/a.md": "this is not UTF-8 text"}


def test_a_record_in_two_files_is_reported_once(tmp_path: Path) -> None:
    written(tmp_path, {"content/actors/navy.yml": ACTOR, "content/actors/navy.yaml": ACTOR.replace("Mara", "Otto")})
    found = inputs(Settings(root=tmp_path, content=tmp_path / "content"))
    errors = [d for d in check(found).diagnostics if d.severity == "error"]
    assert [(d.span.path, d.code, d.help) for d in errors] == [
        ("content/actors/navy.yaml", "stray-file", "keep the one that ends in .yml")
    ]


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("Politicians do too little.yaml", "rename it to `politicians-do-too-little.yml`"),
        ("Zażółć.yml", "rename it to `zazoc.yml`"),
        ("n\u0430vy.yml", "rename it to `navy.yml`"),
        ("a\nb.yml", "rename it to `a-b.yml`"),
        ("日本.yml", "small letters, digits and single hyphens"),
        ("\udcff.yml", "small letters, digits and single hyphens"),
    ],
)
def test_a_name_that_is_no_id_is_reported_once_with_one_that_is(tmp_path: Path, name: str, help: str) -> None:
    written(tmp_path, {f"content/actors/{name}": ACTOR})
    found = inputs(Settings(root=tmp_path, content=tmp_path / "content"))
    errors = [d for d in check(found).diagnostics if d.severity == "error"]
    assert [(d.code, d.help) for d in errors] == [("malformed-id", help)]


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
        ("content/actors/null.yml", ACTOR.encode(), "malformed-id"),
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
def test_an_odd_file_is_reported_and_the_rest_is_built(tmp_path: Path, path: str, data: bytes, code: str) -> None:
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
    texts, fingerprints = snapshots(tmp_path / "texts")
    assert set(fingerprints.values()) == set(texts)
    assert texts == {
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad": "abc",
        "a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89": "\ufffd",
    }
    assert snapshots(tmp_path / "nowhere") == snapshots(None) == ({}, {})
