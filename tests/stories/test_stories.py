"""No sentence says what its story does not: random stories, whose truth is known from themselves.

`make fuzz` reads others and more of them, `STORIES=3000` the first so many, `STORY=17` only that one.
"""

from __future__ import annotations

import os
from collections import Counter
from random import SystemRandom

from explainers.build.site_build import SiteBuild
from tests.fuzz.judged import LONG
from tests.stories.builder import Builder
from tests.stories.names import Names
from tests.stories.oracle import CHECKS
from tests.stories.origins import bounds
from tests.stories.plots import LATER, OPENING, story_of
from tests.stories.site_of_story import faults_of, pages_of, site_of, words_of
from tests.stories.story import Story, days_after
from tests.stories.truth import Truth

NUMBER = int(os.environ.get("STORIES", "1000" if LONG else "100"))
FIRST = SystemRandom().randrange(1 << 30) if LONG else 0
SEEDS = [int(os.environ["STORY"])] if "STORY" in os.environ else list(range(FIRST, FIRST + NUMBER))
SHOWN = 12


def test_no_sentence_says_what_its_story_does_not() -> None:
    found = {seed: faults for seed in SEEDS if (faults := faults_of(story_of(seed)))}
    kinds = Counter(fault.check for faults in found.values() for fault in faults)
    assert not found, f"{len(found)} of {len(SEEDS)} stories: {dict(kinds)}\n\n{_shown(found)}"


def test_who_takes_words_back_says_so_no_more_on_any_page() -> None:
    b = Builder(0)
    who, first, page, last = b.body(), b.page(), b.page(), b.page()
    told = b.tell(who, first, said=days_after(0))
    b.tell(who, page, said=days_after(0), comes_from=(told.id,), figure=told.figure, certainty="possible")
    b.tell(who, last, said=days_after(5), stance="retracts", replaces=(told.id,), figure=told.figure)
    assert faults_of(b.story) == []


def _shown(found: dict[int, list]) -> str:
    """The smallest story of each kind of fault, with the sentences."""
    smallest: dict[str, tuple[int, int]] = {}
    for seed, faults in found.items():
        for fault in faults:
            size = (len(story_of(seed).tellings), seed)
            smallest[fault.check] = min(size, smallest.get(fault.check, size))
    rows = []
    for check, (_, seed) in sorted(
        smallest.items(), key=lambda item: ["title", *CHECKS, "json-ld", "bug"].index(item[0])
    ):
        told = [str(fault) for fault in found[seed] if fault.check == check]
        rows.append("\n".join([story_of(seed).told(), *told[:SHOWN]]))
    return "\n\n".join(rows)


def test_what_the_editors_write_of_a_story_is_without_a_mistake() -> None:
    def mistakes(story: Story) -> list[str]:
        found: SiteBuild = site_of(story)
        return [f"{d.code}: {d.message}" for d in found.diagnostics if d.severity == "error"]

    assert {seed: found for seed in SEEDS[:100] if (found := mistakes(story_of(seed)))} == {}


def test_the_whole_site_of_a_story_is_built() -> None:
    """All pages and files, of one story for each scene."""
    first: dict[str, int] = {}
    for seed in range(120):
        for scene in story_of(seed).scenes:
            first.setdefault(scene, seed)
    failed = {}
    for seed in sorted(set(first.values())):
        site = site_of(story_of(seed))
        try:
            assert site.pages
            assert site.files
        except Exception as bug:
            failed[seed] = f"{type(bug).__name__}: {bug}\n{story_of(seed).told()}"
    assert failed == {}, "\n\n".join(failed.values())


def test_the_stories_have_every_scene_and_the_pages_say_something_of_each_kind() -> None:
    """Otherwise a check would pass because nothing was there to be read."""
    stories = [story_of(seed) for seed in range(120)]
    assert {scene.__name__ for scene in (*OPENING, *LATER)} == {name for story in stories for name in story.scenes}
    words = {"origin", "Traced", "became", "“", "taken back", "declined", "denied", "As of"}
    for story in stories:
        text = " ".join(block.text for _, found in words_of(pages_of(site_of(story))) for block in found)
        words = {word for word in words if word not in text}
        if not words:
            break
    assert words == set()


def test_a_story_is_the_same_each_time() -> None:
    assert story_of(5).told() == story_of(5).told()
    assert story_of(5).told() != story_of(6).told()


def test_the_truth_of_stories_is_of_every_kind() -> None:
    truths = [Truth(story_of(seed)) for seed in range(120)]
    aspects = {change.aspect for truth in truths for change in truth.changes}
    assert aspects >= {"figure", "qualifier", "certainty", "act", "statement", "named"}
    assert any(bounds(truth).uncertain for truth in truths)
    assert any(truth.unknown for truth in truths)
    assert any(truth.ended for truth in truths)
    assert all(Names(truth.story).keys(truth.story.told()) for truth in truths)
