"""What is in an address, a path or a file name is no word of the text; where a label ends in a sign, it ends."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.glossary import Matcher
from explainers.glossary.addresses import addresses
from explainers.kinds.term.model import Term
from tests.graph.records import term
from tests.growth import grows_in_step


def marked(text: str, *labels: str, **fields: Any) -> list[str]:
    terms = [term(f"t{number}", label, **fields).record for number, label in enumerate(labels)]
    matcher = Matcher(record for record in terms if isinstance(record, Term))
    return [text[match.start : match.end] for match in matcher.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "https://example.org/EU/plan",
            "see http://EU.example/",
            "www.EU.example",
            "ftp://EU/x",
            "mailto:EU@example.org",
        ),
        *(
            "EU@example.org",
            "press.EU@example.org",
            "(EU@example.org)",
            "EU.org",
            "EU.org/x",
            "news.EU.org:80",
            "EU.org?a=b",
        ),
        *("/etc/EU", "~/EU/x", "./EU", "../EU", "docs/EU/", "docs/EU.md", "C:\\EU\\x", "docs\\EU\\x"),
        *("EU.txt", "EU-report.pdf", "report-EU.pdf", "EU.tar.gz", "README-EU.MD", "«EU.txt»", "EU.txt,", "“EU.txt”"),
        *("EU.count()", "EU()", "x.EU()", "#EU", "@EU", "10.1000/EU.5", "doi:10.1000/EU", "urn:EU:5", "++ctrl+EU++"),
    ],
)
def test_no_term_is_found_in_an_address(text: str) -> None:
    assert marked(text, "EU") == []
    assert marked(f"In {text} and for the EU.", "EU") == ["EU"]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "The EU.",
            "EU-wide",
            "EU’s",
            "EU/UN",
            "UN/EU/AU",
            "(EU)",
            "EU: a",
            "EU; a",
            "non-EU",
            "EU…",
            "EU–UN",
            "EU, x",
        ),
        *(
            "“EU”",
            "EU.¹",
            "EU?",
            "EU! A",
            "U.S.-EU talks",
            "p.m. EU",
            "e.g. EU",
            "the EU/ the UN",
            "$5 EU",
            "EU+UN",
            "EU — a",
        ),
    ],
)
def test_a_term_is_found_beside_signs(text: str) -> None:
    assert marked(text, "EU") == ["EU"]


def test_a_label_that_looks_like_an_address_is_found() -> None:
    assert marked("Node.js runs; x/Node.js does not, Node.js.", "Node.js") == ["Node.js", "Node.js"]


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("C++, C++11, C++.", "C++", ["C++", "C++"]),
        ("C, C++, C#, C+ and C.", "C", ["C", "C"]),
        ("A*, A*B and A* now", "A*", ["A*", "A*"]),
        ("A* and A", "A", ["A"]),
        ("ASP.NET and .NET", ".NET", ["NET"]),
        ("F# and F", "F#", ["F#"]),
        ("Kupʼiansk, Kup’iansk, Kup'iansk", "Kup’iansk", ["Kupʼiansk", "Kup’iansk", "Kup'iansk"]),
        ("runners-up, a runner-up", "runner-up", ["runners-up", "runner-up"]),
        ("passers-by and hangers-on", "passer-by", ["passers-by"]),
        ("line-ups", "line-up", ["line-ups"]),
    ],
)
def test_a_label_ends_where_its_signs_do(text: str, label: str, found: list[str]) -> None:
    assert marked(text, label) == found


def test_capitals_count_where_a_term_says_so() -> None:
    assert marked("Labour’s labour: LABOUR", "Labour", capitals=["Labour"]) == ["Labour"]
    assert marked("The Greens eat greens.", "Green", capitals=["Green"]) == ["Greens"]
    assert marked("labour, Labour", "Labour") == ["labour", "Labour"]


@pytest.mark.parametrize("sign", ["a.a", "/a", "a/", "@a.", "a()", "a\\", "://", "#a", "a-", "(", "a.b("])
def test_long_ones_take_no_longer_for_their_length(sign: str) -> None:
    grows_in_step(lambda size: lambda: addresses(sign * (size // len(sign))), 40_000)
