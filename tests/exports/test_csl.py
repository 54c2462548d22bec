"""The sources as CSL-JSON."""

import pytest

from explainers.exports.bibliographic import entry
from explainers.exports.csl_export import csl_item
from explainers.exports.csl_export_dates import csl_date, edtf_as_csl
from explainers.kinds.source.model import Source
from explainers.model.base import Date
from tests.exports.stock import STOCK, graph_of, json_of, site_of

# What the schema of CSL-JSON 1.0.2 allows in a date; in an item, the stock's keys.
DATE_KEYS = {"date-parts", "season", "circa", "literal", "raw"}


def item(id: str, files: dict[str, str] = STOCK) -> dict:
    return next(item for item in json_of(site_of(files), "data/sources.csl.json") if item["id"] == id)


def test_all_sources_are_in_it_by_id():
    assert [item["id"] for item in json_of(site_of(), "data/sources.csl.json")] == [
        "the-article",
        "the-report",
    ]


def test_a_source_without_secrets():
    assert item("the-article") == {
        "id": "the-article",
        "type": "article-newspaper",
        "title": '"1,300 otters" <counted>',
        "container-title": "The Gazette",
        "language": "en",
        "URL": "https://example.org/otters?a=1&b=2",
        "publisher": "The Gazette",
        "issued": {"date-parts": [[2024, 6, 10], [2024, 6, 12]]},
        "accessed": {"date-parts": [[2024, 7, 1]]},
    }


def test_names_keep_their_parts():
    assert item("the-report")["author"] == [
        {"family": "Reed", "given": "Ann", "non-dropping-particle": "van"},
        {"literal": "Working Group on Lakes"},
    ]


def test_a_source_that_we_have_not_read_says_so_and_has_no_day_of_reading():
    report = item("the-report")
    assert report["note"] == (
        'Printed on paper. Known from "1,300 otters" <counted> only. '
        'Not read by us; cited in: "1,300 otters" <counted>.'
    )
    assert "accessed" not in report


def test_what_the_reference_says_itself_comes_first():
    text = STOCK["sources/the-article"].replace(
        "  language: en\n", "  publisher: Gazette Press\n  issued: 2024-06-11\n"
    )
    found = item("the-article", {**STOCK, "sources/the-article": text})
    assert (found["publisher"], found["issued"]) == ("Gazette Press", {"date-parts": [[2024, 6, 11]]})


def test_it_is_a_function_of_source_and_graph():
    graph = graph_of()
    source = graph.get("the-article", Source)
    assert csl_item(entry(source, graph)) == item("the-article")
    assert csl_item(entry(source, graph)) == csl_item(entry(source, graph))


def test_each_source_is_in_its_own_file_too():
    assert json_of(site_of(), "data/sources/the-article.csl.json") == [item("the-article")]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024-11-11", {"date-parts": [[2024, 11, 11]]}),
        ("2024-08", {"date-parts": [[2024, 8]]}),
        ("2024", {"date-parts": [[2024]]}),
        ("2024?-08", {"date-parts": [[2024, 8]], "circa": True}),
        ("2024-08~", {"date-parts": [[2024, 8]], "circa": True}),
        ("2024-11-12%", {"date-parts": [[2024, 11, 12]], "circa": True}),
        ("2024-06-10/2024-06-12", {"date-parts": [[2024, 6, 10], [2024, 6, 12]]}),
        ("2023~/2024", {"date-parts": [[2023], [2024]], "circa": True}),
        ("2022/..", {"date-parts": [[2022]], "circa": True, "literal": "since 2022"}),
        (
            "../2024-11-12",
            {"date-parts": [[2024, 11, 12]], "circa": True, "literal": "by 12 November 2024"},
        ),
        ("2024-23", {"date-parts": [[2024]], "season": 3}),
        ("2024-11-XX", {"date-parts": [[2024, 11, 1], [2024, 11, 30]], "circa": True}),
        ("202X", {"date-parts": [[2020, 1, 1], [2029, 12, 31]], "circa": True}),
        ("2024-21/2024-09", {"date-parts": [[2024, 3, 1], [2024, 9, 30]], "circa": True}),
        ("2024-11-11T09:30:00", {"date-parts": [[2024, 11, 11]]}),
        ("202X/..", {"circa": True, "literal": "since the 2020s"}),
        ("-0100/0100", {"circa": True, "literal": "101 BC to 100"}),
        ("Y-17000", {"circa": True, "literal": "17001 BC"}),
        ("Y12024", {"circa": True, "literal": "the year 12024"}),
        ("0800", {"date-parts": [[800]]}),
        ("2024/", {"date-parts": [[2024]], "circa": True, "literal": "from 2024, end not known"}),
        ("/2024", {"date-parts": [[2024]], "circa": True, "literal": "by 2024"}),
        ("2024-30", {"date-parts": [[2024]], "season": 2}),
        ("2024-34", {"date-parts": [[2024, 4, 1], [2024, 6, 30]], "circa": True}),
        ("2024-11-11T09:30/2024-11-11T18:00+02:00", {"date-parts": [[2024, 11, 11]]}),
    ],
)
def test_a_date_for_reference_managers(edtf: str, expected: dict):
    assert edtf_as_csl(edtf) == expected


@pytest.mark.parametrize(
    "edtf",
    ["-0100", "Y-17000", "[2023,2024]", "{2023..2024}", "19XX", "2024-XX-12", "2004-06-~01/2004-06-~20"],
)
def test_no_date_is_lost(edtf: str):
    found = edtf_as_csl(edtf)
    assert set(found) <= DATE_KEYS
    assert found.get("date-parts") or found["literal"]
    assert all(1 <= len(part) <= 3 for part in found.get("date-parts", []))
    assert len(found.get("date-parts", [])) <= 2


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(edtf="2024-11-11", basis="inferred"), {"date-parts": [[2024, 11, 11]], "circa": True}),
        (Date(edtf="2024-11-11", basis="unknown"), {"date-parts": [[2024, 11, 11]], "circa": True}),
        (Date(basis="unknown", as_stated="early August"), {"literal": "early August"}),
        (Date(basis="unknown"), {}),
    ],
)
def test_how_we_know_a_date_is_reported(date: Date, expected: dict):
    assert csl_date(date) == expected
