"""References in our house style: each type of source as it is printed."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from explainers.graph.graph import Graph
from explainers.kinds.source.csl import ItemType
from explainers.kinds.source.model import Source
from explainers.prose.reference import cited_by, reference, short_name
from explainers.text.inline import Emphasis, plain, walk
from tests.graph.records import DATE, actor, graph_of, source

AUTHORS = [{"family": "Reed", "given": "Ann", "non-dropping-particle": "van"}, {"literal": "Working Group on Lakes"}]
REED, LI = {"family": "Reed", "given": "Ann"}, {"family": "Li", "given": "Bo"}


def graph(*more: Any, dates: dict[str, Any] | None = None, **csl: Any) -> Graph:
    whole = {"type": "webpage", "title": "Otters"} | csl
    return graph_of(
        source("paper", csl=whole, published=dates or DATE),
        actor("gazette", "The Gazette", in_text="the Gazette", also=["Gazette Media"]),
        *more,
    )


def paper(found: Graph) -> Source:
    record = found.get("paper", Source)
    assert record is not None
    return record


def printed(dates: dict[str, Any] | None = None, **csl: Any) -> str:
    found = graph(dates=dates, **csl)
    return plain(reference(paper(found), found))


BOOK = {"container-title": "Animals", "editor": [REED], "page": "4-18", "publisher-place": "Oslo"}
LAW = {"title": "On Otters", "number": "3633-IX", "section": "4", "authority": "Parliament", "jurisdiction": "Norway"}
PRINTED: dict[ItemType, tuple[dict[str, Any], str]] = {
    "article": ({"author": [REED], "number": "7"}, "Ann Reed, “Otters”, no. 7, The Gazette"),
    "article-journal": (
        {"author": [REED, LI], "container-title": "Lakes", "volume": "12", "issue": "3", "page": "4--18"},
        "Ann Reed and Bo Li, “Otters”, Lakes, vol. 12, no. 3, pp. 4–18, The Gazette",
    ),
    "article-magazine": ({"issue": "7", "page": "4"}, "“Otters”, no. 7, p. 4, The Gazette"),
    "article-newspaper": (
        {"author": AUTHORS, "container-title": "The Weekend", "section": "B", "edition": "late"},
        "Ann van Reed and Working Group on Lakes, “Otters”, The Weekend, section B, late edition, The Gazette",
    ),
    "bill": (LAW, "On Otters, bill, no. 3633-IX, section 4, Parliament, Norway, The Gazette"),
    "book": (
        {"author": [REED], "translator": [LI], "original-title": "Ottere", "edition": "2", "publisher-place": "Oslo"},
        "Ann Reed, Otters, translated by Bo Li, originally Ottere, 2nd edition, The Gazette, Oslo",
    ),
    "broadcast": ({"container-title": "Lake News"}, "“Otters”, broadcast, Lake News, The Gazette"),
    "chapter": (
        {"author": [LI], **BOOK},
        "Bo Li, “Otters”, in Animals, edited by Ann Reed, pp. 4–18, The Gazette, Oslo",
    ),
    "classic": ({"author": [REED], "volume": "IV"}, "Ann Reed, Otters, vol. IV, The Gazette"),
    "collection": ({"editor": [REED, LI]}, "Ann Reed and Bo Li (eds), Otters, collection, The Gazette"),
    "dataset": ({"version": "1.2", "DOI": "10.5/otters"}, "Otters, dataset, version 1.2, The Gazette, doi:10.5/otters"),
    "document": ({"genre": "memo", "number": "7"}, "“Otters”, memo, no. 7, The Gazette"),
    "entry": (BOOK, "“Otters”, in Animals, edited by Ann Reed, pp. 4–18, The Gazette, Oslo"),
    "entry-dictionary": ({"container-title": "Words"}, "“Otters”, in Words, The Gazette"),
    "entry-encyclopedia": (
        {"container-title": "All Animals", "edition": "11", "volume": "2"},
        "“Otters”, in All Animals, 11th edition, vol. 2, The Gazette",
    ),
    "event": ({"event-title": "Lake Days", "event-place": "Oslo"}, "“Otters”, Lake Days, Oslo, The Gazette"),
    "figure": ({"container-title": "Lakes"}, "“Otters”, figure, Lakes, The Gazette"),
    "graphic": ({"author": [REED], "medium": "oil on wood"}, "Ann Reed, Otters, picture, oil on wood, The Gazette"),
    "hearing": ({"authority": "Parliament"}, "“Otters”, hearing, Parliament, The Gazette"),
    "interview": ({"author": [REED]}, "Ann Reed, “Otters”, interview, The Gazette"),
    "legal_case": (
        {"title": "Otter v Boat", "number": "C-12/24", "authority": "High Court", "page": "4"},
        "Otter v Boat, no. C-12/24, High Court, p. 4, The Gazette",
    ),
    "legislation": (LAW, "On Otters, no. 3633-IX, section 4, Parliament, Norway, The Gazette"),
    "manuscript": ({"archive": "Lake Archive"}, "“Otters”, manuscript, Lake Archive, The Gazette"),
    "map": ({"edition": "3"}, "Otters, map, 3rd edition, The Gazette"),
    "motion_picture": ({"genre": "documentary"}, "Otters, documentary, The Gazette"),
    "musical_score": ({}, "Otters, score, The Gazette"),
    "pamphlet": ({}, "Otters, pamphlet, The Gazette"),
    "paper-conference": (
        {"container-title": "Lake Papers", "event-title": "Lake Days", "page": "iv-x"},
        "“Otters”, in Lake Papers, pp. iv–x, Lake Days, The Gazette",
    ),
    "patent": ({"number": "NO 123"}, "Otters, patent, no. NO 123, The Gazette"),
    "performance": ({"event-title": "Lake Days"}, "“Otters”, performance, Lake Days, The Gazette"),
    "periodical": ({"editor": [REED], "issue": "7"}, "Ann Reed (ed.), Otters, no. 7, The Gazette"),
    "personal_communication": ({"author": [REED]}, "Ann Reed, “Otters”, personal communication, The Gazette"),
    "post": ({"author": [REED], "container-title": "Telegram"}, "Ann Reed, “Otters”, post, Telegram, The Gazette"),
    "post-weblog": ({"container-title": "Lake Blog"}, "“Otters”, blog post, Lake Blog, The Gazette"),
    "regulation": (LAW, "On Otters, no. 3633-IX, section 4, Parliament, Norway, The Gazette"),
    "report": (
        {"author": AUTHORS[1:], "number": "12", "collection-title": "Lake Papers", "page": "3, 5"},
        "Working Group on Lakes, Otters, report, no. 12, Lake Papers, pp. 3, 5, The Gazette",
    ),
    "review": ({"container-title": "Lakes"}, "“Otters”, review, Lakes, The Gazette"),
    "review-book": ({"container-title": "Lakes"}, "“Otters”, book review, Lakes, The Gazette"),
    "software": ({"version": "v2"}, "Otters, software, v2, The Gazette"),
    "song": ({"author": [REED]}, "Ann Reed, “Otters”, song, The Gazette"),
    "speech": (
        {"author": [REED], "event-title": "Lake Days", "event-place": "Oslo", "medium": "video"},
        "Ann Reed, “Otters”, speech, video, Lake Days, Oslo, The Gazette",
    ),
    "standard": ({"number": "ISO 5"}, "Otters, standard, no. ISO 5, The Gazette"),
    "thesis": ({"genre": "doctoral thesis", "publisher": "Lake College"}, "Otters, doctoral thesis, Lake College"),
    "treaty": ({"title": "Treaty of Oslo"}, "Treaty of Oslo, treaty, The Gazette"),
    "webpage": ({"container-title": "Lake Site"}, "“Otters”, Lake Site, The Gazette"),
}


@pytest.mark.parametrize("type", get_args(ItemType))
def test_each_type_as_it_is_printed(type: ItemType) -> None:
    csl, words = PRINTED[type]
    assert printed(type=type, **csl) == f"{words}, 11 November 2024."


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        ([REED], "Ann Reed, "),
        ([REED, LI], "Ann Reed and Bo Li, "),
        ([REED, LI, {"literal": "Reuters"}], "Ann Reed, Bo Li and Reuters, "),
        ([{"family": f"N{n}"} for n in range(10)], "N0, N1, N2, N3, N4, N5, N6, N7, N8 and N9, "),
        ([{"family": f"N{n}"} for n in range(11)], "N0, N1, N2 and 8 others, "),
        ([{"family": "King", "given": "Martin", "suffix": "Jr."}], "Martin King Jr., "),
        ([{"family": "Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La"}],
         "Jean de La Fontaine, "),
        ([{"family": "Assad", "given": "Bashar", "non-dropping-particle": "al-"}], "Bashar al-Assad, "),
        ([{"family": "Alembert", "given": "Jean", "dropping-particle": "d’"}], "Jean d’Alembert, "),
        ([{"family": "김", "given": "정은"}], "김정은, "),
        ([{"family": "Зеленський", "given": "Володимир"}], "Володимир Зеленський, "),
        ([{"given": "Madonna"}], "Madonna, "),
        ([{}], ""),
    ],
)  # fmt: skip
def test_a_byline_credits_everybody(names: list[dict[str, str]], words: str) -> None:
    assert printed(author=names) == f"{words}“Otters”, The Gazette, 11 November 2024."


@pytest.mark.parametrize(
    ("csl", "words"),
    [
        ({"author": [{"literal": "The Gazette"}]}, "The Gazette, “Otters”"),
        ({"author": [{"literal": "Gazette Media"}]}, "Gazette Media, “Otters”"),
        ({"container-title": "The Gazette"}, "“Otters”, The Gazette"),
        ({"container-title": "Gazette on Sunday"}, "“Otters”, Gazette on Sunday"),
        ({"container-title": "The Gazettes of Oslo"}, "“Otters”, The Gazettes of Oslo, The Gazette"),
        ({"container-title": "Reuters", "author": [{"literal": "Reuters"}]}, "Reuters, “Otters”, The Gazette"),
        ({"title": "The Gazette", "container-title": "The Gazette"}, "“The Gazette”"),
        ({"publisher": "Gazette Press"}, "“Otters”, Gazette Press"),
        ({"type": "post", "title": "[Post on Telegram]", "container-title": "Telegram"},
         "[Post on Telegram], The Gazette"),
        ({"type": "post", "title": "[Postcard]"}, "[Postcard], post, The Gazette"),
    ],
)  # fmt: skip
def test_nothing_is_said_twice(csl: dict[str, Any], words: str) -> None:
    assert printed(**csl) == f"{words}, 11 November 2024."


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("[Talk on otters]", "[Talk on otters], The Gazette"),
        ("Who won?", "“Who won?” The Gazette"),
        ("They won!", "“They won!” The Gazette"),
        ("Who said “we won?”", "“Who said ‘we won?’” The Gazette"),
        ('"1,300 otters" counted', "“‘1,300 otters’ counted”, The Gazette"),
        ("“Otters”", "“‘Otters’”, The Gazette"),
        ("Otters, Inc.", "“Otters, Inc.”, The Gazette"),
        ("Otters:", "“Otters”, The Gazette"),
        ("Otters\n  and   boats", "“Otters and boats”, The Gazette"),
    ],
)
def test_the_signs_of_a_title(title: str, words: str) -> None:
    assert printed(title=title) == f"{words}, 11 November 2024."


def test_a_whole_work_that_asks_takes_no_comma_either() -> None:
    assert printed(type="book", title="Who Won?") == "Who Won? The Gazette, 11 November 2024."


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("edition", "1", "1st edition"),
        ("edition", "22", "22nd edition"),
        ("edition", "revised", "revised edition"),
        ("edition", "3rd ed.", "3rd ed."),
        ("volume", "III", "vol. III"),
        ("volume", "Winter", "Winter"),
        ("volume", "vol. 3", "vol. 3"),
        ("number", "№ 5", "№ 5"),
        ("number", "No. 5", "No. 5"),
        ("number", "Supplement", "Supplement"),
    ],
)
def test_a_number_has_its_word_once(field: str, value: str, words: str) -> None:
    assert printed(type="book", **{field: value}) == f"Otters, {words}, The Gazette, 11 November 2024."


@pytest.mark.parametrize(
    ("page", "words"),
    [("4", "p. 4"), ("A1", "p. A1"), ("4–18", "pp. 4–18"), ("p. 4", "p. 4"), ("front page", "front page")],
)
def test_pages(page: str, words: str) -> None:
    assert printed(type="article-newspaper", page=page) == f"“Otters”, {words}, The Gazette, 11 November 2024."


@pytest.mark.parametrize(
    "doi",
    [
        *("10.5/a", "doi:10.5/a", "DOI: 10.5/a", "doi 10.5/a", "info:doi/10.5/a", "urn:doi:10.5/a", "<10.5/a>"),
        *("https://doi.org/10.5/a", "http://dx.doi.org/10.5/a", "HTTPS://DOI.ORG/10.5/a", "https://www.doi.org/10.5/a"),
        *("doi.org/10.5/a", "https://doi.org/doi:10.5/a", "https://doi.org/10.5/%61"),
        *("10.5/a.", "10.5/a;", "10.5/a).", "10.5/a)"),
    ],
)
def test_a_doi_in_every_spelling(doi: str) -> None:
    assert printed(DOI=doi) == "“Otters”, The Gazette, doi:10.5/a, 11 November 2024."


def test_the_brackets_and_signs_of_a_doi_are_its_own() -> None:
    assert "doi:10.5.1/s(99)<1:a>2.0.co;2-b" in printed(DOI="https://doi.org/10.5.1/s(99)%3C1:a%3E2.0.co;2-b")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("On <i>Lutra lutra</i> and H<sub>2</sub>O", "On Lutra lutra and H₂O"),
        ("The 10<sup>−3</sup> m<sup>2</sup> lake", "The 10⁻³ m² lake"),
        ("The <sup>th</sup> word", "The th word"),
        ('A lake by <span class="nocase">d’Arc</span>', "A lake by d’Arc"),
        ('<span style="font-variant: small-caps;">Otters</span>', "Otters"),
        ("<b>Otters <i>now</i></b>", "Otters now"),
        ("If a <i b or i> c", "If a <i b or i> c"),
        ("An <i>open one", "An <i>open one"),
        ("<em>No tag of CSL</em>", "<em>No tag of CSL</em>"),
    ],
)
def test_the_tags_of_a_reference_manager_are_not_printed(title: str, shown: str) -> None:
    assert printed(title=title).startswith(f"“{shown}”")


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ({"edtf": "2024-11", "basis": "stated"}, "November 2024"),
        ({"edtf": "2024~", "basis": "stated"}, "about 2024"),
        ({"edtf": "2024-11-12?", "basis": "inferred"}, "probably 12 November 2024 (our inference)"),
        ({"edtf": "2024-11-11", "basis": "inferred"}, "11 November 2024 (our inference)"),
        ({"edtf": "2024-11-11", "basis": "unknown"}, "11 November 2024 (not confirmed)"),
        ({"edtf": "2024-06/2024-07", "basis": "stated"}, "June 2024 to July 2024"),
        ({"edtf": "[2023,2024]", "basis": "stated"}, "2023 or 2024"),
        ({"edtf": "[2023..2024]", "basis": "stated"}, "between 2023 and 2024"),
        ({"edtf": "{2023,2024-05}", "basis": "stated"}, "2023 and May 2024"),
        ({"edtf": "-0100", "basis": "stated"}, "101 BC"),
        ({"basis": "unknown", "as_stated": "early “dry” August?"}, "dated “early ‘dry’ August?”"),
        ({"basis": "unknown"}, "no date"),
        ({"basis": "inferred"}, "no date"),
    ],
)
def test_a_date_says_how_sure_it_is(date: dict[str, Any], words: str) -> None:
    assert printed(date) == f"“Otters”, The Gazette, {words}."


def test_the_reference_can_have_its_own_date() -> None:
    assert printed({"basis": "unknown"}, issued="2024-06") == "“Otters”, The Gazette, June 2024."


@pytest.mark.parametrize(
    ("tag", "page", "words"),
    [
        ("uk", "en", ", in Ukrainian"),
        ("pt-BR", "en", ", in Portuguese"),
        ("en-GB", "en", ""),
        ("en", "uk", ", in English"),
        ("qaa", "en", ""),
    ],
)
def test_a_language_other_than_the_pages_is_named(tag: str, page: str, words: str) -> None:
    found = graph(language=tag)
    assert plain(reference(paper(found), found, page)) == f"“Otters”, The Gazette{words}, 11 November 2024."


@pytest.mark.parametrize(
    ("type", "container", "emphasised"),
    [("book", None, ["Otters"]), ("webpage", None, []), ("chapter", "Animals", ["Animals"])],
)
def test_whole_works_and_what_things_are_in_are_emphasised(
    type: str, container: str | None, emphasised: list[str]
) -> None:
    found = graph(type=type, **{"container-title": container})
    parts = [part for part in walk(reference(paper(found), found)) if isinstance(part, Emphasis)]
    assert [plain(part.parts) for part in parts] == emphasised


@pytest.mark.parametrize(
    ("csl", "name"),
    [
        ({"type": "article-newspaper", "author": AUTHORS}, "the Gazette"),
        ({"type": "post"}, "the Gazette"),
        ({"type": "graphic", "author": AUTHORS}, "the Gazette"),
        ({"type": "report", "author": AUTHORS[:1]}, "van Reed"),
        ({"type": "report", "author": AUTHORS}, "van Reed and Working Group on Lakes"),
        ({"type": "report", "author": [*AUTHORS, {"family": "Lind"}]}, "van Reed and others"),
        ({"type": "report", "author": AUTHORS[1:]}, "Working Group on Lakes"),
        ({"type": "report"}, "the Gazette"),
    ],
)
def test_the_name_of_a_source_in_a_sentence(csl: dict[str, Any], name: str) -> None:
    found = graph(**csl)
    assert short_name(paper(found), found) == name


def test_a_source_whose_publisher_is_broken_keeps_its_reference() -> None:
    found = graph_of(source("paper", csl={"title": "Otters"}))
    assert plain(reference(paper(found), found)) == "“Otters”, 11 November 2024."
    assert short_name(paper(found), found) == "Otters"


def test_what_we_have_not_read_is_known_through_who_rewrites_or_credits_it() -> None:
    found = graph(source("relay", "paper"), source("wire", named_inputs=["paper"]), source("other"))
    assert cited_by(paper(found), found) == ("relay", "wire")
