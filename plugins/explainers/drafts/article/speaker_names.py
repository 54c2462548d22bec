"""The speakers of an article: the words that name one, as the name, the kind and what is not certain about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from explainers.drafts.article.initials import names_by_initials
from explainers.drafts.article.reporting_verbs import PRONOUNS
from explainers.drafts.article.said import Teller
from explainers.drafts.article.speaker_phrases import SPEAKERS
from explainers.drafts.article.speaker_words import (
    DOCUMENTS,
    KIND_OF,
    NO_FIRST,
    ORGANISATIONS,
    PARTICLES,
    PERSONAL,
    TITLES,
    UNNAMED,
)

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}(?:-\w+)?|[\w&]+(?:[-’'.]\w+)*")
_HEAD_ENDS = re.compile(r"\s+(?:of|at|for|from|in|on|with|to|by|who|whose|which|that|familiar|close)\s", re.IGNORECASE)


# Engineers, authors, scientists: people, and no organisation.
_DOERS = ("ers", "ors", "ists", "ians", "men", "women")


@dataclass(frozen=True)
class Who:
    """A speaker: the name of the actor, the words of the page, and what is to be decided about it."""

    name: str
    printed: str
    kind: str
    named: bool = True
    doubt: str = ""
    speaks_for: str = ""
    """For whom a spokesperson speaks, by name, and what that is."""
    party_kind: str = "institution"
    initials: str = ""
    """The initials that the page has for the name."""


class Speakers:
    """Who speaks in an article. What was named before decides who “he” and “the company” are."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._full = _full_names(text)
        self._by_initials = names_by_initials(text)
        self._people: list[Who] = []
        self._others: list[Who] = []

    def of(self, teller: Teller) -> list[Who]:
        """The speakers that the words of a teller name, each by itself."""
        words = _plain(self._text[teller.start : teller.end])
        beside = _plain(self._text[slice(*teller.apposition)]) if teller.apposition else ""
        pair = _pair(words) if not beside else []
        found = [self._one(part, "") for part in pair] if pair else [self._one(words, beside)]
        if (party := _party(f"{words}, {beside}")) and len(found) == 1:
            whole = self._one(party, "")
            found = [replace(found[0], speaks_for=whole.name, party_kind=whole.kind)]
        for who in found:
            self._remember(who)
        return found

    def _remember(self, who: Who) -> None:
        is_person = who.kind == "person" or (who.kind == "unnamed-source" and not who.doubt)
        kept, line = replace(who, doubt=""), self._people if is_person else self._others
        if who.printed.casefold() not in PRONOUNS:
            line.append(kept)

    def _one(self, words: str, beside: str) -> Who:
        if not words:
            return Who("", "", "unnamed-source", named=False, doubt="who says this")
        if words.casefold() in PRONOUNS:
            return self._pronoun(words)
        shown = re.sub(r"^(?:both|even|the|a|an)\s+", "", words, flags=re.IGNORECASE)
        head = _HEAD_ENDS.split(shown, maxsplit=1)[0]
        name = _name_in(head)
        is_noun = head == name and name.casefold() in SPEAKERS
        has_name = bool(name) and head.endswith(name) and not is_noun
        if _is_name_alone(beside) and not has_name:
            kind = self._by_noun(shown, head, words).kind
            kind = "person" if kind.startswith("unnamed") or " " in beside else kind
            return Who(self._full_name(beside), f"{words}, {beside}", kind)
        if has_name:
            return self._named(name, head, words, beside, article=words[:4].casefold() == "the ")
        return self._by_noun(shown, head, words)

    def _pronoun(self, words: str) -> Who:
        low = words.casefold()
        known = self._people if low in {"he", "she", "who", "i"} else self._others if low == "it" else []
        last = known[-1] if known else next(iter([*self._others[-1:], *self._people[-1:]]), None)
        if last is None:
            return Who("", words, "unnamed-source", named=False, doubt=f"who “{words}” is")
        return replace(last, printed=words, doubt=f"whether “{words}” is {last.name}, who is named before")

    def _named(self, name: str, head: str, words: str, beside: str, *, article: bool) -> Who:
        """A speaker with a name: a person, or an organisation."""
        if whole := self._by_initials.get(name.replace(".", "")):
            return Who(whole, words, KIND_OF.get(whole.split()[-1].casefold(), "institution"), initials=name)
        full = self._full_name(name)
        first = head[: -len(name)].split()
        last = re.split(r"[\s-]", full)[-1].casefold()
        is_titled = bool(first) and (first[-1].casefold() in TITLES or bool(PERSONAL.fullmatch(first[-1])))
        is_known = any(who.name == full for who in self._people)
        is_person = is_titled or is_known or " " in full or bool(beside and PERSONAL.search(beside))
        if (article and not is_titled) or last in ORGANISATIONS or _is_acronym(full):
            is_person = False
        if is_person:
            return Who(full, words, "person")
        printed_kind = KIND_OF.get(last, "institution")
        unit = _long_name(words, name)
        return Who(unit, words, KIND_OF.get(unit.split()[-1].casefold(), printed_kind))

    def _by_noun(self, shown: str, head: str, words: str) -> Who:
        """A speaker by what it is: two officials, the ministry, a price list."""
        nouns = [word.casefold() for word in _WORD.findall(head)]
        noun = next((word for word in reversed(nouns) if word in SPEAKERS), nouns[-1] if nouns else "")
        inside = re.search(r"(?<!seen)(?<!obtained)(?<!reviewed)(?<!cited) (?:from|by|in|of) (?:the )?([A-Z].*)", shown)
        if noun in DOCUMENTS and inside and noun in {"report", "reports", "article", "articles", "estimates"}:
            name = _long_name(inside[1], inside[1])
            return Who(name, words, KIND_OF.get(name.split()[-1].casefold(), "institution"))
        earlier = self._earlier(noun, words) if noun not in UNNAMED and noun not in DOCUMENTS else None
        if earlier:
            return earlier
        name = shown[:1].upper() + shown[1:]
        if noun in DOCUMENTS:
            doubt = f"whose words these are: “{words}” is a text or a picture"
            return Who(name, words, "unnamed-source", named=False, doubt=doubt)
        many = noun.endswith("s") or noun in {"people", "men", "women", "some", "many", "most", "several", "team"}
        is_definite = words.casefold().startswith(("the ", "its ", "his ", "her ", "their ", "our "))
        if noun in UNNAMED or (many and (noun.endswith(_DOERS) or not is_definite)):
            return Who(name, words, "unnamed-group" if many else "unnamed-source", named=False)
        kind = next((KIND_OF[word] for word in reversed(nouns) if word in KIND_OF), "institution")
        return Who(name, words, kind)

    def _earlier(self, noun: str, words: str) -> Who | None:
        """The speaker that “the ministry” is: the last one with that noun, else the last company."""
        if not words.casefold().startswith(("the ", "its ", "his ", "her ", "their ")) or len(words.split()) > 2:
            return None
        same = [who for who in self._others if noun in who.name.casefold().split()]
        same = same or [
            who for who in self._others if noun in {"company", "firm"} and who.kind in {"company", "institution"}
        ]
        if not same:
            return None
        last = same[-1]
        return replace(last, printed=words, doubt=f"whether “{words}” is {last.name}, which is named before")

    def _full_name(self, name: str) -> str:
        return self._full.get(name, name)


def _full_names(text: str) -> dict[str, str]:
    """Family names that are printed alone somewhere, with the names of which they are the last word."""
    runs = re.findall(
        r"(?<![\w’'-])[A-Z][\w’'-]*(?: (?:[A-Z]\w*[’'-]?\w*|(?:al|bin|de|van|von|der|la|el)\b-?\w*)){1,4}",
        text[:200_000],
    )
    found: dict[str, str] = {}
    for run in runs:
        name = without_titles(_base(run))
        words = name.split()
        if 2 <= len(words) <= 4 and not _is_no_name(words):
            alone = rf"(?<![\w’'-])(?<!{re.escape(words[-2])} ){re.escape(words[-1])}(?![\w-]| [A-Z])"
            if re.search(alone, text):
                found.setdefault(words[-1], name)
    return found


def _is_no_name(words: list[str]) -> bool:
    first, last = words[0].casefold(), words[-1].casefold()
    possessive = any(re.search(r"[’']s?$", word) for word in words[:-1])
    return possessive or first in NO_FIRST or last in ORGANISATIONS | NO_FIRST or len(last) < 2


_ONE = r"(?:[Tt]he )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}"


def _party(words: str) -> str:
    """For whom a spokesperson speaks: a spokesman for the ministry."""
    found = re.search(r"\bspokes(?:man|woman|person|people) (?:for|of) ([^,;]{2,80})", words, re.IGNORECASE)
    return found[1].strip() if found else ""


def _pair(words: str) -> list[str]:
    """Two speakers that are named together: Northland and the U.S., neither she nor her employer."""
    if neither := re.fullmatch(r"[Nn]either (.{1,80}?) nor (.{1,80})", words):
        return [neither[1], neither[2]]
    found = re.fullmatch(
        rf"(?:[Bb]oth )?({_ONE}) and ({_ONE})",
        words,
    )
    if not found or not all(_name_in(re.sub(r"^the ", "", part, flags=re.IGNORECASE)) for part in found.groups()):
        return []
    return [found[1], found[2]]


def _name_in(head: str) -> str:
    """The name at the end of a phrase, without titles: Northland Army Commander Mara Lind."""
    words = [word for word in _WORD.findall(head) if not word.endswith("-based")]
    at = len(words)
    while at and (_is_capital(words[at - 1]) or (words[at - 1].casefold() in PARTICLES and at < len(words))):
        at -= 1
    return without_titles(" ".join(words[at:]))


def without_titles(name: str) -> str:
    """A name without what goes before it: Northland President, Malaysia's Prime Minister."""
    words = name.split()
    last = max((at for at, word in enumerate(words) if word.casefold().strip(".") in TITLES), default=-1)
    kept = words[last + 1 :] if last + 1 < len(words) else words
    if len(kept) == 1 and kept[0].casefold() in ORGANISATIONS:
        kept = words
    owner = next((at for at, word in enumerate(kept[:-1]) if re.search(r"[’']s$", word)), -1)
    return _base(" ".join(kept[owner + 1 :]))


def _long_name(words: str, name: str) -> str:
    """The whole name of an institution: Institute for the Study of War."""
    found = re.search(rf"{re.escape(name)}(?:(?: of| for| and| the| on| in)* [A-Z][\w’'-]*)*", words)
    return re.sub(r"^\S+-based ", "", _base(found[0])) if found else name


def _base(name: str) -> str:
    return re.sub(r"[’']s?$", "", name)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or bool(re.match(r"(?:al|el|de)-[A-Z]", word))


def _is_name_alone(words: str) -> bool:
    found = _WORD.findall(words)
    return 1 <= len(found) <= 4 and all(_is_capital(word) or word.casefold() in PARTICLES for word in found)


def _is_acronym(name: str) -> bool:
    return len(name) > 1 and name.replace(".", "").isupper()


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:")
