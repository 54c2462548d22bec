"""Figures in text: found, read and printed in any language that Babel and a table in `languages/` know."""

from explainers.text.numbers.figure import Figure
from explainers.text.numbers.figures import figures
from explainers.text.numbers.printing import article, grouped, in_short, magnitude

__all__ = ["Figure", "article", "figures", "grouped", "in_short", "magnitude"]
