"""The grammar of references as data: how a type's title looks, and which parts follow in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from explainers.kinds.source.csl import ItemType

Dress = Literal["quoted", "italic", "plain"]


@dataclass(frozen=True, slots=True)
class Form:
    """How a type of source is printed; `genre` is what it is called where the record does not say."""

    title: Dress
    parts: tuple[str, ...]
    genre: str = ""


# Every reference begins with who and what, and ends with where to find it, its language and its date.
_HEAD, _TAIL = "by title genre", "doi language date"


def _form(title: Dress, parts: str) -> Form:
    return Form(title, tuple(f"{_HEAD} {parts} {_TAIL}".split()))


_NEWS = _form("quoted", "editors translators container section edition volume issue page publisher place")
_JOURNAL = _form("quoted", "editors translators container volume issue page number publisher place")
_CHAPTER = _form("quoted", "within editors translators edition volume page series event venue publisher place")
_WEB = _form("quoted", "editors translators container version publisher")
_POST = _form("quoted", "translators container publisher")
_SPOKEN = _form("quoted", "translators medium event venue container publisher place archive")
_BOOK = _form("italic", "editors translators original edition volume number series container publisher place page")
_REPORT = _form("italic", "number version editors translators container series volume page publisher place")
_WORK = _form("italic", "medium translators version number edition container series publisher place archive")
_PERIODICAL = _form("italic", "editors volume issue publisher place")
_THESIS = _form("italic", "number publisher place archive")
_PAPERS = _form("quoted", "medium translators container number archive publisher place")
_LAW = _form("plain", "number section volume container issue page authority jurisdiction publisher")
_CASE = _form("italic", "number authority jurisdiction volume container page publisher")
_ANY = _form(
    "quoted",
    "medium editors translators event venue edition version volume issue number section container series page"
    " authority jurisdiction publisher place archive",
)

_FORMS: Mapping[ItemType, tuple[Form, str]] = {
    "article": (_JOURNAL, ""),
    "article-journal": (_JOURNAL, ""),
    "article-magazine": (_NEWS, ""),
    "article-newspaper": (_NEWS, ""),
    "bill": (_LAW, "bill"),
    "book": (_BOOK, ""),
    "broadcast": (_SPOKEN, "broadcast"),
    "chapter": (_CHAPTER, ""),
    "classic": (_BOOK, ""),
    "collection": (_BOOK, "collection"),
    "dataset": (_WORK, "dataset"),
    "document": (_ANY, ""),
    "entry": (_CHAPTER, ""),
    "entry-dictionary": (_CHAPTER, ""),
    "entry-encyclopedia": (_CHAPTER, ""),
    "event": (_ANY, ""),
    "figure": (_ANY, "figure"),
    "graphic": (_WORK, "picture"),
    "hearing": (_ANY, "hearing"),
    "interview": (_SPOKEN, "interview"),
    "legal_case": (_CASE, ""),
    "legislation": (_LAW, ""),
    "manuscript": (_PAPERS, "manuscript"),
    "map": (_WORK, "map"),
    "motion_picture": (_WORK, "film"),
    "musical_score": (_WORK, "score"),
    "pamphlet": (_BOOK, "pamphlet"),
    "paper-conference": (_CHAPTER, ""),
    "patent": (_LAW, "patent"),
    "performance": (_SPOKEN, "performance"),
    "periodical": (_PERIODICAL, ""),
    "personal_communication": (_PAPERS, "personal communication"),
    "post": (_POST, "post"),
    "post-weblog": (_WEB, "blog post"),
    "regulation": (_LAW, ""),
    "report": (_REPORT, "report"),
    "review": (_JOURNAL, "review"),
    "review-book": (_JOURNAL, "book review"),
    "software": (_WORK, "software"),
    "song": (_SPOKEN, "song"),
    "speech": (_SPOKEN, "speech"),
    "standard": (_REPORT, "standard"),
    "thesis": (_THESIS, "thesis"),
    "treaty": (_LAW, "treaty"),
    "webpage": (_WEB, ""),
}
# In a sentence these go by their author's name. Whatever else is published speaks as its publisher: what a journalist
# or a photographer made is not given as their own statement.
BY_AUTHOR: frozenset[ItemType] = frozenset({
    "article-journal", "book", "chapter", "classic", "entry", "entry-dictionary", "entry-encyclopedia", "manuscript",
    "musical_score", "pamphlet", "paper-conference", "personal_communication", "report", "review", "review-book",
    "thesis",
})  # fmt: skip


def form_of(type: ItemType) -> Form:
    """The form of a type of source."""
    form, genre = _FORMS.get(type, (_ANY, ""))
    return Form(form.title, form.parts, genre)
