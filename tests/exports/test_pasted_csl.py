"""An item pasted from a reference manager: every key of CSL-JSON is read, and comes out again."""

import json

import pytest

from explainers.build.load import load
from explainers.exports.bibliographic import entry
from explainers.exports.bibtex_export import bibtex
from explainers.exports.csl_export import csl_item
from explainers.exports.ris_export import ris
from explainers.kinds import KINDS
from explainers.kinds.source.csl import DATES, NAMES, CslItem
from explainers.kinds.source.csl_dates import as_edtf
from explainers.kinds.source.model import Source
from tests.graph.records import actor, graph_of

FORMED = {"type": "report", "URL": "https://example.org/1", "DOI": "10.1000/xyz", "language": "en"}
REST = "publisher: gazette\npublished: 2024-03-04\nrole: secondary\nseen: excerpt\n"


def pasted(item: dict, rest: str = REST) -> tuple[Source | None, list[str]]:
    text = f"csl: {json.dumps(item, indent=1)}\n{rest}"
    (document,), found = load({"content/sources/a-report.yml": text.encode()}, KINDS)
    return document.record, [f"{one.message} ({one.help})" for one in found]


def every_key() -> dict:
    keys = {field.alias or name for name, field in CslItem.model_fields.items()} - DATES.keys() - NAMES.keys()
    item = {key: FORMED.get(key, f"Some {key}") for key in sorted(keys)}
    names = {key: [{"family": "Reed", "given": "Ann", "comma-suffix": True}] for key in NAMES.values()}
    dates = {key: {"date-parts": [["2024", 3, day]]} for day, key in enumerate(DATES.values(), 1)}
    return {
        "id": "http://zotero.org/users/1/items/A",
        "citation-key": "reed",
        "source": "Web",
        **item,
        **names,
        **dates,
    }


def test_every_key_comes_out_again() -> None:
    item = every_key()
    source, wrong = pasted(item)
    assert not wrong
    out = csl_item(entry(source, graph_of(actor("gazette"))))
    for key in CslItem.unread & item.keys():
        del item[key]
    for key in NAMES.values():
        item[key] = [{"family": "Reed", "given": "Ann"}]
    for key in DATES.values():
        item[key] = {"date-parts": [[int(part) for part in item[key]["date-parts"][0]]]}
    assert out == item | {"id": "a-report"}
    entries = [entry(source, graph_of(actor("gazette")))]
    assert "shorttitle = {Some title-short}" in bibtex(entries).decode()
    assert "ST  - Some title-short\r\n" in ris(entries).decode()


def test_the_day_of_reading_may_be_the_reference_s_own() -> None:
    item = {"type": "webpage", "title": "A page", "accessed": {"date-parts": [[2024, 3, 5]]}}
    assert pasted(item)[0].accessed.edtf == "2024-03-05"
    assert pasted(item, f"{REST}accessed: 2024-03-07\n")[0].accessed.edtf == "2024-03-07"


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ({"date-parts": [[2024, 3, 4]]}, "2024-03-04"),
        ({"date-parts": [["2024", "03"]]}, "2024-03"),
        ({"date-parts": [[2024, 3, 4], [2024, 3, 6]], "circa": True}, "2024-03-04~/2024-03-06~"),
        ({"date-parts": [[2024]], "season": 3, "circa": "false"}, "2024-23"),
        ({"date-parts": [[2024]], "season": "Winter"}, "2024-24"),
        ({"date-parts": [[2024, 0, 0]]}, "2024"),
        ({"date-parts": [[-43]]}, "-0043"),
        ({"raw": "2024-03-04"}, "2024-03-04"),
        ({"literal": "early in May"}, ""),
        ({"date-parts": [[2024, 13, 40]]}, ""),
        ({"date-parts": [["May"]]}, ""),
        ({"date-parts": [[]]}, ""),
        ({}, ""),
    ],
)
def test_dates(date: dict, edtf: str) -> None:
    assert as_edtf(date) == edtf


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("issued", {"literal": "early in May"}, "`early in May` is not a date"),
        ("event-date", {"date-parts": []}, "there is no date in it"),
        ("language", "English", "`English`"),
        ("URL", "example.org", "`example.org` is not a web address"),
        ("collections", ["x"], "`collections` is not a key here"),
    ],
)
def test_what_cannot_be_read_has_one_message(key: str, value: object, said: str) -> None:
    _, wrong = pasted({"type": "report", "title": "A report", key: value})
    assert len(wrong) == 1
    assert said in wrong[0]
