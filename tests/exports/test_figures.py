"""Figures for programs: in the JSON of all records, and as a table."""

import csv
import io

from tests.exports.stock import STOCK, file_of, json_of, site_of


def table(files=STOCK) -> list[dict[str, str]]:
    text = file_of(site_of(files), "data/figures.csv").decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def row(attribution: str) -> dict[str, str]:
    return next(row for row in table() if attribution in row["attributions"])


def test_every_row_of_every_chart_is_a_line():
    assert [row["attributions"] for row in table()] == [
        f["attributions"][0] for group in json_of(site_of())["figures"] for f in group["rows"]
    ]


def test_a_line_says_who_what_when_and_from_whom():
    found = row("otters-in-the-lake#a1")
    assert {key: found[key] for key in ("figure", "relation", "value", "unit", "counted", "in_chart", "status")} == {
        "figure": "about 1,200.5",
        "relation": "about",
        "value": "1200.50",
        "unit": "otter",
        "counted": "grown otters in the lake",
        "in_chart": "yes",
        "status": "published",
    }
    assert (found["said"], found["said_basis"], found["goes_back_to"]) == ("2024-06-01", "stated", "")
    assert found["url"] == "https://example.org/lakes/claims/otters-in-the-lake/"
    assert "estimated" in found["sentence"]


def test_who_passes_a_figure_on_is_told_from_whom():
    found = row("otters-in-the-lake#a2")
    origin = row("otters-in-the-lake#a1")["who"]
    assert (found["figure"], found["goes_back_to"], found["way_back"]) == ("more than 1,300", origin, "stated")


def test_who_denies_a_figure_has_not_given_it():
    assert not [found for found in table() if "otters-in-the-lake#a3" in found["attributions"]]


def test_a_withdrawn_figure_says_so():
    found = row("withdrawn-claim#a1")
    assert (found["status"], found["in_chart"]) == ("withdrawn", "no")
    assert found["sentence"].startswith("Withdrawn:")


def test_the_json_holds_what_a_chart_draws():
    (group,) = (g for g in json_of(site_of())["figures"] if g["counted"] == "grown otters in the lake")
    first = group["rows"][0]
    assert (first["shape"], first["charted"], first["said"]) == (
        "about",
        True,
        [{"edtf": "2024-06-01", "basis": "stated"}],
    )
    assert [(f["phrase"], f["shape"], f["roots"]) for f in group["rows"]] == [
        ("about 1,200.5", "about", ["otters-in-the-lake#a1"]),
        ("more than 1,300", "over", ["otters-in-the-lake#a1"]),
    ]


def test_a_cell_is_no_formula():
    text = STOCK["claims/otters-in-the-lake"].replace("of: grown otters in the lake", "of: =1+1")
    assert {
        row["counted"] for row in table(STOCK | {"claims/otters-in-the-lake": text}) if "1+1" in row["counted"]
    } == {"'=1+1"}
