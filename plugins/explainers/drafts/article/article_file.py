"""An article as it was read: its text, and its reference as far as the file says it."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from explainers.drafts.article.plain import markdown_article, text_article
from explainers.drafts.fault import Unreadable
from explainers.text.characters import invisible

# A saved page has its pictures in it; what is left without them is bounded by itself.
MAX_BYTES = 50_000_000
MAX_PAGE = 3_000_000
# A text of 60,000 words: longer than any article.
MAX_TEXT = 400_000
_PICTURE = re.compile(r"data:[\w/+.-]{0,80}(?:;[\w=-]{0,40}){0,3},[A-Za-z0-9+/=%_-]{64,}")
# No tag is as long; what reads pages compares each attribute with all others.
_ENDLESS = re.compile(r"<[A-Za-z][^<>]{10000,}+>?")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_HTML_ENDINGS = {".html", ".htm", ".xhtml", ".mhtml"}
_MARKDOWN_ENDINGS = {".md", ".markdown"}
_IS_HTML = re.compile(
    r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE | re.DOTALL
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_IS_BINARY = 0.01


@dataclass(frozen=True)
class Article:
    """The text that statements are looked for in, and the raw item of CSL of the page."""

    text: str
    csl: dict[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The fingerprint of the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def is_page(name: str, data: bytes) -> bool:
    """Whether a file is a saved web page, by its name or its first lines."""
    start = data[:2000].decode("utf-8", "replace")
    return PurePath(name).suffix.casefold() in _HTML_ENDINGS or bool(_IS_HTML.match(start.removeprefix("\ufeff")))


def article_of(name: str, data: bytes, given: Mapping[str, str] | None = None) -> Article:
    """The article in a saved web page, Markdown or text. `given` goes before what the file says. Raises Unreadable."""
    if len(data) > MAX_BYTES:
        raise Unreadable(f"is larger than {MAX_BYTES // 1_000_000} MB: save the article alone, as text")
    page = is_page(name, data)
    text, hidden = _seen(_decoded(data, is_page=page))
    read = _reader(name, is_page=page)
    if page:
        text = _ENDLESS.sub("", _PICTURE.sub("data:,", text))
        if len(text) > MAX_PAGE:
            raise Unreadable(f"has more than {MAX_PAGE // 1_000_000} MB of page: save the article alone, as text")
    elif len(text) > MAX_TEXT:
        raise Unreadable(f"has {len(text):,} characters: an article has at most {MAX_TEXT:,}")
    body, csl = read(text)
    if not re.search(r"\w{2}", body):
        raise Unreadable("has no text of an article in it")
    if len(body) > MAX_TEXT:
        raise Unreadable(f"has an article of {len(body):,} characters: at most {MAX_TEXT:,} are read")
    csl = {"type": "article-newspaper", **{key: value for key, value in csl.items() if value}, **(given or {})}
    notes = (f"{hidden} control or invisible characters were left out of its text",) if hidden else ()
    return replace(Article(body, csl), notes=notes)


def _reader(name: str, *, is_page: bool) -> Callable[[str], tuple[str, dict[str, Any]]]:
    if is_page:
        from explainers.drafts.article.html_page import html_article

        return html_article
    return markdown_article if PurePath(name).suffix.casefold() in _MARKDOWN_ENDINGS else text_article


def _decoded(data: bytes, *, is_page: bool) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        named = _CHARSET.search(data[:4000]) if is_page else None
        if named:
            try:
                return data.decode(codecs.lookup(named[1].decode()).name)
            except (LookupError, UnicodeError, TypeError, ValueError):
                pass
        line = data[: fault.start].count(b"\n") + 1
        raise Unreadable(f"is not UTF-8 (line {line}): save it as text in UTF-8, or as a web page") from None


def _seen(text: str) -> tuple[str, int]:
    """A text without its invisible characters, and how many there were. Raises Unreadable for what is not a text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = len(_CONTROL.findall(text))
    if control > len(text) * _IS_BINARY:
        raise Unreadable("is not a text: save the article as text, Markdown or a web page")
    shown = _CONTROL.sub("", text)
    hidden = set(invisible(shown)) if not shown.isascii() else set()
    kept = "".join(sign for at, sign in enumerate(shown) if at not in hidden) if hidden else shown
    return kept, control + len(hidden)
