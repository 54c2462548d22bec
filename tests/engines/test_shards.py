"""A site put together from shards is, byte for byte, the one that a whole build makes; what does not fit is refused."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from mkdocs.exceptions import ConfigurationError

from explainers.build.files import record_files
from explainers.build.parts import MANIFEST
from explainers.build.shards import Shard
from explainers.engines.mkdocs import search
from explainers.engines.settings import PARTS, SHARD
from tests.build.edits import edited
from tests.engines.folders import (
    CONFIG,
    LINKS,
    anew,
    contents,
    differing,
    number,
    run,
    times,
    told,
)
from tests.engines.varied import varied_site

MORE_LINKS = f"{LINKS}\n[glossary](data/glossary.ttl)\n"
BY_HAND = '{"by": "hand"}\n'
HOOK = "def on_post_page(output, **_):\n    return output\n"


pytestmark = pytest.mark.usefixtures("on_one_day_with_a_brief_search")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site with an override of its own, and files by hand in the place of ours."""
    by_hand = {"docs/actors/odd-1.md": "# By hand\n", "docs/data/actors/odd-2.json": BY_HAND}
    found = varied_site(tmp_path / "project", {"docs/links.md": MORE_LINKS} | by_hand)
    (found / "overrides/partials").mkdir(parents=True)
    return found


def made(project: Path, part: Path, shard: str, **options: Any) -> list[str]:
    """A shard built into a folder; what the plugin said."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SHARD, shard)
        return run(project, part, **options)


def all_made(project: Path, of: int, **options: Any) -> list[Path]:
    """All shards, each built into a folder of its own beside the project."""
    parts = [project.with_name(f"part-{at}") for at in range(1, of + 1)]
    for at, part in enumerate(parts, start=1):
        made(project, part, f"{at}/{of}", **options)
    return parts


def merged(project: Path, site: Path, parts: Iterable[Path], **options: Any) -> list[str]:
    """The site that is put together from parts; what the plugin said."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PARTS, os.pathsep.join(map(str, parts)))
        return run(project, site, **options)


def refused(project: Path, parts: Sequence[Path]) -> list[str]:
    """What is told of parts that cannot be merged."""
    with pytest.raises(ConfigurationError) as fault:
        merged(project, project.with_name("site"), parts)
    first, *lines = str(fault.value).splitlines()
    assert first == "plugin 'explainers': the parts cannot be merged:"
    return [line.strip().replace(f"{project.parent}{os.sep}", "") for line in lines]


def pages(part: Path) -> set[str]:
    return {path for path in contents(part) if path.endswith(".html")}


@pytest.mark.parametrize("of", [1, 2, 3, 7])
def test_merged_shards_are_the_whole_site(project: Path, tmp_path: Path, of: int) -> None:
    parts = all_made(project, of, cache=False)
    said = told(merged(project, tmp_path / "site", parts, cache=False))
    assert differing(contents(tmp_path / "site"), anew(project)) == []
    # Nothing that a part has was made again.
    assert number(said, 1) == sum(len(pages(part)) for part in parts) > 50


def test_each_shard_makes_its_share_and_nothing_else(project: Path) -> None:
    parts = all_made(project, 3)
    whole = anew(project)
    for part in parts:
        found = contents(part)
        assert MANIFEST in found
        del found[MANIFEST]
        assert found.items() <= whole.items()
        assert {Path(path).suffix for path in found} == {".html", ".json"}
        assert len(pages(part)) > 20
    every = [path for part in parts for path in pages(part)]
    assert len(every) == len(set(every))
    assert "sources/rferl-front-line/index.html" not in every
    assert "actors/odd-1/index.html" not in every


def test_a_shard_does_not_miss_the_files_that_a_page_by_hand_links_to(
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
    monkeypatch.setattr(search, "MOST_WHOLE", 5000)
    merged(project, tmp_path / "site", all_made(project, 2))
    assert differing(contents(tmp_path / "site"), anew(project)) == []


def test_what_is_damaged_or_lost_is_made_again(project: Path, tmp_path: Path) -> None:
    parts = all_made(project, 2)
    of_all = sum(len(pages(part)) for part in parts)
    for part in parts:
        page, other, data = (part / path for path in (*sorted(pages(part))[3:5], "data/claims"))
        page.write_bytes(page.read_bytes().replace(b"a", b"b", 1))
        other.unlink()
        json_file = sorted(data.iterdir())[-1]
        json_file.write_bytes(json_file.read_bytes()[:-1])
    said = told(merged(project, tmp_path / "site", parts))
    assert number(said, 1) == of_all - 6
    assert differing(contents(tmp_path / "site"), anew(project)) == []


def test_parts_can_be_merged_again_and_into_what_stands(project: Path, tmp_path: Path) -> None:
    site, parts = tmp_path / "site", all_made(project, 3)
    run(project, site)
    (site / "stray.html").write_text("stray")
    merged(project, site, parts)
    before, kept = times(site), [contents(part) for part in parts]
    merged(project, site, parts)
    after = times(site)
    assert before["claims/kursk-aim/index.html"] == after["claims/kursk-aim/index.html"]
    assert [contents(part) for part in parts] == kept
    assert differing(contents(site), anew(project)) == []


def test_the_build_after_a_merge_leaves_what_is_the_same(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = told(merged(project, site, all_made(project, 2)))
    again = told(run(project, site))
    assert number(again, 1) > number(first, 1)
    (project / "content/actors/odd-3.yml").write_text("name: Odd and new\nkind: company\nsummary: A word.\n")
    run(project, site)
    assert b"Odd and new" in (site / "actors/odd-3/index.html").read_bytes()
    assert differing(contents(site), anew(project)) == []


def test_after_any_edits_any_number_of_shards_is_the_whole_site(project: Path, tmp_path: Path) -> None:
    site, random = tmp_path / "site", Random(20261122)
    for _ in range(3):
        files = record_files(project / "content", project)
        now = edited(files, random)
        for path in files.keys() - now.keys():
            (project / path).unlink()
        for path, data in now.items():
            (project / path).parent.mkdir(exist_ok=True)
            (project / path).write_bytes(data)
        of = random.randint(1, 9)
        merged(project, site, random.sample(all_made(project, of), of))
        assert differing(contents(site), anew(project)) == []


def test_a_shard_is_built_again_where_something_has_changed(project: Path, tmp_path: Path) -> None:
    made(project, tmp_path / "part-1", "1/2")
    first = contents(tmp_path / "part-1")
    again = told(made(project, tmp_path / "part-1", "1/2"))
    assert (number(again, 0), number(again, 1)) == (0, len(pages(tmp_path / "part-1")))
    assert {path for path in first if first[path] != contents(tmp_path / "part-1").get(path)} <= {MANIFEST}
    made(project, tmp_path / "part-2", "2/2")
    merged(project, tmp_path / "site", [tmp_path / "part-1", tmp_path / "part-2"])
    assert differing(contents(tmp_path / "site"), anew(project)) == []


def test_shards_may_be_built_where_the_site_lies_elsewhere(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "of" / "another-name"
    shutil.copytree(project, elsewhere)
    made(project, tmp_path / "part-1", "1/2")
    made(elsewhere, tmp_path / "part-2", "2/2")
    said = told(merged(project, tmp_path / "site", [tmp_path / "part-1", tmp_path / "part-2"]))
    assert number(said, 1) == len(pages(tmp_path / "part-1")) + len(pages(tmp_path / "part-2"))
    assert differing(contents(tmp_path / "site"), anew(project)) == []


def test_what_no_setting_shows_is_seen_on_the_pages_of_each_part(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "overrides/partials/copyright.html").write_text("<p>{{ build_date_utc.year }}</p>")
    # A part of few pages, none of which is among the first of its kind.
    few = {f"claims/{path.stem}" for path in sorted((project / "content/claims").iterdir())[-2:]}
    monkeypatch.setattr(Shard, "has", lambda shard, path: (path in few) == (shard.number == 2))
    one, two = parts = [tmp_path / "part-1", tmp_path / "part-2"]
    made(project, one, "1/2")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    made(project, two, "2/2")
    assert len(pages(two)) == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    said = merged(project, tmp_path / "site", parts)
    assert any(line.startswith("all pages are written: the theme makes another of ") for line in said)
    assert differing(contents(tmp_path / "site"), anew(project)) == []


def test_parts_that_are_not_all_of_one_site_are_refused_with_all_that_is_wrong(project: Path, tmp_path: Path) -> None:
    for part in ("1/3", "2/3"):
        made(project, tmp_path / f"part-{part[0]}", part)
    shutil.copytree(tmp_path / "part-1", tmp_path / "part-1-again")
    (tmp_path / "docs").mkdir()
    one, two = tmp_path / "part-1", tmp_path / "part-2"
    assert refused(project, [one, two]) == ["a shard is missing: 3/3"]
    assert refused(project, [tmp_path / "docs", tmp_path / "no-such", one, two, tmp_path / "part-1-again"]) == [
        f"`docs` is no part of a site: it has no file `{MANIFEST}`",
        f"`no-such` is no part of a site: it has no file `{MANIFEST}`",
        "the shard 1/3 is there 2 times: `part-1` and `part-1-again`",
    ]
    made(project, tmp_path / "part-3", "3/4")
    assert refused(project, [one, two, tmp_path / "part-3"]) == [
        "the parts are not of one number of shards: `part-1` and `part-2` of 3; `part-3` of 4"
    ]
    made(project, tmp_path / "part-40", "40/40")
    assert refused(project, [tmp_path / "part-40"]) == [
        "shards are missing: 1/40, 2/40, 3/40, 4/40, 5/40, 6/40, 7/40, 8/40, 9/40, 10/40 and 29 more"
    ]
    manifest = two / MANIFEST
    manifest.write_bytes(manifest.read_bytes()[:-9])
    assert refused(project, [one, two]) == [f"`part-2` is damaged: its file `{MANIFEST}` is not as it was written"]
    manifest.write_text("")
    assert refused(project, [two]) == [f"`part-2` is damaged: its file `{MANIFEST}` is not as it was written"]
    inside = project.with_name("site") / "part-1"
    shutil.copytree(one, inside)
    assert refused(project, [inside]) == [f"`site{os.sep}part-1` lies in the folder of the site, which is emptied"]


def test_parts_of_other_records_settings_or_themes_are_refused(project: Path, tmp_path: Path) -> None:
    one, two, three = parts = all_made(project, 3)
    record = project / "content/actors/odd-3.yml"
    record.write_text("name: Odd and new\nkind: company\nsummary: A word.\n")
    made(project, three, "3/3")
    assert refused(project, parts) == ["`part-3` was built of other records than `part-1` and `part-2`"]
    (project / "docs/about.md").write_text("# Other words in the navigation\n")
    made(project, two, "2/3")
    made(project, one, "1/3")
    assert refused(project, parts) == [
        "`part-3` was built with another theme or navigation, or with other settings of the site, than "
        "`part-1` and `part-2`"
    ]
    made(project, three, "3/3")
    record.unlink()
    (project / "overrides/partials/copyright.html").write_text("<p>Of 2026</p>")
    assert refused(project, parts) == [
        "`part-1`, `part-2` and `part-3` were built of other records than the build that merges them",
        "`part-1`, `part-2` and `part-3` were built with another theme or navigation, or with other settings of the "
        "site, than the build that merges them",
    ]


def test_parts_with_other_days_of_the_last_changes_are_refused(project: Path, tmp_path: Path) -> None:
    parts = all_made(project, 2)
    head, _, body = (parts[1] / MANIFEST).read_bytes().partition(b"\n")
    given = json.loads(head)
    given["same"]["days"] = "other"
    (parts[1] / MANIFEST).write_bytes(json.dumps(given).encode() + b"\n" + body)
    assert refused(project, parts) == [
        "`part-2` was built with other days of the last changes than `part-1`: a checkout without its history has none"
    ]


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
def test_what_is_no_shard_is_told(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(SHARD, value)
    with pytest.raises(ConfigurationError) as fault:
        run(project, tmp_path / "site")
    what = "it is a number and how many there are, from `1/8` to `8/8`"
    assert str(fault.value) == f"plugin 'explainers': {SHARD}: `{value}` is no shard: {what}"


def test_a_build_makes_a_shard_or_merges(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SHARD, "1/2")
    with pytest.raises(ConfigurationError, match="a build makes a shard or merges the parts, not both"):
        merged(project, tmp_path / "site", [tmp_path])
