"""A claim in a sentence that cannot lose its speaker or its qualifier.

This is the only way a claim is printed. Attributions that share stance, act, certainty and figures are one clause.
The first clause holds the whole proposition; the later ones refer to it, and give their own figure where it differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, Claim, printed_quantities
from explainers.kinds.source.model import Source
from explainers.model.base import Date
from explainers.prose.lists import joined
from explainers.prose.verbs import Verb, certainty, verb
from explainers.text.inline import Emphasis, FigureRef, Inline, Paragraph, RecordLink, Words, parse, plain

# A sentence may open with these; inside another sentence they lose their capital.
_SMALL = frozenset(
    "the a an some any all both no many most more few several each every this that these those its their his her it "
    "they there one in on at by for from with without after before during since until under over as if when where "
    "because another other others nearly about almost up between military soldiers troops forces weapons".split()
)  # fmt: skip


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


def speakers(
    attributions: Sequence[Attribution], graph: Graph, *, last: str = " and ", together: str = ""
) -> Paragraph:
    """Everyone who speaks in some attributions, each once, on whose behalf, and who tells of the unnamed ones.

    `together` stands right after the names: printed together, or each.
    """
    named = dict.fromkeys(actor for attribution in attributions for actor in attribution.by)
    row = [*joined([_speaker(actor, graph) for actor in named], last=last), *([Words(together)] if together else [])]
    behalf = dict.fromkeys(a.speaks_for for a in attributions if a.speaks_for and a.speaks_for not in named)
    if behalf:
        row += [Words(", speaking for "), *joined([[_named(actor, graph)] for actor in behalf]), Words(",")]
    tellers = dict.fromkeys(teller for a in attributions if (teller := _teller(a, graph)) and teller not in named)
    if tellers:
        row += [Words(", as told by "), *joined([[_named(actor, graph)] for actor in tellers]), Words(",")]
    return tuple(_tidied(row))


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
    inner = _inside_a_sentence(said, graph)
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


def _speaker(id: str, graph: Graph) -> list[Inline]:
    actor = graph.get(id, Actor)
    told = (
        actor is None or actor.named or any(word in actor.in_sentence.casefold() for word in ("unnamed", "not named"))
    )
    return [_named(id, graph)] if told else [_named(id, graph), Words(" (not named)")]


def _teller(attribution: Attribution, graph: Graph) -> str:
    """Through whom we hear of a speaker whom nobody names: who rests on it in the same source, or its publisher."""
    actors = [graph.get(actor, Actor) for actor in attribution.by]
    if attribution.stance != "affirms" or all(actor is None or actor.named for actor in actors):
        return ""
    sources = {citation.source for citation in attribution.cites}
    for ref in graph.resting_on(attribution):
        if sources & {citation.source for citation in ref.attribution.cites}:
            return ref.attribution.by[0]
    return _publisher(attribution, graph)


def _named(id: str, graph: Graph) -> Inline:
    record = graph.records.get(id)
    return RecordLink(id, record.in_sentence if record else id)


def _publisher(attribution: Attribution, graph: Graph) -> str:
    source = graph.get(attribution.cites[0].source, Source)
    return source.publisher if source and source.publisher in graph.records else ""


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
    return _named(part.id, graph) if isinstance(part, RecordLink) and not part.words else part


def _inside_a_sentence(parts: list[Inline], graph: Graph) -> list[Inline] | None:
    """The proposition as it stands after `that`, or None where we cannot tell a name from a common word."""
    first = parts[0] if parts else None
    if not isinstance(first, Words | RecordLink):
        return None
    text = first.words if isinstance(first, RecordLink) else first.text
    word = next(iter(text.split()), "").strip(",;:")
    if not word[:1].isupper():
        return parts
    bare = word.removesuffix("'s").removesuffix("’s")
    if bare.casefold() in _SMALL:
        small = text[:1].lower() + text[1:]
        return [RecordLink(first.id, small) if isinstance(first, RecordLink) else Words(small), *parts[1:]]
    if isinstance(first, RecordLink):
        return parts
    return parts if bare in _name_words(graph) or not bare[1:].islower() else None


@lru_cache(maxsize=4)
def _name_words(graph: Graph) -> frozenset[str]:
    """The capitalised words of all names of actors, places and events."""
    kinds = {"actor", "place", "event"}
    names = (n for id, r in graph.records.items() if graph.kind(id) in kinds for n in (*r.names, r.in_sentence))
    return frozenset(
        word.strip(",()")
        for name in names
        for word in name.split()
        if word[:1].isupper() and word.casefold() not in _SMALL
    )


def _finished(parts: list[Inline]) -> Paragraph:
    """A capital at the start, one full stop at the end, no comma doubled."""
    tidy = list(_tidied(parts))
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


def _tidied(parts: list[Inline]) -> Iterator[Inline]:
    """An inserted phrase's closing comma falls away before another comma, `and`, or a colon."""
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        if (
            isinstance(part, Words)
            and isinstance(following, Words)
            and part.text.endswith(",")
            and following.text[:1] in ",:"
        ):
            part = Words(part.text[:-1])
        yield part


def _plain(parts: Paragraph) -> str:
    return " ".join(plain(parts).split())
