"""The bar in `[[id|words]]`, hidden from tables, whose cells it would part."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

# Written as Markdown writes what it sets aside: no text can hold these signs.
BAR = "\x02explainers-bar\x03"
# A table of other tools wants the bar escaped.
_LINKED = re.compile(r"(\[\[[^\[\]|\n]+?)\\?\|(?=[^\[\]\n]*\]\])")


def hide_bars(md: Markdown) -> None:
    """Hide the bars before tables are read, and show those that no link has taken: in code, in unknown links."""
    # After fenced code (25) and blocks of HTML (20), which are set aside as they are.
    md.preprocessors.register(_Hide(md), "explainers-hide-bars", 10)
    # After what was set aside has come back (30).
    md.postprocessors.register(_Show(md), "explainers-show-bars", 5)


class _Hide(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [_LINKED.sub(rf"\1{BAR}", line) for line in lines]


class _Show(Postprocessor):
    def run(self, text: str) -> str:
        return text.replace(BAR, "|")
