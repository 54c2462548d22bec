"""What the pages of some records print, by the heading above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from explainers.build.check import Inputs
from explainers.build.pages import by_workers, in_turns
from explainers.build.settings import Settings
from explainers.build.site import build
from explainers.text.diagnostic import Severity
from tests.stories.reading import Block, blocks

_SETTINGS = Settings(root=Path("x"), content=Path("x/content"))
_MAKER = by_workers(1)


def printed(files: Mapping[str, bytes], shown: Sequence[str]) -> dict[str, list[str]]:
    """What is printed on the pages of those records that are shown; above the first heading, under `The claim`."""
    built = build(_SETTINGS, Inputs(files))
    faults = [f"{d.span.path}:{d.span.line} {d.message}" for d in built.diagnostics if d.severity is Severity.ERROR]
    assert faults == []
    records = {Path(path).stem for path in shown}
    found: dict[str, list[str]] = {}
    for made, _ in in_turns(built.site, [job for job in built.jobs if job.record in records], _MAKER).values():
        page = [block for block in blocks(made.page.html) if block.section]
        kind = made.page.path.partition("/")[0].removesuffix("s")
        for block in page:
            under = block.section if block.section != page[0].section else f"The {kind}"
            found.setdefault(under, []).append(_words(block))
    return found


def is_printed(words: str, found: Iterable[str]) -> bool:
    """Whether just these words are printed; words that end in `…` may go on."""
    start = words.removesuffix("…").rstrip()
    return any(one == words or (words.endswith("…") and one.startswith(start)) for one in found)


def _words(block: Block) -> str:
    if block.is_row and block.group:
        return f"{block.group}: {block.cells.get('who', '')}"
    return f"As of {block.day}: {block.text}" if block.day else block.text
