"""BibTeX and RIS as reference managers write them, as items of CSL."""

import json
from typing import Any, get_args

import pytest

from explainers.drafts.bibtex import bibtex_items
from explainers.drafts.item import item_of
from explainers.drafts.ris import ris_items
from explainers.exports.bibliographic import entry
from explainers.exports.bibtex_export import bibtex
from explainers.exports.ris_export import ris
from explainers.kinds.source.csl import ItemType
from tests.exports.test_pasted_csl import pasted
from tests.graph.records import actor, graph_of


def one_bibtex(fields: str, kind: str = "article") -> dict[str, Any]:
    (found,) = bibtex_items(f'@string{{jo = "Journal of Outages"}}\n@{kind}{{reed, {fields}}}')
    return item_of(found, 1).csl


def one_ris(*lines: str) -> dict[str, Any]:
    (found,) = ris_items("".join(f"{line}\r\n" for line in [*lines, "ER  - "]))
    return item_of(found, 1).csl


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (r"Jos{\'e} van der Berg", {"given": "José", "non-dropping-particle": "van der", "family": "Berg"}),
        (r"van der Berg, Jos\'{e}", {"given": "José", "non-dropping-particle": "van der", "family": "Berg"}),
        (r"M{\"u}ller, Jr., Hans", {"given": "Hans", "family": "Müller", "suffix": "Jr."}),
        (r"{Ministry of Power and Light}", {"literal": "Ministry of Power and Light"}),
        (r"{\L}ukasz {\O}stby", {"given": "Łukasz", "family": "Østby"}),
        (r"{\'E}. Dupont", {"given": "É.", "family": "Dupont"}),
    ],
)
def test_names_of_bibtex(written: str, name: dict[str, str]) -> None:
    assert one_bibtex(f"author = {{{written} and Ann Reed}}")["author"] == [name, {"given": "Ann", "family": "Reed"}]


@pytest.mark.parametrize(
    ("fields", "key", "value"),
    [
        ("title = {{Counting} Homes: 50% in the {D}ark}", "title", "Counting Homes: 50% in the Dark"),
        ("title = {On H$_2$O}, subtitle = {A Note}", "title", "On H<sub>2</sub>O: A Note"),
        ("journal = jo # {, B}", "container-title", "Journal of Outages, B"),
        ("year = 2024, month = mar, day = 4", "issued", "2024-03-04"),
        ("year = {2024}, month = {March}", "issued", "2024-03"),
        ("date = {2024-03/2024-05}", "issued", "2024-03/2024-05"),
        ("pages = {4--18}", "page", "4–18"),
        ("number = {3}", "issue", "3"),
        (r"url = {https://example.org/a\_b?c=%20~d}", "URL", "https://example.org/a_b?c=%20~d"),
        (r"howpublished = {\url{https://example.org/p}}", "URL", "https://example.org/p"),
        ("eprint = {1234.5}, archiveprefix = {arXiv}", "number", "arXiv:1234.5"),
    ],
)
def test_fields_of_bibtex(fields: str, key: str, value: str) -> None:
    assert one_bibtex(fields)[key] == value


def test_a_part_has_what_its_whole_says() -> None:
    part, _ = bibtex_items("@inproceedings{p, title={A}, crossref={w}}\n@proceedings{w, title={All}, year={2024}}")
    csl = item_of(part, 1).csl
    assert (csl["title"], csl["container-title"], csl["issued"]) == ("A", "All", "2024")


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        (("AU  - van Reed, Ann",), "author", [{"non-dropping-particle": "van", "family": "Reed", "given": "Ann"}]),
        (("AU  - Reed, Ann, Jr.",), "author", [{"family": "Reed", "given": "Ann", "suffix": "Jr."}]),
        (("A1  - Northport Group",), "author", [{"literal": "Northport Group"}]),
        (("T1  - A title",), "title", "A title"),
        (("JF  - Journal of Outages", "JO  - J. Out."), "container-title", "Journal of Outages"),
        (("JF  - Journal of Outages", "JO  - J. Out."), "container-title-short", "J. Out."),
        (("PY  - 2024", "DA  - 2024/03/04/"), "issued", "2024-03-04"),
        (("Y1  - 2024/03//",), "issued", "2024-03"),
        (("SP  - 4", "EP  - 18"), "page", "4–18"),
        (("SP  - 4-18",), "page", "4-18"),
        (("KW  - a", "KW  - b"), "keyword", "a; b"),
        (("SN  - 978-3-16-148410-0",), "ISSN", "978-3-16-148410-0"),
    ],
)
def test_tags_of_ris(lines: tuple[str, ...], key: str, value: object) -> None:
    assert one_ris("TY  - JOUR", *lines)[key] == value


@pytest.mark.parametrize(
    "written",
    [
        "TY - NEWS\nTI - A title\n",
        "TY  - NEWS\nTI  - A title\nER  -\n\n",
        "\ufeffTY  - NEWS\r\nTI  - A title\r\nER  - ",
    ],
)
def test_dialects_of_ris(written: str) -> None:
    (found,) = ris_items(written.removeprefix("\ufeff"))
    assert (found["type"], found["title"]) == ("article-newspaper", "A title")


def test_what_has_no_place_is_named() -> None:
    (found,) = ris_items(
        "TY  - ODD\nTI  - A\nC1  - mine\nUR  - https://example.org/1\nUR  - https://example.org/2\nER  - \n"
    )
    left = " ".join(item_of(found, 1).left_out)
    assert all(word in left for word in ("`ODD`", "`mine`", "`https://example.org/2`"))
    (found,) = bibtex_items("@odd{a, title = {A}, shelf = {B 2}}")
    left = " ".join(item_of(found, 1).left_out)
    assert all(word in left for word in ("`odd`", "`B 2`"))


@pytest.mark.parametrize("type", get_args(ItemType))
def test_what_we_export_is_read_again(type: ItemType) -> None:
    people = [{"family": "Berg", "given": "Bo", "non-dropping-particle": "van der"}, {"literal": "Lake and Sons"}]
    item = {
        "type": type,
        "title": "Otters & Co.: 10 %",
        "author": people,
        "DOI": "10.1000/a_b",
        "volume": "3",
        "page": "4–18",
    }
    source, _ = pasted(json.loads(json.dumps(item)))
    entries = [entry(source, graph_of(actor("gazette")))]
    for made in (bibtex_items(bibtex(entries).decode()), ris_items(ris(entries).decode())):
        csl = item_of(made[0], 1).csl
        assert {key: csl[key] for key in item if key != "type"} == {key: item[key] for key in item if key != "type"}
        assert csl["issued"] == "2024-03-04"
