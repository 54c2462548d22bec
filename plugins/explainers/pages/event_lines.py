"""Events as pages print them: never without how they are known."""

from __future__ import annotations

from markupsafe import Markup, escape

from explainers.graph.event_accounts import Account, account_of
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.model.base import Date
from explainers.pages.sheet import Sheet
from explainers.prose import event_words
from explainers.text.escaped import as_markup

_MARKS = {"Happened": "happened", "Said": "said"}


def account(sheet: Sheet, event: Event) -> Account:
    """How an event is known."""
    return account_of(event, sheet.graph)


def tag(sheet: Sheet, event: Event) -> str:
    """What can be said of it in two or three words."""
    return event_words.tag(account(sheet, event))


def mark(sheet: Sheet, event: Event) -> str:
    """The class of its mark in a row of time: full only where it happened."""
    return _MARKS.get(tag(sheet, event), "unsure")


def when(sheet: Sheet, event: Event) -> Markup:
    """Its date, marked if no source states it, with the one source that does."""
    known = account(sheet, event)
    unsure = event_words.reservation(event.time, is_ours=known.footing == "unsourced")
    return _dated(event.time, unsure) + sheet.quoted(event_words.reporter(known, sheet.graph))


def said_on(date: Date | None) -> Markup:
    """When something was said, marked if no source states it."""
    return _dated(date, event_words.reservation(date))


def line(sheet: Sheet, event: Event) -> Markup:
    """Who says that it happened and who denies it, under its date and tag; with notes. It may be empty."""
    known = account(sheet, event)
    words = sheet.quoted(event_words.account_sentences(known, sheet.graph))
    return words + _marks(sheet, known) if words else words


def known_from(sheet: Sheet, event: Event) -> Markup:
    """How it is known, in full, with notes."""
    known = account(sheet, event)
    return sheet.quoted(event_words.known_from(known, sheet.graph)) + _marks(sheet, known)


def asserting(sheet: Sheet, event: Event) -> list[Claim]:
    """The claims that say that it happened, as its record names them."""
    return [claim for id in event.claims if (claim := sheet.graph.get(id, Claim))]


def took_part(sheet: Sheet, event: Event) -> str:
    """The heading of those who took part."""
    return event_words.took_part(account(sheet, event))


def beside(sheet: Sheet, id: str) -> Markup:
    """What follows the link to a record: of an event, how it is known; else nothing."""
    event = sheet.graph.get(id, Event)
    if event is None:
        return Markup("")
    words = sheet.quoted(event_words.beside(account(sheet, event), sheet.graph))
    return as_markup(f' <span class="xp-known">({words})</span>')


def briefly(sheet: Sheet, id: str) -> Markup:
    """The same in two or three words, and nothing of an event that is established."""
    words = event_words.hedge(id, sheet.graph)
    return as_markup(f'<span class="xp-known">{escape(words)}</span>' if words else "")


def _dated(date: Date | None, unsure: str) -> Markup:
    words = event_words.date_words(date)
    if not words:
        return Markup('<span class="xp-unknown">date not established</span>')
    aside = f' <span class="xp-inferred">{escape(unsure)}</span>' if unsure else ""
    return as_markup(f'<span class="xp-date">{escape(words)}</span>{aside}')


def _marks(sheet: Sheet, known: Account) -> Markup:
    """The notes of those who speak of an event."""
    return sheet.marks([*known.affirmed, *known.passed_on, *known.given_up, *known.denied, *known.doubted])
