"""Five small sites of five fields, and every sentence made for them; `python -m tests.fields.sites` writes these."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

from explainers.build.inputs import inputs
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from tests.site.golden import sentences_of
from tests.stories.reading import blocks

HERE = Path(__file__).parent
NAMES = ("study", "vote", "quarter", "earthquake", "trial")


@cache
def site(name: str) -> SiteBuild:
    """A site, built."""
    root = HERE / name
    settings = Settings(root=root, content=root / "content", docs=root / "docs")
    return build(settings, inputs(settings))


def golden(name: str) -> Path:
    """Where the sentences of a site are kept."""
    return HERE / name / "sentences.txt"


def sentences(name: str) -> str:
    """What is made for a site: titles and descriptions, sentences, and the entries of its timeline."""
    built = site(name)
    data = next(file.data for file in built.files if file.path == "data/records.json")
    titles = [
        row
        for page in built.pages
        if page.path.startswith(("claims/", "events/", "explainers/")) and not page.path.endswith("/index")
        for row in ("", f"## {page.title}", page.description)
    ]
    titles += [row for page in built.pages if page.kind == "explainer" for row in ("", *_leads(page.html))]
    timeline = next(page.html for page in built.pages if page.path == "timeline/index")
    said = [block.text for block in blocks(timeline)]
    entries = said[said.index("Timeline") + 1 : said.index("Permalink")]
    return "\n".join([sentences_of(json.loads(data)), *titles[1:], "", "## Timeline", *entries, ""])


def _leads(html: str) -> list[str]:
    """The rows with which an explainer leads on, each with its title."""
    return [block.text for block in blocks(html) if block.section == "On record"]


def main() -> int:
    """Write the sentences of every site."""
    for name in NAMES:
        golden(name).write_text(sentences(name), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
