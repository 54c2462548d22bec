"""What a sentence of ours says that somebody did with a claim, held against what is recorded. (English; rules)

Only the plainest shape is read: a name, a verb, the link. *Acme denied that [[claim|…]]*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from explainers.checks.loaded_words import HELPERS, LOADED_AFTER_A_NAME
from explainers.checks.named_speakers import Mention, mentions, passers, speakers
from explainers.checks.own_sentences import NEAR, LinkedWords, Objection, Sentence
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, Claim

Deed = Literal["say", "confirm", "deny", "contest", "decline", "no-answer", "not-reached", "neither", "retract"]
_VERBS: dict[Deed, str] = {
    "say": """
        said; says; say; stated; states; wrote; writes; write; announced; announces; estimated; estimates; estimate;
        reported; reports; believes; argued; argues; warned; warns; predicted; predicts; added; adds; found; finds
    """,
    "confirm": "confirmed; confirms; confirm",
    "deny": "denied; denies; deny",
    "contest": "disputed; disputes; dispute; contested; contests; contest; doubted; doubts; questioned; questions",
    "decline": """
        declined to comment; declined to say; declined to answer; declined to confirm; declines to comment;
        declines to say; refused to comment; refused to say; refused to answer; decline to comment; decline to say
    """,
    "no-answer": """
        did not answer; did not respond; did not reply; has not answered; has not responded; has not replied;
        have not answered; have not responded
    """,
    "not-reached": "could not be reached",
    "neither": """
        neither confirmed nor denied; neither confirms nor denies; neither confirm nor deny; neither confirm nor denied;
        would neither confirm nor deny; will neither confirm nor deny
    """,
    "retract": "retracted; retracts; withdrew; withdraws; took back; takes back; has withdrawn; have withdrawn",
}
_DEEDS: Mapping[str, Deed] = {
    " ".join(verb.split()): deed for deed, verbs in _VERBS.items() for verb in verbs.split(";")
}
_ANY_VERB = "|".join(re.escape(verb) for verb in sorted(_DEEDS, key=len, reverse=True))
_BETWEEN = ("that", "whether", "if", "on", "to", "about", "it", "this", "so", "of", "the claim", "the statement")
_BEFORE_LINK = re.compile(rf"\b(?P<verb>{_ANY_VERB})(?: (?:{'|'.join(_BETWEEN)}))*[ ,:“‘]*$")
# Before most links is neither, and to see that takes a tenth of the pattern's time.
_ENDINGS = (*_DEEDS, *_BETWEEN)
_IN_LINK = re.compile(rf"(?P<helpers>(?:(?:has|have|had|also|later|again) )*)(?P<verb>{_ANY_VERB})\b")
_WORD = re.compile(r" (?:(?:has|have|had|also|later|again) )*(\w+)(?! that\b)\b")
_NEGATIONS = frozenset("not never neither nor no hardly".split())
_PREPOSITION_BEFORE = re.compile(
    r"\b(?:of|in|at|by|from|with|for|near|against|inside|about|between|than|as|like|to|on|and|or|nor) (?:the )?$",
    re.IGNORECASE,
)
_TITLES = frozenset(
    """President Minister Mr Mrs Ms Dr Prof Professor General Gen Judge Justice Sir Secretary Chancellor Mayor Governor
    Senator Colonel Commander Captain King Queen Prince Pope Bishop And But""".split()
)
# What a link can say without anyone's having agreed: of the speaker's own silence.
_OF_SILENCE = re.compile(
    r"\b(?:comment|answer|confirm|deny|denied|denies|discuss|say|speak|statement)\b", re.IGNORECASE
)


_HAS_LOADED = re.compile(rf"\b(?:{'|'.join(sorted(LOADED_AFTER_A_NAME))})\b")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_DENIES = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|false|untrue|wrong|lie|lies|invented|fabricated|neither|nor|without|den\w+)\b|n[’']t",
    re.IGNORECASE,
)


class PrintedDeed(NamedTuple):
    """Somebody did something with a claim, as a sentence has it: the verb and where it is."""

    link: LinkedWords
    claim: Claim
    mention: Mention
    deed: Deed
    verb: str
    start: int
    end: int


def deeds_in(sentence: Sentence) -> Iterator[PrintedDeed]:
    """Whatever a sentence says in the plain shape that one of those did who are recorded with the claim."""
    for link, claim in sentence.claims:
        place = verb_of(sentence, link)
        if place:
            start, end = place
            verb = sentence.words[start:end]
            known = {**passers(claim, sentence.graph), **speakers(claim, sentence.graph)}
            for mention in mentions(sentence, claim, known):
                if subject_before(sentence.words, mention, start):
                    yield PrintedDeed(link, claim, mention, _DEEDS[verb], verb, start, end)


def position_doubts(sentence: Sentence) -> Iterator[Objection]:
    """Every position that a sentence has otherwise than it is recorded."""
    for found in deeds_in(sentence):
        taken = speakers(found.claim, sentence.graph).get(found.mention.actor, ())
        if taken and not any(_fits(found, attribution, sentence) for attribution in taken):
            actor = sentence.graph.get(found.mention.actor, Actor)
            name = actor.in_sentence if actor else found.mention.actor
            recorded = " and ".join(dict.fromkeys(_recorded(attribution) for attribution in taken))
            message = f"`{found.verb}` is not what the record has of {name} on `{found.claim.id}`: {recorded}"
            yield sentence.doubt(message, "write what is recorded", found.start, found.end)


def loaded_doubts(sentence: Sentence) -> Iterator[Objection]:
    """Every verb that takes a side right after the name of one who takes a position on what the sentence links."""
    seen = set()
    for _, claim in sentence.claims if _HAS_LOADED.search(sentence.words) else ():
        for mention in mentions(sentence, claim, speakers(claim, sentence.graph)):
            verb = _WORD.match(sentence.words, mention.end)
            if verb and verb[1].casefold() in LOADED_AFTER_A_NAME and verb.span(1) not in seen:
                seen.add(verb.span(1))
                message = f"`{verb[1]}` says more than that they spoke"
                yield sentence.doubt(message, "write: said", *verb.span(1))


def attributed_to(sentence: Sentence, link: LinkedWords) -> Sequence[Attribution]:
    """What is recorded of the speaker to whom a sentence of the plain shape attributes the claim."""
    graph = sentence.graph
    for found in deeds_in(sentence):
        if found.link == link:
            known = speakers(found.claim, graph).get(found.mention.actor)
            return known or passers(found.claim, graph).get(found.mention.actor, ())
    return ()


def verb_of(sentence: Sentence, link: LinkedWords) -> tuple[int, int] | None:
    """Where the verb is whose object a link is."""
    near = sentence.just_before(link.start)
    before = _BEFORE_LINK.search(near) if near.rstrip(" ,:“‘\n").endswith(_ENDINGS) else None
    if before:
        start, end = before.span("verb")
        return link.start - len(near) + start, link.start - len(near) + end
    inside = _IN_LINK.match(sentence.words, link.start, link.end) if link.has_words else None
    return inside.span("verb") if inside else None


def subject_before(words: str, mention: tuple[str, int, int], verb: int) -> bool:
    """Whether a name is right before a verb, helping words aside, and is not part of a longer one."""
    _, start, end = mention
    between = words[end:verb]
    if end > verb or not between.startswith(" "):
        return False
    helpers = between.split()
    if not all(word in HELPERS for word in helpers) or not _NEGATIONS.isdisjoint(helpers):
        return False
    before = words[max(0, start - NEAR) : start]
    last = re.search(r"([\w.’'-]+) $", before)
    is_longer = bool(last and last[1][0].isupper() and last[1].rstrip(".") not in _TITLES and before.strip() != last[1])
    return not is_longer and not _PREPOSITION_BEFORE.search(before) and not _is_name_part(before)


def _is_name_part(before: str) -> bool:
    """Whether one capitalised word alone opens the sentence before a name: South Northland."""
    words = before.split()
    return len(words) == 1 and words[0][0].isupper() and words[0].rstrip(".") not in _TITLES | {"The", "A", "An"}


def _fits(found: PrintedDeed, attribution: Attribution, sentence: Sentence) -> bool:
    """Whether a recorded position can be the one in the sentence."""
    if found.verb.split()[0] in (attribution.verb or "").casefold():
        return True
    return _FITS[found.deed](attribution) if found.deed != "say" else _may_say(found, attribution, sentence)


def _may_say(found: PrintedDeed, attribution: Attribution, sentence: Sentence) -> bool:
    """Whether somebody can have said what the link says: not who refused to speak, and not who denies it."""
    words = sentence.words[found.link.start : found.link.end]
    if attribution.stance == "denies":
        return bool(_DENIES.search(sentence.words)) or not _repeats(words, found.claim)
    return attribution.stance not in {"declines", "no-position-found"} or bool(_OF_SILENCE.search(words))


def _repeats(words: str, claim: Claim) -> bool:
    """Whether most words of a link are those of the claim's statement."""
    stated = {word.casefold() for word in _LONG_WORD.findall(claim.statement)}
    linked = {word.casefold() for word in _LONG_WORD.findall(words)}
    return len(linked) > 1 and len(linked & stated) > len(linked) / 2


def _is_refusal(*acts: str) -> Callable[[Attribution], bool]:
    return lambda a: a.stance == "declines" and a.act in {*acts, "no-comment"}


_FITS: Mapping[str, Callable[[Attribution], bool]] = {
    "confirm": lambda a: a.act == "confirm",
    "deny": lambda a: a.stance == "denies",
    "contest": lambda a: a.stance in {"denies", "doubts"} or a.act in {"contest", "question"},
    "decline": _is_refusal("decline"),
    "no-answer": _is_refusal("no-answer"),
    "not-reached": _is_refusal("not-reached"),
    "neither": _is_refusal("neither"),
    "retract": lambda a: a.stance == "retracts" or bool(a.replaces),
}


def _recorded(attribution: Attribution) -> str:
    if attribution.stance == "no-position-found":
        return "no position found"
    if attribution.stance in {"affirms", "none"} or attribution.written_stance is None:
        return f"`act: {attribution.act}`"
    return f"`stance: {attribution.stance}`"
