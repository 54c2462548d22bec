"""ClaimReview, the markup of fact-checks, as claims with the reviewer as another speaker. (schema.org)"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from explainers.drafts.claims import ClaimDraft, Telling, day, page, speaker, write_claim
from explainers.drafts.item import clean, in_message
from explainers.drafts.sources import Drafts, Stock

_INSIDE = ("@graph", "dataFeedElement", "item", "mainEntity", "itemListElement")
# What is read of a review, and of the parts of it.
_READ: Mapping[str, Set[str]] = {
    "": set(
        "claimReviewed itemReviewed author publisher reviewRating url datePublished headline name inLanguage".split()
    ),
    "itemReviewed": set("author datePublished firstAppearance appearance url headline name".split()),
    "author": {"name"},
    "publisher": {"name"},
    "reviewRating": set("alternateName name ratingValue worstRating bestRating".split()),
    "firstAppearance": set("url headline name".split()),
    "appearance": set("url headline name".split()),
}
# What the reviewer does, where its words leave no doubt; all others only pass the claim on, until somebody decides.
_ACTS = {
    **dict.fromkeys(("false", "incorrect", "wrong", "untrue", "fake", "pants on fire"), "deny"),
    **dict.fromkeys(("true", "correct", "accurate"), "confirm"),
}
_DEEPEST = 20


def reviews_in(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """All reviews in a JSON text, wherever they are."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from reviews_in(one, depth + 1)
    elif isinstance(value, Mapping):
        if "claimReviewed" in value:
            yield value
        else:
            yield from (found for key in _INSIDE for found in reviews_in(value.get(key), depth + 1))


def review_drafts(reviews: list[Mapping[str, Any]], stock: Stock, *, origin: str) -> Drafts:
    """A draft of each claim reviewed, of the review and of the page with the claim, as sources, and of their actors."""
    drafts = Drafts()
    for at, review in enumerate(reviews, 1):
        _add(review, at, stock, drafts, origin)
    return drafts


def _add(review: Mapping[str, Any], at: int, stock: Stock, drafts: Drafts, origin: str) -> None:
    key, statement = str(review.get("url") or f"review {at}"), _words(review.get("claimReviewed"))
    reviewer = _name(review.get("author")) or _name(review.get("publisher"))
    address = _address(review.get("url"))
    if not (statement and reviewer and address):
        missing = [
            name for name, there in (("claimReviewed", statement), ("author", reviewer), ("url", address)) if not there
        ]
        drafts.not_written.append(f"{in_message(key)} is not written: it has no `{'`, `'.join(missing)}`")
        return
    about = {"issued": day(review.get("datePublished")), "language": _words(review.get("inLanguage"))}
    title = _words(review.get("headline")) or _words(review.get("name")) or f"[Review of “{in_message(statement)}”]"
    by = speaker(reviewer, stock, drafts, origin=origin, kind="media-organisation")
    cited = page(address, stock, drafts, origin=origin, title=title, publisher=reviewer, **about)
    left = list(_left_out(review))
    tellings = [*_made(review, cited, stock, drafts, origin), _reviewed(review, by, cited)]
    write_claim(ClaimDraft(key, statement, tellings, left_out=left), stock, drafts, origin=origin)


def _left_out(part: Mapping[str, Any], within: str = "", path: str = "") -> Iterator[str]:
    """Every key that nothing is made of."""
    for key, value in part.items():
        if key.startswith("@") or value in (None, "", [], {}):
            continue
        found = _each(value)
        if key not in _READ.get(within, set()) or not found:
            yield f"`{in_message(path + key)}` (`{in_message(value)}`)"
            continue
        first, *others = found
        if others:
            yield f"`{path}{key}`, all but the first (`{in_message(others)}`)"
        if isinstance(first, Mapping):
            yield from _left_out(first, key, f"{path}{key}.")


def _made(review: Mapping[str, Any], cited: str, stock: Stock, drafts: Drafts, origin: str) -> Iterator[Telling]:
    """Who made the claim, where the review says it."""
    item = review.get("itemReviewed")
    item = item if isinstance(item, Mapping) else {}
    name = _name(item.get("author"))
    if not name:
        return
    where = next((one for key in ("firstAppearance", "appearance") for one in _each(item.get(key))), item)
    address = _address(where.get("url") if isinstance(where, Mapping) else where)
    said_in = ""
    if address:
        title = _words(where.get("headline") or where.get("name")) if isinstance(where, Mapping) else ""
        said_in = page(address, stock, drafts, origin=origin, **({"title": title} if title else {}))
    to_decide = ["how the claim was made, as the review tells it"]
    said = day(item.get("datePublished"))
    yield Telling(speaker(name, stock, drafts, origin=origin), "say", cited, said, said_in, to_decide=to_decide)


def _reviewed(review: Mapping[str, Any], by: str, cited: str) -> Telling:
    """What the reviewer finds: its own act, with its own speaker."""
    rating = review.get("reviewRating")
    rating = rating if isinstance(rating, Mapping) else {}
    words = _words(rating.get("alternateName") or rating.get("name"))
    numbers = [
        f"{key} {in_message(rating[key])}" for key in ("ratingValue", "worstRating", "bestRating") if key in rating
    ]
    act = _ACTS.get(words.casefold().strip(" .!"), "relay")
    found = ", ".join([*([f"“{in_message(words)}”"] if words else []), *numbers]) or "nothing"
    to_decide = [f"what the reviewer did (deny, confirm, contest, question, relay); its rating is {found}"]
    return Telling(by, act, cited, day(review.get("datePublished")), to_decide=to_decide)


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _name(value: Any) -> str:
    first = next(iter(_each(value)), None)
    return _words(first.get("name") if isinstance(first, Mapping) else first)


def _address(value: Any) -> str:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else ""


def _words(value: Any) -> str:
    return " ".join(clean(value).split()) if isinstance(value, str) else ""
