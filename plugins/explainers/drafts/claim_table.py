"""A table of claims (CSV): one telling a row; rows with the same claim are tellings of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import get_args

from explainers.drafts.claims import TYPES, ClaimDraft, Telling, page, speaker, write_claim
from explainers.drafts.fault import Unreadable
from explainers.drafts.item import clean, in_message
from explainers.drafts.sources import Drafts, Stock
from explainers.kinds.claim.model import Act
from explainers.model.edtf_dates import extent

COLUMNS = ("claim", "speaker", "act", "source", "said", "quote", "locator", "label", "type", "about")
_NEEDED = ("claim", "speaker", "source")
_MOST = 5_000

Row = Mapping[str, str]


def rows_of(text: str) -> Sequence[Row]:
    """The rows, each by its columns. Raises Unreadable."""
    head = text.splitlines()[0]
    delimiter = max(",;\t", key=head.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as fault:
        raise Unreadable(f"is no table (CSV): {fault}") from None
    names = [name.strip().casefold() for name in lines[0]]
    if missing := [name for name in _NEEDED if name not in names]:
        raise Unreadable(
            f"has no column `{'`, `'.join(missing)}`: its first line names the columns: {', '.join(COLUMNS)}"
        )
    if len(lines) > _MOST:
        raise Unreadable(f"has {len(lines):,} rows: add at most {_MOST:,} at a time")
    for at, line in enumerate(lines[1:], 2):
        if len(line) > len(names):
            raise Unreadable(f"has more values than columns in row {at}: put a text with a comma in it into quotes")
    return [dict(zip(names, map(clean, line), strict=False)) for line in lines[1:] if any(map(str.strip, line))]


def table_drafts(rows: Sequence[Row], stock: Stock, *, origin: str) -> Drafts:
    """A draft of each claim, and of the sources and speakers that are not there."""
    drafts, claims = Drafts(), dict[str, ClaimDraft]()
    for at, row in enumerate(rows, 1):
        telling, left = _telling(row, stock, drafts, origin)
        if telling is None:
            drafts.not_written.append(f"entry {at} is not written: {left[0]}")
            continue
        statement = " ".join(row["claim"].split())
        draft = claims.setdefault(statement, ClaimDraft(f"entry {at}", statement, []))
        draft.tellings.append(telling)
        draft.left_out += left
        _describe(draft, row, stock)
    for draft in claims.values():
        write_claim(draft, stock, drafts, origin=origin)
    return drafts


def _telling(row: Row, stock: Stock, drafts: Drafts, origin: str) -> tuple[Telling | None, list[str]]:
    """The telling of a row, with what was left out of it; or none, and why."""
    if missing := [name for name in _NEEDED if not row.get(name)]:
        return None, [f"it has no `{'`, `'.join(missing)}`"]
    source = row["source"]
    if source not in stock.sources and not source.startswith(("http://", "https://")):
        return None, [f"`{in_message(source)}` is neither a source's id nor a web address"]
    left = [
        f"`{in_message(name)}` (`{in_message(value)}`)" for name, value in row.items() if name not in COLUMNS and value
    ]
    cited = source if source in stock.sources else page(source, stock, drafts, origin=origin)
    said, act = row.get("said", ""), row.get("act", "")
    if said and not extent(said):
        left.append(f"`said`: `{in_message(said)}` is not a date")
        said = ""
    if act and act not in get_args(Act):
        left.append(f"`act`: `{in_message(act)}` is not an act")
        act = ""
    to_decide = [] if act else ["what they did: say, estimate, report, deny and others"]
    by = row["speaker"] if row["speaker"] in stock.called else speaker(row["speaker"], stock, drafts, origin=origin)
    quote, locator = row.get("quote", ""), row.get("locator", "")
    if quote and source not in stock.sources:
        # A text that no one says was read is not quoted.
        to_decide.append(f"the quotation, as `exact`, once the source says that it was read: “{in_message(quote)}”")
        quote = ""
    return Telling(by, act or "say", cited, said, "", quote, locator, to_decide), left


def _describe(draft: ClaimDraft, row: Row, stock: Stock) -> None:
    """What is said once of a claim, in whichever row."""
    draft.label = draft.label or row.get("label", "")
    kind = row.get("type", "")
    if kind and kind not in TYPES:
        draft.left_out.append(f"`type`: `{in_message(kind)}` is not a type of claim")
    draft.type = draft.type or (kind if kind in TYPES else "")
    for id in row.get("about", "").replace(",", ";").split(";"):
        if id.strip() in stock.subjects:
            draft.about.append(id.strip()) if id.strip() not in draft.about else None
        elif id.strip():
            draft.left_out.append(f"`about`: `{in_message(id)}` is not an actor, a place, an event or a term")
