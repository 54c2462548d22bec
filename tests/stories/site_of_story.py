"""A story as a site: its records, its pages and files in memory, and every sentence in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from explainers.build.check import Inputs
from explainers.build.made import MadePage
from explainers.build.pages import by_workers, in_turns
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from explainers.pages.page import Page
from tests.stories.names import Names
from tests.stories.oracle import Fault, faults
from tests.stories.reading import Block, blocks, loaded, sentences, words_of_data
from tests.stories.story import Story
from tests.stories.truth import Truth
from tests.stories.written import CLAIM, OTHER_CLAIM, files

_SETTINGS = Settings(root=Path("x"), content=Path("x/content"))
_KINDS = {"claim", "explainer"}
_TOGETHER = {"timeline/index", "figures/index", "who-said-what/index"}
_CLAIM = f"claims/{CLAIM}"
_MAKER = by_workers(1)


def site_of(story: Story) -> SiteBuild:
    return build(_SETTINGS, Inputs({path: text.encode() for path, text in files(story).items()}))


def pages_of(site: SiteBuild) -> list[MadePage]:
    """The pages that tell of the claim."""
    specs = [spec for spec in site.specs if (spec.record and spec.kind in _KINDS) or spec.path in _TOGETHER]
    return [made for made, _ in in_turns(site.site, specs, _MAKER).values()]


def words_of(pages: Iterable[MadePage]) -> Iterator[tuple[str, list[Block]]]:
    """The words of pages, their descriptions, and their files for programs, each once."""
    seen: set[tuple[str, str, str]] = set()
    for made in pages:
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
    truth = Truth(story)
    other = Truth(story.other) if story.besides else None
    try:
        made = pages_of(site_of(story))
        pages = list(words_of(made))
    except Exception as bug:
        return [Fault("bug", f"{type(bug).__name__}: {bug}", "the site is not built")]
    found = [fault for where, words in pages for fault in _faults(words, truth, other, where)]
    return found + [fault for each in made if each.page.path == _CLAIM for fault in _for_machines(each.page, truth)]


def _faults(words: list[Block], truth: Truth, other: Truth | None, where: str) -> list[Fault]:
    """What the words of a page say and its story does not; pages of both claims are for who reads the names alone."""
    if other and where.startswith(f"claims/{OTHER_CLAIM}"):
        return faults(words, other, Names(other.story), where, truth)
    if other and where in _TOGETHER:
        return []
    return faults(words, truth, Names(truth.story), where, other)


def _for_machines(page: Page, truth: Truth) -> Iterator[Fault]:
    """In a page's JSON-LD, authors say all of the claim, and it does not appear where something less is said."""
    data = loaded(page.jsonld.encode()) if page.jsonld else {}
    cast, told = truth.story.cast, [t for t in truth.tellings if not t.statement]
    may_be = {
        "author": {cast[actor].name for actor in truth.affirmers()},
        "appearance": {f"/sources/{truth.story.page_of(t).id}/" for t in told},
    }
    for key, allowed in may_be.items():
        for entry in data.get(key, ()):
            name = entry.get("name") or entry["@id"]
            if name not in allowed:
                yield Fault("json-ld", f"{name} is its {key}", page.jsonld, page.path)
