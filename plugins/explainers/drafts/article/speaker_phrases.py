"""The noun phrase beside a cue: who speaks, to its left or to its right."""

from __future__ import annotations

from typing import NamedTuple

from explainers.drafts.article.article_words import Word
from explainers.drafts.article.reporting_cues import Words, helpers_before
from explainers.drafts.article.reporting_verbs import PRONOUNS, SAYINGS

_LONGEST = 24
# What no noun phrase goes across.
_BREAKS = frozenset(
    """
    but while although though whereas because after before when as since if that which where unless until so yet than
    whether how why what
    """.split()
)
FINITE = frozenset(
    """
    is are was were has have had will would can could may might must should do does did am 's
    """.split()
)
_ARTICLES = frozenset("a an the its his her their our my your this these those one two three four five".split())
_PREPOSITIONS = frozenset(
    """
    of at in on for from with by to into over under between among across against near about around without within nor
    neither and or as than both
    """.split()
)
# Behind the name of a speaker: where and when, and no part of the name.
_BEYOND = frozenset(
    """
    on in at during after before when while as to by via over late early earlier yesterday today last this monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december who whose which where adding saying and but that
    """.split()
)
# A price list seen by the Courier.
_SEEN = frozenset("seen obtained reviewed published released cited compiled commissioned issued made run led".split())
# What may speak besides whoever has a name.
SPEAKERS = frozenset(
    """
    section site sites website page blog blogs post posts posting postings message poster posters user users
    inquiry inquest hearing tribunal jury official officials expert experts analyst analysts economist economists
    researcher researchers scientist scientists author authors doctor doctors lawyer lawyers prosecutor prosecutors
    spokesman spokeswoman spokesperson spokespeople source sources witness witnesses resident residents police
    government ministry minister ministers ministries company companies firm firms union unions council councils court
    courts judge judges board boards agency agencies authority authorities department departments army military navy
    commander commanders general president prime chief chair chairman chairwoman head director directors executive
    executives manager managers adviser advisers aide aides ally allies critic critics opponent opponents supporter
    supporters campaigner campaigners activist activists group groups organisation organisations organization
    organizations charity charities party parties opposition institute institutes university hospital school bank banks
    operator operators regulator regulators maker makers trial trials study studies survey surveys poll polls report
    reports paper papers article articles review reviews estimate estimates data figures document documents letter
    letters email emails statement statements filing filings photo photos footage video videos list lists memo newspaper
    newspapers media outlet outlets agency wire broadcaster channel station people person man woman men women mother
    father parents family families neighbour neighbours neighbor neighbors victim victims survivor survivors worker
    workers farmer farmers fishermen student students teacher teachers team teams committee commission investigators
    investigator inspectors inspector observers observer monitors monitor diplomats diplomat embassy delegation envoy
    ambassador senator senators mp mps lawmakers lawmaker legislator governor mayor mayors secretary member members
    insider insiders lobby association federation predecessor successor owner owners boss captain coach player editor
    editors historian historians engineer engineers meteorologists forecasters seismologists geologists epidemiologist
    epidemiologists administration campaign embassy office bureau service services mission force forces side sides both
    he she they it we i who some many most several others few one analysts investors traders shareholders staff employee
    employees
    """.split()
)


class Phrase(NamedTuple):
    """The words of a noun phrase, from and to; with what is put behind it between commas, if anything is."""

    start: int
    end: int
    apposition: tuple[int, int] | None = None


def before(words: Words, cue: int, start: int) -> Phrase | None:
    """The noun phrase before a verb, or None where there is none: its speaker goes before another verb."""
    end = _before_brackets(words, helpers_before(words, cue, start), start)
    if end <= start:
        return None
    inner = _apposition(words, end, start) if words[end - 1].text == "," else None
    # A comma that nothing opens: Lydia Grey for the Lake Board, says.
    stop = inner[0] - 1 if inner else end - (words[end - 1].text == ",")
    begin = _leftmost(words, stop, start)
    if begin >= stop or words[stop - 1].text in {"who", "which"} or not _is_noun_phrase(words, begin, stop):
        return None
    return Phrase(begin, stop, inner)


def _before_brackets(words: Words, end: int, start: int) -> int:
    """Where a name ends that an abbreviation in brackets follows: the World Health Organization (WHO)."""
    if words[end - 1].text != ")":
        return end
    opened = next((at for at in range(end - 2, max(start, end - 8), -1) if words[at].text == "("), end)
    return opened


def subject(words: Words, start: int, end: int) -> Phrase | None:
    """The noun phrase with which a stretch begins, before its first verb."""
    for at in range(start + 1, end):
        if words[at].quotation >= 0:
            return None
        if words[at].low in FINITE or _looks_finite(words[at].low):
            return before(words, at, start)
    return None


def after(words: Words, at: int, end: int) -> Phrase | None:
    """The noun phrase after a verb: said lead author Mina Korrel of Brookvale University."""
    begin = at
    while at < end and at - begin < _LONGEST and words[at].quotation < 0 and words[at].is_word:
        is_name = words[at].is_name and at > begin and words[at - 1].is_name
        if words[at].low in _BEYOND and not is_name and words[at - 1].low not in _SEEN:
            break
        at += 1
    if at == begin or not _is_noun_phrase(words, begin, at):
        return None
    inner = None
    if at + 1 < end and words[at].text == "," and not _has_name(words, begin, at):
        close = next((n for n in range(at + 1, min(end, at + _LONGEST)) if not words[n].is_word), end)
        inner = (at + 1, close) if _has_name(words, at + 1, close) else None
    return Phrase(begin, at, inner)


def _apposition(words: Words, end: int, start: int) -> tuple[int, int] | None:
    """What lies between the comma before a place and the one before that: an epidemiologist at the institute."""
    close = end - 1
    at = close - 1
    while at > start and close - at < _LONGEST and words[at].text not in {",", ";", ":", "—", "–"}:
        if words[at].quotation >= 0:
            return None
        at -= 1
    if at <= start or words[at].text not in {",", "—", "–"} or at + 1 == close:
        return None
    if words[at + 1].low == "and" and words[at].text == ",":
        # Director of the study, and chairman of the board.
        more = _apposition(words, at + 1, start)
        return (more[0], close) if more else (at + 1, close)
    return at + 1, close


def _leftmost(words: Words, stop: int, start: int) -> int:
    """Where the noun phrase begins that ends at a place."""
    at = stop
    while at > start and stop - at < _LONGEST:
        word = words[at - 1]
        if not word.is_word and word.text not in {"'", "’", "&", "-", "%"}:
            break
        such_as = word.low == "as" and at > 1 and words[at - 2].low == "such"
        if word.quotation >= 0 or (word.low in _BREAKS and not such_as and not _in_relative(words, at - 1, stop)):
            break
        if word.low in {"and", "or", "nor"} and _ends_a_clause(words, at - 1, start):
            break
        at -= 1
        if word.low in _ARTICLES and at > start and _is_plain_noun(words[at - 1]):
            break
    while at < stop and (not words[at].is_word or words[at].low in _LEADING):
        at += 1
    return at


_LEADING = frozenset("and or nor then meanwhile however moreover even with".split())


def _in_relative(words: Words, at: int, stop: int) -> bool:
    """Whether a word is inside of `officials who asked that …`."""
    return any(word.low in {"who", "whose"} for word in words[max(0, at - 6) : at])


def _ends_a_clause(words: Words, at: int, start: int) -> bool:
    """Whether a clause comes before `and`, and not the first half of a pair of speakers."""
    left = at
    while left > start and words[left - 1].is_word and words[left - 1].low not in _BREAKS:
        left -= 1
    return any(word.low in FINITE or _looks_finite(word.low) for word in words[left:at])


def _looks_finite(low: str) -> bool:
    return len(low) > 4 and low.endswith("ed")


def _is_plain_noun(word: Word) -> bool:
    known = _PREPOSITIONS | _ARTICLES | FINITE
    return word.low.isalpha() and not word.is_name and word.low not in known


_DEFINITE = frozenset("the its his her their our".split())
_SHORT = 4


def _is_noun_phrase(words: Words, start: int, end: int) -> bool:
    """Whether somebody or something that can speak is named: no clause, and no bare adverb."""
    found = words[start:end]
    if found[0].low in FINITE or found[0].low in {"to", "not", "there", "what", "here"} or found[0].text == ",":
        return False
    if len(found) == 1 and found[0].low in SAYINGS - PRONOUNS - SPEAKERS:
        return False
    at = next((at for at, word in enumerate(found) if word.low in FINITE), 0)
    if at and not any(word.low in {"who", "whose", "which", "that"} for word in found[:at]):
        return False
    plain = all(word.is_word and word.low not in {"and", "or"} for word in found)
    if found[0].low in _DEFINITE and 1 < len(found) <= _SHORT and plain:
        # The airline, the town's museum.
        return True
    return any(word.is_name or word.low in SPEAKERS or word.low.endswith(("ers", "ists", "ians")) for word in found)


def _has_name(words: Words, start: int, end: int) -> bool:
    return any(word.is_name for word in words[start:end])
