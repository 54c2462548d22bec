"""What the pages of some records print, by the heading above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import yaml

from explainers.build.check import Inputs
from explainers.build.declarations import declared
from explainers.build.pages import by_workers, in_turns
from explainers.build.settings import Settings
from explainers.build.site_build import build
from explainers.model.declared import Declared
from explainers.text.diagnostic import Severity
from tests.stories.reading import Block, blocks

_SETTINGS = Settings(root=Path("x"), content=Path("x/content"))
_MAKER = by_workers(1)


def printed(files: Mapping[str, bytes], shown: Sequence[str], settings: str = "") -> dict[str, list[str]]:
    """What is printed on the pages of those records that are shown; above the first heading, under `The claim`.

    `settings` is the text of the site's mkdocs.yml.
    """
    own = _options(settings)
    built = build(replace(_SETTINGS, declared=own), Inputs(files, declared=own))
    faults = [f"{d.span.path}:{d.span.line} {d.message}" for d in built.diagnostics if d.severity is Severity.ERROR]
    assert faults == []
    records = {Path(path).stem for path in shown}
    found: dict[str, list[str]] = {}
    for made, _ in in_turns(built.site, [spec for spec in built.specs if spec.record in records], _MAKER).values():
        page = [block for block in blocks(made.page.html) if block.section]
        kind = made.page.path.partition("/")[0].removesuffix("s")
        for block in page:
            under = block.section if block.section != page[0].section else f"The {kind}"
            found.setdefault(under, []).append(_words(block, is_fact=block.section == page[0].section))
        # The sentences of a claim, be they in one paragraph or in several.
        sentences = [block.text for block in page if block.section == page[0].section and block.text.endswith(".")]
        found.setdefault(f"The {kind}", []).append(" ".join(sentences))
    return found


def _options(settings: str) -> Declared:
    """What a mkdocs.yml declares under the plugin."""
    plugins = yaml.safe_load(settings)["plugins"] if settings else [{}]
    return declared(plugins[0].get("explainers", {}))


def is_printed(words: str, found: Iterable[str]) -> bool:
    """Whether just these words are printed; words that end in `…` may go on."""
    start = words.removesuffix("…").rstrip()
    return any(one == words or (words.endswith("…") and one.startswith(start)) for one in found)


def _words(block: Block, *, is_fact: bool) -> str:
    if is_fact and block.group and not block.is_row:
        return f"{block.group}: {block.text}"
    if block.is_row and block.group:
        return f"{block.group}: {block.cells.get('who', '')}"
    return f"As of {block.day}: {block.text}" if block.day else block.text
