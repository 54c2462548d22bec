"""The formats as others read them: bibtexparser, rispy, and citeproc for CSL-JSON, all told in the same words."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import bibtexparser
import rispy
from bibtexparser import middlewares
from citeproc.source.json import CiteProcJSON
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from explainers.exports.bibliographic import entry
from explainers.exports.bibtex_export import bibtex
from explainers.exports.csl_export import csl_json
from explainers.exports.ris_export import ris
from explainers.graph.graph import Graph
from explainers.kinds.source.model import Source

# What is one class of things in CSL, in BibTeX and in RIS.
CLASSES = {
    "article": "article-journal article-magazine article-newspaper review review-book article JOUR MGZN NEWS",
    "book": "book classic collection pamphlet BOOK CLSWK SER PAMP",
    "part": "chapter entry entry-dictionary entry-encyclopedia incollection CHAP ENCYC DICT",
    "paper": "paper-conference inproceedings CONF",
    "report": "report standard techreport RPRT STAND",
    "thesis": "thesis phdthesis mastersthesis THES",
}
CLASS_OF = {word: name for name, words in CLASSES.items() for word in words.split()}


# Signs that LaTeX has names for and pylatexenc has not, or has in another shape.
SIGNS = {"textbraceleft": "{", "textbraceright": "}", "textless": "<", "textgreater": ">", "textbar": "|"}
SIGNS["textasciicircum"] = "^"
CONTEXT = get_default_latex_context_db()
CONTEXT.add_context_category("signs", macros=[MacroTextSpec(*sign) for sign in SIGNS.items()], prepend=True)
LATEX = LatexNodes2Text(latex_context=CONTEXT, keep_braced_groups=False, strict_latex_spaces=True)


@dataclass(frozen=True)
class Read:
    """What a reader finds. A name is one text: particles, family, given, suffix."""

    kind: str
    title: str
    authors: tuple[str, ...]
    year: str
    url: str
    container: str


def read_csl(data: bytes) -> list[Read]:
    items = json.loads(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says which fields of CSL it does not know
        found = CiteProcJSON(items)
    return [_read_csl(item, found[item["id"].lower()]) for item in items]


def _read_csl(item: dict, found: dict) -> Read:
    issued = found.get("issued")
    begin = issued.get("begin", issued) if issued else {}
    return Read(
        CLASS_OF.get(found.type, "other"),
        str(found["title"]),
        tuple(_joined(_csl_name(name)) for name in found.get("author", ())),
        str(begin.get("year", "")),
        str(found.get("URL", "")),
        str(found.get("container_title", "")),
    )


def _csl_name(name: dict) -> Sequence[str | None]:
    given, family, dropping, staying, suffix = name.parts()
    return (dropping, staying, family, given, suffix)


def read_bibtex(data: bytes) -> list[Read]:
    names = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    library = bibtexparser.parse_string(data.decode(), append_middleware=names)
    assert library.failed_blocks == []
    return [_read_bibtex(found) for found in library.entries]


def _read_bibtex(found: bibtexparser.model.Entry) -> Read:
    fields = {name: field.value for name, field in found.fields_dict.items()}
    authors = [[*n.von, *n.last, *n.first, *n.jr] for n in fields.get("author", ())]
    return Read(
        CLASS_OF.get(found.entry_type, "other"),
        _typeset(fields["title"]),
        tuple(_typeset(_joined(name)) for name in authors),
        fields.get("year", ""),
        fields.get("url", ""),
        _typeset(fields.get("journal") or fields.get("booktitle") or fields.get("howpublished", "")),
    )


def _typeset(latex: str) -> str:
    return LATEX.latex_to_text(latex)


def read_ris(data: bytes) -> list[Read]:
    text = data.decode()
    assert text.count("\n") == text.count("\r\n")
    return [_read_ris(found) for found in rispy.loads(text.replace("\r\n", "\n"))]


def _read_ris(found: dict) -> Read:
    return Read(
        CLASS_OF.get(found["type_of_reference"], "other"),
        found["title"],
        tuple(_joined(name.split(", ")) for name in found.get("authors", ())),
        found.get("year", "").lstrip("0"),
        found.get("urls", [""])[0],
        found.get("secondary_title", ""),
    )


def _joined(parts: Sequence[str | None]) -> str:
    return " ".join(part for part in parts if part)


def three(graph: Graph) -> tuple[list[Read], list[Read], list[Read]]:
    """All sources of a graph as CSL-JSON, BibTeX and RIS are read."""
    entries = [entry(source, graph) for source in graph.of(Source)]
    return read_csl(csl_json(entries)), read_bibtex(bibtex(entries)), read_ris(ris(entries))
