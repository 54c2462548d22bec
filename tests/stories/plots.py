"""A story by its number: one to four scenes."""

from __future__ import annotations

from tests.stories.answers import (
    answered_elsewhere,
    asked,
    corrected,
    denial,
    headline,
    less,
    overruled,
    refusal,
    retracted,
    silence,
)
from tests.stories.builder import Builder
from tests.stories.scenes import (
    Scene,
    aggregate,
    cited_only,
    growth,
    joint,
    own_voice,
    parts_of_one,
    passed_on,
    plural,
    said_in_a_text,
    said_to_a_page,
    siblings,
    spokespeople,
    two_grounds,
    two_papers,
    two_utterances,
    versions,
    without_source,
)
from tests.stories.story import Story

OPENING: tuple[Scene, ...] = (
    said_to_a_page, said_to_a_page, said_in_a_text, siblings, two_utterances, two_papers, growth, aggregate, versions,
    without_source, own_voice, spokespeople, parts_of_one, joint, plural, two_grounds, headline,
)  # fmt: skip
LATER: tuple[Scene, ...] = (
    *OPENING, passed_on, passed_on, passed_on, passed_on, cited_only, less, less, refusal, refusal, denial, asked,
    answered_elsewhere, corrected, retracted, overruled, silence,
)  # fmt: skip


def story_of(seed: int) -> Story:
    """A story of one to five scenes."""
    b = Builder(seed)
    scenes = [b.pick(OPENING), *(b.pick(LATER) for _ in range(b.pick([0, 1, 1, 2, 2, 3])))]
    for scene in scenes:
        b.story.scenes.append(scene.__name__)
        scene(b)
        b.days_pass()
    if b.happens(0.6):
        b.story.explained = b.pick(
            [t.id for t in b.story.texts.values() if t.read and b.story.cast[t.publisher].is_medium] or [""]
        )
    return b.story
