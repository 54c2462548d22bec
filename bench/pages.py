"""What a page costs to make, by its kind, in one process: processor time of the page and of its JSON.

    python -m bench.pages FOLDER [--profile claim] [--write FOLDER]

FOLDER has `content/`, as `python -m bench.corpus` writes it. `--profile` prints the functions that the pages of one
kind spend their time in. `--write` puts every page into a folder, white space apart, so that `diff -r` compares what
two versions of the code make of the same records.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from explainers.build.inputs import inputs
from explainers.build.made import MadePage
from explainers.build.pages import in_turns
from explainers.build.settings import Settings
from explainers.build.site_build import start_build
from explainers.exports import ExportedFile, record_file
from explainers.pages import PageSpec, make
from explainers.pages.environment import environment
from explainers.prose.site import Site
from explainers.prose.uses import Uses

_SPACE = re.compile(r"\s+")
_BETWEEN_TAGS = re.compile(r" ?(</?[a-z][^<>]*>) ?")


@dataclass
class Timed:
    """A maker of pages that adds up the seconds of the processor, by the kind of the page."""

    profile: cProfile.Profile | None = None
    profiled: str = ""
    pages: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def __call__(self, site: Site, specs: Sequence[PageSpec], uses: Uses) -> Iterable[tuple[MadePage, Uses]]:
        """Make the pages of one turn."""
        return [self._one(site, spec, uses) for spec in specs]

    def _one(self, site: Site, spec: PageSpec, uses: Uses) -> tuple[MadePage, Uses]:
        profile = self.profile if spec.kind == self.profiled else None
        if profile:
            profile.enable()
        start = time.process_time()
        page, own = make(site, spec, uses)
        between = time.process_time()
        data = record_file(site.graph.records[spec.record], site) if spec.record else None
        end = time.process_time()
        if profile:
            profile.disable()
        self.pages[spec.kind].append(between - start)
        self.files[spec.kind].append(end - between)
        return MadePage(page, own, data), own

    def report(self) -> Iterator[str]:
        """A line for each kind: how many pages, milliseconds of a page and of its JSON."""
        yield f"{'kind':16} {'pages':>6} {'page':>8} {'JSON':>8} {'both':>8}  ms each"
        for kind, spent in self.pages.items():
            page, data = (1000 * sum(row) / len(row) for row in (spent, self.files[kind]))
            yield f"{kind:16} {len(spent):6} {page:8.3f} {data:8.3f} {page + data:8.3f}"
        total = sum(sum(row) for part in (self.pages, self.files) for row in part.values())
        yield f"all pages and files: {total:.3f} s of the processor"


def words_of(made: MadePage) -> str:
    """All that a page is, with a tag on each line."""
    page = made.page
    html = _BETWEEN_TAGS.sub(r"\n\1\n", _SPACE.sub(" ", page.html))
    return "\n".join([page.title, page.description, repr(page.headings), page.jsonld, html])


def written(folder: Path, made: MadePage) -> None:
    """Put a page and its JSON into a folder."""
    _write(folder / f"{made.page.path}.html", words_of(made).encode())
    _write(folder / f"{made.page.path}.uses", repr(made.uses).encode())
    if isinstance(made.data, ExportedFile):
        _write(folder / made.data.path, made.data.data)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def main() -> None:
    """Make all pages of a folder's records, and say what they took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--profile", default="", help="a kind of page")
    parser.add_argument("--sort", default="cumulative", help="the order of the functions: cumulative, tottime, ncalls")
    parser.add_argument("--lines", type=int, default=70, help="how many functions")
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    settings = Settings(given.folder, given.folder / "content", site_url="https://example.org/", workers=1)
    built = start_build(settings, inputs(settings))
    templates = environment(tuple(built.site.kinds))
    for name in templates.list_templates():
        if name.endswith(".html"):
            templates.get_template(name)
    timed = Timed(cProfile.Profile() if given.profile else None, given.profile)
    gc.collect()
    gc.freeze()
    gc.disable()
    found = in_turns(built.site, built.specs, timed)
    for made, _ in found.values() if given.write else ():
        written(given.write, made)
    print("\n".join(timed.report()))
    if timed.profile:
        pstats.Stats(timed.profile).sort_stats(given.sort).print_stats(given.lines)


if __name__ == "__main__":
    main()
