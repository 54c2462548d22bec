"""Whether a sentence of ours says who says what it links: strictly in a short answer, else where it is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from explainers.checks.assertions import asserts
from explainers.checks.gathered import gathered
from explainers.checks.loaded_words import REPORTING
from explainers.checks.named_speakers import mentions, passers, speakers, speakers_named
from explainers.checks.own_positions import subject_before, verb_of
from explainers.checks.own_sentences import NEAR, LinkedWords, Objection, Sentence
from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.kinds.source.model import Source
from explainers.model.base import Record

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_GOES_ON = re.compile(r"\b(?:he|she|they|it|who|both)\b(?: [\w’'-]+){0,3}", re.IGNORECASE)
# Words that leave open whether it is so, or say that somebody says so.
_CUES = REPORTING | frozenset(
    """
    according whether if alleged allegedly reportedly supposed supposedly claim claims statement statements allegation
    allegations accusation accusations report reports denial denials question questions dispute disputed disputes doubt
    doubts view views words account accounts argument arguments figure figures estimate promise prediction forecast
    belief believe believes believed found finds ruled rules held holds predicted predicts confirmed contested contests
    speaks spoke spoken speak quoted quotes cites cited relays relayed passes passed puts put gives gave prints printed
    mentions mentioned names named testified tweeted posted noted notes maintains maintained contends contended
    testifies accused accusing saying writing telling arguing warning alleging suggesting implies implied recalls
    recalled concluded concludes assessed assesses counted counts calculated calculates measured measures see compare
    """.split()
)
_AS_A_FACT = re.compile(
    r"\b(?:known|clear|certain|obvious|true|a fact|shown|proven|proved|established|turned out|no doubt) that $",
    re.IGNORECASE,
)
# Verbs by which a page that only passes on would say so itself; that a page writes or reports is left open.
_OWN_WORDS = frozenset("said says say stated states announced announces estimated estimates estimate believes".split())
_MOST_WORDS = 6


def answer_doubts(sentence: Sentence) -> Iterator[Objection]:
    """Every claim that a sentence of an answer links without naming anyone who takes a position on it."""
    yield from _wrong_speakers(sentence) if sentence.is_readable else ()
    for claim in {claim.id: claim for _, claim in sentence.claims}.values():
        if not speakers_named(claim, sentence) and not _goes_on(claim, sentence):
            message = f"this sentence does not say who says `{claim.id}`"
            help = "name the speaker in the sentence"
            if mentions(sentence, claim, passers(claim, sentence.graph)):
                help = "name the speaker in the sentence, or say that the page only passes it on"
            yield sentence.doubt(message, help)


def prose_doubts(sentence: Sentence, record: Record | None) -> Iterator[Objection]:
    """Every claim that a sentence states as a fact, or attributes to someone who takes no position on it."""
    wrong = list(_wrong_speakers(sentence))
    yield from wrong
    for link, claim in sentence.claims if not wrong else ():
        if _only_passes_on(sentence, link, claim):
            message = f"who is named here only passes `{claim.id}` on"
            yield sentence.doubt(message, "name the speaker, or say that the page only passes it on")
        elif _is_stated(sentence, link) and not _is_attributed(sentence, claim, record):
            message = f"this sentence does not say who says `{claim.id}`"
            yield sentence.doubt(message, "name the speaker in the sentence")


def _is_stated(sentence: Sentence, link: LinkedWords) -> bool:
    """Whether a link says that something is so."""
    words, before = sentence.words[link.start : link.end], sentence.just_before(link.start)
    if not link.has_words or sentence.words.rstrip().endswith("?"):
        return False
    return asserts(words) or bool(_AS_A_FACT.search(before))


def _is_attributed(sentence: Sentence, claim: Claim, record: Record | None) -> bool:
    """Whether a sentence says, or its paragraph or its record shows, whose a claim is; in doubt, yes."""
    graph = sentence.graph
    known = {*speakers(claim, graph), *passers(claim, graph)}
    if known & _implied(record, graph) or mentions(sentence, claim, known) or _has_cue(sentence):
        return True
    return bool(mentions(_before(sentence), claim, known))


def _has_cue(sentence: Sentence) -> bool:
    inside = [(link.start, link.end) for link, _ in sentence.claims]
    return any(
        word[0].casefold() in _CUES
        for word in _WORD.finditer(sentence.words)
        if not any(start <= word.start() < end for start, end in inside)
    )


def _goes_on(claim: Claim, sentence: Sentence) -> bool:
    """Whether somebody who was named in the sentence before speaks on: she also said that."""
    inside = [(link.start, link.end) for link, _ in sentence.claims]
    for found in _GOES_ON.finditer(sentence.words) if sentence.is_readable else ():
        is_outside = not any(start <= found.start() < end for start, end in inside)
        if is_outside and any(word in REPORTING for word in found[0].casefold().split()):
            return speakers_named(claim, _before(sentence))
    return False


def _before(sentence: Sentence) -> Sentence:
    return replace(sentence, words=sentence.before, links=())


def _only_passes_on(sentence: Sentence, link: LinkedWords, claim: Claim) -> bool:
    """Whether the sentence has a page say what it passes on: The Daily Post said that."""
    place = verb_of(sentence, link)
    if not place or sentence.words[slice(*place)] not in _OWN_WORDS or speakers_named(claim, sentence):
        return False
    known = passers(claim, sentence.graph)
    return any(subject_before(sentence.words, mention, place[0]) for mention in mentions(sentence, claim, known))


def _wrong_speakers(sentence: Sentence) -> Iterator[Objection]:
    """Every claim that a sentence of the plain shape attributes to an actor who takes no position on it."""
    for link, claim in sentence.claims:
        place = verb_of(sentence, link)
        found = _subject(sentence, place[0]) if place else None
        if found:
            actors, start, end = found
            known = {*speakers(claim, sentence.graph), *passers(claim, sentence.graph)}
            if not any(_is_related(actor, known, sentence.graph) for actor in actors):
                name = sentence.words[start:end]
                message = f"`{name}` takes no position on `{claim.id}`"
                yield sentence.doubt(message, "name one who does, or record the position", start, end)


def _subject(sentence: Sentence, verb: int) -> tuple[frozenset[str], int, int] | None:
    """The actor of the records whose name is right before a verb, and where; none where another name contains it."""
    names = _actors_by_name(sentence.graph)
    words = list(_WORD.finditer(sentence.words, max(0, verb - NEAR), verb))
    for end in range(len(words), max(0, len(words) - 4), -1):
        for start in range(max(0, end - _MOST_WORDS), end):
            first, last = words[start].start(), words[end - 1].end()
            actors = names.get(sentence.words[first:last].casefold())
            if actors and subject_before(sentence.words, (next(iter(actors)), first, last), verb):
                return actors, first, last
    return None


@gathered
def _actors_by_name(graph: Graph) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for actor in graph.of(Actor):
        for name in actor.names:
            found.setdefault(name.casefold(), set()).add(actor.id)
    return {name: frozenset(ids) for name, ids in found.items()}


def _is_related(id: str, known: set[str], graph: Graph) -> bool:
    """Whether an actor is one of some, or what one of them belongs to, or belongs to one: its words may be theirs."""
    return not known.isdisjoint(_belongs(id, graph)) or any(id in _belongs(other, graph) for other in known)


def _belongs(id: str, graph: Graph) -> set[str]:
    """An actor and all that it belongs to."""
    found: set[str] = set()
    waiting = [id]
    while waiting:
        actor = graph.get(waiting.pop(), Actor)
        if actor and actor.id not in found:
            found.add(actor.id)
            waiting += filter(None, (actor.part_of, *actor.member_of, *(role.of for role in actor.roles)))
    return found


def _implied(record: Record | None, graph: Graph) -> set[str]:
    """Whom a record is about, so that what it says is said of them."""
    if isinstance(record, Actor):
        return {record.id}
    if isinstance(record, Source):
        return {record.publisher}
    if isinstance(record, Claim):
        return {*speakers(record, graph), *passers(record, graph)}
    if isinstance(record, Event):
        claims = filter(None, (graph.get(id, Claim) for id in record.claims))
        return {p.actor for p in record.participants} | {id for claim in claims for id in speakers(claim, graph)}
    return set()
