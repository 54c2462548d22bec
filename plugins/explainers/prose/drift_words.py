"""What changed on the way of a claim, in words: sentences, and a few words for each telling.

A change is never attributed to a speaker: it is between two pages, and each sentence says what either gave.
"""

from __future__ import annotations

from collections.abc import Sequence

from explainers.graph.aspects import VERB_CLASSES, Aspect
from explainers.graph.counts import one_time
from explainers.graph.drift import Change, ComparedTelling, Comparison, changes, tellings
from explainers.graph.graph import AttributionRef, Graph
from explainers.graph.kept import once
from explainers.graph.misnamed import misnamed
from explainers.graph.parties import parties
from explainers.graph.telling_figures import own_quantities, telling_figures
from explainers.graph.versions import updates
from explainers.graph.ways import is_of_unread_text, made_from, pages_read, read_in_own_voice, texts
from explainers.kinds.claim.model import Claim
from explainers.kinds.source.model import Source
from explainers.prose.capitals import inside_a_sentence
from explainers.prose.drift_in_short import FIGURES, REPORTED, VERB_CLASS_NOUNS
from explainers.prose.ends import finished, without_stop
from explainers.prose.lists import joined
from explainers.prose.proposition import said_by
from explainers.prose.speakers import speakers
from explainers.prose.telling_names import named_page, on_other_pages, sides, speakers_of, versioned_page
from explainers.prose.verbs import worded
from explainers.text.inline import Inline, Paragraph, RecordLink, Words, plain

_BESIDE = (*FIGURES, "statement", "counted", "certainty")
_MOST = 4


@once
def summary(claim: Claim, graph: Graph) -> tuple[Paragraph, ...]:
    """What changed along the ways of a claim, and where accounts of one text differ: at most four changes."""
    groups = _grouped([change for change in changes(claim, graph) if _is_told(change)], graph)
    if groups:
        return tuple(finished(_sentence(alike, graph)) for alike in _from_one(groups[:_MOST], graph))
    compared = [telling for telling in tellings(claim, graph) if _comes_from_its_speaker(telling, graph)]
    otherwise = any(True for _ in misnamed(claim, graph))
    return (_nothing(compared, graph),) if compared and not otherwise else ()


def _comes_from_its_speaker(telling: ComparedTelling, graph: Graph) -> bool:
    """Whether a telling comes from others of the same speakers: that others pass it on is a change by itself.

    Nor does a count come from an earlier one.
    """
    own = parties(telling.ref.attribution, graph)
    ways = [one for one in telling.compared if one.link == "way"]
    if not all(one_time(telling.ref, one.before, graph) for one in ways):
        return False
    return bool(ways) and all(not own.isdisjoint(parties(one.before.attribution, graph)) for one in ways)


def worth_telling(claim: Claim, graph: Graph) -> bool:
    """Whether anything changed that a sentence reports."""
    return any(_is_told(change) for change in changes(claim, graph))


def compared_with(telling: ComparedTelling, before: AttributionRef, graph: Graph) -> Paragraph:
    """A telling with which one is compared."""
    pages = joined([[versioned_page(id, graph)] for id in pages_read(before, graph)])
    if pages and (before.attribution.by == telling.ref.attribution.by or read_in_own_voice(before, graph)):
        return tuple(pages)
    names = speakers_of(before, graph)
    return (*names, Words(", in "), *pages) if pages else tuple(names)


def _is_told(change: Change) -> bool:
    if change.compared.link == "sibling":
        return change.aspect.name in _BESIDE
    # To pass something on is no weaker or stronger form of it.
    if change.aspect.name == "act":
        relayed = "passes on" in {change.aspect.before, change.aspect.value}
        return not relayed and not change.compared.aspect("statement").changed
    return change.aspect.name in REPORTED


def _grouped(found: Sequence[Change], graph: Graph) -> list[list[Change]]:
    """Changes that one sentence reports: those of a figure between two tellings; one change to several pages."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in found:
        figures = change.aspect.name in FIGURES
        before = (change.compared.before.key, change.compared.link, change.compared.stated)
        after = _figure(change.telling.ref, graph) if figures else f"{change.aspect.value}"
        groups.setdefault(("figure" if figures else change.aspect.name, *before, after), []).append(change)
    return list(groups.values())


def _from_one(groups: Sequence[list[Change]], graph: Graph) -> list[list[list[Change]]]:
    """Groups that share a sentence, which says once what they are compared with, and in the same words for all."""
    found: dict[tuple[object, ...], list[list[Change]]] = {}
    for number, group in enumerate(groups):
        one, name = group[0].compared, group[0].aspect.name
        before, _ = sides(one.before, _refs(group), graph)
        by_page = on_other_pages(one.before, _refs(group), graph)
        lead = _of_one_text(group[0], graph) if one.link == "sibling" else []
        alone = number if name in FIGURES or name == "certainty" else None
        words = plain((*lead, *before))
        found.setdefault((one.before.key, one.link, one.stated, name, by_page, words, alone), []).append(group)
    return list(found.values())


def _sentence(alike: Sequence[Sequence[Change]], graph: Graph) -> list[Inline]:
    """What one telling gave, and what others gave that come from it, or that give the same text."""
    first = alike[0][0]
    one = first.compared
    before, _ = sides(one.before, _refs(alike[0]), graph)
    by_page = on_other_pages(one.before, _refs(alike[0]), graph)
    lead = _of_one_text(first, graph) if one.link == "sibling" else [Words(f"{_lead(alike[0])}: ")]
    row = [*lead, *before, Words(" "), *_gave(one.before, first.aspect, graph, by_page=by_page)]
    named_last = ""
    for group in alike:
        _, after = sides(one.before, _refs(group), graph)
        again = plain(tuple(after)) == named_last
        named_last = plain(tuple(after))
        row += (
            [Words(", and ")]
            if again
            else [Words("; "), *after, Words(_drawing_on(one, _refs(group), graph, by_page=by_page))]
        )
        row += _gave(group[0].telling.ref, group[0].aspect, graph, by_page=by_page)
    return row


def _refs(group: Sequence[Change]) -> list[AttributionRef]:
    return list({change.telling.ref.key: change.telling.ref for change in group}.values())


def _drawing_on(compared: Comparison, after: Sequence[AttributionRef], graph: Graph, *, by_page: bool) -> str:
    """What joins a telling to the one that it comes from; nothing where both give one text."""
    if compared.link == "sibling":
        return " "
    earlier, later = pages_read(compared.before, graph), [id for ref in after for id in pages_read(ref, graph)]
    if later and all(any(updates(page, before, graph) for before in earlier) for page in later):
        return f", updating this{'' if compared.stated else ' (our inference)'}, "
    # Pages that relay a text that we have not seen need not be what another drew on.
    apart = (
        by_page
        and is_of_unread_text(compared.before, graph)
        and not all(any(text.id in earlier for text in made_from(page, graph)) for page in later)
    )
    what = "the same account" if apart else "this"
    return f", drawing on {what}{'' if compared.stated else ' (our inference)'}, "


def _lead(group: Sequence[Change]) -> str:
    """What happened, before what either page gave."""
    aspects = {change.aspect.name: change.aspect for change in group}
    leads = [_LEADS[name] for name in ("unit", "figure") if name in aspects]
    if "qualifier" in aspects and not leads:
        return _qualifier_lead(aspects["qualifier"])
    name = group[0].aspect.name
    if name == "certainty":
        return _certainty_lead(aspects[name])
    return leads[0] if leads else _LEADS[name]


_LEADS = {
    "unit": "The unit changed",
    "figure": "The figure changed",
    "statement": "The statement changed",
    "counted": "The subject changed",
    "speakers": "The speakers named changed",
    "role": "The speaker’s description changed",
    "act": "The form changed",
    "predicate": "The wording changed",
}


def _qualifier_lead(aspect: Aspect) -> str:
    if aspect.before and aspect.value:
        return f"“{aspect.before}” became “{aspect.value}”"
    return f"“{aspect.before}” was lost" if aspect.before else f"“{aspect.value}” was added"


def _certainty_lead(aspect: Aspect) -> str:
    if aspect.before and aspect.value:
        return f"“{aspect.before}” became “{aspect.value}”"
    return (
        "A reservation was lost"
        if aspect.before in _RESERVED
        else ("A reservation was added" if aspect.value in _RESERVED else "The certainty changed")
    )


_RESERVED = {"possible", "probable"}


def _gave(ref: AttributionRef, aspect: Aspect, graph: Graph, *, by_page: bool) -> list[Inline]:
    """What one telling gave of an aspect, after its name; in the past, which has one form for one and for several."""
    attribution = ref.attribution
    if aspect.name in FIGURES:
        return [Words(f"gave {_figure(ref, graph, unit=aspect.name == 'unit')}")]
    if aspect.name == "statement":
        return _said(ref, graph, by_page=by_page)
    if aspect.name == "certainty":
        sure = attribution.certainty
        return [Words("gave it without saying how certain it is" if sure == "unstated" else f"gave it as {sure}")]
    if aspect.name == "speakers":
        return [Words("named "), *speakers_of(ref, graph)]
    if aspect.name == "act":
        return [Words(f"presented it as {VERB_CLASS_NOUNS[VERB_CLASSES.get(attribution.act, 'says')]}")]
    if aspect.name == "counted":
        return [Words(f"spoke of {_of(ref, graph)}")]
    words = attribution.as_named if aspect.name == "role" else attribution.predicate
    return [Words(f"had “{words}”")]


def _figure(ref: AttributionRef, graph: Graph, *, unit: bool = False) -> str:
    """The figures of a telling, with the qualifiers that its page prints, where the record has these, and units."""
    own = own_quantities(ref.attribution)
    found = []
    for name, quantity in telling_figures(ref, graph).items():
        printed = own[name].qualifier if name in own else None
        of = f" {quantity.unit}" if quantity.unit and unit and not quantity.is_measured else ""
        found.append(f"{printed} {quantity.number}{of}" if printed else f"{quantity.alone}{of}")
    return " and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]])) or "no figure"


def _of(ref: AttributionRef, graph: Graph) -> str:
    """What a telling counts or speaks of: in quotation marks where the page says so."""
    printed = ref.attribution.as_printed.population if ref.attribution.as_printed else None
    if printed:
        return f"“{printed}”"
    counted = [q.counted for q in telling_figures(ref, graph).values() if q.counted]
    return " and ".join(dict.fromkeys(counted)) or "the subject of the claim"


def statement(ref: AttributionRef, graph: Graph) -> tuple[str, list[Inline]]:
    """What a telling says, its own statement or the claim's, and what joins it to its speaker: a colon, or `that`."""
    said = said_by(ref, graph)
    inner = inside_a_sentence(said, graph, ref.claim)
    return (":" if inner is None else " that"), without_stop(said if inner is None else inner)


def _said(ref: AttributionRef, graph: Graph, *, by_page: bool) -> list[Inline]:
    """What a page has its speakers say, or what speakers say that were named before."""
    joiner, words = statement(ref, graph)
    attribution, by_others = ref.attribution, by_page and not read_in_own_voice(ref, graph)
    # Not: reported as reporting.
    act = "say" if by_others and attribution.act == "report" else attribution.act
    how = worded("none" if attribution.passes_on else "affirms", act, attribution.certainty)
    given = how.quoted() if by_others else how
    verb = given.that if joiner == " that" else f"{given.this}:"
    if by_others:
        return [Words("reported "), *speakers([attribution], graph), Words(f" {verb} "), *words]
    if by_page and attribution.certainty == "unstated" and attribution.act in {"say", "report", "confirm"}:
        verb = f"wrote{joiner}"
    return [Words(f"{verb} "), *words]


def _of_one_text(change: Change, graph: Graph) -> list[Inline]:
    """The text of which two accounts differ."""
    shared = sorted(texts(change.telling.ref, graph) & texts(change.compared.before, graph))
    source = graph.get(shared[0], Source) if shared else None
    if source is None:
        return [Words("Two accounts of one text differ: ")]
    title = source.csl.title.removeprefix("[").removesuffix("]")
    return [Words("Accounts of one text ("), RecordLink(source.id, title), Words(") differ: ")]


def _nothing(compared: Sequence[ComparedTelling], graph: Graph) -> Paragraph:
    pages = dict.fromkeys(id for telling in compared for id in pages_read(telling.ref, graph))
    where = [Words(" in "), *joined([[named_page(id, graph)] for id in pages])] if pages else []
    return finished([Words("Nothing that we compare changed"), *where])
