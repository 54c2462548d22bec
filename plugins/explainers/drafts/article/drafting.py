"""The drafts of an article: its source, its speakers, and a claim for each statement that no record cites yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from explainers.checks.quotes import Quotable, quotable
from explainers.drafts.article.article_file import Article
from explainers.drafts.article.article_words import paragraphs
from explainers.drafts.article.claim_words import claim_type, dates_to_decide
from explainers.drafts.article.counted import with_figures_apart
from explainers.drafts.article.explainer_draft import explainer_draft
from explainers.drafts.article.named_in_text import names
from explainers.drafts.article.quoted import beside, exact
from explainers.drafts.article.said import Statement, Teller
from explainers.drafts.article.speaker_names import Speakers, Who
from explainers.drafts.claims import ClaimDraft, Telling, write_claim
from explainers.drafts.ids import LITTLE, source_id, unused
from explainers.drafts.item import in_message, item_of
from explainers.drafts.source import UNKNOWN_PUBLISHER
from explainers.drafts.sources import Drafts, Stock, actor_named, folded_name, write_source
from explainers.tree.write import as_yaml

UNKNOWN_SPEAKER = "[Speaker to be decided]"
_LABEL_WORDS = 8
_MOST_NAMES = 20
_QUOTE = 25  # words of a page that a citation may have, where its source does not say


@dataclass
class Imported:
    """What was made of an article."""

    drafts: Drafts
    source: str = ""
    claims: list[str] = field(default_factory=list)
    """The ids of the claims drafted, in the order of the text."""
    cited: int = 0
    """How many statements records cite already."""
    text: str = ""
    """The name under which the text of a new source is to be kept."""


def import_source(article: Article, stock: Stock, drafts: Drafts, *, origin: str, today: str) -> tuple[str, str, str]:
    """Draft the source of an article, unless it is there: its id, its publisher, and the name of a new one's text."""
    item = item_of(article.csl, 1)
    item.key = item.csl["title"]
    drafts.items.append(item)
    same = stock.texts.get(article.sha256)
    known = (same, "the same text") if same else stock.known.same(item.reference, item.year)
    if known:
        drafts.not_written.append(f"there already: {in_message(item.key)}: `{known[0]}` has {known[1]}")
        return known[0], stock.publishers.get(known[0], ""), ""
    id = source_id(item, stock.taken)
    item.csl.setdefault("accessed", today)
    file = f"{id}.txt"
    kept = as_yaml({"snapshot": {"sha256": article.sha256, "chars": len(article.text), "file": file}})
    lines = f"seen: full-text\n{kept}"
    publisher = write_source(item, id, stock, drafts, origin=origin, unknown=UNKNOWN_PUBLISHER, lines=lines)
    drafts.said[f"sources/{id}.yml"] += article.notes
    return id, publisher, file


def import_article(article: Article, found: Sequence[Statement], stock: Stock, *, origin: str, today: str) -> Imported:
    """Draft what an article says: its source, its speakers, its claims, and an explainer of them."""
    made = Imported(Drafts())
    made.source, publisher, made.text = import_source(article, stock, made.drafts, origin=origin, today=today)
    if not publisher:
        publisher = actor_named(UNKNOWN_PUBLISHER, stock, made.drafts, origin=origin, kind="media-organisation")
    draftsman = _Draftsman(article, stock, made, publisher, origin)
    draftsman.draft(found)
    if made.claims and made.source not in stock.explained:
        title = str(article.csl.get("title") or made.source)
        unknown = [in_message(name) for name in names(article.text) if not stock.knows(name)][:_MOST_NAMES]
        id = unused(f"about-{made.source}", stock.taken)
        path = f"explainers/{id}.yml"
        made.drafts.files[path] = explainer_draft(
            title, made.source, made.claims, draftsman.first, origin=origin, unknown=unknown
        )
        made.drafts.said[path] = [f"named in it, and in no record: {', '.join(unknown)}"] if unknown else []
    return made


class _Draftsman:
    def __init__(self, article: Article, stock: Stock, made: Imported, publisher: str, origin: str) -> None:
        self._text, self._stock, self._made, self._publisher, self._origin = (
            article.text, stock, made, publisher, origin,
        )  # fmt: skip
        self._words: Quotable = quotable(article.text)
        self._speakers = Speakers(article.text)
        self._numbers = _paragraph_numbers(article.text)
        self._most = stock.quote_limits.get(made.source, _QUOTE)
        self._drafted = set[str]()
        self._used = set[str]()
        self.first = ""
        """Who speaks first in a claim that is drafted."""
        self._taken = [
            place for cited in stock.cited.get(made.source, ()) if cited for place in self._words.places(cited)
        ]

    def draft(self, found: Sequence[Statement]) -> None:
        """Draft each statement that is not cited yet, with the answers that come right after it."""
        claims: dict[str, ClaimDraft] = {}
        last: ClaimDraft | None = None
        for one in found:
            speakers = list(self._speakers_of(one))
            if self._is_cited(one):
                self._made.cited += 1
                last = None if one.kind in {"claim", "headline"} else last
            elif one.kind in {"reply", "unverified"}:
                self._answer(one, speakers, last)
            else:
                last = self._joined(self._claim(one, list(self._tellings(one, speakers))), claims)
        for draft in claims.values():
            if id := write_claim(draft, self._stock, self._made.drafts, origin=self._origin):
                self._made.claims.append(id)
                self._used |= _actors(draft)
                speaker = _each(draft.tellings[-1].speaker)[0]
                self.first = self.first or self._stock.called.get(speaker, speaker)
        for id in self._drafted - self._used:
            # Who speaks only in claims that exist already.
            del self._made.drafts.files[f"actors/{id}.yml"]

    @staticmethod
    def _joined(claim: ClaimDraft, claims: dict[str, ClaimDraft]) -> ClaimDraft:
        """A claim, or the one with the same statement, to which its tellings are added: a headline and its sentence."""
        same = claims.setdefault(folded_name(claim.statement), claim)
        if same is claim:
            return claim
        if same.quantities == claim.quantities:
            _join(same, claim.tellings)
            return same
        claims[f"{folded_name(claim.statement)} {len(claims)}"] = claim
        return claim

    def _speakers_of(self, one: Statement) -> Iterator[list[Who]]:
        yield from (self._speakers.of(teller) for teller in one.tellers)

    def _is_cited(self, one: Statement) -> bool:
        """Whether a record cites these words already, or half of them."""
        return any(
            min(end, one.end) - max(start, one.start) >= min(end - start, one.end - one.start) / 2
            for start, end in self._taken
        )

    def _claim(self, one: Statement, tellings: list[Telling]) -> ClaimDraft:
        words = one.proposition or _proposition(self._text[one.inner or one.start : one.end], is_object=bool(one.inner))
        statement, quantities = with_figures_apart(words)
        speakers = [id for telling in tellings for id in _each(telling.speaker)]
        about = self._stock.named_in(words)
        doubt = "what it is about; these are named in its words"
        if not about:
            about, doubt = (
                speakers[-1:],
                "what it is about; nothing in its words has a record, so its speaker is named",
            )
        return ClaimDraft(
            self._place(one),
            statement,
            tellings,
            label=one.label or self._label(speakers[-1], words),
            is_placeholder=not one.label,
            type=one.type,
            guessed=claim_type(words, quantities),
            id_words=" ".join(word for word in words.split() if word.casefold() not in LITTLE),
            about=about,
            to_decide=[*one.to_decide, *dates_to_decide(words)],
            quantities=quantities,
            about_doubt=doubt,
        )

    def _label(self, speaker: str, words: str) -> str:
        """A placeholder: the speaker, and the first words."""
        first = words.split()[:_LABEL_WORDS]
        cut = " …" if len(words.split()) > _LABEL_WORDS else ""
        return f"{self._stock.called.get(speaker, speaker).strip('[]')}: {' '.join(first)}{cut}"

    def _answer(self, one: Statement, speakers: Sequence[list[Who]], claim: ClaimDraft | None) -> None:
        """Put a refusal, a denial or a doubt to the statement that it comes after."""
        if claim is None:
            if one.kind == "reply":
                words = in_message(self._text[one.start : one.end])
                self._made.drafts.not_written.append(f"not written: “{words}”: no draft comes right before it")
        elif one.kind == "unverified":
            place = f"[@{self._made.source}, {self._place(one)}]"
            claim.gaps.append(f"Whether this is so. It could not be checked, as the page says {place}.")
        else:
            tellings = list(self._tellings(one, speakers))
            tellings[-1].to_decide.append("whether this answers the statement above, or another")
            _join(claim, tellings)

    def _tellings(self, one: Statement, speakers: Sequence[list[Who]]) -> Iterator[Telling]:
        """The attributions of a statement, the one that is nearest to the page first."""
        cited = exact(self._text, one.start, one.end, most=self._most)
        quote = " ".join(self._text[cited[0] : cited[1]].split())
        around = beside(self._text, self._words, *cited)
        place = self._place(one)
        if not one.tellers:
            more = {"verb": one.verb} if one.verb else {}
            yield Telling(self._publisher, one.act, self._made.source, "", "", quote, place, [], more, around)
            return
        for depth, teller in enumerate(one.tellers):
            is_last = depth == len(one.tellers) - 1
            made = self._telling(one, teller, speakers[depth], is_last=is_last)
            made.quote, made.locator, made.beside = quote, place, around
            if not is_last:
                made.more["based_on"] = f"a{depth + 2}"
            yield made

    def _telling(self, one: Statement, teller: Teller, people: list[Who], *, is_last: bool) -> Telling:
        found = [self._actor(who) for who in people]
        ids, doubts = [id for id, _ in found], [doubt for _, doubt in found if doubt]
        printed = " and ".join(who.printed for who in people if who.printed)
        called = {self._stock.called.get(id, "") for id in ids}
        more: dict[str, object] = {"as_named": printed} if printed and printed not in called else {}
        if len(people) == 1 and people[0].speaks_for:
            more["speaks_for"] = self._actor(Who(people[0].speaks_for, "", people[0].party_kind))[0]
        more |= {"joint": "as-printed"} if len(ids) > 1 else {}
        verb, hearsay = _without_hearsay(teller.verb)
        more |= {"verb": verb} if verb else {}
        if hearsay:
            doubts.append(f"who reported it; the page says “{hearsay}” and names no one")
        if one.kind == "headline":
            more["mode"] = "headline"
        elif one.quoted and is_last:
            more |= {"mode": "quotation", "quote_status": "not-checked"}
        act: str = "report" if teller.act == "say" and not is_last else teller.act
        # There is nothing to confirm that no one else has said; which of the others it confirms, no rule can tell.
        act = "say" if act == "confirm" and one.kind != "reply" else act
        return Telling(ids if len(ids) > 1 else ids[0], act, self._made.source, to_decide=doubts, more=more)

    def _actor(self, who: Who) -> tuple[str, str]:
        """The id of a speaker, drafted where there is none, and what is not certain about it."""
        name = who.name or UNKNOWN_SPEAKER
        if found := self._stock.actor(name) or self._stock.actor(who.initials):
            return found, who.doubt
        alike, other = self._stock.alike(name, who.kind) if who.named and who.name else ("", "")
        if alike:
            return (
                alike,
                who.doubt or f"whether {in_message(name)} is `{alike}`; another name of it is {in_message(other)}",
            )
        id = actor_named(
            name, self._stock, self._made.drafts, origin=self._origin, kind=who.kind, named=who.named,
        )  # fmt: skip
        self._stock.subject(name, id)
        if "." in who.initials:  # without dots, “US” and “WHO” are words
            self._stock.subject(who.initials, id)
        self._drafted.add(id)
        return id, who.doubt

    def _place(self, one: Statement) -> str:
        return "headline" if one.kind == "headline" else f"para. {self._numbers.get(one.paragraph, 0) or 1}"


def _proposition(words: str, *, is_object: bool) -> str:
    """The words of a statement as what is so: of `the company of hiding it`, `the company: hiding it`."""
    plain = " ".join(words.split())
    if not is_object:
        return plain
    found = _ACCUSED.fullmatch(plain) or _CALLED.fullmatch(plain)
    return f"{found[1]}: {found[2]}" if found else plain


_ACCUSED = re.compile(r"([^,;:.]{1,80}?) (?:of|for) (\w+ing\b.*)")
_CALLED = re.compile(r"([^,;:.\"“]{1,80}?),? ([\"“].*)")


def _join(claim: ClaimDraft, tellings: list[Telling]) -> None:
    """Add tellings to a claim; what they are based on is counted on from those that it has."""
    for telling in tellings:
        if "based_on" in telling.more:
            telling.more["based_on"] = f"a{int(telling.more['based_on'][1:]) + len(claim.tellings)}"
    claim.tellings += tellings


def _without_hearsay(verb: str) -> tuple[str, str]:
    """A verb as printed, and the adverb by which the page passes it on: reportedly warned."""
    found = re.match(r"(.*?)\b(reportedly|allegedly|supposedly|purportedly)\b\s*(.*)", verb, re.IGNORECASE)
    return (f"{found[1]}{found[3]}".strip(), found[2]) if found else (verb, "")


def _paragraph_numbers(text: str) -> dict[int, int]:
    """The numbers of the paragraphs that a reader would count: lines such as headings are none."""
    numbers, found = dict[int, int](), 0
    for at, part in enumerate(paragraphs(text)):
        if not part.is_line:
            found += 1
            numbers[at] = found
    return numbers


def _actors(draft: ClaimDraft) -> set[str]:
    """The actors that a claim names."""
    speakers = {id for telling in draft.tellings for id in _each(telling.speaker)}
    return speakers | {str(telling.more.get("speaks_for", "")) for telling in draft.tellings} | {*draft.about}


def _each(ids: str | list[str]) -> list[str]:
    return [ids] if isinstance(ids, str) else ids
