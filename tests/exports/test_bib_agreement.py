"""BibTeX, RIS and CSL-JSON say the same of a source to those who read them."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainers.kinds.source.csl import ItemType
from tests.exports.bib_readers import Read, three
from tests.graph.records import actor, graph_of, source

REED = {"family": "Reed", "given": "Ann", "dropping-particle": "de", "non-dropping-particle": "La"}
KING = {"family": "King", "given": "Martin Luther", "suffix": "Jr."}


def read(csl: dict[str, Any], **fields: Any) -> tuple[Read, Read, Read]:
    (as_csl,), (as_bibtex,), (as_ris,) = three(graph_of(source("paper", csl=csl, **fields), actor("gazette")))
    return as_csl, as_bibtex, as_ris


@pytest.mark.parametrize("type", get_args(ItemType))
def test_each_type(type: ItemType) -> None:
    csl = {"type": type, "title": "Otters", "author": [REED, {"literal": "Lake & Sons"}], "container-title": "Lakes"}
    as_csl, as_bibtex, as_ris = read(csl | {"URL": "https://example.org/a_b?c=%20d&e=f~g#h"})
    assert as_bibtex == as_csl
    # A type that BibTeX calls `article` and RIS has no word for is `GEN`.
    assert as_ris == (Read("other", *list(vars(as_csl).values())[1:]) if type == "article" else as_csl)


@pytest.mark.parametrize(
    "name",
    [
        REED,
        KING,
        {"literal": "Ministry of Lakes and Rivers"},
        {"literal": "de Vries"},
        {"family": "da Silva", "given": "Luiz"},
        {"family": "van der Berg", "given": "Jan", "suffix": "III"},
        {"family": "García Márquez", "given": "Gabriel"},
        {"family": "Assad", "given": "Bashar", "non-dropping-particle": "al-"},
        {"family": "Зеленський", "given": "Володимир"},
        {"family": "عباس"},
        {"family": "김", "given": "정은"},
        {"family": "O’Neill and Sons", "given": "A. and B."},
        {"family": "Smith {Jones}", "given": "100% \\$_#"},
        {"given": "Madonna"},
    ],
)
def test_each_form_of_a_name(name: dict[str, str]) -> None:
    as_csl, as_bibtex, as_ris = read({"type": "book", "author": [KING, name, KING]})
    assert as_bibtex.authors == as_ris.authors
    assert [close(name) for name in as_csl.authors] == [close(name) for name in as_bibtex.authors]


@pytest.mark.parametrize(
    "published",
    [
        {"edtf": "2024-11-11", "basis": "stated"},
        {"edtf": "2024-06/2024-07", "basis": "stated"},
        {"edtf": "2024-21", "basis": "inferred"},
        {"edtf": "0980", "basis": "stated"},
        {"edtf": "-0100", "basis": "stated"},
        {"basis": "unknown", "as_stated": "May"},
        {"basis": "unknown"},
    ],
)
def test_each_form_of_a_date(published: dict[str, str]) -> None:
    as_csl, as_bibtex, as_ris = read({"type": "book"}, published=published)
    assert as_csl.year == as_bibtex.year == as_ris.year


SPECIAL = st.sampled_from(list("aBÉж漢ع {}\\%&$#_~^<>|\"'“”`@=-–,;:.\n\t"))
TEXT = st.one_of(st.text(SPECIAL, min_size=1, max_size=15), st.text(min_size=1, max_size=8)).filter(
    lambda text: any(sign.isalnum() for sign in text)
)
NAME = st.one_of(
    st.fixed_dictionaries({"literal": TEXT}),
    st.fixed_dictionaries({"family": TEXT, "given": TEXT}, optional={"suffix": TEXT}),
)


def close(text: str) -> str:
    """Text without spaces and commas, which a format may need for itself, and without control characters."""
    return "".join(sign for sign in text if sign.isprintable() and not re.match(r"[\s,]", sign))


@given(TEXT, st.lists(NAME, max_size=3), TEXT)
def test_any_title_and_any_name(title: str, authors: list[dict[str, str]], container: str) -> None:
    csl = {"type": "article-journal", "title": title, "author": authors, "container-title": container}
    found = read(csl)
    assert len({close(one.title) for one in found}) == 1, found
    assert len({close(one.container) for one in found}) == 1, found
    assert len({tuple(close(name) for name in one.authors) for one in found}) == 1, found
