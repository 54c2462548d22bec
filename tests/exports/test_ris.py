"""The sources as RIS."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.exports.bibliographic import entry
from explainers.exports.ris_export import ris
from explainers.kinds.source.model import Source
from tests.exports.stock import file_of, site_of
from tests.graph.records import actor, graph_of, source

ARTICLE = """TY  - NEWS
ID  - the-article
TI  - "1,300 otters" <counted>
T2  - The Gazette
PB  - The Gazette
PY  - 2024
DA  - 2024/06/10/
Y2  - 2024/07/01/
LA  - en
UR  - https://example.org/otters?a=1&b=2
N1  - Date: 10 June 2024 to 12 June 2024.
ER  - \n
"""
REPORT = """TY  - RPRT
ID  - the-report
AU  - van Reed, Ann
AU  - Working Group on Lakes
TI  - Otters & other animals
T2  - Lake Papers
PB  - Ministry of Lakes
CY  - Lakeside
PY  - 2024
DA  - 2024/06//
LA  - en
N1  - Printed on paper. Known from "1,300 otters" <counted> only. """
CITED = """Not read by us; cited in: "1,300 otters" <counted>. Date: about June 2024.
ER  - \n
"""


def lines(csl: dict[str, Any], **fields: Any) -> list[str]:
    graph = graph_of(source("paper", csl=csl, **fields), actor("gazette"))
    found = graph.get("paper", Source)
    assert found is not None
    return ris([entry(found, graph)]).decode().split("\r\n")


def test_all_sources_are_in_one_file_and_each_is_in_its_own():
    assert file_of(site_of(), "data/sources.ris").decode() == (ARTICLE + REPORT + CITED).replace("\n", "\r\n")
    assert file_of(site_of(), "data/sources/the-article.ris").decode() == ARTICLE.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("csl", "found"),
    [
        ({"type": "article-journal", "container-title": "Lakes"}, ["TY  - JOUR", "T2  - Lakes", "JO  - Lakes"]),
        ({"type": "book", "page": "4-18"}, ["SP  - 4", "EP  - 18"]),
        ({"type": "book", "page": "4"}, ["SP  - 4"]),
        ({"type": "book", "page": "4, 6–8"}, ["SP  - 4, 6–8"]),
        ({"type": "book", "volume": "2", "issue": "3", "number": "4"}, ["VL  - 2", "IS  - 3", "M1  - 4"]),
        ({"type": "book", "DOI": "doi:10.5/a", "ISBN": "978-1"}, ["DO  - 10.5/a", "SN  - 978-1"]),
        ({"type": "treaty"}, ["TY  - STAT"]),
        ({"type": "speech", "genre": "address"}, ["TY  - GEN", "M3  - address"]),
        ({"type": "book", "author": [{"family": "King", "given": "Martin", "suffix": "Jr."}]},
         ["AU  - King, Martin, Jr."]),
        ({"type": "book", "author": [{"literal": "Berg, Hart and Co"}]}, ["AU  - Berg Hart and Co"]),
        ({"type": "book", "title": "One\nER  - two"}, ["TI  - One ER - two"]),
    ],
)  # fmt: skip
def test_each_type_has_its_lines(csl: dict[str, Any], found: list[str]):
    assert set(found) <= set(lines(csl))


def test_a_missing_date_has_no_line_and_the_note_says_so():
    found = lines({"type": "book"}, published={"basis": "unknown"})
    assert not [line for line in found if line.startswith(("PY", "DA"))]
    assert "N1  - No date." in found
