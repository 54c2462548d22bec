"""What changed on the way of a claim, in words: sentences, and a few words for each telling.

A change is never put down to a speaker: it is between two pages, and each sentence says what either gave.
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
from explainers.graph.ways import own_voice, texts
from explainers.kinds.claim.model import Claim
from explainers.kinds.source.model import Source
from explainers.prose.capitals import inside_a_sentence
from explainers.prose.ends import finished, without_stop
from explainers.prose.lists import joined
from explainers.prose.proposition import said_by
from explainers.prose.speakers import speakers
from explainers.prose.telling_names import named_page, on_other_pages, pages_of, sides, speakers_of, versioned_page
from explainers.text.inline import Inline, Paragraph, RecordLink, Words, plain

VERB_CLASS_NOUNS = {
    "says": "a statement", "passes on": "something passed on", "vouches for": "a confirmation",
    "estimates": "an estimate", "suggests": "a suggestion", "alleges": "an allegation", "predicts": "a prediction",
    "promises": "a promise", "orders": "an order", "rules": "a ruling",
}  # fmt: skip
# What sentences report; a table reports all. That words lose their quotation marks is how news is written.
_FIGURES = ("unit", "figure", "qualifier")
_TOLD = (*_FIGURES, "statement", "counted", "certainty", "speakers", "role", "act", "predicate")
_BESIDE = (*_FIGURES, "statement", "counted", "certainty")
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


def changed(found: ComparedTelling | Comparison) -> list[str]:
    """What a telling has otherwise than one before, or than all of them, each in a few words."""
    link = found.link if isinstance(found, Comparison) else next((one.link for one in found.compared), "way")
    aspects = (found.aspect(name) for name in (*_TOLD, "quotation"))
    return [words for aspect in aspects if aspect.changed and (words := _few(aspect, link))]


def compared_with(telling: ComparedTelling, before: AttributionRef, graph: Graph) -> Paragraph:
    """A telling with which one is compared."""
    pages = joined([[versioned_page(id, graph)] for id in pages_of(before, graph)])
    if pages and (before.attribution.by == telling.ref.attribution.by or own_voice(before, graph)):
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
    return change.aspect.name in _TOLD


def _grouped(found: Sequence[Change], graph: Graph) -> list[list[Change]]:
    """Changes that one sentence reports: those of a figure between two tellings; one change to several pages."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in found:
        figures = change.aspect.name in _FIGURES
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
        alone = number if name in _FIGURES or name == "certainty" else None
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
        row += [Words(", and ")] if again else [Words("; "), *after, Words(_drawing_on(one, _refs(group), graph))]
        row += _gave(group[0].telling.ref, group[0].aspect, graph, by_page=by_page)
    return row


def _refs(group: Sequence[Change]) -> list[AttributionRef]:
    return list({change.telling.ref.key: change.telling.ref for change in group}.values())


def _drawing_on(compared: Comparison, after: Sequence[AttributionRef], graph: Graph) -> str:
    """What joins a telling to the one that it comes from; nothing where both give one text."""
    if compared.link == "sibling":
        return " "
    earlier, later = pages_of(compared.before, graph), [id for ref in after for id in pages_of(ref, graph)]
    if later and all(any(updates(page, before, graph) for before in earlier) for page in later):
        return f", updating this{'' if compared.stated else ' (our inference)'}, "
    return f", drawing on this{'' if compared.stated else ' (our inference)'}, "


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
    if aspect.name in _FIGURES:
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
    joiner = f"{joiner} "
    if not by_page or own_voice(ref, graph):
        return [Words(f"{'wrote' if by_page else 'said'}{joiner}"), *words]
    return [Words("reported "), *speakers([ref.attribution], graph), Words(f" as saying{joiner}"), *words]


def _few(aspect: Aspect, link: str) -> str:
    """One difference in a few words, for a table."""
    name, before, after = aspect.name, aspect.before, aspect.value
    if name == "quotation":
        return "put in quotation marks" if after.startswith("yes") else "without quotation marks"
    if name == "act":
        if "passes on" in {before, after}:
            return ""
        before, after = VERB_CLASS_NOUNS[before], VERB_CLASS_NOUNS[after]
    quote = name in {"predicate", "role", "qualifier"} or (name == "counted" and aspect.printed)
    before, after = ((f"“{words}”" if quote and words else words) for words in (before, after))
    if name == "statement":
        return "another statement"
    if link == "sibling":
        return f"{_NAMES[name]}: {before or 'none'} there, {after or 'none'} here"
    if name == "qualifier" and not (before and after):
        return f"{before} was lost" if before else f"{after} was added"
    if name == "act":
        return f"{before} became {after}"
    return f"{_NAMES[name]}: {before or _NONE[name]} became {after or _NONE[name]}"


_NAMES = {
    "unit": "unit", "figure": "figure", "qualifier": "qualifier", "statement": "statement",
    "counted": "subject", "certainty": "certainty", "speakers": "speakers", "role": "description",
    "act": "form", "predicate": "wording",
}  # fmt: skip
_NONE = dict.fromkeys(_NAMES, "none") | {
    "statement": "the claim’s", "counted": "that of the claim", "certainty": "not stated",
}  # fmt: skip


def _of_one_text(change: Change, graph: Graph) -> list[Inline]:
    """The text of which two accounts differ."""
    shared = sorted(texts(change.telling.ref, graph) & texts(change.compared.before, graph))
    source = graph.get(shared[0], Source) if shared else None
    if source is None:
        return [Words("Two accounts of one text differ: ")]
    title = source.csl.title.removeprefix("[").removesuffix("]")
    return [Words("Accounts of one text ("), RecordLink(source.id, title), Words(") differ: ")]


def _nothing(compared: Sequence[ComparedTelling], graph: Graph) -> Paragraph:
    pages = dict.fromkeys(id for telling in compared for id in pages_of(telling.ref, graph))
    where = [Words(" in "), *joined([[named_page(id, graph)] for id in pages])] if pages else []
    return finished([Words("Nothing that we compare changed"), *where])
