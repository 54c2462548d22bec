"""What could not be established, in sentences: one for each thing, with whom and what it is about named in it.

No sentence ends in a name, has a pronoun for a speaker or a verb that would have to agree with one: names are odd.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.graph.memo import whole
from explainers.graph.unknowns import Unknown, UnknownKind
from explainers.graph.unknowns_folded import UnknownHead
from explainers.kinds.claim.model import Stance
from explainers.kinds.shared_parts import Gap
from explainers.kinds.source.model import Source
from explainers.model.edtf_dates import placed, spoken
from explainers.prose.ends import finished
from explainers.prose.lists import counted, joined
from explainers.prose.reference import short_name
from explainers.prose.searches import searched
from explainers.prose.speakers import named
from explainers.prose.telling_names import is_medium
from explainers.text.inline import Inline, Paragraph, RecordLink, Words, parse

UNKNOWN_HEADS: dict[UnknownHead, str] = {
    "looked-for": "Looked for and not found",
    "left-open": "Left open by what we read",
    "not-named": "Not named in what we read",
    "no-stated-basis": "No basis on record",
    "no-primary-source": "No primary source read",
    "quotations": "Quotations not compared",
    "inferred": "Inferred by us",
    "no-date": "No date given",
    "not-read": "Not read, or read only in part",
}
_DID: dict[Stance, str] = {
    "denies": "denied this",
    "doubts": "doubted this",
    "declines": "took no position",
    "retracts": "took this back",
    "none": "spoke of this",
    "denies-other": "denied something close to this",
    "doubts-other": "doubted something close to this",
    "declines-other": "took no position on something close to this",
}
_SHOWN = 3
# What a page read only in part is, its reference says too.
_MOST = 8


@once
def unknown_sentence(unknown: Unknown, graph: Graph) -> Paragraph:
    """One thing that is not known, as a full sentence; the editors' own words as they are."""
    return finished(_SENTENCES[unknown.kind](unknown, graph))


def gap_sentence(gap: Gap, graph: Graph) -> Paragraph:
    """A gap as it is written; after one that was looked for, where and when."""
    day = gap.as_of.edtf if gap.as_of else ""
    sure = gap.as_of is not None and gap.as_of.basis == "inferred"
    return finished(_gap(gap.text, gap.looked_in or "", day, graph, inferred=sure))


def _gap(words: str, looked_in: str, edtf: str, graph: Graph, *, inferred: bool) -> list[Inline]:
    written = parse(words)
    if not looked_in:
        return list(written)
    return [*finished(written), Words(" Not found "), *searched(looked_in, edtf, graph, inferred=inferred)]


def _written(unknown: Unknown, graph: Graph) -> list[Inline]:
    return _gap(unknown.words, unknown.looked_in, unknown.edtf, graph, inferred=unknown.inferred)


def _unnamed(unknown: Unknown, graph: Graph) -> list[Inline]:
    who = _row(unknown.actors, graph)
    if not unknown.through:
        return [Words("No page that we read gives a name for "), *who, Words(" to go by")]
    return [*_row(unknown.through, graph), Words(" cited "), *who, Words("; no page that we read gives a name")]


def _origin(unknown: Unknown, graph: Graph) -> list[Inline]:
    return [Words("The pages we read do not say where "), *_row(unknown.actors, graph), Words(" got this from")]


def _ground(unknown: Unknown, graph: Graph) -> list[Inline]:
    return [Words("The pages we read do not say what "), *_row(unknown.actors, graph), Words(" based this on")]


def _no_ground_recorded(unknown: Unknown, graph: Graph) -> list[Inline]:
    return [Words("We have no record of what "), *_row(unknown.actors, graph), Words(" based this on")]


def _no_primary(unknown: Unknown, graph: Graph) -> list[Inline]:
    said = [Words("what "), *_row(unknown.actors, graph), Words(" said")]
    if not unknown.sources:
        return [Words("We read no text that carries "), *said, Words(", primary or not")]
    return [
        Words("We know "),
        *said,
        Words(" through "),
        *_texts(unknown.sources, graph),
        Words(", not from a primary source"),
    ]


def _no_position(unknown: Unknown, graph: Graph) -> list[Inline]:
    who = _row(unknown.actors, graph, last=" or ")
    where = searched(unknown.looked_in, unknown.edtf, graph, inferred=unknown.inferred)
    return [Words("No position of "), *who, Words(" was found "), *where]


def _not_found(unknown: Unknown, graph: Graph) -> list[Inline]:
    row = [*_quoted(unknown, graph), Words(f" do not appear in the pages closer to {_speakers(unknown)} that we read")]
    return [Words("The words quoted from "), *row]


def _not_compared(unknown: Unknown, graph: Graph) -> list[Inline]:
    row = [*_quoted(unknown, graph), Words(f" with a page closer to {_speakers(unknown)}")]
    return [Words("We have not compared the words quoted from "), *row]


def _quoted(unknown: Unknown, graph: Graph) -> list[Inline]:
    """Whose words, and in which texts."""
    texts = unknown.sources
    where = [Words(" in "), *_texts(texts, graph, most=len(texts))] if texts else []
    return [*_row(unknown.actors, graph), *where]


def _speakers(unknown: Unknown) -> str:
    return "the speaker" if len(unknown.actors) == 1 else "the speakers"


def _link(unknown: Unknown, graph: Graph) -> list[Inline]:
    here = [Words("We inferred that what "), *_row(unknown.actors, graph), Words(" said")]
    there = [Words(" goes back to what "), *_row(unknown.through, graph), Words(" said")]
    in_one_text = bool(unknown.beyond) and unknown.sources == unknown.beyond
    if unknown.actors == unknown.through and unknown.beyond:
        there = [Words(f" goes back to {'another' if in_one_text else 'the'} statement")]
    back = [Words(" there")] if in_one_text else _read_in(unknown.beyond, graph)
    return [*here, *_elsewhere(unknown, graph), *there, *back, Words("; no page that we read says so")]


def _elsewhere(unknown: Unknown, graph: Graph) -> list[Inline]:
    """In which texts it was said; of a publisher's own text that goes without saying."""
    texts = [text for id in unknown.sources if (text := graph.get(id, Source))]
    own = len(texts) == 1 and unknown.actors == (texts[0].publisher,) and unknown.through != unknown.actors
    return [] if own else _read_in(unknown.sources, graph)


def _no_date(unknown: Unknown, graph: Graph) -> list[Inline]:
    who = _row(unknown.actors, graph)
    return [Words("The pages we read do not say on what date "), *who, Words(f" {_DID[unknown.stance]}")]


def _inferred_date(unknown: Unknown, graph: Graph) -> list[Inline]:
    when = f" {_DID[unknown.stance]}: {placed(unknown.edtf)}"
    return [Words("We inferred when "), *_row(unknown.actors, graph), Words(when)]


def _unread(unknown: Unknown, graph: Graph) -> list[Inline]:
    titles = joined([_titled(id, graph) for id in unknown.sources])
    if not unknown.beyond:
        return [Words("We know of "), *titles, Words(" and have not read it")]
    through = _texts(unknown.beyond, graph)
    return [Words("We know "), *titles, Words(" only through "), *through, Words(", and have not read it")]


def _part_read(unknown: Unknown, graph: Graph) -> list[Inline]:
    return [Words("We read "), *_texts(unknown.sources, graph, most=_MOST), Words(" only in part")]


_SENTENCES: dict[UnknownKind, Callable[[Unknown, Graph], list[Inline]]] = {
    "searched-gap": _written,
    "gap": _written,
    "no-position": _no_position,
    "quotation-not-found": _not_found,
    "unnamed-speaker": _unnamed,
    "origin-not-named": _origin,
    "no-stated-basis": _ground,
    "no-recorded-basis": _no_ground_recorded,
    "no-primary-source": _no_primary,
    "quotation-not-checked": _not_compared,
    "inferred-link": _link,
    "inferred-date": _inferred_date,
    "no-date": _no_date,
    "unread-source": _unread,
    "part-read-source": _part_read,
}


def _row(actors: Sequence[str], graph: Graph, *, last: str = " and ") -> list[Inline]:
    return joined([[named(actor, graph)] for actor in actors], last=last)


def _read_in(sources: Sequence[str], graph: Graph) -> list[Inline]:
    return [Words(" in "), *_texts(sources, graph)] if sources else []


def _texts(sources: Sequence[str], graph: Graph, *, most: int = _SHOWN) -> list[Inline]:
    """Sources in a row; of more than `most`, the first ones and how many others."""
    kept = sources if len(sources) <= most else sources[: most - 1]
    row = [_text(id, graph) for id in kept]
    if len(kept) < len(sources):
        row.append((Words(f"{counted(len(sources) - len(kept), 'other', 'others')}"),))
    return joined(row)


def _text(id: str, graph: Graph) -> Paragraph:
    source = graph.get(id, Source)
    if source is None:
        return (Words("a text without a record"),)
    return tuple(_titled(id, graph)) if source.seen == "cited-only" else _source(source, graph)


@once
def _source(source: Source, graph: Graph) -> Paragraph:
    """A source in a sentence: the news medium, or whose text it is; its date where the name alone could be another."""
    name = short_name(source, graph)
    dated = source.published.edtf and _names(graph).get(name, 0) > 1
    date = f" ({_bare(spoken(source.published.edtf))})" if dated else ""
    link = RecordLink(source.id, name)
    row = (link, Words(date)) if date else (link,)
    return row if is_medium(source.id, graph) else (Words("the text by "), *row)


@whole
def _names(graph: Graph) -> Mapping[str, int]:
    """How many sources that we read go by each short name."""
    return Counter(short_name(source, graph) for source in graph.of(Source) if source.seen != "cited-only")


def _titled(id: str, graph: Graph) -> list[Inline]:
    """A source that we have not read, by its title; in brackets a title is a description."""
    source = graph.get(id, Source)
    if source is None:
        return [Words("a text without a record")]
    title = source.title.strip()
    described = title.startswith("[") and title.endswith("]")
    shown = f"“{title[1:-1] if described else title}”"
    return [RecordLink(id, shown), Words(f" ({_bare(short_name(source, graph))})")]


def _bare(words: str) -> str:
    """Words that go in brackets, without their own brackets: 12 November 2024, uncertain."""
    return words.replace(" (", ", ").replace("(", "").replace(")", "")
