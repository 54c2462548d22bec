"""A claim's tellings, as its page lists them."""

from __future__ import annotations

from typing import Any

from explainers.prose.site import Site
from tests.graph.records import actor, claim, graph_of, place, read_in, source
from tests.pages.made import pages
from tests.prose.html import read

PAPERS = {"paper": "gazette", "post": "herald", "third": "navy", "last": "journal"}
RECORDS = [
    actor("mara", "Mara Lind"),
    actor("navy", "The Navy"),
    actor("gazette", "The Gazette"),
    actor("herald", "The Herald"),
    actor("journal", "The Journal"),
    place("lake"),
    *(source(id, publisher=who, csl={"type": "article-newspaper"}) for id, who in PAPERS.items()),
]


def section(**said: Any) -> str:
    """What the page says from the tellings to the next heading."""
    quantities = {"q1": {"of": "otters", "relation": "about", "value": 11000}}
    site = Site(graph_of(*RECORDS, claim(statement="The lake holds {q1} otters.", quantities=quantities, **said)))
    html = next(page.html for page in pages(site) if page.path == "claims/rain")
    head, _, rest = html.partition('id="tellings"')
    return read(f"{head.rpartition('<')[2]}<h2{rest.partition('<h2')[0]}").text if rest else ""


def printed(value: int) -> dict[str, Any]:
    return {"as_printed": {"quantities": {"q1": {"value": value}}}}


def test_unrelated_voices_have_tellings_and_no_changes() -> None:
    found = section(a1={"cites": read_in("post")}, a2={"by": ["navy"], "cites": read_in("third"), **printed(9)})
    assert "The tellings" in found
    assert "about 9" in found
    for words in ("What changed", "Changed", "not compared"):
        assert words not in found


def test_a_telling_that_is_compared_with_none_is_listed_beside_those_that_are() -> None:
    found = section(
        a1={"cites": read_in("post")},
        a2={"by": ["navy"], "cites": read_in("third")},
        a3={"by": ["gazette"], "based_on": ["a1"], **printed(9)},
    )
    assert "What changed as it was passed on" in found
    assert found.count("compared with") == 1
    assert "figure: about 11,000 became about 9 (compared with Mara Lind, in The Herald)" in found


def test_what_rests_on_several_tellings_is_compared_with_each() -> None:
    found = section(
        a1={"cites": read_in("post")},
        a2={"by": ["herald"], "cites": read_in("post"), "based_on": ["a1"]},
        a3={"by": ["navy"], "cites": read_in("third"), "based_on": ["a1"], **printed(12000)},
        a4={"by": ["journal"], "cites": read_in("last"), "based_on": ["a1"]},
        a5={"by": ["gazette"], "based_on": ["a2", "a3", "a4"], **printed(12000)},
    )
    assert "about 11,000 became about 12,000 (compared with The Herald; compared with The Journal)" in found
    assert "Nothing differs (compared with The Navy)" in found
