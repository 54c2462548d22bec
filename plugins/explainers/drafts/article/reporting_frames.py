"""What a cue opens: who speaks, where their words begin, and whether these go before the cue or after it."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from explainers.drafts.article import speaker_phrases as phrases
from explainers.drafts.article.reporting_cues import Cue, Words, helpers_before
from explainers.drafts.article.reporting_verbs import SAYINGS
from explainers.drafts.article.speaker_phrases import Phrase

_OPENERS = frozenset(["that", "whether", "if"])
_HEARERS = frozenset(
    "reporters journalists me us them him her parliament lawmakers mps viewers readers investors".split()
)
_FINITE = phrases.FINITE
_FAR = 16
_SHORTEST = 3
_PARENTHESIS = 9  # words between commas
# What begins so tells on what occasion somebody spoke: asked about it, speaking to reporters.
_BESIDE = frozenset("asked speaking writing addressing".split())
# What these are done to may be one word: denied this.
ANSWERS = frozenset(["deny", "contest", "question", "confirm"])
# What goes on after a cue that its words came before: he said on Monday, she told the paper in an email.
_TAIL = 14


class Frame(NamedTuple):
    """A cue with its speaker. `content` is where what is said begins, or ends, if the frame closes it."""

    cue: Cue
    speaker: Phrase | None
    start: int
    """Where the frame itself begins: its speaker, or its verb."""
    end: int
    """Where it ends, and what was said or what comes next begins."""
    closes: bool = False
    """Whether what is said goes before: …, Nomark said."""


def closing(words: Words, cue: Cue, start: int, end: int) -> Frame | None:
    """A frame after what is said, or None."""
    if cue.kind == "according":
        if cue.start - start < 3 or words[cue.start - 1].low in {"which", "and"}:
            return None
        speaker = phrases.after(words, cue.end, end)
        opened = words[cue.start - 1].text == "," and words[cue.start - 2].low in {"which", "who", "where"}
        return (
            Frame(cue, speaker, cue.start, _behind(words, speaker, cue.end), closes=True)
            if speaker and not opened
            else None
        )
    if cue.kind != "verb":
        return None
    left = helpers_before(words, cue.start, start)
    if left - start >= 2 and _is_shut(words, left - 1) and _is_said(words, start, left):
        speaker = phrases.after(words, cue.end, end)
        if speaker and not _says(words, speaker.start, _behind(words, speaker, 0), end):
            return Frame(cue, speaker, left, _behind(words, speaker, cue.end), closes=True)
    speaker = phrases.before(words, cue.start, start)
    if speaker is None or speaker.start - start < 2 or not _is_shut(words, speaker.start - 1):
        return None
    tail = _tail(words, cue.end, end)
    if (
        tail < 0
        or _that_follows(words, tail, end)
        or not _is_said(words, start, speaker.start)
        or words[start].low in _BESIDE
    ):
        return None
    return Frame(cue, speaker, speaker.start, tail, closes=True)


def leading(words: Words, cue: Cue, start: int, end: int, *, shared: Phrase | None) -> Frame | None:
    """A frame before what is said, or None where it says nothing that can be recorded."""
    if cue.kind == "according":
        speaker = phrases.after(words, cue.end, end)
        return (
            Frame(cue, speaker, cue.start, _opening(words, _behind(words, speaker, cue.end), end)) if speaker else None
        )
    if cue.kind == "hearsay":
        return None
    speaker = phrases.before(words, cue.start, start)
    left = speaker.start if speaker else helpers_before(words, cue.start, start)
    if speaker is None and not _goes_on(words, left, start):
        return None
    # Did not dispute it but argued that …: the subject of the verb before.
    speaker = speaker or (phrases.subject(words, start, left) if shared is None and left > start else None)
    if speaker is None and shared is None:
        return None
    frame = Frame(cue, speaker, left, cue.end)
    if cue.kind != "verb":
        return frame._replace(end=_until_sign(words, cue.end, end))
    content = _content(words, cue, end)
    said = words[content : _until_sign(words, content, end) + 1] if content >= 0 else ()
    # Said no, said so: what was said is not there.
    is_empty = sum(word.is_word for word in said) < 2 and not any(word.quotation >= 0 for word in words[content:end])
    is_answer = cue.act in ANSWERS
    return None if content < 0 or (is_empty and not is_answer) else frame._replace(end=content)


def is_anaphor(words: Words, start: int, end: int) -> bool:
    """Whether words only name something said before: these claims, the explanation, it."""
    found = [word for word in words[start:end] if word.is_word]
    if not found or len(found) > 6 or (found[0].low == "that" and len(found) > 2):
        return False
    heads = [word.low for word in found[:4]]
    return any(head in SAYINGS for head in heads) and not any(word.low in _FINITE for word in found)


def _is_shut(words: Words, at: int) -> bool:
    return words[at].text in {",", "”", '"', "»", "’", "?", "!", "—", "–"}


def _is_said(words: Words, start: int, end: int) -> bool:
    """Whether words can be what somebody said: they are quoted, or a clause."""
    found = words[start:end]
    return any(word.quotation >= 0 for word in found) or (
        sum(word.is_word for word in found) >= _SHORTEST and has_verb(found)
    )


def has_verb(words: Words) -> bool:
    """Whether a stretch has the verb of a clause: one that looks so, or `leaks` in the dam leaks."""
    if any(is_finite(word.low) for word in words):
        return True
    for before, word, behind in zip(words, words[1:], [*words[2:], None], strict=False):
        is_noun = before.low.isalpha() and not before.low.endswith("s") and before.low not in _NO_SUBJECT
        ends = behind is None or not behind.is_word or behind.low in _AFTER_A_VERB
        if (
            is_noun
            and ends
            and not word.is_name
            and word.low[-1:] == "s"
            and word.low[-2:] != "ss"
            and len(word.low) > 3
        ):
            return True
    return False


# What comes right after a verb, and hardly after a noun.
_AFTER_A_VERB = frozenset("the a an its his her their that it them him from to into up out off down no not".split())


def is_finite(low: str) -> bool:
    """Whether a word may be the verb of a clause, as far as its form shows."""
    return low in _FINITE or (len(low) > 4 and low.endswith("ed")) or low in _PAST


_PAST = frozenset(
    """
    fell rose went came took gave made got lost won held kept led left met paid put ran saw sent set sold spent told
    wrote grew hit cut shot drew drove broke began became brought built bought caught chose felt fled flew knew sank
    sought spoke stood struck swept threw withdrew shows show remains remain plans plan depends depend includes include
    needs need comes come passes takes costs cost wants want means mean says uses leaves faces helps marks stands hopes
    """.split()
)


def _opening(words: Words, at: int, end: int) -> int:
    """Where what is said begins after the name of a source: according to a post made two hours ago, …."""
    comma = next((n for n in range(at, min(end, at + _TAIL)) if words[n].text == ","), -1)
    return comma if comma > at and not has_verb(words[at:comma]) else at


def _that_follows(words: Words, at: int, end: int) -> bool:
    """Whether what is said comes after a parenthesis: explains, in its own way, that it leaks."""
    near = words[at : min(end, at + _PARENTHESIS)]
    return (
        bool(near)
        and near[0].text == ","
        and any(word.low == "that" and before.text == "," for before, word in pairwise(near))
    )


def _says(words: Words, start: int, at: int, end: int) -> bool:
    """Whether something is said after the verb, or in what looks like its speaker: the frame does not close."""
    clause = any(is_finite(word.low) for word in words[start:at] if not word.is_name)
    return clause or words[start].low in _OPENERS or (at < end and words[at].low == "that")


def _behind(words: Words, speaker: Phrase | None, at: int) -> int:
    if speaker is None:
        return at
    return speaker.apposition[1] if speaker.apposition else speaker.end


def _tail(words: Words, at: int, end: int) -> int:
    """Where the adverbials after a closing cue end; or -1, where something is said after it."""
    begin = at
    while at < end and words[at].is_word and words[at].quotation < 0:
        if words[at].low in _OPENERS or words[at].low in _FINITE or at - begin > _TAIL:
            return -1
        at += 1
    if at < end and words[at].text in {":", '"', "“", "„", "«"}:
        return -1
    if at + 1 < end and words[at].text == "," and words[at + 1].text in {'"', "“", "„", "«"}:
        # Goes on in quotation marks: its own statement if something was said before.
        return at
    return at


def _until_sign(words: Words, at: int, end: int) -> int:
    while at < end and words[at].is_word:
        at += 1
    return at


def _goes_on(words: Words, left: int, start: int) -> bool:
    """Whether a verb without a speaker goes on with the speaker of the one before: and accused, saying that."""
    if left <= start:
        return True
    before = words[left - 1]
    return before.low in {"and", "but", "or"} or (before.text == "," and words[left].low.endswith("ing"))


def _content(words: Words, cue: Cue, end: int) -> int:
    """Where what is said begins, after whoever is told, where and when; or -1."""
    verb, at = cue.verb, cue.end
    if verb is None or at >= end:
        return -1
    near = words[at : min(end, at + _FAR)]
    if verb.act in ANSWERS and near and (near[0].is_word or near[0].quotation >= 0):
        return at
    if verb.of_object:
        return at if _of_its_object(verb.plain, near) else -1
    for number, word in enumerate(near):
        if word.low in _OPENERS and not any(is_finite(before.low) for before in near[1:number]):
            return at + number + 1
        if word.text in {'"', "“", "„", "«", ":"} and number <= 12:
            return at + number + (word.text == ":")
        if word.text in {".", ";", "?"}:
            break
    if verb.hearer:
        at = _behind_hearer(words, at, end)
    near = words[at : min(end, at + _FAR)]
    strong = verb.plain in {"say", "tell", "warn", "announce", "deny"} and len(near) > 1
    to = verb.act in {"promise", "predict", "order"} and bool(near) and near[0].low == "to"
    clause = bool(near) and near[0].low not in _NO_SUBJECT and _has_verb(near[1:])
    return at if strong or to or clause else -1


_NO_SUBJECT = frozenset("on by with from for at in to of as after under near during over into about".split())


def _has_verb(words: Words) -> bool:
    """Whether a clause has its verb before anything hangs on it."""
    for word in words:
        if word.low in {"which", "who", "whose", "where"}:
            return False
        if is_finite(word.low):
            return True
    return has_verb(words)


def _of_its_object(plain: str, near: Words) -> bool:
    lows = [word.low for word in near]
    quoted = any(word.quotation >= 0 for word in near)
    if plain in {"accuse", "blame", "charge"}:
        return bool({"of", "for", "with"} & set(lows[1:]))
    if plain in {"call", "describe", "dub", "characterise"}:
        return quoted or "as" in lows
    if plain in {"criticise", "condemn", "rate", "call for", "call on"}:
        return bool(lows) and near[0].is_word
    if plain == "ask" and _ASKED & set(lows[:10]):
        return True
    return "to" in lows[1:9] or "that" in lows[:6] or "for" in lows[:3]


_ASKED = frozenset("whether if why how what when who".split())


def _behind_hearer(words: Words, at: int, end: int) -> int:
    if at < end and (words[at].low in _HEARERS or words[at].low in {"the", "a"} or words[at].is_name):
        first = words[at].low
        at += 1
        if first in {"the", "a"}:
            at += at < end and words[at].is_word
        while at < end and words[at].is_name and words[at].is_word:
            at += 1
    return at + 1 if at < end and words[at].low in {"of", "about", "that"} else at
