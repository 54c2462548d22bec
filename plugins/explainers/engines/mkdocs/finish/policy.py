"""A page's content security policy: it runs and loads what came with its own site, and nothing else.

It is in the page, because not every host lets a site set headers. What a theme has in the page itself, such as the
script that remembers the colours, is allowed by its hash, which is of what is really there.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import urlsplit

# Icons of themes are `data:` addresses. What the site itself serves needs no exception.
_OTHERS = "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'"
_PROGRAMS = {"", "module", "importmap", "text/javascript", "application/javascript"}
# The attributes by which an element loads what then runs, shows or frames itself in the page.
_LOADING = {"script": "src", "img": "src", "iframe": "src", "embed": "src", "object": "data", "video": "src",
            "audio": "src", "source": "src"}  # fmt: skip
_PICTURES = {"img", "source"}


def with_policy(output: str, content: str = "") -> str:
    """A finished page with its policy, before everything that it applies to.

    `content` is what records have written into it: there is no script in it, and were there one, it would not run.
    """
    frame = output.replace(content, "", 1) if content else output
    inline = {tag: dict.fromkeys(_hashes(frame, tag)) for tag in ("script", "style")}
    allowed = [f"{tag}-src 'self' {' '.join(hashes)}; " for tag, hashes in inline.items() if hashes]
    policy = f"default-src 'self'; {''.join(allowed)}{_OTHERS}"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return output.replace("<head>", f"<head>{meta}", 1)


def blocked(output: str) -> list[str]:
    """What a page's policy blocks, each once, as its HTML has it."""
    reader = _Reader()
    reader.feed(output)
    reader.close()
    return list(dict.fromkeys(reader.blocked))


def _hashes(frame: str, tag: str) -> Iterator[str]:
    at = frame.find(f"<{tag}")
    while at >= 0:
        end = frame.find(f"</{tag}", at)
        if end < 0:
            return
        if found := _hash(frame[at:end], tag):
            yield found
        at = frame.find(f"<{tag}", end)


@lru_cache(maxsize=512)
def _hash(element: str, tag: str) -> str:
    """The hash of an element's content; empty if the element loads a file, or holds data and no program."""
    reader = _Inline(tag)
    reader.feed(f"{element}</{tag}>")
    reader.close()
    if reader.is_loaded:
        return ""
    # Browsers normalize line ends.
    text = "".join(reader.text).replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


class _Inline(HTMLParser):
    """Reads one script or style."""

    def __init__(self, tag: str) -> None:
        super().__init__(convert_charrefs=False)
        self._tag = tag
        self.is_loaded = True
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_program = tag == "style" or (given.get("type") or "").casefold() in _PROGRAMS
        self.is_loaded = tag != self._tag or "src" in given or not is_program

    def handle_data(self, data: str) -> None:
        self.text.append(data)


class _Reader(HTMLParser):
    """Reads a page for what a policy without exceptions blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.blocked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            runs = name.startswith("on") or value.strip().casefold().startswith("javascript:")
            if runs or name == "style" or self._is_foreign(tag, name, value, given):
                self.blocked.append(f'<{tag} {name}="{value if len(value) <= 60 else f"{value[:60]}…"}">')

    @staticmethod
    def _is_foreign(tag: str, name: str, value: str, given: dict[str, str]) -> bool:
        loads = _LOADING.get(tag) == name
        if tag == "link" and name == "href":
            loads = bool({"stylesheet", "preload", "modulepreload", "manifest"} & {*given.get("rel", "").split()})
        if not loads and (tag, name) not in {("base", "href"), ("form", "action")}:
            return False
        parts = urlsplit(value)
        if parts.scheme == "data":
            return tag not in _PICTURES
        return tag in {"base", "form"} or bool(parts.netloc)
