"""A page as a theme renders it, cut where a page's own texts appear in it.

A theme is given stand-ins for a page's own texts. Where they come out again, as they are or in one of the ways in
which themes write a text, the page is cut; any other page of the same layout is then its own texts between the pieces.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

# No site says this. If it is left in a page, the theme wrote a text in a way that is not known here.
MARK = "xqvz"
_LEFT = re.compile(MARK, re.IGNORECASE)
# A template's indentation: white space around line ends, but not where it counts or is part of a program. In HTML a
# drawing needs no namespace.
_NEEDLESS = re.compile(
    r"(<(pre|textarea|script|style)\b.*?</\2\s*>)"
    r'|(?<=<svg) xmlns="http://www\.w3\.org/2000/svg"(?=[ >])'
    r"|(\s*\n\s*)",
    re.DOTALL | re.IGNORECASE,
)
# Where a drawing is in an address, it is no HTML.
_DRAWING_IN_ADDRESS = "data:image/svg"
_SLOT = "\0"


def _json(text: str) -> str:
    """A text as Jinja's filter `tojson` writes it."""
    found = json.dumps(text)
    for sign in "<>&'":
        found = found.replace(sign, f"\\u{ord(sign):04x}")
    return found


# What Jinja's filters do to a text.
WAYS: tuple[Callable[[str], str], ...] = (
    str,
    lambda text: str(escape(text)),
    lambda text: Markup(text).striptags(),
    lambda text: str(escape(Markup(text).striptags())),
    lambda text: quote(text, safe="/"),
    _json,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a page: which of its texts goes there, and how it is written."""

    name: str
    way: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class FrameTemplate:
    """All that pages of one layout have in common: `pieces` are before, between and after the slots."""

    pieces: tuple[str, ...]
    slots: tuple[Slot, ...]

    def filled(self, texts: Mapping[str, str]) -> str:
        """The page with these texts, by the names of the slots."""
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            text = texts[slot.name]
            parts += (text if slot.way is str else slot.way(text), piece)
        return "".join(parts)

    def without_indentation(self) -> FrameTemplate:
        """The same in fewer bytes: browsers collapse white space."""
        return FrameTemplate(tuple(without_indentation(_SLOT.join(self.pieces)).split(_SLOT)), self.slots)


def without_indentation(page: str) -> str:
    """A page with one line end where there were several, or spaces around one, and drawings without their namespace."""
    namespaces = _DRAWING_IN_ADDRESS in page
    return _NEEDLESS.sub(lambda found: found[1] or (found[3] and "\n") or (found[0] if namespaces else ""), page)


def stand_in(name: str) -> str:
    """A text to render a frame with: it reads differently as HTML, as plain text and in an address."""
    return f"{MARK}{name}&amp;&lt;i&gt;&quot;é&#x27; {name}{MARK}"


def address_stand_in(name: str) -> str:
    """A part of an address to render a frame with: a text that every filter leaves as it is."""
    return f"{MARK}{name}"


def cut(page: str, stand_ins: Mapping[str, str]) -> FrameTemplate | None:
    """The frame of a page that was rendered with stand-ins, given by name; None if the theme changed one."""
    written: dict[str, Slot] = {}
    for name, text in stand_ins.items():
        for way in WAYS:
            # If two ways give the same, the first is the simpler one.
            written.setdefault(way(text), Slot(name, way))
    # By what precedes the mark in them: a text that is HTML begins before it, and is that text and not its words.
    forms = sorted(((text.index(MARK), text) for text in written), key=lambda form: (form[0], len(form[1])))[::-1]
    pieces: list[str] = []
    slots: list[Slot] = []
    end = 0
    for mark in _LEFT.finditer(page):
        if mark.start() < end:
            continue
        starts = ((mark.start() - before, text) for before, text in forms)
        start, found = next(((at, text) for at, text in starts if at >= end and page.startswith(text, at)), (0, ""))
        if not found:
            return None
        pieces.append(page[end:start])
        slots.append(written[found])
        end = start + len(found)
    return FrameTemplate((*pieces, page[end:]), tuple(slots))
