"""The sources as BibTeX."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.exports.bibliographic import entry
from explainers.exports.bibtex_export import bibtex
from explainers.exports.latex import kept_capitals, latex
from explainers.kinds.source.model import Source
from tests.exports.stock import file_of, site_of
from tests.graph.records import actor, graph_of, source

ARTICLE = r"""
@article{the-article,
  title = {"1,300 otters" \textless{}counted\textgreater{}},
  journal = {The Gazette},
  publisher = {The Gazette},
  language = {en},
  url = {https://example.org/otters?a=1&b=2},
  urldate = {2024-07-01},
  year = {2024},
  month = jun,
  day = {10},
  note = {Date: 10 June 2024 to 12 June 2024.},
}
"""
REPORT = r"""
@techreport{the-report,
  author = {van Reed, Ann and {Working Group on Lakes}},
  title = {Otters \& other animals},
  howpublished = {Lake Papers},
  institution = {Ministry of Lakes},
  address = {Lakeside},
  language = {en},
  year = {2024},
  month = jun,
  note = {Printed on paper. Known from "1,300 otters" \textless{}counted\textgreater{} only. Not read by us; """
CITED = r"""cited in: "1,300 otters" \textless{}counted\textgreater{}. Date: about June 2024.},
}
"""


def written(csl: dict[str, Any], **fields: Any) -> str:
    graph = graph_of(source("paper", csl=csl, **fields), actor("gazette"))
    found = graph.get("paper", Source)
    assert found is not None
    return bibtex([entry(found, graph)]).decode()


def test_all_sources_are_in_one_file_and_each_is_in_its_own():
    together = file_of(site_of(), "data/sources.bib").decode()
    head, found = together.split("\n", 1)
    assert head.startswith("% UTF-8")
    assert found == ARTICLE + REPORT + CITED
    assert file_of(site_of(), "data/sources/the-article.bib").decode() == f"{head}\n{ARTICLE}"


@pytest.mark.parametrize(
    ("csl", "line"),
    [
        ({"type": "article-journal", "issue": "3", "number": "e12"}, "@article{paper,"),
        ({"type": "article-journal", "issue": "3", "number": "e12"}, "  number = {3},"),
        ({"type": "article-journal", "issue": "3", "number": "e12"}, "  eid = {e12},"),
        ({"type": "chapter", "container-title": "Animals"}, "  booktitle = {Animals},"),
        ({"type": "paper-conference", "event-title": "Lake Days"}, "@inproceedings{paper,"),
        ({"type": "thesis", "genre": "PhD thesis"}, "@phdthesis{paper,"),
        ({"type": "thesis", "genre": "Master’s thesis"}, "@mastersthesis{paper,"),
        ({"type": "thesis"}, "  school = {Gazette},"),
        ({"type": "post", "container-title": "Telegram"}, "  howpublished = {Telegram},"),
        ({"type": "speech", "medium": "video"}, "  howpublished = {video},"),
        ({"type": "legislation", "authority": "Parliament", "jurisdiction": "Norway"},
         "  organization = {Parliament, Norway},"),
        ({"type": "book", "page": "4–18"}, "  pages = {4--18},"),
        ({"type": "book", "DOI": "https://doi.org/10.5/a_b"}, "  doi = {10.5/a_b},"),
        ({"type": "book", "editor": [{"family": "da Silva", "given": "Luiz"}]}, "  editor = {{da Silva}, Luiz},"),
        ({"type": "book", "author": [{"family": "King", "given": "Martin", "suffix": "Jr."}]},
         "  author = {King, Jr., Martin},"),
    ],
)  # fmt: skip
def test_each_type_has_its_fields(csl: dict[str, Any], line: str):
    assert line in written(csl).split("\n")


@pytest.mark.parametrize(
    ("published", "note"),
    [
        ({"edtf": "2024-11-11", "basis": "inferred"}, "Date: 11 November 2024 (our inference)."),
        ({"basis": "unknown", "as_stated": "early August"}, "Date: dated “early August”."),
        ({"basis": "unknown"}, "No date."),
    ],
)
def test_the_note_says_what_a_year_would_hide(published: dict[str, str], note: str):
    assert f"  note = {{{note}}},\n" in written({"type": "book"}, published=published)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Otters in the lake", "Otters in the lake"),
        ("Russia triples its forces in Ukrainian-occupied Kursk",
         "Russia triples its forces in {Ukrainian-occupied} {Kursk}"),
        ("NATO on iPhones", "{NATO} on {iPhones}"),
        ("[Mysnyk on “Kursk”]", "[{Mysnyk} on “{Kursk}”]"),
        ("Володимир у Курську", "Володимир у {Курську}"),
        ("on AT&T", r"on {AT\&T}"),
        ("on {Otters}", r"on \textbraceleft{}{Otters}\textbraceright{}"),
        ("on _A", r"on {{\_A}}"),
    ],
)  # fmt: skip
def test_capitals_are_kept(title: str, kept: str):
    assert kept_capitals(title) == kept


def test_signs_of_latex_are_escaped_and_braces_stay_in_balance():
    assert latex("100% {A} \\B $#_~^<>|") == (
        r"100\% \textbraceleft{}A\textbraceright{} \textbackslash{}B "
        r"\$\#\_\textasciitilde{}\textasciicircum{}\textless{}\textgreater{}\textbar{}"
    )
    assert latex("a--b ``c'' ?`") == "a-{}-b `{}`c'{}' ?{}`"
    assert latex("one\n line\x00 only") == "one line only"
