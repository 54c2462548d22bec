"""A claim in a sentence that cannot lose its speaker or its qualifier.

This is the only way a claim is printed. Attributions that share stance, act, certainty and figures are one clause.
The first clause holds the whole proposition; the later ones refer to it, and give their own figure where it differs.
"""

from __future__ import annotations

from dataclasses import dataclass

from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Attribution, Claim, printed_quantities
from explainers.model.base import Date
from explainers.prose.capitals import inside_a_sentence
from explainers.prose.speakers import named, speakers, tidied
from explainers.prose.verbs import Verb, certainty, verb
from explainers.text.inline import Emphasis, FigureRef, Inline, Paragraph, RecordLink, Words, parse, plain


@dataclass(frozen=True, slots=True)
class Clause:
    """Speakers who take one position in one way, and the sentence that says so."""

    attributions: tuple[Attribution, ...]
    parts: Paragraph


def clauses(claim: Claim, graph: Graph) -> tuple[Clause, ...]:
    """A claim as full sentences: every speaker, every stance, every figure with its qualifier."""
    groups = _groups(claim)
    found: list[Clause] = []
    for index, group in enumerate(groups):
        if index == 0:
            parts = _full(claim, group, graph)
        else:
            heard = {
                actor for other in groups[:index] if other[0].stance == group[0].stance for a in other for actor in a.by
            }
            parts = _short(claim, group, groups[:index], graph)
            if heard.issuperset(actor for a in group for actor in a.by):
                first, *rest = parts
                opening = Words(f"{first.text[:1].lower()}{first.text[1:]}") if isinstance(first, Words) else first
                parts = [Words("Elsewhere, "), opening, *rest]
        found.append(Clause(tuple(group), _finished(parts)))
    return tuple(found)


def sentence(claim: Claim, graph: Graph) -> Paragraph:
    """All clauses of a claim in a row."""
    parts: list[Inline] = [Words(WITHDRAWN)] if claim.status == "withdrawn" else []
    for clause in clauses(claim, graph):
        parts += [Words(" "), *clause.parts] if parts else clause.parts
    return tuple(parts)


# Before every sentence of a claim that its editors took back.
WITHDRAWN = "Withdrawn:"


def plain_sentence(claim: Claim, graph: Graph) -> str:
    """The same without links, for titles, feeds and machine-readable data."""
    return _plain(sentence(claim, graph))


def proposition(claim: Claim, attribution: Attribution) -> Paragraph:
    """The statement with its figures as one telling prints them. For use behind a speaker only."""
    figures = printed_quantities(claim, attribution)
    return tuple(_filled(part, {name: q.phrase for name, q in figures.items()}) for part in parse(claim.statement))


def _groups(claim: Claim) -> list[list[Attribution]]:
    """Attributions by what they say, those that affirm first, else in the order written."""
    groups: list[list[Attribution]] = []
    for attribution in sorted(claim.attributions, key=lambda a: a.stance != "affirms"):
        group = next((group for group in groups if _belongs(attribution, group[0], claim)), None)
        if group:
            group.append(attribution)
        else:
            groups.append([attribution])
    return groups


def _belongs(attribution: Attribution, first: Attribution, claim: Claim) -> bool:
    """Whether a telling says the same in the same way, or is its speakers' own again with less said of how sure."""
    if (attribution.stance, attribution.act) != (first.stance, first.act):
        return False
    if _figures(claim, attribution) != _figures(claim, first):
        return False
    # Another speaker who says another thing of them does not say the same.
    if not set(attribution.by) <= set(first.by) and _predicate(attribution) != _predicate(first):
        return False
    says_less = _way(attribution) == ("unstated", None, None) and set(attribution.by) <= set(first.by)
    return says_less or _way(attribution) == _way(first)


def _way(attribution: Attribution) -> tuple[str, tuple[str, frozenset[str]] | None, str | None]:
    """How sure, how joint, and on whose behalf."""
    behalf = attribution.speaks_for if attribution.speaks_for not in attribution.by else None
    return attribution.certainty, _together(attribution), behalf


def _together(attribution: Attribution) -> tuple[str, frozenset[str]] | None:
    """How several speakers stand together: those printed together are no others than these."""
    if attribution.joint is None or len(attribution.by) == 1:
        return None
    return attribution.joint, frozenset(attribution.by if attribution.joint == "as-printed" else ())


def _figures(claim: Claim, attribution: Attribution) -> tuple[str, ...]:
    """The figures of a telling, and last what it counts in its own words, where that is something else."""
    figures = tuple(q.alone for q in printed_quantities(claim, attribution).values())
    return (*figures, _population(attribution) if figures else "")


def _as(figures: tuple[str, ...]) -> str:
    """Figures behind a verb: as 50,000, counting “enemy soldiers”."""
    *numbers, population = figures
    counting = f", counting “{population}”" if population else ""
    return f" as {' and '.join(numbers)}{counting}"


def _population(attribution: Attribution) -> str:
    return (attribution.as_printed.population if attribution.as_printed else None) or ""


def _predicate(attribution: Attribution) -> str:
    return (attribution.as_printed.predicate if attribution.as_printed else None) or ""


def _full(claim: Claim, group: list[Attribution], graph: Graph) -> list[Inline]:
    """Speaker, verb, proposition."""
    first = group[0]
    said = [_with_its_name(part, graph) for part in proposition(claim, first)]
    if claim.quantities and _population(first):
        said = [*_without_stop(said), Words(f" (counting “{_population(first)}”)")]
    if first.stance == "no-position-found":
        return [*_no_position(group, graph, " on the following"), Words(": "), *said]
    words = verb(first.stance, first.act)
    inner = inside_a_sentence(said, graph)
    if inner is None:
        return [*_subject(group, graph, words.colon), Words(": "), *said]
    return [*_subject(group, graph, words.that), Words(" "), *inner]


def _short(claim: Claim, group: list[Attribution], before: list[list[Attribution]], graph: Graph) -> list[Inline]:
    """Speaker, verb, and `it`; with its own figure where that differs from the one of the whole proposition.

    After another figure nobody says `the same`: it would be taken for that one.
    """
    first = group[0]
    others = before if first.stance == "affirms" else before[:1]
    differs = any(_figures(claim, other[0]) != _figures(claim, first) for other in others)
    figure = _as(_figures(claim, first)) if differs else ""
    if first.stance == "no-position-found":
        return _no_position(group, graph, " on it" + (f", told{figure}," if figure else ""))
    words = verb(first.stance, first.act)
    reworded = _predicate(first) and _predicate(first) != _predicate(before[0][0])
    if first.stance == "affirms" and (differs or reworded):
        return _subject(group, graph, _given(words) + figure if figure else _reworded(words))
    return [*_subject(group, graph, words.same), Words(f", told{figure}" if figure else "")]


def _without_stop(parts: list[Inline]) -> list[Inline]:
    last = parts[-1]
    return [*parts[:-1], Words(last.text.rstrip().removesuffix("."))] if isinstance(last, Words) else parts


def _reworded(words: Verb) -> str:
    return (
        words.colon.replace("said", "said so", 1) + " in other words"
        if words.colon == "said"
        else f"{_given(words)} in other words"
    )


def _given(words: Verb) -> str:
    if words.colon.startswith("said"):
        return words.colon.replace("said", "gave it", 1)
    return "passed it on" if words.colon == "passed this on" else f"{words.colon} it"


def _subject(group: list[Attribution], graph: Graph, words: str) -> list[Inline]:
    """Speakers and verb, with what has to stand between them: printed together, each, how certain."""
    first = group[0]
    joint, _ = _together(first) or ("", ())
    together = {"as-printed": ", named together,", "separate": " each"}.get(joint, "")
    parts = list(speakers(group, graph, together=together))
    sure = certainty(first.certainty)
    head, _, tail = words.rpartition(" ")
    if sure and tail in {"that", "whether"}:
        return [*parts, Words(f" {head}, {sure}, {tail}")]
    return [*parts, Words(f" {words}{f', {sure}' if sure else ''}")]


def _no_position(group: list[Attribution], graph: Graph, on: str) -> list[Inline]:
    dates = dict.fromkeys(_on_day(a.as_of) for a in group if a.as_of and a.as_of.edtf)
    looked = f" (looked for {' and '.join(dates)})" if dates else ""
    return [Words("No position of "), *speakers(group, graph, last=" or "), Words(f"{on} was found{looked}")]


def _on_day(date: Date) -> str:
    if "/" in date.edtf:
        return date.spoken
    return f"{'on' if date.edtf.count('-') == 2 else 'in'} {date.spoken}"


def _filled(part: Inline, figures: dict[str, str]) -> Inline:
    if isinstance(part, FigureRef):
        return Words(figures.get(part.name, "a number not given"))
    if isinstance(part, Emphasis):
        return Emphasis(tuple(_filled(inner, figures) for inner in part.parts), part.strong)
    if isinstance(part, RecordLink) and "{" in part.words:
        words = part.words
        for name, figure in figures.items():
            words = words.replace(f"{{{name}}}", figure)
        return RecordLink(part.id, words)
    return part


def _with_its_name(part: Inline, graph: Graph) -> Inline:
    """A link without words gets those that a reader sees."""
    if isinstance(part, Emphasis):
        return Emphasis(tuple(_with_its_name(inner, graph) for inner in part.parts), part.strong)
    return named(part.id, graph) if isinstance(part, RecordLink) and not part.words else part


def _finished(parts: list[Inline]) -> Paragraph:
    """A capital at the start, one full stop at the end, no comma doubled."""
    tidy = list(tidied(parts))
    first = tidy[0]
    if isinstance(first, Words):
        tidy[0] = Words(first.text[:1].upper() + first.text[1:])
    elif isinstance(first, RecordLink):
        tidy[0] = RecordLink(first.id, first.words[:1].upper() + first.words[1:])
    last = tidy[-1]
    text = plain(tuple(tidy)).rstrip()
    if not text.rstrip("”’\")'").endswith((".", "!", "?")):
        tidy.append(Words("."))
    elif isinstance(last, Words):
        tidy[-1] = Words(last.text.rstrip())
    return tuple(tidy)


def _plain(parts: Paragraph) -> str:
    return " ".join(plain(parts).split())
