"""Scenes of which stories are made: each adds people, texts and tellings, and says what comes from what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.stories.builder import Builder
from tests.stories.story import MERGING, Made, Telling, days_after

Scene = Callable[[Builder], None]
CERTAINTIES = ("unstated", "possible", "probable", "certain")


def said_to_a_page(b: Builder) -> None:
    """Somebody says something to a paper, or the paper has it from an agency that it names."""
    extra: dict[str, Any] = {"said_in": b.medium()} if b.happens(0.3) else {}
    b.tell(b.speaker(), b.page(), act=b.pick(["say", "say", "estimate", "suggest"]), **b.said(), **extra)


def said_in_a_text(b: Builder) -> None:
    """A speech is read, and a paper prints what was said in it; not always quite so."""
    who = b.speaker()
    speech = b.own_text(who, read=True)
    said = days_after(b.today)
    first = b.tell(who, speech, said=said, certainty=b.pick(["unstated", "possible", *CERTAINTIES]))
    b.days_pass()
    page = b.page(Made(speech, "quotes"))
    b.tell(who, page, said=said, said_in=speech, comes_from=(first.id,), recorded="said_in", **retold(b, first))


def siblings(b: Builder) -> None:
    """Two papers print one speech that was not read: neither has it from the other."""
    who = b.speaker()
    speech = b.own_text(who)
    figure, said = b.figure(), days_after(b.today)
    for index in range(2):
        page = b.page(Made(speech, "quotes"))
        b.tell(who, page, said=said, said_in=speech, figure=figure if index else b.requalified(figure))
        b.days_pass(2)


def two_utterances(b: Builder) -> None:
    """One speaker on one day, in a post and in a speech, with two figures or one."""
    who, figure, said = b.speaker(), b.figure(), days_after(b.today)
    for again in (figure, b.requalified(figure)):
        text = b.own_text(who)
        b.tell(who, b.page(Made(text, "quotes")), said=said, said_in=text, figure=again)


def two_papers(b: Builder) -> None:
    """One speaker in two papers without a link between them."""
    who, figure = b.speaker(), b.figure()
    b.tell(who, b.page(), figure=figure, **b.said())
    b.days_pass(12)
    b.tell(who, b.page(), figure=b.requalified(figure) if b.happens(0.6) else None, **b.said())


def growth(b: Builder) -> None:
    """One speaker gives three figures on one day, to three papers, each for its hour."""
    who, said = b.body(), days_after(b.today)
    hours = ["T06:00:00Z", "T12:00:00Z", "T18:00:00Z"]
    for clock in b.shuffled(hours) if b.happens(0.5) else hours:
        b.tell(who, b.page(), said=said, clock=clock, act="report")


def passed_on(b: Builder) -> None:
    """A page has it from another page: the same speaker's words, or the paper tells it as its own or as another's."""
    grounds = b.earlier()
    if not grounds:
        return said_to_a_page(b)
    ground = b.pick(grounds)
    b.days_pass()
    form = b.pick(["stated", "inferred", "derived", "derived", "both", "relay", "own", "own"])
    basis = "inferred" if form == "inferred" or (form == "own" and b.happens(0.4)) else "stated"
    made = Made(ground.page, b.pick(MERGING[:4]), b.pick(["stated", "stated", "inferred"]))
    if form in {"derived", "both"}:
        page = b.page(made)
    else:
        page = b.page(*([Made(ground.page, "cites")] if b.happens(0.3) else []))
    given: dict[str, Any] = {"comes_from": (ground.id,), "basis": basis} | retold(b, ground)
    if form in {"relay", "own"}:
        given |= {"act": "relay" if form == "relay" else "report"}
        given.pop("certainty", None)
        b.tell(b.story.texts[page].publisher, page, **given)
        return None
    if form == "derived":
        # What a page is made from does not say which of two passages of it: a headline, or the text.
        same = (
            t
            for t in b.story.of_page(ground.page)
            if t.by == ground.by and (t is ground or not (t.answers or t.replaces))
        )
        given["comes_from"] = tuple(t.id for t in same)
    given |= {
        "recorded": "derived" if form == "derived" else "based_on",
        "said": ground.said,
        "act": given.get("act", ground.act),
    }
    b.tell(ground.by, page, speaks_for=ground.speaks_for, joint=ground.joint, speakers=ground.speakers, **given)
    return None


def two_grounds(b: Builder) -> None:
    """A page has it from two pages: what one of them has did not change."""
    who, figure = b.speaker(), b.figure()
    one = b.tell(who, b.page(), figure=figure, **b.said())
    two = b.tell(who, b.page(), figure=b.requalified(figure), **b.said())
    b.days_pass()
    page = b.page(Made(one.page, "rewrites"), Made(two.page, "rewrites"))
    figure = b.pick([one.figure, two.figure, b.figure()])
    b.tell(who, page, figure=figure, comes_from=(one.id, two.id), said=one.said)


def cited_only(b: Builder) -> None:
    """A page cites another and has the same speaker from elsewhere: nothing joins them."""
    grounds = [ground for ground in b.earlier() if len(ground.by) == 1 and not ground.speaks_for]
    if not grounds:
        return said_to_a_page(b)
    ground = b.pick(grounds)
    b.days_pass()
    page = b.page(Made(ground.page, b.pick(["cites", "quotes"])))
    who = ground.by[0] if b.happens(0.5) and not b.story.cast[ground.by[0]].is_medium else b.speaker()
    b.tell(who, page, figure=b.requalified(ground.figure), **b.said())
    return None


def aggregate(b: Builder) -> None:
    """A page is made from two wires; one speaker is read in a wire, one or two in the page alone."""
    wires = [b.page(), b.page()]
    first = b.tell(b.speaker(), wires[0], **b.said())
    b.days_pass()
    page = b.page(Made(wires[0], b.pick(MERGING[:4])), Made(wires[1], b.pick(MERGING[:4])))
    for _ in range(b.pick([1, 1, 2])):
        b.tell(b.speaker(), page, **b.said())
    if b.happens(0.4):
        b.tell(first.by, page, comes_from=(first.id,), said=first.said, **retold(b, first))


def versions(b: Builder) -> None:
    """A page is brought up to date by its paper."""
    paper, who = b.medium(), b.speaker()
    first = b.tell(who, b.text(paper), **b.said())
    b.days_pass(2)
    page = b.text(paper, Made(first.page, "updates"))
    b.tell(who, page, comes_from=(first.id,), recorded="derived", said=first.said, **retold(b, first))


def without_source(b: Builder) -> None:
    """A paper passes it on and names nobody."""
    page = b.page()
    b.tell(b.story.texts[page].publisher, page, act="relay")


def own_voice(b: Builder) -> None:
    """A paper gives the figure as its own and names nobody, or says that its own people counted."""
    page = b.page()
    ground = b.pick(["", "", "own-observation"])
    b.tell(b.story.texts[page].publisher, page, act="report", ground=ground)


def spokespeople(b: Builder) -> None:
    """A party and its spokesperson, or two of them: one party."""
    party = b.body()
    for _ in range(2):
        who = b.person() if b.happens(0.7) else party
        b.tell(who, b.page(), speaks_for=party if who != party else "", **b.said())
        b.days_pass()


def parts_of_one(b: Builder) -> None:
    """Two parts of one body, each in its own paper."""
    whole = b.body()
    for _ in range(2):
        b.tell(b.body(part_of=whole), b.page(), **b.said())


def joint(b: Builder) -> None:
    """Two parties in one breath."""
    b.tell((b.body(), b.body()), b.page(), joint=b.pick(["as-printed", "together", "separate"]), **b.said())


def plural(b: Builder) -> None:
    """Officials, or several speakers of a body."""
    if b.happens(0.6):
        b.tell(b.officials(), b.page(), **b.said())
    else:
        b.tell(b.body(), b.page(), speakers="several", **b.said())


def retold(b: Builder, ground: Telling) -> dict[str, Any]:
    """What a page makes of what it has from elsewhere."""
    given: dict[str, Any] = {"figure": ground.figure, "certainty": ground.certainty, "act": ground.act}
    change = b.pick(["nothing", "qualifier", "figure", "certainty", "act", "unit", "quotation"])
    given["unit"] = ground.unit
    if change == "qualifier":
        given["figure"] = b.requalified(ground.figure)
    elif change == "figure":
        given["figure"] = b.figure()
    elif change == "certainty":
        given["certainty"] = b.pick([sure for sure in CERTAINTIES if sure != ground.certainty])
    elif change == "act":
        given["act"] = "estimate" if ground.act != "estimate" else "say"
    elif change == "unit":
        given["unit"] = "building" if ground.unit != "building" else b.story.unit
    elif change == "quotation":
        given |= {
            "mode": "quotation",
            "quote_status": b.pick(["found-upstream", "found-changed", "not-found-upstream"]),
        }
    return given
