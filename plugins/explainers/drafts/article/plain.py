"""An article in plain text or Markdown, and what its first lines say of it: title, author, day."""

from __future__ import annotations

import re
from typing import Any

from explainers.drafts.article.article_words import paragraphs
from explainers.drafts.article.dates import dates

_HEAD_LINES = 8
_LONGEST_LINE = 200
_BYLINE = re.compile(r"(?:By|Von|Text:) ((?:[A-Z][\w.’'-]*|de|van|von|al)(?: (?:[A-Z][\w.’'-]*|de|van|von|al)){1,4})")
_KEYS = {
    "title": "title",
    "url": "URL",
    "link": "URL",
    "canonical": "URL",
    "source": "container-title",
    "site": "container-title",
    "publisher": "publisher",
    "lang": "language",
    "language": "language",
    "doi": "DOI",
}


def text_article(text: str) -> tuple[str, dict[str, Any]]:
    """The text as it is, and its reference."""
    return text, _head(text)


def markdown_article(text: str) -> tuple[str, dict[str, Any]]:
    """The text without its marks, and its reference, from its front matter and its first lines."""
    front, body = _front_matter(text)
    plain = _without_marks(body)
    return plain, {**_head(plain), **front}


def _head(text: str) -> dict[str, Any]:
    """What the first lines say: a line without a sentence is the title, By Somebody the author, a date the day."""
    lines = [line.strip() for line in text.strip().splitlines()[: _HEAD_LINES * 2] if line.strip()][:_HEAD_LINES]
    parts = list(paragraphs(text[:5_000]))
    title = ""
    if lines:
        first = text[parts[0].start : parts[0].end].splitlines()[0].strip() if parts else lines[0]
        title = first if len(first) <= _LONGEST_LINE else f"{first[:80].rsplit(' ', 1)[0]} …"
    made: dict[str, Any] = {"title": title}
    for line in lines[1:]:
        if len(line) > _LONGEST_LINE or line.endswith("."):
            continue
        if (found := _BYLINE.fullmatch(line.split(" | ")[0].strip())) and "author" not in made:
            made["author"] = [name_of(found[1])]
        day = next((edtf for _, edtf in dates(line) if len(edtf) == 10), "")
        if day and "issued" not in made:
            made["issued"] = day
    return made


def name_of(written: str) -> dict[str, str]:
    """A name as CSL has it: Korrel, Mina; Mina Korrel; Reuters."""
    words = " ".join(written.split())
    if "," in words:
        family, _, given = words.partition(",")
        return {"family": family.strip(), "given": given.strip()} if given.strip() else {"literal": family.strip()}
    given, _, family = words.rpartition(" ")
    return {"family": family, "given": given} if given else {"literal": family}


def _front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Lines of `key: value` between `---`, as far as they say something of the article."""
    lines = text.lstrip().splitlines()
    if not lines or lines[0].strip() != "---":
        return {}, text
    end = next((at for at, line in enumerate(lines[1:100], 1) if line.strip() in {"---", "..."}), 0)
    if not end:
        return {}, text
    made: dict[str, Any] = {}
    for line in lines[1:end]:
        key, _, value = line.partition(":")
        name, value = key.strip().casefold(), value.strip().strip("\"'")
        if name in _KEYS and value:
            made.setdefault(_KEYS[name], value)
        elif name == "author" and value:
            made["author"] = [name_of(one) for one in value.strip("[]").split(" and ")]
        elif name in {"date", "published"} and re.match(r"\d{4}-\d\d-\d\d", value):
            made["issued"] = value[:10]
    return made, "\n".join(lines[end + 1 :])


_MARKS = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,500}\)"), r"\1"),
    (re.compile(r"\[\^[\w-]{1,40}\]"), ""),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,300}>"), ""),
    (re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,500})(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]{1,300})`"), r"\1"),
)


def _without_marks(text: str) -> str:
    """Markdown as the words that a reader sees; code and tables are not among the words of an article."""
    kept, fenced = [], ""
    for line in text.splitlines():
        bare = line.strip()
        if bare[:3] in {"```", "~~~"}:
            fenced = "" if fenced == bare[:3] else fenced or bare[:3]
            continue
        if fenced or bare.startswith("|") or re.fullmatch(r"[=-]{3,}|\[[^\]]{1,100}\]:.*", bare):
            continue
        plain = re.sub(r"^(?:>\s?)*(?:#{1,6}\s+|[*+-]\s+|\d{1,3}[.)]\s+)?", "", bare)
        for pattern, instead in _MARKS:
            plain = pattern.sub(instead, plain)
        kept.append(plain)
        # A heading is not part of the paragraph after it.
        kept += [""] if bare.startswith("#") else []
    return "\n".join(kept).strip() + "\n"
