"""What is said after others have said it: the same, or with another figure or certainty."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.kinds.quantity import qualifier
from explainers.prose.groups import Group
from explainers.prose.verbs import verb, worded


def is_repeated(group: Group, other: Group) -> bool:
    """Whether the same speakers have done just that before."""
    return group.stance == other.stance and group.speakers <= other.speakers and group.counts_as(other)


def same(bundle: Sequence[Group], before: Sequence[Group]) -> str:
    """What is affirmed after others affirmed it: the same, surer or less sure, or other figures.

    After another figure or another certainty no one says `the same`: it would be taken for that one.
    """
    group, first = bundle[0], bundle[0].first
    words = verb("affirms", first.act)
    sure = group.certainty != "unstated"
    plain, with_figure = worded("affirms", first.act, group.certainty), words.figure
    if group.of_page:
        plain, with_figure = plain.quoted(), words.quoted_figure
    if not all(group.counts_as(other) for other in before):
        if not group.figures:
            return f"{plain.it}, with no figure on record"
        other_figure = figures_given(
            bundle, verb("affirms", "say").figure if sure and not group.of_page else with_figure
        )
        comma = "," if "," in plain.it else ""
        return f"{plain.it}{comma} and {other_figure}" if sure else other_figure
    if sure:
        return plain.it
    if any(other.certainty != "unstated" for other in before):
        return f"{plain.it} without saying how certain"
    return words.quoted_same if group.of_page else words.same


def figures_given(bundle: Sequence[Group], verb: str) -> str:
    """Figures after their verb: gave the figure as 50,000, counting “enemy soldiers”, and as nearly 50,000."""
    of = f" for {bundle[0].of}" if bundle[0].of else ""
    if len(bundle[0].figures) > 1:
        verb = verb.replace("the figure", f"the figures{of}").replace("a figure", f"figures{of}")
    elif of:
        verb = verb.replace("figure", f"figure{of}")
    said, _, joiner = verb.rpartition(" ")
    *head, last = (_figure(group, joiner) for group in bundle)
    comma = "," if any(group.population for group in bundle[:-1]) else ""
    return f"{said} {', '.join(head)}{comma} and {last}" if head else f"{said} {last}"


def _figure(group: Group, joiner: str) -> str:
    counting = f", counting {quoted(group.population)}" if group.population else ""
    counting += f" (over another time: {group.over})" if group.over else ""
    *head, last = group.figures
    figures = f"{', '.join(head)} and {last}" if head else last
    # A figure of about 5,000, but a figure in the order of 5,000.
    is_scale = joiner == "of" and figures.startswith(qualifier("order-of-magnitude"))
    return f"{figures if is_scale else f'{joiner} {figures}'}{counting}"


def quoted(words: str) -> str:
    """Other people's words in quotation marks; those within them become single ones."""
    inner = words.translate({ord("“"): "‘", ord("”"): "’"})
    while '"' in inner:
        inner = inner.replace('"', "‘", 1).replace('"', "’", 1)
    return f"“{inner}”"
