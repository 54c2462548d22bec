"""How an event is known, in words: that it happened only where the editors vouch for it, else who says so.

Nothing else may print the name of an event as that of something that happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explainers.graph.event_accounts import Account, account_of
from explainers.graph.graph import Graph
from explainers.kinds.claim.model import Attribution
from explainers.kinds.event.model import Event
from explainers.kinds.source.model import Source
from explainers.model.base import Date
from explainers.prose.ends import finished
from explainers.prose.lists import few, joined
from explainers.prose.plain_text import plain_text
from explainers.prose.reference import cited_by
from explainers.prose.speakers import in_a_list, named, speaker, speakers, teller
from explainers.text.inline import Inline, Paragraph, Words, plain

# Of more speakers than so many, the first are named and the others counted.
_MOST = 7
_SAID_TO_HAVE_HAPPENED = "Said to have happened"
# A name that hedges already: Weapons said to be sent, The alleged briefing. Port Said does not.
_HEDGED = re.compile(r"\bsaid to\b|\b[Aa]lleged(?:ly)?\b|\b[Rr]eportedly\b|\b[Pp]urported(?:ly)?\b|^Reported\b")


def tag(account: Account) -> str:
    """What can be said of an event in two or three words."""
    if account.footing == "unsourced":
        return "Without a source"
    if account.footing == "no-longer-said":
        return "No longer said"
    if account.event.kind == "speech-act":
        return "Said"
    return "Happened" if account.footing == "established" else _SAID_TO_HAVE_HAPPENED


def heading(event: Event, graph: Graph) -> str:
    """An event's name where it is met alone: in a title, a heading, a feed."""
    account = account_of(event, graph)
    is_clear = account.has_summary and bool(_HEDGED.search(event.name))
    if account.footing == "established" or is_clear:
        return event.name
    return f"{'Reported' if tag(account) == 'Said' else tag(account)}: {event.name}"


def took_part(account: Account) -> str:
    """The heading of those who took part."""
    if account.footing == "established":
        return "Who took part"
    return "Who is named in it" if not account.has_summary else "Who is said to have taken part"


def date_words(date: Date | None) -> str:
    """When it was; of a stretch without a beginning, its end."""
    return date.spoken if date else ""


def reservation(date: Date | None, *, is_ours: bool = False) -> str:
    """What is not sure of a date: that no one else gives it, that we concluded it, or that nothing confirms it."""
    if date is None or not date.edtf:
        return ""
    return "our date" if is_ours else {"inferred": "inferred", "unknown": "not confirmed"}.get(date.basis, "")


def reporter(account: Account, graph: Graph) -> Paragraph:
    """What follows the date, where one source that we read states it: `, as reported by OCHA`."""
    return (Words(", "), *_as_reported(account, graph)) if _dates_it(account) else ()


def account_sentences(account: Account, graph: Graph) -> Paragraph:
    """How an event is known, in separate sentences, beneath its date and its tag."""
    is_clear = account.footing == "unsourced" or _dates_it(account)
    head = () if is_clear else _ground(account, graph)
    return _in_a_row([*([finished(head)] if head else []), *_opposed(account, graph)])


def known_from(account: Account, graph: Graph) -> Paragraph:
    """The same where no tag comes before it: `Said to have happened, according to Ana Vale. Otto Ask denied it.`"""
    if account.footing == "established":
        return (Words("The editors treat it as established."),)
    if account.footing == "no-longer-said":
        return account_sentences(account, graph)
    ground = _ground(account, graph, as_reported=True)
    first = ground if account.footing == "unsourced" else finished([Words(f"{tag(account)}, "), *ground])
    return _in_a_row([first, *_opposed(account, graph)])


def beside(account: Account, graph: Graph) -> Paragraph:
    """The same in a list, after the event's name, without a full stop."""
    words = _small(tag(account))
    if account.footing in {"established", "no-longer-said", "unsourced"}:
        return (Words(words),)
    denied = [Words("; "), *_denied(account.denied, graph)] if account.denied else []
    return (Words(f"{words}, "), *_ground(account, graph, as_reported=True), *denied)


def hedge(id: str, graph: Graph) -> str:
    """What goes after an event's name in a sentence, where it is not established; nothing after another record's."""
    event = graph.get(id, Event)
    account = account_of(event, graph) if event else None
    if account is None or account.footing == "established":
        return ""
    return " (for which no source is cited)" if account.footing == "unsourced" else f" ({_small(tag(account))})"


def described(account: Account, graph: Graph) -> str:
    """How an event is known, as plain text."""
    return " ".join(plain(known_from(account, graph)).split())


def event_in_short(event: Event, graph: Graph) -> str:
    """How an event is known, and its summary where somebody answers for it, as plain text."""
    account = account_of(event, graph)
    summary = " ".join(plain_text(event.summary or "", graph).split()) if account.has_summary else ""
    return summary if account.footing == "established" else f"{described(account, graph)} {summary}".rstrip()


def _ground(account: Account, graph: Graph, *, as_reported: bool = False) -> Paragraph:
    """Who says that it happened."""
    if account.footing == "said":
        return (Words("according to "), *_all(account.affirmed, graph))
    if account.footing == "passed-on":
        return (Words("as passed on by "), *_all(account.passed_on, graph), Words(", with no position taken"))
    if account.footing == "no-longer-said":
        return _in_a_row([*_no_longer(account, graph)])
    if account.footing == "reported":
        return _as_reported(account, graph) if as_reported or account.is_unread else _reported_by(account, graph)
    return (Words("No source that we cite reports it."),) if account.footing == "unsourced" else ()


def _no_longer(account: Account, graph: Graph) -> Iterator[Paragraph]:
    """That no one says so any more, and what became of those who did."""
    yield (Words("Nobody on record says so any more."),)
    left = [a for a in account.given_up if not _is_among(a, (*account.denied, *account.doubted))]
    if left:
        yield finished([*_who(left, graph), Words(" took it back")])
    if account.replaced:
        yield finished(
            [Words("What "), *_who(account.replaced, graph), Words(" said was replaced by a later statement")]
        )
    if account.withdrawn:
        several = len(account.withdrawn) > 1
        yield (Words(f"The editors withdrew the {'claims that say' if several else 'claim that says'} so."),)


def _is_among(attribution: Attribution, others: Sequence[Attribution]) -> bool:
    return set(attribution.by) <= {actor for other in others for actor in other.by}


def _opposed(account: Account, graph: Graph) -> Iterator[Paragraph]:
    """Who denies an event, and who doubts it, each in a sentence."""
    if account.denied:
        yield finished(_denied(account.denied, graph))
    if account.doubted:
        yield finished([*_who(account.doubted, graph), Words(" doubted it")])


def _denied(attributions: Sequence[Attribution], graph: Graph) -> Paragraph:
    return (*_who(attributions, graph), Words(" denied it"))


def _who(attributions: Sequence[Attribution], graph: Graph) -> Paragraph:
    """Who speaks in some attributions, before their verb."""
    return speakers(attributions, graph) if len(attributions) == 1 else _each(attributions, graph)


def _all(attributions: Sequence[Attribution], graph: Graph) -> Paragraph:
    """The same where no verb follows."""
    return in_a_list(attributions, graph) if len(attributions) == 1 else _each(attributions, graph)


def _each(attributions: Sequence[Attribution], graph: Graph) -> Paragraph:
    """Several speakers, each with the party that this one speaks for: the others do not."""
    through: dict[str, str] = {}
    behalf: dict[str, dict[str, None]] = {}
    for attribution in attributions:
        for actor in attribution.by:
            through[actor] = through.get(actor) or teller(attribution, graph)
            behalf.setdefault(actor, {}).update(dict.fromkeys(filter(None, [attribution.speaks_for])))
    names = []
    for actor, parties in behalf.items():
        others = [[named(id, graph)] for id in parties if id != actor]
        aside = [Words(" (for "), *joined(others), Words(")")] if others else []
        names.append([*speaker(actor, graph, through[actor]), *aside])
    return tuple(few(names, most=_MOST))


def _dates_it(account: Account) -> bool:
    """Whether the date is that of the only source that reports the event, and that we have read it there."""
    date = account.event.time
    stated = date is not None and bool(date.edtf) and date.basis == "stated"
    return stated and account.footing == "reported" and len(_publishers(account.sources)) == 1 and not account.is_unread


def _as_reported(account: Account, graph: Graph) -> Paragraph:
    """As reported by OCHA; according to OCHA, as cited by Reuters; according to the mayor’s own text."""
    part = " in part" if account.in_part else ""
    publishers = _publishers(account.sources)
    names = _names(publishers, graph)
    if account.is_unread:
        return (Words("according to "), *names, *_through(account.sources, graph))
    if publishers == _own(account):
        return (Words(f"according{part} to "), *names, Words("’s own text"))
    return (Words(f"as reported{part} by "), *names)


def _reported_by(account: Account, graph: Graph) -> Paragraph:
    publishers = _publishers(account.sources)
    names = _names(publishers, graph)
    if publishers == _own(account):
        return (Words("known from "), *names, Words("’s own text"))
    return (Words(f"reported{' in part' if account.in_part else ''} by "), *names)


def _own(account: Account) -> tuple[str, ...]:
    """For something said, the only publisher of what we read, if it took part: its speaker."""
    publishers = _publishers(account.sources)
    taking_part = {participant.actor for participant in account.event.participants}
    own = account.event.kind == "speech-act" and len(publishers) == 1 and publishers[0] in taking_part
    return publishers if own else ()


def _through(sources: Sequence[Source], graph: Graph) -> Paragraph:
    """Through whom we know sources that we have not read."""
    ids = [id for source in sources for id in cited_by(source, graph)]
    citing = _publishers([source for id in ids if (source := graph.get(id, Source))])
    if not citing:
        return (Words(", in a text that we have not read"),)
    return (Words(", as cited by "), *_names(citing, graph))


def _publishers(sources: Sequence[Source]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.publisher for source in sources))


def _names(ids: Sequence[str], graph: Graph) -> list[Inline]:
    return few([[named(id, graph)] for id in ids])


def _small(words: str) -> str:
    return words[0].lower() + words[1:]


def _in_a_row(sentences: Sequence[Paragraph]) -> Paragraph:
    row: list[Inline] = []
    for sentence in sentences:
        row += [Words(" "), *sentence] if row else sentence
    return tuple(row)
