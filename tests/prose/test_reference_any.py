"""Whatever an editor writes, a reference stays one sentence, and nobody who made the source is left out of it."""

from __future__ import annotations

import re
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from explainers.kinds.source.csl import ItemType, Name
from explainers.kinds.source.model import Source
from explainers.prose.reference import reference
from explainers.text.inline import Emphasis, Foreign, Inline, Paragraph, RecordLink, Words, plain
from tests.graph.records import actor, graph_of, source

# Two signs of punctuation where one belongs. A question in quotation marks and an abbreviation take a comma.
DOUBLED = re.compile(r"[,;:]\s*[,;:.]|[?!][,.]|\.\.|\s[,;:.]|\s\s")
SIGNS = st.sampled_from(list("aZé. ,;:?!-–…()[]“”‘’\"'«»&{}\\%$ю漢ع\n"))
WORDS = st.one_of(st.text(SIGNS, min_size=1, max_size=12), st.text(min_size=1, max_size=8)).filter(
    # `.NET` may follow a comma; what is doubled in a name itself is printed as it is.
    lambda text: (
        any(sign.isalnum() for sign in text) and not DOUBLED.search(f", {' '.join(text.split()).lstrip(' ,;:')}")
    )
)
# `Yahoo!, Bo Li and Ann Reed` is right.
CALM = WORDS.filter(lambda text: not re.search(r"^[\s,;:.]|[?!.,;:\s]$", text))
LITERAL = st.fixed_dictionaries({"literal": CALM})
PERSON = st.fixed_dictionaries(
    {"family": CALM}, optional={"given": CALM, "suffix": CALM, "non-dropping-particle": st.sampled_from(["de", "al-"])}
)
NAMES = st.lists(st.one_of(LITERAL, PERSON), max_size=5)
TEXTS = (
    "container-title collection-title publisher publisher-place volume issue page number edition version section genre"
    " medium event-title event-place authority jurisdiction original-title archive DOI"
).split()
DATES = st.sampled_from(
    [
        {"edtf": edtf, "basis": basis}
        for edtf in ["2024-11-11", "2024-08~", "2024?", "2022/..", "202X", "[2023..2024]", "-0100"]
        for basis in ["stated", "inferred", "unknown"]
    ]
    + [{"basis": "unknown"}, {"basis": "unknown", "as_stated": "“May” or so?"}]
)
ITEMS = st.fixed_dictionaries(
    {"type": st.sampled_from(get_args(ItemType)), "title": WORDS},
    optional=dict.fromkeys(TEXTS, WORDS)
    | {"author": NAMES, "editor": NAMES, "translator": NAMES, "language": st.sampled_from(["en", "uk", "qaa"])},
)


def bare(text: str) -> str:
    """Text without what the reference sets itself: quotation marks, and the signs at its ends."""
    return re.sub(r"[“”„‘’\"']", "", " ".join(text.split())).strip(" ,;:.")


def unclosed(parts: Paragraph) -> int:
    """How many quotation marks are opened and not closed, those in a title in our own quotation marks left out."""
    return sum(_unclosed(part) for part in parts)


def _unclosed(part: Inline) -> int:
    if isinstance(part, Emphasis | Foreign):
        return unclosed(part.parts)
    words = part.words if isinstance(part, RecordLink) else part.text if isinstance(part, Words) else ""
    ours = isinstance(part, RecordLink) and part.id == "paper" and words[:1] + words[-1:] == "“”"
    return 0 if ours else words.count("“") - words.count("”")


@given(ITEMS, DATES)
def test_any_reference(csl: dict[str, Any], date: dict[str, Any]) -> None:
    graph = graph_of(source("paper", csl=csl, published=date), actor("gazette", "The Gazette"))
    record = graph.get("paper", Source)
    assert record is not None
    parts = reference(record, graph)
    words = plain(parts)
    assert not DOUBLED.search(words), words
    assert words.endswith(".")
    assert not words.endswith("..")
    assert "None" not in words or "None" in str(csl)
    assert words.count("“") - words.count("”") == unclosed(parts)
    assert bare(record.csl.title) in bare(words)
    for name in record.csl.author:
        assert bare(last(name)) in bare(words)


def last(name: Name) -> str:
    return name.literal or name.family or ""
