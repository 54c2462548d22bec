"""Who a sentence of ours names: those who take a position on a claim, and the pages that pass one on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from explainers.checks.gathered import gathered
from explainers.checks.own_sentences import Sentence
from explainers.checks.phrases import Phrases
from explainers.graph.graph import Graph
from explainers.graph.parties import party
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, Claim
from explainers.kinds.source.model import Source

Speakers = Mapping[str, Sequence[Attribution]]
_SPOKESPERSON = re.compile(r"\bspokes(?:wo)?m[ae]n\b|\bspokes(?:person|people|persons)\b", re.IGNORECASE)
# How a page is named as one that only passes on.
_PASSES_ON = re.compile(
    r"""
    \b(?: pass(?:es|ed|ing)?\ on | relay(?:s|ed|ing)? | quot(?:es?|ed|ing) | cit(?:es?|ed|ing) | credit(?:s|ed|ing)?
      | (?:puts?|putting)\ \w+\ down\ to | attribut(?:es?|ed|ing) | reportedly | second[ -]hand
      | (?:has|have|had)\ [\w .’-]{1,40}\ (?:say|write|put|tell|call|give|deny|speak) | (?:tells?|told|has|have)\ it\b
      | without\ (?:naming|a\ name|saying\ who) | unnamed | name[sd]?\ (?:no|nobody|no\ one|none) | as\ told\ (?:by|in)
      | (?:tells?|told|spoke|speaks|writes?|wrote)\ of\ (?:a|an|the|what|some|unnamed|several|two|others) )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


class Mention(NamedTuple):
    """An actor named in a sentence, and where."""

    actor: str
    start: int
    end: int


def recorded_positions(claim: Claim, graph: Graph) -> Sequence[Attribution]:
    """All positions on a claim, with the answers to its tellings that are recorded in other claims."""
    return (*claim.attributions, *_answers(graph).get(claim.id, ()))


def speakers(claim: Claim, graph: Graph) -> Speakers:
    """Who takes a position on a claim, with all that each does: the party that somebody speaks for does it too."""
    return _speakers(graph, claim.id)


def passers(claim: Claim, graph: Graph) -> Speakers:
    """Who only passes the claim on: pages that are cited for it, and speakers whose act it is."""
    return _passers(graph, claim.id)


def mentions(sentence: Sentence, claim: Claim, actors: Iterable[str]) -> list[Mention]:
    """Where a sentence names some actors, by a name in their record, or as a page prints their name for this claim."""
    graph = sentence.graph
    wanted = set(actors)
    found = [Mention(link.id, link.start, link.end) for link in sentence.links if link.id in wanted]
    names: dict[str, set[str]] = {}
    folded = sentence.words.casefold()
    for id, name in _all_names(claim, wanted, graph):
        if name.casefold() in folded:
            names.setdefault(name, set()).add(id)
    for place in Phrases(names.items()).found(sentence.words) if names else ():
        found += [Mention(id, place.start, place.end) for id in sorted(place.meaning)]
    return found


def speakers_named(claim: Claim, sentence: Sentence) -> bool:
    """Whether a sentence names one who takes a position; for an unnamed one, who reports it will do.

    A page that only passes the claim on will do where it is said to do so.
    """
    graph = sentence.graph
    known = speakers(claim, graph)
    if mentions(sentence, claim, known):
        return True
    relays = mentions(sentence, claim, passers(claim, graph))
    if not relays:
        return False
    unnamed = any((actor := graph.get(id, Actor)) and not actor.named for id in known)
    return unnamed or bool(_PASSES_ON.search(sentence.words))


def attributions_named(claim: Claim, sentence: Sentence) -> Sequence[Attribution]:
    """What the speakers and pages that a sentence names say about the claim; nothing where it names none."""
    graph = sentence.graph
    named = {*speakers(claim, graph), *passers(claim, graph)}
    found: dict[str, Attribution] = {}
    for mention in mentions(sentence, claim, named):
        for known in (speakers(claim, graph), passers(claim, graph)):
            found |= {a.id: a for a in known.get(mention.actor, ())}
    return tuple(found.values())


@gathered
def _answers(graph: Graph) -> Mapping[str, list[Attribution]]:
    found: dict[str, list[Attribution]] = {}
    for claim in graph.of(Claim):
        for attribution in claim.attributions:
            for other in {answer.partition("#")[0] for answer in attribution.answers if "#" in answer} - {claim.id}:
                found.setdefault(other, []).append(attribution)
    return found


@gathered
def _speakers(graph: Graph, id: str) -> Speakers:
    found: dict[str, list[Attribution]] = {}
    claim = graph.get(id, Claim)
    for attribution in recorded_positions(claim, graph) if claim else ():
        if attribution.act != "relay" or attribution.stance != "none":
            for speaker in dict.fromkeys(_who(attribution, graph)):
                found.setdefault(speaker, []).append(attribution)
    return found


@gathered
def _passers(graph: Graph, id: str) -> Speakers:
    found: dict[str, list[Attribution]] = {}
    claim = graph.get(id, Claim)
    for attribution in claim.attributions if claim else ():
        pages = filter(None, (*(cited.source for cited in attribution.cites), attribution.said_in))
        who = {source.publisher if (source := graph.get(page, Source)) else page for page in pages}
        who |= set(attribution.by) if attribution.act == "relay" else set()
        for passer in sorted(who - set(_speakers(graph, id))):
            found.setdefault(passer, []).append(attribution)
    return found


def _who(attribution: Attribution, graph: Graph) -> Iterator[str]:
    """Those whose position it is: the speakers, and the parties they speak for."""
    for id in attribution.by:
        yield id
        yield party(id, attribution, graph)
        actor = graph.get(id, Actor)
        if actor and _speaks_for_others(actor, attribution):
            yield from filter(None, (actor.part_of, *(role.of for role in actor.roles)))
    if attribution.speaks_for:
        yield attribution.speaks_for


def _speaks_for_others(actor: Actor, attribution: Attribution) -> bool:
    """Whether a record shows that an actor is only the voice of what it belongs to."""
    described = (actor.name, actor.summary or "", attribution.as_named or "", *(role.title for role in actor.roles))
    return not actor.named or any(_SPOKESPERSON.search(words) for words in described)


def _all_names(claim: Claim, actors: set[str], graph: Graph) -> Iterator[tuple[str, str]]:
    for attribution in claim.attributions:
        if attribution.as_named:
            yield from ((id, attribution.as_named) for id in attribution.by if id in actors)
    for id in actors:
        if actor := graph.get(id, Actor):
            yield from ((id, name) for name in _names(actor))


def _names(actor: Actor) -> Iterator[str]:
    """What an actor is called in a sentence, a person's first and last name alone and a bare office too."""
    yield from actor.names
    office, of, _ = actor.in_sentence.removeprefix("the ").partition(" of ")
    if of and actor.in_sentence.startswith("the "):
        # The Mayor of Fjellby is the mayor.
        yield from {office, office.lower()}
    if actor.kind == "person":
        yield from (word for word in (actor.name.split()[0], actor.name.split()[-1]) if len(word) > 2)
