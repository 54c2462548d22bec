"""A title in another language than the page's is marked, so that it is read out and set as that language is."""

from __future__ import annotations

import pytest

from explainers.kinds.source.model import Source
from explainers.prose.site import Site
from tests.graph.records import actor, graph_of, source


def html(title: str, tag: str, page: str = "en", type: str = "webpage") -> str:
    csl = {"type": type, "title": title, "language": tag}
    site = Site(graph_of(source("paper", csl=csl), actor("gazette")), language=page)
    record = site.graph.get("paper", Source)
    assert record is not None
    return site.writer("sources/").reference(record).partition(", <")[0]


@pytest.mark.parametrize(
    ("title", "tag", "page", "marked"),
    [
        ("Видри", "uk", "en", '<bdi lang="uk"><a href="paper/">“Видри”</a></bdi>'),
        ("ثعالب الماء", "ar", "en", '<bdi lang="ar"><a href="paper/">“ثعالب الماء”</a></bdi>'),
        ("Otters", "en", "en", '<a href="paper/">“Otters”</a>'),
        ("Otters", "en-GB", "en", '<bdi lang="en-GB"><a href="paper/">“Otters”</a></bdi>'),
        ("Otters", "en", "uk", '<bdi lang="en"><a href="paper/">“Otters”</a></bdi>'),
        # A description is in our language, whatever the source's is.
        ("[Post on otters]", "uk", "en", '<a href="paper/">[Post on otters]</a>'),
    ],
)
def test_a_title(title: str, tag: str, page: str, marked: str) -> None:
    assert html(title, tag, page) == marked


def test_a_whole_work() -> None:
    assert html("Видри", "uk", type="book") == '<bdi lang="uk"><em><a href="paper/">Видри</a></em></bdi>'
