"""What could not be established, and the verbs of saying that a source prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explainers.graph.unknowns import unknowns as unknowns_of
from explainers.graph.unknowns_folded import under_heads
from explainers.graph.verb_audit import verb_audit
from explainers.kinds.claim.model import Claim
from explainers.kinds.source.model import Source
from explainers.prose.unknown_words import UNKNOWN_HEADS, unknown_sentence
from explainers.prose.verb_audit_words import compared, verbs_counted, what_is_counted, without_verb
from explainers.text.inline import plain
from tests.graph.records import DATE, actor, claim, graph_of, read_in, record, source
from tests.prose.samples.topic import Topic

KNOWN: dict[str, Any] = {"said": DATE, "based_on": ["own-observation"]}
RECORDS = [
    actor("mara", "Mara Lind", parties=[{"event": "flood", "side": "The lake’s side"}]),
    actor("navy", "Navy", in_text="the navy", parties=[{"event": "flood", "side": "The navy’s side"}]),
    actor("herald", "The Herald"),
    actor("insiders", "Insiders", in_text="unnamed insiders", named=False),
    actor("gazette", "The Gazette", kind="media-organisation"),
    record("event", "flood", name="The flood", kind="other", in_text="the flood"),
    source("paper", publisher="gazette", role="primary"),
    source("copy", publisher="gazette", published={"edtf": "2024-11-12", "basis": "stated"}),
    source("part", publisher="navy", role="primary", seen="excerpt"),
    source("unread", csl={"type": "book", "title": "[The log of the boat]"}, publisher="navy", seen="cited-only"),
]
NOT_FOUND = {"by": ["navy", "herald"], "stance": "no-position-found"}
SEARCH = {"looked_in": "the reports of the agency in May 2024", "as_of": DATE}
CASES: dict[str, dict[str, Any]] = {
    "unnamed": {"a1": KNOWN | {"by": ["insiders"]}},
    "ground": {"a1": {"said": DATE}},
    "ground of several": {"a1": {"said": DATE, "by": ["mara", "navy"]}},
    "no primary source": {"a1": KNOWN | {"cites": read_in("copy")}},
    "position": {"a1": KNOWN, "a2": NOT_FOUND | {"as_of": DATE}},
    "position, looked for": {"a1": KNOWN, "a2": NOT_FOUND | SEARCH},
    "position, no day": {"a1": KNOWN, "a2": NOT_FOUND},
    "passed on": {"a1": {"said": DATE, "act": "relay"}},
    "quotation": {"a1": KNOWN | {"mode": "quotation", "quote_status": "not-found-upstream"}},
    "quotation not looked up": {"a1": KNOWN | {"mode": "quotation", "quote_status": "not-checked"}},
    "inferred step": {
        "a1": {**KNOWN, "by": ["navy"], "based_on": ["a2"], "basis": "inferred", "cites": read_in("copy")},
        "a2": KNOWN,
    },
    "inferred step, one text": {"a1": {**KNOWN, "by": ["navy"], "based_on": ["a2"], "basis": "inferred"}, "a2": KNOWN},
    "inferred step, a post": {
        "a1": {**KNOWN, "by": ["herald"], "based_on": ["a2"], "basis": "inferred", "cites": read_in("copy")},
        "a2": KNOWN | {"said_in": "unread"},
    },
    "no date": {"a1": KNOWN | {"said": {"basis": "unknown"}}},
    "no date of a denial": {"a1": KNOWN | {"stance": "denies", "act": "deny", "said": {"basis": "unknown"}}},
    "inferred date": {"a1": KNOWN | {"said": {"edtf": "2024-11", "basis": "inferred", "note": "So it seems."}}},
    "inferred, by a day": {"a1": KNOWN | {"said": {"edtf": "../2024-11-12", "basis": "inferred", "note": "So."}}},
    "read in part": {"a1": KNOWN | {"cites": read_in("part")}},
    "unread": {"a1": KNOWN | {"cites": read_in("unread")}},
    "gap": {"a1": KNOWN, "gaps": ["Who counted the otters"]},
    "gap, looked for": {"a1": KNOWN, "gaps": [{"text": "Who counted the otters"} | SEARCH]},
}
VERBS = ["revealed", "said", "told", "claimed", "stressed", "insisted", "denied", "announced"]


def unknowns() -> Iterator[Topic]:
    """Each kind of unknown once; then verbs."""
    yield Topic("What could not be established", tuple(_told()))
    yield Topic("The verbs of a source", tuple(_verbs()))


def _told() -> Iterator[tuple[str, str]]:
    for name, said in CASES.items():
        graph = graph_of(claim(**said), *RECORDS)
        for group in under_heads(unknowns_of(graph.of(Claim), graph)):
            for fold in group.folds:
                yield name, f"{UNKNOWN_HEADS[group.head]}: {plain(unknown_sentence(fold.unknown, graph))}"


def _verbs() -> Iterator[tuple[str, str]]:
    said = {
        f"a{n}": KNOWN
        | {"by": ["navy" if n % 3 else "mara"], "verb": verb, "cites": [{"source": "paper", "exact": verb}]}
        for n, verb in enumerate(VERBS * 6, 10)
    }
    graph = graph_of(claim(**said, a9=KNOWN | {"by": ["mara"]}), *RECORDS)
    found = graph.get("paper", Source)
    assert found is not None
    audit = verb_audit(found, graph)
    yield "in all", verbs_counted(audit)
    yield "by side", plain(compared(audit, "flood", graph))
    yield "none", without_verb(audit)
    yield "of what", what_is_counted(audit)
