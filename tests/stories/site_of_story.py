"""A story as a site: its records, its pages and files in memory, and every sentence in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from explainers.build.check import Inputs
from explainers.build.pages import by_workers, in_turns
from explainers.build.settings import Settings
from explainers.build.site import Built, build
from tests.stories.names import Names
from tests.stories.oracle import Fault, faults
from tests.stories.reading import Block, blocks, loaded, sentences, words_of_data
from tests.stories.story import Story
from tests.stories.truth import Truth
from tests.stories.written import files

_SETTINGS = Settings(root=Path("x"), content=Path("x/content"))
_KINDS = {"claim", "explainer"}


def site_of(story: Story) -> Built:
    return build(_SETTINGS, Inputs({path: text.encode() for path, text in files(story).items()}))


def words_of(site: Built) -> Iterator[tuple[str, list[Block]]]:
    """The words of each page of a claim or an explainer, its description, and its file for programs, each once."""
    seen: set[tuple[str, str, str]] = set()
    jobs = [job for job in site.jobs if job.record and job.kind in _KINDS]
    for made in in_turns(site.site, jobs, by_workers(1)):
        page = made.page
        found = [*blocks(page.html), Block(_whole(page.description), "description"), Block(page.title, "title")]
        yield page.path, _new(found, seen)
        if made.data:
            yield f"{page.path}.json", _new(words_of_data(loaded(made.data.data)), seen)


def _whole(description: str) -> str:
    """A description without a last sentence that is cut: that it is, other tests say."""
    return description if not description.endswith("…") else " ".join(sentences(description)[:-1])


def _new(found: Iterable[Block], seen: set[tuple[str, str, str]]) -> list[Block]:
    """The blocks that were not met before: a sentence stands on many pages."""
    keys = {(block.text, block.group, block.day): block for block in reversed([*found])}
    new = [block for key, block in keys.items() if key not in seen]
    seen.update(keys)
    return new[::-1]


def faults_of(story: Story) -> list[Fault]:
    """All that the site of a story says and the story does not."""
    truth, names = Truth(story), Names(story)
    try:
        pages = list(words_of(site_of(story)))
    except Exception as bug:
        return [Fault("bug", f"{type(bug).__name__}: {bug}", "the site is not built")]
    return [fault for where, found in pages for fault in faults(found, truth, names, where)]
