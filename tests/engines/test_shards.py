"""A site put together from shards is, byte for byte, the one that a whole build makes; what does not fit is refused."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from mkdocs.exceptions import ConfigurationError

from explainers.build.files import record_files
from explainers.build.shards import MANIFEST
from explainers.engines.mkdocs.finish import search_adapter
from explainers.engines.site_settings import PARTS, SHARD
from tests.build.edits import edited
from tests.engines.folders import CONFIG, LINKS, anew, contents, differing, run, stamps
from tests.engines.varied import varied_site

MORE_LINKS = f"{LINKS}\n[glossary](data/glossary.ttl)\n"
BY_HAND = '{"by": "hand"}\n'
HOOK = "def on_post_page(output, **_):\n    return output\n"


pytestmark = pytest.mark.usefixtures("on_one_day_with_a_brief_search")


def made(project: Path, part: Path, shard: str, **options: Any) -> list[str]:
    """A shard built into a folder; what the plugin said."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SHARD, shard)
        return run(project, part, **options)


def all_made(project: Path, of: int, **options: Any) -> list[Path]:
    """All shards, each built into its own folder."""
    parts = [project.with_name(f"of-{of}") / f"part-{at}" for at in range(1, of + 1)]
    for at, part in enumerate(parts, start=1):
        made(project, part, f"{at}/{of}", **options)
    return parts


@dataclass(frozen=True)
class Stock:
    """A site that stays as it is, all its files as a whole build makes them, and its parts by the number of them."""

    project: Path
    whole: dict[str, bytes]
    parts: dict[int, list[Path]]


@pytest.fixture(scope="module")
def stock(on_one_day_with_a_brief_search: None, tmp_path_factory: pytest.TempPathFactory) -> Stock:
    """A site with its own override, and hand-written files in place of ours."""
    by_hand = {"docs/actors/odd-1.md": "# By hand\n", "docs/data/actors/odd-2.json": BY_HAND}
    project = varied_site(tmp_path_factory.mktemp("stock") / "project", {"docs/links.md": MORE_LINKS} | by_hand)
    (project / "overrides/partials").mkdir(parents=True)
    return Stock(project, anew(project), {of: all_made(project, of) for of in (1, 2, 3)})


@pytest.fixture
def project(stock: Stock, tmp_path: Path) -> Path:
    """A copy of the site, to be changed."""
    return shutil.copytree(stock.project, tmp_path / "project")


Parts = Callable[[int], list[Path]]


@pytest.fixture
def parts(stock: Stock, tmp_path: Path) -> Parts:
    """Gives copies of all parts of the site, which were made where it lies elsewhere, to be changed."""
    return lambda of: [shutil.copytree(part, tmp_path / part.name) for part in stock.parts[of]]


def merged(project: Path, site: Path, parts: Iterable[Path], **options: Any) -> list[str]:
    """The site that is put together from parts; what the plugin said."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PARTS, os.pathsep.join(map(str, parts)))
        return run(project, site, **options)


def refused(project: Path, parts: Sequence[Path]) -> list[str]:
    """What is reported of parts that cannot be merged."""
    with pytest.raises(ConfigurationError) as fault:
        merged(project, project.with_name("site"), parts)
    first, *lines = str(fault.value).splitlines()
    assert first == "plugin 'explainers': the parts cannot be merged:"
    return [line.strip().replace(f"{project.parent}{os.sep}", "") for line in lines]


def pages(part: Path) -> set[str]:
    return {path for path in contents(part) if path.endswith(".html")}


@pytest.mark.parametrize("of", [1, 2, 3])
def test_merged_shards_are_the_whole_site(project: Path, tmp_path: Path, stock: Stock, of: int) -> None:
    merged(project, tmp_path / "site", stock.parts[of])
    assert differing(contents(tmp_path / "site"), stock.whole) == []


def test_each_shard_makes_its_share_and_nothing_else(stock: Stock) -> None:
    for part in stock.parts[3]:
        found = contents(part)
        assert MANIFEST in found
        del found[MANIFEST]
        assert found.items() <= stock.whole.items()
        assert {Path(path).suffix for path in found} == {".html", ".json"}
        assert len(pages(part)) > 10
    every = [path for part in stock.parts[3] for path in pages(part)]
    assert len(every) == len(set(every))
    assert "actors/odd-2/index.html" in every
    assert "actors/odd-1/index.html" not in every


def test_a_page_that_a_part_has_is_not_made_again(project: Path, tmp_path: Path, parts: Parts) -> None:
    given = parts(2)
    for part in given:
        for path in pages(part):
            (part / path).write_text("From a part.")
    site = tmp_path / "site"
    merged(project, site, given)
    taken = {path for path in pages(site) if (site / path).read_text() == "From a part."}
    assert taken == {path for part in given for path in pages(part)}


def test_a_shard_does_not_miss_the_files_that_a_hand_written_page_links_to(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "docs/links.md").write_text(f"{MORE_LINKS}\n[gone](data/gone.json)\n")
    made(project, tmp_path / "part-1", "1/2")
    assert [message for message in caplog.messages if "links.md" in message and "kursk-aim" in message] == []
    assert [message for message in caplog.messages if "links.md" in message and "glossary.ttl" in message] == []
    assert [message for message in caplog.messages if "links.md" in message and "gone.json" in message] != []


def test_a_site_whose_search_has_every_word_is_merged_too(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_adapter, "MOST_WHOLE", 5000)
    merged(project, tmp_path / "site", all_made(project, 2))
    assert differing(contents(tmp_path / "site"), anew(project)) == []


def test_a_page_that_is_not_whole_in_its_part_is_made_again(
    project: Path, tmp_path: Path, stock: Stock, parts: Parts
) -> None:
    one, two = parts(2)
    page, other = sorted(pages(one))[3:5]
    (one / page).unlink()
    (one / other).unlink()
    (one / other).symlink_to(tmp_path / "project/mkdocs.yml")
    sorted((two / "data/claims").iterdir())[-1].unlink()
    said = merged(project, tmp_path / "site", [one, two])
    assert len([line for line in said if " is made here: it is not whole in `" in line]) == 3
    assert differing(contents(tmp_path / "site"), stock.whole) == []


def test_parts_can_be_merged_again_and_into_what_stands(project: Path, tmp_path: Path, stock: Stock) -> None:
    site, parts = tmp_path / "site", stock.parts[3]
    run(project, site)
    (site / "stray.html").write_text("stray")
    before, kept = stamps(site), [contents(part) for part in parts]
    merged(project, site, parts)
    assert stamps(site) == {path: stamp for path, stamp in before.items() if path != "stray.html"}
    assert [contents(part) for part in parts] == kept


def test_after_any_edits_any_number_of_shards_is_the_whole_site(project: Path, tmp_path: Path) -> None:
    site, random = tmp_path / "site", Random(20261122)
    files = record_files(project / "content", project)
    now = edited(files, random)
    for path in files.keys() - now.keys():
        (project / path).unlink()
    for path, data in now.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_bytes(data)
    of = random.randint(2, 9)
    merged(project, site, random.sample(all_made(project, of), of))
    assert differing(contents(site), anew(project)) == []


def test_shards_may_be_built_where_the_site_lies_elsewhere(project: Path, tmp_path: Path, stock: Stock) -> None:
    made(project, tmp_path / "part-1", "1/2")
    merged(project, tmp_path / "site", [tmp_path / "part-1", stock.parts[2][1]])
    assert differing(contents(tmp_path / "site"), stock.whole) == []


def test_parts_that_are_not_all_of_one_site_are_refused_with_all_that_is_wrong(
    project: Path, tmp_path: Path, parts: Parts
) -> None:
    one, two, _ = parts(3)
    shutil.copytree(one, tmp_path / "part-1-again")
    (tmp_path / "docs").mkdir()
    assert refused(project, [tmp_path / "docs", tmp_path / "no-such", one, two]) == [
        f"`docs` is not part of a site: it has no file `{MANIFEST}`",
        f"`no-such` is not part of a site: it has no file `{MANIFEST}`",
    ]
    made(project, tmp_path / "of-4", "3/4")
    for given, what in (
        ([one, two], "3, each once; they are 1/3, 2/3"),
        ([one, two, tmp_path / "part-1-again"], "3, each once; they are 1/3, 1/3, 2/3"),
        ([one, two, tmp_path / "of-4"], "4, each once; they are 1/3, 2/3, 3/4"),
    ):
        assert refused(project, given) == [f"the parts must be all of 1/{what[0]} to {what[0]}/{what}"]
    inside = project.with_name("site") / "part-1"
    shutil.copytree(one, inside)
    with pytest.raises(ConfigurationError, match=r"part-1` lies in the folder of the site, which is emptied"):
        merged(project, project.with_name("site"), [inside])


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1, 2]", b'["1/2", {}, {"a": 1}]', b"\xff\x00" * 99, b"[" * 100_000])
def test_a_damaged_part_is_refused(project: Path, tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / MANIFEST).write_bytes(damage)
    assert refused(project, [tmp_path / "part"]) == [
        f"`part` is damaged, or another release of explainers made it: `{MANIFEST}` cannot be read"
    ]


def test_parts_of_other_records_pages_or_settings_are_refused(project: Path, parts: Parts) -> None:
    one, two = parts(2)
    (project / "content/actors/odd-3.yml").write_text("name: Odd and new\nkind: company\nsummary: A word.\n")
    assert refused(project, [one, two]) == [
        "`part-1` was made from other records than this build has",
        "`part-2` was made from other records than this build has",
    ]
    made(project, one, "1/2")
    (project / "docs/about.md").write_text("# Other words in the navigation\n")
    (project / "overrides/partials/copyright.html").write_text("<p>Of 2026</p>")
    assert refused(project, [one, project.with_name("no-such"), two]) == [
        "`part-1` was made from other pages and settings than this build has",
        f"`no-such` is not part of a site: it has no file `{MANIFEST}`",
        "`part-2` was made from other records and pages and settings than this build has",
    ]


def test_a_part_that_the_repository_has_is_refused(project: Path, tmp_path: Path, parts: Parts) -> None:
    """Whoever proposes a change to a site could commit a part, and write on the site's pages what no record says."""
    [part] = parts(1)
    (part / "actors/nato/index.html").write_text("<script>alert(1)</script>")
    shutil.move(part, project / "parts/1")
    (project / "elsewhere").symlink_to(project / "parts")
    for folder in ("parts/1", "elsewhere/1"):
        assert refused(project, [project / folder]) == [
            f"`project/{folder}` lies in the repository, where it could have been committed: "
            "put the parts into a folder outside of it"
        ]
    # The settings of a site may lie below the top of its repository.
    (tmp_path / ".git").mkdir()
    shutil.move(project / "parts/1", part)
    assert "`part-1` lies in the repository" in refused(project, [part])[0]


def test_no_file_of_a_part_leaves_the_folder_of_the_site_or_of_the_part(
    project: Path, tmp_path: Path, stock: Stock, parts: Parts
) -> None:
    [part], site = parts(1), tmp_path / "of/site"
    given = json.loads((part / MANIFEST).read_bytes())
    known = given[2]["actors/nato"]
    for path in ("../evil", "../../evil", str(tmp_path / "evil"), "actors/../../evil", "evil"):
        given[2][path] = known
        for place in (part / path / "index.html", part / f"data/{path}.json"):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text("evil")
    shutil.rmtree(tmp_path / "evil", ignore_errors=True)
    shutil.rmtree(tmp_path.parent / "evil", ignore_errors=True)
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "index.html").write_text("a key")
    shutil.rmtree(part / "actors/odd-0")
    (part / "actors/odd-0").symlink_to(secret)
    (part / MANIFEST).write_text(json.dumps(given))
    before = {path for path in tmp_path.rglob("*") if "evil" in path.name and part not in path.parents}
    merged(project, site, [part])
    assert {path for path in tmp_path.rglob("*") if "evil" in path.name and part not in path.parents} == before
    assert not (tmp_path.parent / "evil").exists()
    assert "a key" not in (site / "actors/odd-0/index.html").read_text()
    assert differing(contents(site), stock.whole) == []


@pytest.mark.parametrize(("name", "value"), [(SHARD, "1/2"), (PARTS, "part-1")])
def test_where_others_hear_of_each_page_nothing_is_cut(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    (project / "hook.py").write_text(HOOK)
    with pytest.raises(ConfigurationError, match=r"cannot be cut into shards: `hook.py` may change each page"):
        run(project, tmp_path / "site", CONFIG | {"hooks": ["hook.py"]})
    with pytest.raises(ConfigurationError, match=r"cannot be cut into shards with `fast: false`"):
        run(project, tmp_path / "site", fast=False)
    with pytest.raises(ConfigurationError, match=r"shards are made and merged by `build`, without `--dirty`"):
        run(project, tmp_path / "site", command="serve")


@pytest.mark.parametrize("value", ["0/8", "9/8", "a/b", "2/", "2", "/", "-1/2", "1/2/3", "١/٢", " 1/2"])
def test_what_is_no_shard_is_reported(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv(SHARD, value)
    with pytest.raises(ConfigurationError) as fault:
        run(project, tmp_path / "site")
    what = "it is a number and how many there are, from `1/8` to `8/8`"
    assert str(fault.value) == f"plugin 'explainers': {SHARD}: `{value}` is not a shard: {what}"


def test_a_build_makes_a_shard_or_merges(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SHARD, "1/2")
    with pytest.raises(ConfigurationError, match="a build makes a shard or merges the parts, not both"):
        merged(project, tmp_path / "site", [tmp_path])
