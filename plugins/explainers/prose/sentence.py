"""A claim in a sentence that cannot lose its speaker or its qualifier.

This is the only way a claim is printed. Attributions that share stance, act, certainty and figures are one clause.
The first clause holds the whole proposition; the later ones refer to it where they cannot be misread, and give
their own figure where it differs. Who says something else is given with that, and who answers a telling with nothing
but whose telling it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from explainers.graph.counts import open_figures
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import lasting
from explainers.graph.positions import Position
from explainers.graph.ways import bases, pages_read, read_in_own_voice
from explainers.kinds.claim.model import Attribution, Claim
from explainers.prose.capitals import inside_a_sentence
from explainers.prose.ends import finished, without_stop
from explainers.prose.groups import Group, bundled, groups, search, together
from explainers.prose.lists import few
from explainers.prose.proposition import figures, said_by
from explainers.prose.said_again import figures_given, is_repeated, quoted, same
from explainers.prose.searches import searched
from explainers.prose.speakers import named, speakers
from explainers.prose.telling_names import named_page
from explainers.prose.verbs import ANSWERS, Wording, as_quoted, not_saying_how_certain, unsourced, verb, worded
from explainers.prose.wordings import according_to, in_several_wordings, is_widely_read, position_of
from explainers.text.inline import Inline, Paragraph, Words


class Clause(NamedTuple):
    """Speakers who take one position in one way, and the sentence that says so."""

    attributions: tuple[Attribution, ...]
    parts: Paragraph
    in_time: bool = False
    """Whether it is one of several through time, and no other has taken its place."""


# Before every sentence of a claim that its editors took back.
WITHDRAWN = "Withdrawn:"


@lasting
def clauses(claim: Claim, graph: Graph) -> tuple[Clause, ...]:
    """A claim as full sentences: every speaker, every stance, every figure with its qualifier."""
    return clauses_of(claim, groups(claim, graph), graph)


def clauses_of(claim: Claim, found: list[Group], graph: Graph) -> tuple[Clause, ...]:
    """Some of what is said of a claim in full sentences, in its order."""
    return tuple(_clauses(claim, found, graph))


def position_clauses(position: Position, graph: Graph) -> tuple[Clause, ...]:
    """One position of one actor in full sentences, and nothing of the others."""
    if position.stance == "no-position-found":
        parts = silence(position.claim, position.actor, position.attributions, graph)
        return (Clause(position.attributions, parts),)
    return clauses_of(position.claim, groups(position.claim, graph, position.refs), graph)


def _clauses(claim: Claim, found: list[Group], graph: Graph) -> Iterator[Clause]:
    before: list[Group] = []
    bundles = [*bundled(found)]
    reworded = in_several_wordings([bundle[0] for bundle in bundles], graph)
    heard: set[tuple[str, str]] = set()
    for bundle in bundles:
        group = bundle[0]
        position = position_of(group)
        again = position <= heard and (group.statement or not before)
        named = again or (position & reworded and not is_widely_read(group, graph))
        lead = _dated(group) or (according_to(group, graph) if named else [])
        parts = [*lead, *_clause(claim, bundle, before, graph)]
        heard |= position
        if ended := _ended(bundle[0], graph):
            parts = [*without_stop(parts), *ended]
        if group.grown:
            parts = [*without_stop(parts), Words(f"; {group.grown}")]
        in_time = bool(group.grown or _dated(group)) and not ended
        yield Clause(tuple(a for group in bundle for a in group.reported), finished(parts), in_time)
        # After what somebody else says, or answers, `it` would be that.
        other = bundle[0].answers or bundle[0].statement or bundle[0].stance == "partly"
        before = [] if other else [*before, *bundle]


def sentence(claim: Claim, graph: Graph) -> Paragraph:
    """All clauses of a claim in a row."""
    parts: list[Inline] = [Words(WITHDRAWN)] if claim.status == "withdrawn" else []
    for clause in clauses(claim, graph):
        parts += [Words(" "), *clause.parts] if parts else clause.parts
    return tuple(parts)


def silence(claim: Claim, actor: str, attributions: Sequence[Attribution], graph: Graph) -> Paragraph:
    """Only that no position of one actor was found on a claim; of others in the same attributions nothing."""
    alone = (AttributionRef(claim, a.model_copy(update={"by": (actor,)})) for a in attributions)
    searches = {search(one.attribution): one for one in alone}
    parts: list[Inline] = []
    for one in searches.values():
        parts += [Words(" ")] if parts else []
        parts += finished(_whole(claim, Group((one,), figures(one, graph), ""), graph))
    return tuple(parts)


def _clause(claim: Claim, bundle: Sequence[Group], before: Sequence[Group], graph: Graph) -> list[Inline]:
    group = bundle[0]
    if group.answers:
        return _answer(group, graph)
    if (group.stance == "partly" or (group.first.passes_on and group.first.is_partial)) and not group.statement:
        return _in_its_words(group, graph)
    return _again(claim, bundle, before, graph) if before and not group.statement else _whole(claim, group, graph)


def _answer(group: Group, graph: Graph) -> list[Inline]:
    """A denial or refusal of certain tellings: whose they are, and none of their words and figures."""
    whose = _whose(group.answers, graph)
    if group.stance == "no-position-found":
        return [*_nothing_found(group, graph), Words(" on "), *whose, *_looked_for(group, graph)]
    doubts = group.stance == "doubts" and group.first.act == "question"
    words = "questioned" if doubts else ANSWERS.get(group.first.act) or ANSWERS[group.stance]
    parts = [*_subject(group, graph, ""), Words(f" {_as_given(group, words)} "), *whose]
    if not group.statement:
        return parts
    said = _inside(group, graph)
    adds = " and saying that " if group.of_page else " and said that "
    return [*parts, Words(adds), *said[1]] if said[0] else [*parts, Words(": "), *said[1]]


def _whose(refs: Sequence[AttributionRef], graph: Graph) -> list[Inline]:
    names = [*dict.fromkeys(actor for ref in refs for actor in ref.attribution.by)]
    what = "the statement by " if len(refs) == 1 else "the statements by "
    return [Words(what), *few([[named(id, graph)] for id in names])]


def _in_its_words(group: Group, graph: Graph) -> list[Inline]:
    """Who put it otherwise: in the words that are printed, or, where none are recorded, that it is only a part."""
    words = group.first.predicate
    row = _subject(group, graph, "")
    if not words:
        verb = "passed on" if group.first.passes_on else "said"
        return [*row, Words(f" {_as_given(group, verb)} something that matches this claim only in part")]
    own = all(read_in_own_voice(ref, graph) for ref in group.refs)
    given = [] if own or group.of_page else [Words(", in the words of "), *_pages(group, graph)]
    return [*row, Words(f" {_as_given(group, 'put it differently')}"), *given, Words(f": {quoted(words)}")]


def _as_given(group: Group, words: str) -> str:
    """What somebody did, after their name or after the page that quotes them."""
    return as_quoted(words) if group.of_page else words


def _whole(claim: Claim, group: Group, graph: Graph, also: str = "") -> list[Inline]:
    """Speaker, verb, proposition."""
    follows, said = _inside(group, graph)
    if group.population:
        said = [*without_stop(said), Words(f" (counting {quoted(group.population)})")]
    if group.over:
        said = [*without_stop(said), Words(f" (over another time: {group.over})")]
    if group.stance == "no-position-found":
        nothing = [*_nothing_found(group, graph), *_looked_for(group, graph)]
        if not follows:
            return [*nothing, Words(" on the following: "), *said]
        return [Words("On whether "), *without_stop(said), Words(", "), *nothing]
    words = _words(group, graph)
    verb = f" {words.that} " if follows else f" {words.this}: "
    return [*_subject(group, graph, also), Words(verb), *said]


def _inside(group: Group, graph: Graph) -> tuple[bool, list[Inline]]:
    """What is said: as it follows `that`, or, where that is not certain, as it follows a colon."""
    said = said_by(group.refs[0], graph)
    inner = inside_a_sentence(said, graph, group.refs[0].claim)
    return inner is not None, said if inner is None else inner


def _again(claim: Claim, bundle: Sequence[Group], before: Sequence[Group], graph: Graph) -> list[Inline]:
    """Speaker, verb, and `it`; with its own figure where that differs from the one of the whole proposition."""
    group = bundle[0]
    if open_figures(claim) and not group.figures and (about := _about_the_figures(group, before, graph)):
        return about
    if group.stance == "no-position-found" and group.counts_as(before[0]):
        return [*_nothing_found(group, graph), Words(" on this"), *_looked_for(group, graph)]
    heard = {actor for other in before if other.stance == group.stance for actor in other.speakers}
    also = " also" if group.speakers <= heard and not (group.said or group.of_page) else ""
    if group.said and any(is_repeated(group, other) for other in before):
        also = " again"
    if group.stance == "affirms":
        return [*_subject(group, graph, also), Words(f" {same(bundle, before)}")]
    if group.first.passes_on and group.figures and not group.counts_as(before[0]):
        how = "" if group.certainty == "unstated" else f", calling it {group.certainty}"
        return [*_subject(group, graph, also), Words(f" {figures_given(bundle, verb('none', 'relay').figure)}{how}")]
    # After a denial, `it` may be the denial; after two figures, it is not clear which of them is denied.
    if before[0].stance not in {"affirms", group.stance} or not all(group.counts_as(other) for other in before):
        return _whole(claim, group, graph, also)
    less = group.first.passes_on and group.certainty == "unstated"
    lost = less and any(other.certainty != "unstated" for other in before)
    it = _words(group, graph).it
    return [*_subject(group, graph, also), Words(f" {not_saying_how_certain(it) if lost else it}")]


def _about_the_figures(group: Group, before: Sequence[Group], graph: Graph) -> list[Inline]:
    """Who does not answer on open figures, or asks about them, has none of them in particular."""
    figures = "the figures" if len(before) > 1 or before[0].grown else "the figure"
    if group.stance == "no-position-found":
        return [*_nothing_found(group, graph), Words(f" on {figures}"), *_looked_for(group, graph)]
    if group.stance != "declines" and group.first.act not in {"question", "contest"}:
        return []
    words = _words(group, graph).it
    named = f"{words.removesuffix(' it')} {figures}" if words.endswith(" it") else words
    return [*_subject(group, graph, ""), Words(f" {named}")]


def _words(group: Group, graph: Graph) -> Wording:
    """The verb of a group, before what is said; of who passes something on, whether a source is named."""
    first = group.first
    found = worded(first.stance, first.act, group.certainty)
    if first.passes_on and not any(bases(ref, graph) for ref in group.refs):
        found = unsourced(group.certainty)
    return found.quoted() if group.of_page else found


def _dated(group: Group) -> list[Inline]:
    """When it was said, where only that says what came first, or when it was counted."""
    if group.said is None or not group.said.edtf or group.grown:
        return []
    if group.counted and group.counted.reported:
        return [Words(f"According to a page of {group.said.spoken}, ")]
    if group.counted and group.counted.by == "time":
        return [Words(f"As of {group.said.spoken}, ")]
    inferred = " (a date that we inferred)" if group.said.basis == "inferred" else ""
    return [Words(f"{group.said.placed}{inferred}, ")]


def _ended(group: Group, graph: Graph) -> list[Inline]:
    """That another statement has taken its place."""
    if group.ended is None:
        return []
    by = group.ended.by.attribution.by
    others = [] if group.speakers.issuperset(by) else [Words(" by "), *few([[named(id, graph)] for id in by])]
    later = "ruling" if group.ended.by.attribution.act in {"rule", "order"} else "statement"
    return [Words(f" (since replaced by a later {later}"), *others, Words(")")]


def _subject(group: Group, graph: Graph, also: str) -> list[Inline]:
    """Speakers, with what has to come between them and their verb: cited together, each, jointly.

    Where the words are the page's, it is the page that quotes them or reports them.
    """
    how, _ = together(group.first) or ("", ())
    between = {"separate": " each", "together": " jointly"}.get(how, "")
    names = speakers(group.attributions, graph, together=how == "as-printed")
    if group.of_page:
        verb = " quoted " if group.misquoted else " reported "
        return [*_pages(group, graph), Words(verb), *names]
    return [*names, Words(f"{between}{also}")]


def _pages(group: Group, graph: Graph) -> list[Inline]:
    read = dict.fromkeys(id for ref in group.refs for id in pages_read(ref, graph))
    return few([[named_page(id, graph)] for id in read]) or [Words("a page")]


def _nothing_found(group: Group, graph: Graph) -> list[Inline]:
    return [Words("no position of "), *speakers(group.attributions, graph, last=" or "), Words(" was found")]


def _looked_for(group: Group, graph: Graph) -> list[Inline]:
    looked_in, edtf, inferred = search(group.first)
    return [Words(" "), *searched(looked_in, edtf, graph, inferred=inferred)]
