"""The parts of a reference, each by the name that the grammar calls it. An empty part is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from explainers.graph.graph import Graph
from explainers.kinds.source.csl import CslItem, Name
from explainers.kinds.source.model import Source
from explainers.prose.reference.bylines import editors, names, shown
from explainers.prose.reference.grammar import Form
from explainers.prose.reference.joining import tidy
from explainers.prose.reference.languages import language_name, primary
from explainers.prose.reference.numbers import edition, labelled, numbered, printed_pages, version
from explainers.prose.reference.publication_date import issued
from explainers.text.inline import Emphasis, Foreign, Inline, RecordLink, Words


@dataclass(frozen=True, slots=True)
class ReferenceContext:
    """A source while its reference is written, for a page in a language."""

    source: Source
    graph: Graph
    form: Form
    language: str

    @property
    def csl(self) -> CslItem:
        """What the record says of it."""
        return self.source.csl

    @property
    def description(self) -> str:
        """The title where it is a description of ours, in square brackets; what it says is not said again."""
        title = self.csl.title.strip()
        return title if title.startswith("[") and title.endswith("]") else ""


Part = Callable[[ReferenceContext], Sequence[Inline]]

_OPENING = re.compile(r'[“„]|(?<![^\s(\[{–—-])"(?=\S)')
_CLOSING = re.compile(r'[”"]')


def _words(text: str) -> list[Inline]:
    return [Words(text)] if text else []


def _plain(make: Callable[[CslItem], str]) -> Part:
    return lambda item: _words(make(item.csl))


def _by(item: ReferenceContext) -> list[Inline]:
    row = names(item.csl.author)
    return _words(row or ("" if _is_part(item) else editors(item.csl.editor)))


def _is_part(item: ReferenceContext) -> bool:
    """Whether it is in a book: the editors are the book's."""
    return "within" in item.form.parts


def _title(item: ReferenceContext) -> list[Inline]:
    words = tidy(item.csl.title) or item.csl.title
    if item.description:
        return [RecordLink(item.source.id, words)]
    if item.form.title == "italic":
        parts: tuple[Inline, ...] = (Emphasis((RecordLink(item.source.id, words),)),)
    else:
        parts = (RecordLink(item.source.id, _quoted(words) if item.form.title == "quoted" else words),)
    return [Foreign(parts, item.csl.language)] if item.csl.language else list(parts)


def _quoted(words: str) -> str:
    """Words in quotation marks; the marks within them become single ones."""
    opened = _OPENING.sub("‘", words)
    return f"“{_CLOSING.sub('’', opened)}”"


def _genre(item: ReferenceContext) -> list[Inline]:
    words = tidy(item.csl.genre or item.form.genre)
    return [] if _says(item.description, words) else _words(words)


def _container(item: ReferenceContext) -> list[Inline]:
    container = tidy(item.csl.container_title)
    said = [tidy(item.csl.title), *shown(item.csl.author)]
    if not container or container.casefold() in [words.casefold() for words in said]:
        return []
    return [] if _says(item.description, container) else [Emphasis((Words(container),))]


def _within(item: ReferenceContext) -> list[Inline]:
    container = _container(item)
    return [Words("in "), *container] if container else []


def _publisher(item: ReferenceContext) -> list[Inline]:
    """Who published it, unless its name already begins what it is in, or is among the authors'."""
    record = item.graph.records.get(item.source.publisher)
    name = tidy(item.csl.publisher or (record.title if record else ""))
    known_as = [name, *(record.names if record and not item.csl.publisher else ())]
    csl = item.csl
    said = [csl.container_title, csl.authority, csl.archive, *shown(csl.author), *shown(csl.editor)]
    if not name or any(_begins(tidy(words), tidy(other)) for words in said for other in known_as):
        return []
    return [RecordLink(item.source.publisher, name)] if record else _words(name)


def _editors(item: ReferenceContext) -> list[Inline]:
    # Where no one wrote the whole work, its editors come first.
    return _made("edited by", item.csl.editor) if shown(item.csl.author) or _is_part(item) else []


def _made(how: str, given: Sequence[Name]) -> list[Inline]:
    row = names(given)
    return _words(f"{how} {row}" if row else "")


def _original(item: ReferenceContext) -> list[Inline]:
    title = tidy(item.csl.original_title)
    return [Words("originally "), Emphasis((Words(title),))] if title else []


def _language(item: ReferenceContext) -> list[Inline]:
    tag = item.csl.language or item.language
    name = language_name(tag)
    return _words(f"in {name}") if name and primary(tag) != primary(item.language) else []


def _says(text: str, words: str) -> bool:
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


def _begins(words: str, name: str) -> bool:
    """Whether words begin with a name, articles aside: `Reuters, reposted elsewhere` with `Reuters`."""
    bare = [re.sub(r"^the\s+", "", each.casefold()) for each in (words, name)]
    return bool(bare[1]) and re.match(rf"{re.escape(bare[1])}(?!\w)", bare[0]) is not None


def _doi(csl: CslItem) -> str:
    return f"doi:{csl.doi}" if csl.doi else ""


PARTS: Mapping[str, Part] = {
    "by": _by,
    "title": _title,
    "genre": _genre,
    "container": _container,
    "within": _within,
    "publisher": _publisher,
    "editors": _editors,
    "translators": lambda item: _made("translated by", item.csl.translator),
    "original": _original,
    "language": _language,
    "date": lambda item: _words(issued(item.source)),
    "archive": _plain(lambda csl: tidy(csl.archive)),
    "authority": _plain(lambda csl: tidy(csl.authority)),
    "doi": _plain(_doi),
    "edition": _plain(lambda csl: edition(csl.edition)),
    "event": _plain(lambda csl: tidy(csl.event_title)),
    "issue": _plain(lambda csl: labelled("no.", csl.issue)),
    "jurisdiction": _plain(lambda csl: tidy(csl.jurisdiction)),
    "medium": _plain(lambda csl: tidy(csl.medium)),
    "number": _plain(lambda csl: numbered(csl.number)),
    "page": _plain(lambda csl: printed_pages(csl.page)),
    "place": _plain(lambda csl: tidy(csl.publisher_place)),
    "section": _plain(lambda csl: labelled("section", csl.section)),
    "series": _plain(lambda csl: tidy(csl.collection_title)),
    "venue": _plain(lambda csl: tidy(csl.event_place)),
    "version": _plain(lambda csl: version(csl.version)),
    "volume": _plain(lambda csl: labelled("vol.", csl.volume)),
}
