"""A saved web page: its article, and the reference that the page itself gives (JSON-LD, OpenGraph, Highwire)."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from explainers.drafts.article.plain import name_of
from explainers.drafts.fault import Unreadable

_MISSING = (
    "is a web page, and what reads these is not installed: pip install trafilatura lxml-html-clean; or save it as text"
)
# The tags of Highwire and Dublin Core, and what they are in CSL. (Google Scholar's inclusion guidelines)
_TAGS = {
    "citation_doi": "DOI",
    "citation_journal_title": "container-title",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_issn": "ISSN",
    "citation_isbn": "ISBN",
    "citation_pmid": "PMID",
    "citation_publisher": "publisher",
    "citation_language": "language",
    "citation_technical_report_institution": "publisher",
    "citation_dissertation_institution": "publisher",
    "dc.publisher": "publisher",
}
_DAYS = (
    "article:published_time", "citation_publication_date", "citation_date", "citation_online_date", "datepublished",
    "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "date", "pubdate", "publish-date",
)  # fmt: skip
_MOST_MARKUP = 500_000
_DEEPEST = 6


def html_article(html: str) -> tuple[str, dict[str, Any]]:
    """The text of a page's article, a paragraph a line, and its reference. Raises Unreadable."""
    try:
        import trafilatura
        from lxml.etree import LxmlError
    except ImportError:
        raise Unreadable(_MISSING) from None
    # What it says of a page it says to its own users.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        tree = trafilatura.load_html(html)
        if tree is None:
            raise Unreadable("has no text of an article in it")
        tags, markup = _tags(tree), list(_markup(tree))
        found: Any = trafilatura.bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=True)
    except (LxmlError, RecursionError, ValueError):
        raise Unreadable("is no web page that can be read: save the article as text") from None
    if found is None or not getattr(found, "text", ""):
        raise Unreadable("has no text of an article in it: save the article alone, or as text")
    lines = [" ".join(line.split()) for line in str(found.text).splitlines()]
    text = "\n\n".join(line for line in lines if line) + "\n"
    return text, _reference(found, tags, markup, str(tree.get("lang") or ""))


def _reference(found: Any, tags: Mapping[str, list[str]], markup: list[Mapping[str, Any]], lang: str) -> dict[str, Any]:
    csl: dict[str, Any] = {key: tags[tag][0] for tag, key in _TAGS.items() if tags.get(tag)}
    if "container-title" in csl:
        csl["type"] = "article-journal"
    first, last = (tags.get(f"citation_{end}page", [""])[0] for end in ("first", "last"))
    csl["page"] = "–".join(filter(None, [first, last]))
    csl["title"] = tags.get("citation_title", [""])[0] or found.title or ""
    csl["URL"] = found.url or ""
    csl["author"] = [name_of(name) for name in _authors(found, tags, markup)]
    if found.sitename and "container-title" not in csl:
        csl["container-title"] = found.sitename
    days = [day for tag in _DAYS for day in tags.get(tag, ())] + [str(one.get("datePublished") or "") for one in markup]
    csl["issued"] = next((made for day in days if (made := _day(day))), "")
    csl.setdefault("language", lang)
    return csl


def _authors(found: Any, tags: Mapping[str, list[str]], markup: list[Mapping[str, Any]]) -> list[str]:
    """The authors that the page's own metadata names; those that are only guessed at are left out."""
    if named := tags.get("citation_author"):
        return [name for one in named for name in one.split(";") if name.strip()]
    for one in markup:
        author = one.get("author")
        people = author if isinstance(author, list) else [author]
        names = [str(person.get("name") if isinstance(person, Mapping) else person or "") for person in people]
        if kept := [name for name in names if name.strip() and not name.startswith("http")]:
            return kept
    meta = tags.get("author", []) + tags.get("article:author", [])
    return [name for name in meta if name.strip() and not name.startswith("http")]


def _tags(tree: Any) -> dict[str, list[str]]:
    """What the head says: each name or property with its contents."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop")
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().casefold(), []).append(content[:2000])
    return found


def _markup(tree: Any) -> Iterator[Mapping[str, Any]]:
    """The parts of the page's JSON-LD that are articles."""
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > _MOST_MARKUP:
            continue
        try:
            yield from _articles(json.loads(text, strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _articles(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _articles(one, depth + 1)
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        if any(
            str(kind).endswith(("Article", "Posting", "Report"))
            for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield value
        yield from _articles(value.get("@graph"), depth + 1)


def _day(written: str) -> str:
    found = re.match(r"(\d{4})[-/](\d\d?)(?:[-/](\d\d?))?", written)
    if not found:
        return written if re.fullmatch(r"\d{4}", written) else ""
    return "-".join([found[1], *(f"{int(part):02d}" for part in found.groups()[1:] if part)])
