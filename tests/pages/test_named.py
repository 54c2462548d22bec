"""No text that a reader can meet alone has a claim's label or statement in it without a speaker of that claim.

Titles, headings, breadcrumbs, descriptions, links, citations, the feed and the data in the head of a page, of sites
with odd labels, statements and names. No description ends in the middle of a sentence, and none drops a denial.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainers.exports.feed import feed_file
from explainers.graph.graph import Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.pages.page import Page
from explainers.prose.proposition import proposition
from explainers.prose.site import Site
from explainers.text.inline import plain, uncited
from tests.graph.records import DATE, actor, claim, graph_of, place, record, source
from tests.pages.made import pages

LABELS = [
    "Ferries cancelled at Port Nore",
    "The council hides the otters",
    "“Full” lakes, rivers and ponds",
    "Who fired first?",
    "Otters & <b>boats</b> in the U.S.",
    "The lake is full.",
    "Weapons of Berg & Sons Co.",
    "what the small otters do",
    "Otters: a count",
    "第一湖的水獭",
]
STATEMENTS = [
    "The lake holds {q1} otters.",
    "All of the {q1} otters in the long lake, in the river that leaves it and in the ponds around the town have left "
    "for the sea since the beginning of the year, and none of them has come back so far.",
    "Otters number {q1}.",
    "The U.S. has {q1} otters.",
    "“Full” is the lake with {q1} otters",
]
NAMES = [
    ("Mara Lind", None),
    ("United States", "the United States"),
    ("Officials", "unnamed officials of the United States"),
    ("O’Neill, Hart and Co.", None),
    ("Who?", None),
    ("“The Post”", None),
    ("Володимир Зеленський", "the president, Володимир Зеленський"),
    ("iRobot", None),
]
SPEAKERS = [f"zz-speaker-{n}" for n in range(len(NAMES))]
ACTS = (
    "say estimate allege report relay confirm predict promise suggest order rule deny question contest decline "
    "no-answer not-reached neither no-comment"
).split()
ENDS = re.compile(r"[.!?…。][”’\"')\]]*\Z")


@st.composite
def attributions(draw: st.DrawFn) -> dict[str, Any]:
    """Someone does something with a claim, or with a part of it."""
    by = draw(st.lists(st.sampled_from(SPEAKERS), min_size=1, max_size=5, unique=True))
    given = {"by": by, "act": draw(st.sampled_from(ACTS)), "cites": [{"source": "paper"}]}
    kind = draw(st.sampled_from(["plain", "plain", "partial", "retracts", "silent", "doubts"]))
    if kind == "partial":
        given["cites"] = [{"source": "paper", "role": "partly"}]
    elif kind == "silent":
        given |= {"stance": "no-position-found", "as_of": DATE}
    elif kind != "plain":
        given |= {"stance": kind, "act": "say"}
    if draw(st.booleans()):
        given["said"] = {"edtf": draw(st.sampled_from(["2024-11-01", "2024-11-02", "2024-11-03"])), "basis": "stated"}
    return given


@st.composite
def sites(draw: st.DrawFn) -> Site:
    """A few claims that bear on each other, in an explainer."""
    people = [
        actor(id, name, in_text=in_text, named=name != "Officials")
        for id, (name, in_text) in zip(SPEAKERS, NAMES, strict=True)
    ]
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=1, max_size=4, unique=True))
    ids = [f"zz-claim-{n}" for n in range(len(labels))]
    statements = draw(st.permutations(STATEMENTS))
    claims = []
    for id, label, statement in zip(ids, labels, statements, strict=False):
        said = draw(st.lists(attributions(), min_size=1, max_size=4))
        more: dict[str, Any] = {"status": "withdrawn", "reason": "A slip."} if draw(st.booleans()) else {}
        if id != ids[0]:
            bearing = draw(st.sampled_from(["supports", "outcome-of", "part-of"]))
            more["relations"] = [{"type": bearing, "to": ids[0], "drawn_by": "editors"}]
        claims.append(
            claim(
                id,
                statement,
                label=label,
                tags=["otters"],
                quantities={"q1": {"of": "otters", "relation": "about", "value": 5000}},
                updates=[{"date": DATE, "field": "label", "from": "Old", "to": label, "kind": "update", "why": "So."}],
                **{f"a{n}": one for n, one in enumerate(said, start=1)},
                **more,
            )
        )
    told = record(
        "explainer", "zz-explainer", question="What of it?", answer=f"See [[{ids[0]}]].", claims=ids, article="paper",
    )  # fmt: skip
    others = [actor("gazette", "The Gazette"), place("lake", "Long Lake"), source("paper"), told]
    return Site(graph_of(*claims, *people, *others), url="https://example.org/")


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def alone(page: Page) -> Iterator[tuple[str, str]]:
    """What a reader can meet of a page without the rest of it, each with what it is."""
    yield "title", page.title
    yield "description", page.description
    html = page.html
    for name, found in {
        "heading": r"<h[1-6][^>]*>(.*?)</h[1-6]>",
        "step of the breadcrumb": r'<li aria-current="page">(.*?)</li>',
        "citation": r'<details class="xp-cite">(.*?)</details>',
        "title of a drawing": r"<title[^>]*>(.*?)</title>",
        "words for the ear": r'<span class="xp-sr">(.*?)</th>',
        "entry of the timeline": r'<li class="xp-(?:said|happened)">(.*?)</li>',
        "name of a control": r'aria-label="([^"]*)"',
    }.items():
        yield from ((name, text_of(match[1])) for match in re.finditer(found, html, re.DOTALL))
    elsewhere = re.sub(r'<ol class="xp-timeline">.*?</ol>', "", html, flags=re.DOTALL)
    yield from (("link", text_of(m[1])) for m in re.finditer(r"<a [^>]*>(.*?)</a>", elsewhere, re.DOTALL))
    if page.jsonld:
        yield from names_in(json.loads(page.jsonld))


def names_in(value: Any) -> Iterator[tuple[str, str]]:
    """The names, headlines and texts in data for programs."""
    if isinstance(value, dict):
        keys = ("name", "headline", "text", "description")
        yield from ((f"JSON-LD {key}", value[key]) for key in keys if isinstance(value.get(key), str))
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from names_in(inner)


def feed_texts(site: Site) -> Iterator[tuple[str, str]]:
    for element in ET.fromstring(feed_file(site).data).iter():
        if element.tag.endswith(("title", "summary")):
            yield "feed", element.text or ""


def bare(text: str, graph: Graph) -> list[str]:
    """The labels and statements in a text of whose claim no speaker stands in it."""
    return [
        words
        for claim in graph.of(Claim)
        for words in words_of(claim, graph)
        if words.casefold() in text.casefold() and not any(name in text for name in speakers_of(claim, graph))
    ]


def words_of(claim: Claim, graph: Graph) -> set[str]:
    said = {plain(uncited(proposition(ref, graph))) for ref in graph.refs(claim)}
    return {" ".join(words.split()).rstrip(".") for words in (claim.label, *said)}


def speakers_of(claim: Claim, graph: Graph) -> set[str]:
    actors = [graph.get(id, Actor) for attribution in claim.attributions for id in attribution.by]
    names = {name for actor in actors if actor for name in (actor.name, actor.in_sentence)}
    return names | {f"{name[:1].upper()}{name[1:]}" for name in names}


@given(sites())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_has_a_claim_without_its_speaker(site: Site) -> None:
    met = [(page.path, *text) for page in pages(site) for text in alone(page)]
    met += [("feed", *text) for text in feed_texts(site)]
    assert [(path, kind, text) for path, kind, text in met if bare(text, site.graph)] == []
    label = next(iter(site.graph.of(Claim))).label.rstrip(".")
    assert sum(label in text for _, _, text in met) > 10


@given(sites())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_description_is_whole_sentences_and_drops_no_denial(site: Site) -> None:
    for page in pages(site):
        if claim := site.graph.get(page.record, Claim):
            assert ENDS.search(page.description), page.description
            for stance, verb in {"denies": "denied", "doubts": "doubt", "retracts": "statement"}.items():
                whole = [a for a in claim.attributions if a.stance == stance and not a.is_partial]
                said = verb in page.description or "taken back" in page.description or "question" in page.description
                assert said or "untrue" in page.description or not whole, (stance, page.description)


def test_a_bare_label_and_a_bare_statement_would_be_found() -> None:
    graph = graph_of(claim(label="Full lakes"), actor("mara", "Mara Lind"), source("paper"))
    assert bare("Full lakes", graph) == ["Full lakes"]
    assert bare("We know it: the lake is full.", graph) == ["The lake is full"]
    assert bare("Full lakes, according to Mara Lind", graph) == []
