"""A record in a few whole sentences: for search engines, search results and previews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch

from explainers.graph.answers import is_on_all_of, on_claim
from explainers.graph.endings import ending
from explainers.graph.graph import AttributionRef, Graph
from explainers.kinds.claim.model import Attribution, Claim, Stance
from explainers.kinds.event.model import Event
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.prose.ends import finished
from explainers.prose.event_words import event_in_short
from explainers.prose.labels import in_a_row
from explainers.prose.plain_sentence import plain_clauses
from explainers.prose.plain_text import plain_text
from explainers.prose.reference import reference
from explainers.prose.sentence import WITHDRAWN
from explainers.prose.site import Site
from explainers.prose.verbs import position_taken
from explainers.text.inline import Words, plain, uncited

# What search engines show. A sentence is never cut: the first may be longer.
ROOM = 160


@singledispatch
def in_short(record: Record, site: Site) -> str:
    """A claim with its speakers, or what the editors wrote about a record, whole."""
    return _plain(record.summary, site)


@in_short.register
def _of_claim(claim: Claim, site: Site) -> str:
    return claim_in_short(claim, site.graph)


@in_short.register
def _of_event(event: Event, site: Site) -> str:
    return event_in_short(event, site.graph)


@in_short.register
def _of_explainer(explainer: Explainer, site: Site) -> str:
    return _plain(explainer.summary or explainer.answer, site)


@in_short.register
def _of_source(source: Source, site: Site) -> str:
    if source.summary:
        return _plain(source.summary, site)
    return plain(uncited(site.references.get(source.id) or reference(source, site.graph, site.language)))


def _plain(text: str | None, site: Site) -> str:
    return " ".join(plain_text(text or "", site.graph).split())


def claim_in_short(claim: Claim, graph: Graph, room: int = ROOM) -> str:
    """The first sentence of a claim and those that there is room for, and what those left out come to.

    What has been replaced or taken back is never alone: what came in its place is there too.
    """
    found = plain_clauses(claim, graph)
    words = [WITHDRAWN] if claim.status == "withdrawn" else []
    ended = {ref.attribution.id for ref in graph.refs(claim) if ending(ref.attribution.by[0], ref, graph)}
    shown, still_so = 0, False
    for attributions, sentence in found:
        if still_so and len(" ".join([*words, sentence])) > room:
            break
        still_so = still_so or any(a.id not in ended for a in attributions)
        words.append(sentence)
        shown += 1
    left = [a for attributions, _ in found[shown:] for a in attributions]
    return " ".join([*words, *_remarks(claim, left, graph)])


def _remarks(claim: Claim, left: Sequence[Attribution], graph: Graph) -> Iterator[str]:
    """Who denies, doubts or contests it, took it back or did not say, of those whose sentences are left out."""
    done: dict[str, list[Attribution]] = {}
    for attribution in left:
        whole = is_on_all_of(claim, _ref_of(attribution, claim, graph), graph)
        if words := (_of_the_claim(attribution) if whole else _OF_SOMETHING_CLOSE.get(attribution.stance)):
            done.setdefault(words, []).append(attribution)
    for words, attributions in done.items():
        yield plain(finished([Words(words.format(in_a_row(attributions, graph)))]))


def _ref_of(attribution: Attribution, claim: Claim, graph: Graph) -> AttributionRef:
    """An attribution in its claim: who answers a telling may do so in another."""
    refs = on_claim(claim, graph) if attribution.answers else ()
    return next((ref for ref in refs if ref.attribution is attribution), AttributionRef(claim, attribution))


def _of_the_claim(attribution: Attribution) -> str | None:
    if (attribution.stance, attribution.act) == ("none", "contest"):
        return "it has been contested by {}"
    if attribution.stance == "declines":
        return f"{{}} {position_taken('declines', [attribution.act])}"
    return _OF_THE_CLAIM.get(attribution.stance)


_OF_THE_CLAIM: Mapping[Stance, str] = {
    "denies": "it has been denied by {}",
    "doubts": "it has been doubted by {}",
    "retracts": "it has been taken back by {}",
}
# What is denied of one telling, or of a part, only its own sentence says.
_OF_SOMETHING_CLOSE: Mapping[Stance, str] = {
    "denies": "a statement close to it has been denied by {}",
    "doubts": "a statement close to it has been doubted by {}",
}
