"""Figures in text: found, read and printed in any language that Babel and a table in `languages/` know."""

from explainers.text.numbers.figure import Figure
from explainers.text.numbers.names import refers
from explainers.text.numbers.printing import affixes, article, grouped, magnitude, printed_words, ungrouped
from explainers.text.numbers.text_figures import figures
from explainers.text.numbers.units import unit_named

__all__ = [
    "Figure",
    "affixes",
    "article",
    "figures",
    "grouped",
    "magnitude",
    "printed_words",
    "refers",
    "ungrouped",
    "unit_named",
]
