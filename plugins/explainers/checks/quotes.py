"""Quotations, found in the texts that they are from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from explainers.checks.context import Context
from explainers.checks.gathered import gathered
from explainers.checks.record_parts import all_parts
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.text.diagnostic import MOST_OF_A_FILE
from explainers.tree.nodes import Loc

# Shapes of one sign: a quotation in typewriter marks is the same quotation.
_SHAPES = {
    **dict.fromkeys("“”„‟«»″〝〞", '"'),
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "…": "...",
}
_SHAPED = re.compile(f"[{re.escape(''.join(_SHAPES))}]")


@dataclass(frozen=True, slots=True)
class Quotable:
    """A text in which quotations are looked for. `offsets` leads from the folded text back to the text."""

    folded: str
    offsets: tuple[int, ...]

    def places(self, exact: str, *, prefix: str = "", suffix: str = "") -> list[tuple[int, int]]:
        """Where the words occur as whole words, between `prefix` and `suffix`: offsets in the text."""
        wanted, before, after = fold(exact), fold(prefix), fold(suffix)
        return [
            (self.offsets[start], self.offsets[end - 1] + 1)
            for start, end in _occurrences(self.folded, wanted)
            if self.folded[max(0, start - len(before) - 1) : start].rstrip().endswith(before)
            and self.folded[end : end + len(after) + 1].lstrip().startswith(after)
        ]


def quotable(text: str) -> Quotable:
    """A text normalized: white space is one space; marks and dashes have one shape; capitals stay."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for shape in " " if character.isspace() else _SHAPES.get(character, character):
            if shape != " " or (characters and characters[-1] != " "):
                characters.append(shape)
                offsets.append(offset)
    return Quotable("".join(characters), tuple(offsets))


def fold(text: str) -> str:
    """A text as it is compared."""
    return " ".join(_SHAPED.sub(lambda sign: _SHAPES[sign[0]], text).split())


def word_count(text: str) -> int:
    """How many words a quotation has."""
    return sum(1 for piece in text.split() if any(character.isalnum() for character in piece))


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, their citation, and where they are in the source's text."""

    record: Record
    loc: Loc
    places: tuple[tuple[int, int], ...]
    found_alone: bool
    help: str


# What people type around words, and the source may print otherwise.
_MARKS = '“”„"‘’«»'
_EDGES = ".,;:!?()\"'"
# How many stretches of a text are compared with a quotation letter by letter, and from when on they are alike.
_TRIED, _ALIKE = 20, 0.6


@gathered
def quotations_in_sources(context: Context) -> tuple[Quotation, ...]:
    """Every quotation from a source whose text is available, looked for in it."""
    return tuple(_quotations(context))


def _quotations(context: Context) -> Iterator[Quotation]:
    texts = {source: quotable(text) for source, text in at_hand(context).items()}
    looked = 0
    for cited in all_parts(context.graph, Citation):
        text, exact = texts.get(cited.part.source), cited.part.exact
        if text and exact:
            places = tuple(text.places(exact, prefix=cited.part.prefix, suffix=cited.part.suffix))
            alone = bool(places or text.places(exact))
            help = ""
            if not alone and looked < MOST_OF_A_FILE:
                looked += 1
                help = _capitals(text, exact) or _marks(text, exact) or _nearest(text, exact)
            yield Quotation(cited.record, cited.loc, places, alone, help)


def at_hand(context: Context) -> dict[str, str]:
    """The texts of the sources whose snapshot is available, by the source's id."""
    return {
        source.id: context.snapshots[source.snapshot.sha256]
        for source in context.graph.of(Source)
        if source.snapshot and source.snapshot.sha256 in context.snapshots
    }


def _occurrences(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if _parted(text[at - 1 : at], wanted[0]) and _parted(wanted[-1], text[end : end + 1]):
            yield at, end
        at = text.find(wanted, at + 1)


def _capitals(text: Quotable, exact: str) -> str:
    """A help line where only the capitals differ."""
    wanted = fold(exact)
    at = text.folded.lower().find(wanted.lower())
    return f"the source has `{text.folded[at : at + len(wanted)]}`" if at >= 0 else ""


def _marks(text: Quotable, exact: str) -> str:
    """A help line where the quotation is there without the marks that were typed around it."""
    bare = exact.strip(_MARKS)
    return "delete the quotation marks around it" if bare != exact and any(text.places(bare)) else ""


def _nearest(text: Quotable, exact: str) -> str:
    """A help line with the words of the source that are most like a quotation, if any are like it."""
    wanted, words = fold(exact).split(), text.folded.split()
    keys = [word.strip(_EDGES).casefold() for word in words]
    left = Counter(word.strip(_EDGES).casefold() for word in wanted)
    found, shared = Counter[int](), 0
    for at, word in enumerate(keys):
        # Among the words that leave and enter the stretch, those that the quotation has too.
        shared += left[word] > 0
        left[word] -= 1
        if at >= len(wanted):
            gone = keys[at - len(wanted)]
            left[gone] += 1
            shared -= left[gone] > 0
        if shared:
            found[max(0, at - len(wanted) + 1)] = shared
    best = [" ".join(words[at : at + len(wanted)]).strip(_EDGES) for at, _ in found.most_common(_TRIED)]
    likeness = {passage: SequenceMatcher(None, passage, " ".join(wanted)).ratio() for passage in best}
    nearest = max(likeness, key=lambda passage: likeness[passage], default="")
    return f"the nearest words there are `{nearest}`" if likeness.get(nearest, 0) >= _ALIKE else ""


def _parted(left: str, right: str) -> bool:
    """Whether a word ends between two characters."""
    return not (left.isalnum() and right.isalnum())
