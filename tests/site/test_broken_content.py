"""A mistake in a record is told at its place by the build; only a strict build stops at it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.building import Built, build, new_site
from tests.site.other_team import FILES

CLAIM = "content/claims/homes-without-power.yml"
TYPO = FILES | {CLAIM: FILES[CLAIM].replace("by: [northport-council]", "by: [northport-counsil]")}
PLACE = f"{CLAIM}:13:10"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_site(tmp_path_factory.mktemp("broken") / "project", TYPO)


@pytest.fixture(scope="module")
def told(project: Path) -> Built:
    return build(project)


def test_an_unknown_id_is_reported_at_its_line_and_column_with_what_was_meant(told: Built) -> None:
    assert "error[unknown-reference]: no record has the id `northport-counsil`" in told.said
    assert PLACE in told.said
    assert "did you mean `northport-council`?" in told.said
    assert "Traceback" not in told.said


def test_the_place_that_is_reported_is_the_place_in_the_file(told: Built) -> None:
    [(line, column)] = [
        tuple(map(int, place.split(":")[1:])) for place in re.findall(rf"{CLAIM}:\d+:\d+", told.said) if place == PLACE
    ]
    assert TYPO[CLAIM].splitlines()[line - 1][column - 1 :].startswith("northport-counsil")


def test_a_plain_build_goes_on(told: Built) -> None:
    assert told.status == 0
    assert (told.site / "actors/northport-council/index.html").is_file()


def test_a_mistake_is_reported_once(told: Built) -> None:
    assert told.said.count("northport-counsil`") == 1


def test_a_strict_build_stops(project: Path, tmp_path: Path) -> None:
    built = build(project, "--strict", site=tmp_path / "site")
    assert built.status == 1
    assert PLACE in built.said
    assert "Traceback" not in built.said


BROKEN = {
    "no YAML": "label: [\n",
    "nothing": "",
    "a list": "- a\n- b\n",
    "a tab": "label:\tx\n\tstatement: y\n",
    "no text": "\x00\x01\x02",
    "a tag": "!!python/object/apply:os.system ['echo pwned']\n",
    "an alias": "label: &a x\nstatement: *a\n",
    "deep": "a:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 200)),
    "a merge conflict": "<<<<<<< ours\nlabel: x\n=======\nlabel: y\n>>>>>>> theirs\n",
    "a date that is none": FILES[CLAIM].replace("2024-03-04", "2024-13-45"),
    "a number that is none": FILES[CLAIM].replace("value: 1200", "value: 1e99999"),
    "a figure that is not there": FILES[CLAIM].replace("{q1}", "{q2}"),
}


@pytest.fixture(scope="module")
def all_broken(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One site with every sort of broken file at once: all mistakes are told in one run."""
    broken = {f"content/claims/broken-{n}.yml": text for n, text in enumerate(BROKEN.values())}
    return build(new_site(tmp_path_factory.mktemp("broken") / "project", FILES | broken))


@pytest.mark.parametrize("n", range(len(BROKEN)), ids=BROKEN)
def test_a_broken_file_is_reported_at_its_place(n: int, all_broken: Built) -> None:
    assert re.search(rf"content/claims/broken-{n}\.yml:\d+:\d+", all_broken.said), all_broken.said


def test_broken_files_crash_nothing_and_the_others_are_published(all_broken: Built) -> None:
    assert "Traceback" not in all_broken.said
    assert "this is a bug" not in all_broken.said
    assert "pwned" not in [line.strip() for line in all_broken.said.splitlines()]
    assert all_broken.status == 0
    assert (all_broken.site / "claims/homes-without-power/index.html").is_file()


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("rules:\n        no-such-rule: off", "no-such-rule"),
        ("glossary: sometimes", "glossary"),
        ("content_dir: [a]", "content_dir"),
        ("contents_dir: a", "contents_dir"),
    ],
)
def test_a_mistake_in_the_settings_is_reported_without_a_traceback(settings: str, told: str, tmp_path: Path) -> None:
    owners = f"site_name: x\nplugins:\n  - explainers:\n      {settings}\n"
    built = build(new_site(tmp_path / "project", FILES | {"mkdocs.yml": owners}), "--strict")
    assert built.status == 1
    assert told in built.said
    assert "Traceback" not in built.said


def test_a_language_that_the_theme_has_not_is_no_bug_of_ours(tmp_path: Path) -> None:
    owners = "site_name: x\ntheme: {name: material, language: klingon}\nplugins: [explainers]\n"
    built = build(new_site(tmp_path / "project", FILES | {"mkdocs.yml": owners}))
    assert built.status == 1
    assert "the theme has no template `partials/languages/klingon.html`; is its `language` right?" in built.said
    assert "Traceback" not in built.said
    assert "bug" not in built.said


PAGE = "# Page\n\nA figure [@council-notise] and a [[homes-without-powr]].\n"


def test_an_unknown_id_in_a_hand_written_page_is_reported_at_its_place(tmp_path: Path) -> None:
    project = new_site(tmp_path / "project", FILES | {"docs/page.md": PAGE})
    built = build(project)
    assert built.status == 0
    for id, meant in (("council-notise", "council-notice"), ("homes-without-powr", "homes-without-power")):
        column = PAGE.splitlines()[2].index(id) + 1
        assert f"docs/page.md:3:{column}" in built.said
        assert f"did you mean `{meant}`?" in built.said
    assert build(project, "--strict").status == 1
