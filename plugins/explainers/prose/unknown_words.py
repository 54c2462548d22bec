"""What could not be established, in sentences: one for each thing, with whom and what it is about named in it.

No sentence ends in a name, has a pronoun for a speaker or a verb that would have to agree with one: names are odd.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.graph.memo import by_key
from explainers.graph.unknowns import Unknown, UnknownKind
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Stance
from explainers.kinds.source.model import Source
from explainers.model.edtf_dates import spoken
from explainers.prose.lists import counted, joined
from explainers.prose.reference import short_name
from explainers.prose.speakers import named
from explainers.text.inline import Inline, Paragraph, RecordLink, Words, parse, plain

_TITLES: dict[UnknownKind, tuple[str, str]] = {
    "gap": ("What we looked for and did not find", "What we looked for and did not find"),
    "unnamed-speaker": ("Speaker nobody names", "Speakers nobody names"),
    "no-stated-basis": ("Statement on a ground that is not stated", "Statements on a ground that is not stated"),
    "no-primary-source": ("Claim for which we read no primary source", "Claims for which we read no primary source"),
    "no-position": ("Position not found", "Positions not found"),
    "quotation-not-found": ("Quotation not found nearer to the speaker", "Quotations not found nearer to the speaker"),
    "quotation-not-checked": (
        "Quotation not looked up nearer to the speaker",
        "Quotations not looked up nearer to the speaker",
    ),
    "inferred-link": ("Step back that is our inference", "Steps back that are our inference"),
    "no-date": ("Statement whose date is not known", "Statements whose date is not known"),
    "inferred-date": ("Statement whose date is our inference", "Statements whose date is our inference"),
    "unread-source": ("Source known to us only from others", "Sources known to us only from others"),
    "part-read-source": ("Source read only in part", "Sources read only in part"),
}
_DID: dict[Stance, str] = {
    "affirms": "said so",
    "partly": "said something else",
    "denies": "denied it",
    "doubts": "doubted it",
    "declines": "neither confirmed nor denied it",
    "retracts": "took it back",
    "none": "passed it on",
    "no-position-found": "was asked",
}
_SHOWN = 3


def unknown_title(kind: UnknownKind, count: int) -> str:
    """The head of a sort, with its count: Speakers nobody names (3)."""
    one, several = _TITLES[kind]
    return f"{one if count == 1 else several} ({count:,})"


@once
def unknown_sentence(unknown: Unknown, graph: Graph) -> Paragraph:
    """One thing that is not known, as a full sentence; the editors' own words as they are."""
    if unknown.kind == "gap":
        return _finished(list(parse(unknown.words)))
    return _finished(_SENTENCES[unknown.kind](unknown, graph))


def _unnamed(unknown: Unknown, graph: Graph) -> list[Inline]:
    who = _row(unknown.actors, graph)
    if not unknown.through:
        return [Words("The names behind "), *who, Words(" are given in nothing that we read")]
    told = _row(unknown.through, graph)
    return [*told, Words(" told of "), *who, Words("; who they were is not said in what we read")]


def _ground(unknown: Unknown, graph: Graph) -> list[Inline]:
    return [Words("What we read does not say on what ground "), *_row(unknown.actors, graph), Words(" said so")]


def _no_primary(unknown: Unknown, graph: Graph) -> list[Inline]:
    row: list[Inline] = [Words("We read no primary source: ")]
    if unknown.actors:
        row += [Words("the chain ends with "), *_row(unknown.actors, graph), Words(", and ")]
    if not unknown.sources:
        return [*row, Words("we read none of the texts that tell of it")]
    one = len(unknown.sources) == 1
    near = " is the nearest text that we read" if one else " are the nearest texts that we read"
    return [*row, *_texts(unknown.sources, graph), Words(near)]


def _no_position(unknown: Unknown, graph: Graph) -> list[Inline]:
    looked = f"we looked {_on(unknown.edtf)}" if unknown.edtf else "when we looked is not recorded"
    sure = ", a date that is our inference" if unknown.edtf and unknown.inferred else ""
    who = _row(unknown.actors, graph, last=" or ")
    return [Words("No position of "), *who, Words(f" was found; {looked}{sure}")]


def _quotation(fate: str) -> Callable[[Unknown, Graph], list[Inline]]:
    def sentence(unknown: Unknown, graph: Graph) -> list[Inline]:
        texts = unknown.sources
        where = [Words(" in "), *_texts(texts, graph, most=len(texts))] if texts else []
        return [Words("The words quoted from "), *_row(unknown.actors, graph), *where, Words(f" were {fate}")]

    return sentence


def _link(unknown: Unknown, graph: Graph) -> list[Inline]:
    first = [Words("That the statement by "), *_row(unknown.actors, graph), *_read_in(unknown.sources, graph)]
    same = unknown.actors == unknown.through and unknown.beyond
    speaker = [] if same else [Words(" by "), *_row(unknown.through, graph)]
    back = [Words(" goes back to the one"), *speaker, *_read_in(unknown.beyond, graph)]
    return [*first, *back, Words(" is our inference")]


def _no_date(unknown: Unknown, graph: Graph) -> list[Inline]:
    return [Words("When "), *_row(unknown.actors, graph), Words(f" {_DID[unknown.stance]} is not known")]


def _inferred_date(unknown: Unknown, graph: Graph) -> list[Inline]:
    did = f" {_DID[unknown.stance]} is our inference: {spoken(unknown.edtf)}"
    return [Words("The date on which "), *_row(unknown.actors, graph), Words(did)]


def _unread(unknown: Unknown, graph: Graph) -> list[Inline]:
    titles = joined([_titled(id, graph) for id in unknown.sources])
    if not unknown.beyond:
        return [Words("We have not read "), *titles, Words("; how we know of it is not recorded")]
    through = _texts(unknown.beyond, graph)
    return [Words("We know "), *titles, Words(" only through "), *through, Words(", and have not read it")]


def _part_read(unknown: Unknown, graph: Graph) -> list[Inline]:
    parts = " we read only a part" if len(unknown.sources) == 1 else " we read only parts"
    return [Words("Of "), *_texts(unknown.sources, graph, most=len(unknown.sources)), Words(parts)]


_SENTENCES: dict[UnknownKind, Callable[[Unknown, Graph], list[Inline]]] = {
    "unnamed-speaker": _unnamed,
    "no-stated-basis": _ground,
    "no-primary-source": _no_primary,
    "no-position": _no_position,
    "quotation-not-found": _quotation("not found in the texts nearer to the speaker that we read"),
    "quotation-not-checked": _quotation("not looked up in a text nearer to the speaker"),
    "inferred-link": _link,
    "no-date": _no_date,
    "inferred-date": _inferred_date,
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
    return _source(source, graph) if source else (Words("a text without a record"),)


@once
def _source(source: Source, graph: Graph) -> Paragraph:
    """A source in a sentence: the news medium, or whose text it is; its date where the name alone could be another."""
    name = short_name(source, graph)
    dated = source.published.edtf and _names(graph).get(name, 0) > 1
    date = f" ({_bare(spoken(source.published.edtf))})" if dated else ""
    link = RecordLink(source.id, name)
    row = (link, Words(date)) if date else (link,)
    publisher = graph.get(source.publisher, Actor)
    medium = publisher is not None and publisher.kind == "media-organisation"
    return row if medium else (Words("the text by "), *row)


@by_key
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
    """Words that are to stand in brackets, without brackets of their own: 12 November 2024, uncertain."""
    return words.replace(" (", ", ").replace("(", "").replace(")", "")


def _on(edtf: str) -> str:
    """When, after a verb: on 11 November 2024, in August 2024."""
    if not all(part.isdigit() for part in edtf.split("-")):
        return f"({_bare(spoken(edtf))})"
    return f"{'on' if edtf.count('-') == 2 else 'in'} {spoken(edtf)}"


def _finished(parts: list[Inline]) -> Paragraph:
    """A capital at the start, one full stop at the end."""
    first = parts[0] if parts else Words("")
    if isinstance(first, Words):
        parts = [Words(first.text[:1].upper() + first.text[1:], first.unmarked), *parts[1:]]
    elif isinstance(first, RecordLink):
        parts = [RecordLink(first.id, first.words[:1].upper() + first.words[1:]), *parts[1:]]
    ended = plain(tuple(parts)).rstrip().rstrip("”’\")'").endswith((".", "!", "?"))
    return tuple(parts if ended else [*parts, Words(".")])
