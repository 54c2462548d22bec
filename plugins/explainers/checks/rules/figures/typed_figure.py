"""A number is typed into a statement.

A figure belongs under `quantities`, with what it counts and its qualifier; the statement has `{q1}` in its place.

Dates, years and names (`G7`, `COVID-19`, `Boeing 737`, `Article 5`) are no figures. If a number that belongs to a
name is reported, write a backslash before it. A share or a multiple in words (half of the homes, a third higher,
twice those of 2014) is part of the sentence. A number in words up to twelve may refer: the two schools, these four
towns.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved {q1} people out of the valley.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        relation: more-than
        value: 10000
        unit: person
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: more than 10,000 people had been moved

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved more than 10,000 people out of the valley.
    type: measurement
    about: [river-valley]
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from collections.abc import Iterable, Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.vocabulary import statements
from explainers.checks.voice import OwnText, links_in
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity
from explainers.text.numbers import Figure, figures, refers

SEVERITY = Severity.ERROR
_NO_FIGURES = frozenset({"name", "year", "share", "pronoun"})


def check(context: Context) -> Iterator[Fault]:
    """Every number in every statement."""
    for statement in statements(context.graph):
        for figure in _typed(statement, context):
            message = f"the figure `{figure.words}` is typed into the statement"
            help = "put it under `quantities` with `of` and `relation`, and write `{q1}` here"
            if figure.words.isdecimal():
                help += "; if it is part of a name, write a backslash before it"
            yield statement.fault(figure.start, figure.end, message, help)


def _typed(statement: OwnText, context: Context) -> Iterator[Figure]:
    words = statement.words
    for figure in figures(_without_names(statement, words, context), context.language):
        is_escaped = figure.start > 0 and statement.text[figure.start - 1] == "\\"
        in_digits = figure.doubt == "share" and any(sign.isdecimal() for sign in figure.words)
        is_figure = in_digits or figure.doubt not in _NO_FIGURES
        if is_figure and not is_escaped and not refers(figure, words, context.language):
            yield figure


def _without_names(statement: OwnText, words: str, context: Context) -> str:
    """The words of a statement with the names that have numbers blanked out: `the Group of Seven` is a name."""
    for name in _names(statement, context):
        if name in words and figures(name, context.language):
            words = words.replace(name, " " * len(name))
    return words


def _names(statement: OwnText, context: Context) -> Iterable[str]:
    """The names of what a claim is about, and of what its statement links."""
    about = statement.record.about if isinstance(statement.record, Claim) else ()
    for id in (*about, *(link.id for link in links_in(statement))):
        record = context.graph.records.get(id)
        yield from record.names if record else ()
