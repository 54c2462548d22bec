"""The words of a saved web page: what a reader of it sees, a paragraph a line."""

from __future__ import annotations

from html.parser import HTMLParser

_UNSEEN = frozenset("script style template noscript head iframe object svg math canvas select button".split())
# Elements that are part of a sentence; all others begin a new line.
_IN_LINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rb rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _IN_LINE:
            self.pieces.append("\n")
        if tag in _UNSEEN and tag not in _EMPTY:
            self._unseen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _IN_LINE:
            self.pieces.append("\n")
        if tag in self._unseen:
            # What was left open in it ends with it.
            del self._unseen[self._unseen.index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(" ".join(f".{data}.".split())[1:-1])


def page_text(html: str) -> str:
    """The text of a page in HTML, without its program, its style and its head."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.pieces).split("\n"))
    return "\n\n".join(line for line in lines if line) + "\n"
