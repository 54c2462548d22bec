"""Drafts of claims with their speakers, from whatever lists them; what is not known is left to be decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, get_args

from explainers.drafts.ids import slug, source_id, unused
from explainers.drafts.item import UNTITLED, clean, in_message, item_of
from explainers.drafts.source import HEAD
from explainers.drafts.sources import Drafts, Stock, actor_named, folded_name, write_source
from explainers.kinds.claim.model import Claim
from explainers.model.edtf_dates import extent
from explainers.tree.write import as_yaml

TYPES = get_args(Claim.model_fields["type"].annotation)
_LABEL = 60
_ID_WORDS = 6
_SIGNS = re.compile(r"([\\\[\]{}*@])")
_NO_ABOUT = "# To be decided: what it is about, as ids of actors, places, events or terms.\n# about: id-of-a-record\n"


@dataclass
class Telling:
    """Somebody says something of a claim, and where that was read."""

    speaker: str | list[str]
    act: str
    source: str
    said: str = ""
    said_in: str = ""
    quote: str = ""
    locator: str = ""
    to_decide: list[str] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)
    """Other fields of an attribution, in their order: as_named, verb, based_on."""
    beside: dict[str, str] = field(default_factory=dict)
    """The words before and after the quotation, where it is not there once."""


@dataclass
class ClaimDraft:
    """A claim as somebody else words it. `key` names it in the file that it is from."""

    key: str
    statement: str
    tellings: list[Telling]
    label: str = ""
    type: str = ""
    about: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    to_decide: list[str] = field(default_factory=list)
    """What has to be decided of the claim itself."""
    quantities: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Its figures; in the statement they are named: {q1}."""
    gaps: list[str] = field(default_factory=list)
    about_doubt: str = ""
    guessed: str = "event"
    """The type, where none is given."""
    is_placeholder: bool = False
    """Whether its label is a placeholder."""
    id_words: str = ""
    """The words that its id is made of, where these are not its label or its statement."""


def write_claim(draft: ClaimDraft, stock: Stock, drafts: Drafts, *, origin: str) -> str:
    """Add a claim to the drafts, unless its statement is there already. Gives the id of the draft, or nothing."""
    same = stock.claims.get(folded_name(draft.statement))
    if same:
        drafts.not_written.append(f"there already: {in_message(draft.key)}: `{same}` has the same statement")
        return ""
    id = unused("-".join(_id_words(draft)[:_ID_WORDS]), stock.taken)
    stock.taken.add(id)
    stock.claims[folded_name(draft.statement)] = id
    path = f"claims/{id}.yml"
    drafts.files[path] = "".join(_lines(draft, stock, origin))
    drafts.said[path] = [f"left out: {left}" for left in draft.left_out]
    if not _about(draft, stock):
        drafts.said[path].append("to be decided: `about`; until then `check` misses it")
    return id


def _id_words(draft: ClaimDraft) -> list[str]:
    """The words of an id. One with figures has none of them: a figure may change, an id does not."""
    words = slug(draft.id_words or draft.label or draft.statement).split("-")
    plain = [word for word in words if not any(sign.isdigit() for sign in word)] if draft.quantities else words
    return plain or words


def _lines(draft: ClaimDraft, stock: Stock, origin: str) -> Iterator[str]:
    yield f"# From {in_message(origin)}: {in_message(draft.key)}.\n"
    yield from (f"# Left out: {left}.\n" for left in draft.left_out)
    yield HEAD
    is_named = draft.label and not draft.is_placeholder
    yield "" if is_named else "# To be decided: a short name, at most 60 characters.\n"
    # A label has no marks.
    yield as_yaml({"label": _cut(_SIGNS.sub("", draft.label or draft.statement)).strip() or "A claim"})
    yield "# To be decided: the proposition in our own words, its figures as {q1} under `quantities`.\n"
    yield as_yaml({"statement": _marked(draft)})
    if not draft.type:
        yield f"# To be decided: one of {', '.join(TYPES)}.\n"
    yield f"type: {draft.type or draft.guessed}\n"
    yield from (f"# To be decided: {each}.\n" for each in draft.to_decide)
    about = _about(draft, stock)
    if about:
        doubt = draft.about_doubt or ("" if draft.about else "what it is about; these are named in its words")
        yield f"# To be decided: {doubt}.\n" if doubt else ""
        yield as_yaml({"about": about})
    else:
        yield _NO_ABOUT
    if draft.quantities:
        yield "# To be decided: what each figure counts, in words that tell it from other counts.\n"
        yield as_yaml({"quantities": draft.quantities})
    yield "attributions:\n"
    for at, telling in enumerate(draft.tellings, 1):
        yield from _telling(telling, at)
    if draft.gaps:
        yield "# To be decided: whether this is left open.\n"
        yield as_yaml({"gaps": draft.gaps})


def _marked(draft: ClaimDraft) -> str:
    """The statement with its figures as they are named, and all other signs as text."""
    plain = _SIGNS.sub(r"\\\1", draft.statement)
    for name in draft.quantities:
        plain = plain.replace(f"\\{{{name}\\}}", f"{{{name}}}")
    return plain


def _telling(telling: Telling, at: int) -> Iterator[str]:
    yield from (f"  # To be decided: {each}.\n" for each in telling.to_decide)
    made: dict[str, Any] = {"id": f"a{at}", "by": telling.speaker}
    made |= {key: telling.more[key] for key in ("as_named", "speaks_for", "joint") if key in telling.more}
    made |= {"act": telling.act, **{key: value for key, value in telling.more.items() if key not in made}}
    made |= {"said_in": telling.said_in} if telling.said_in else {}
    cited = {"source": telling.source, "exact": telling.quote, **telling.beside, "locator": telling.locator}
    made["cites"] = [{key: value for key, value in cited.items() if value}]
    text = "".join(f"  {line}" for line in as_yaml([made]).splitlines(keepends=True))
    yield text.replace("    cites:\n", f"    said: {telling.said}\n    cites:\n", 1) if telling.said else text


def _about(draft: ClaimDraft, stock: Stock) -> list[str]:
    return draft.about or stock.named_in(draft.statement)


def _cut(text: str) -> str:
    """The first words of a text, as many as there is room for."""
    if len(text) <= _LABEL:
        return text.rstrip(".")
    return f"{text[: _LABEL - 1].rsplit(' ', 1)[0]}…"


def day(written: Any) -> str:
    """The day of a date and time, as far as it is one."""
    found = re.match(r"\d{4}(-\d{2}){0,2}", str(written or ""))
    return found[0] if found and extent(found[0]) else ""


def speaker(name: str, stock: Stock, drafts: Drafts, *, origin: str, kind: str = "person") -> str:
    """The id of the actor of a name, drafted where there is none."""
    return actor_named(clean(name), stock, drafts, origin=origin, kind=kind)


def page(address: str, stock: Stock, drafts: Drafts, *, origin: str, **csl: Any) -> str:
    """The id of the source at an address, drafted where there is none."""
    item = item_of({"type": "webpage", "title": UNTITLED, "URL": address, **csl}, 1)
    item.key = address
    same = stock.known.same(item.reference, item.year)
    if same:
        return same[0]
    id = source_id(item, stock.taken)
    write_source(item, id, stock, drafts, origin=origin)
    return id
