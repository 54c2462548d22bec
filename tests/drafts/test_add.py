"""`explainers add`: what others export, as drafts: nothing is lost that is not named, and nothing is overwritten."""

import json
from pathlib import Path
from typing import Any

import pytest

from explainers.build.load import load
from explainers.drafts import read
from explainers.exports.bibliographic import entry
from explainers.exports.csl_export import csl_item
from explainers.graph.link import link
from explainers.kinds import KINDS
from explainers.kinds.source.csl import CslItem
from explainers.kinds.source.model import Source
from tests.cli.conftest import Run
from tests.drafts.library import items

PAPER: dict[str, Any] = {
    "id": "reed2024",
    "type": "article-journal",
    "title": "Counting Homes in the Dark",
    "author": [{"family": "van Reed", "given": "Ann"}],
    "publisher": "Northport Town Council",
    "DOI": "10.1000/xyz",
    "URL": "https://www.example.org/j/1?utm_source=x",
    "issued": {"date-parts": [[2024, 3, 4]]},
}
OURS = " Not read by us."
DRAFT = "content/sources/van-reed-2024-counting-homes-dark.yml"


def documents(site: Path):
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.glob("content/*/*.yml")}
    found, wrong = load(files, KINDS)
    assert not wrong
    return found


def add(site: Path, run: Run, value: object, name: str = "library.json"):
    (site / name).write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    return run("add", name)


def test_of_a_hundred_items_of_all_types_nothing_is_lost(site: Path, run: Run) -> None:
    library = list(items())
    before = run("check").out.count("error[")
    found = add(site, run, library)
    assert found.status == 0
    assert "left out" not in found.out
    assert run("check").out.count("error[") == before
    graph = link(documents(site), KINDS)[0]
    out = {source.csl.title: csl_item(entry(source, graph)) for source in graph.of(Source)}
    for item in library:
        made = out[item["title"]]
        for key, value in item.items():
            if key not in CslItem.unread:
                assert _plain(made[key]) == _plain(value), (item["id"], key)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    # A note is joined with ours, on one line.
    return (
        [_plain(part) for part in value] if isinstance(value, list) else " ".join(str(value).split()).removesuffix(OURS)
    )


def test_a_draft_says_what_has_to_be_decided(site: Path, run: Run) -> None:
    found = add(site, run, PAPER | {"collections": ["x"], "language": "English"})
    assert f"wrote {DRAFT}\n  left out: `collections` (`['x']`): nothing in CSL is for this\n" in found.out
    text = (site / DRAFT).read_text("utf-8")
    assert (
        text
        == """# From library.json: reed2024.
# Left out: `collections` (`['x']`): nothing in CSL is for this.
# Left out: `language`: `English` is not a tag of a language, such as en or pt-BR.
# A draft is checked, and shown in a preview alone. Delete `status: draft` when all is decided.
status: draft
csl:
  type: article-journal
  title: Counting Homes in the Dark
  author:
    - family: van Reed
      given: Ann
  publisher: Northport Town Council
  DOI: 10.1000/xyz
  URL: https://www.example.org/j/1?utm_source=x
publisher: northport-council
published: 2024-03-04
# To be decided: primary (it speaks of its own doing), secondary (it reports) or aggregate (it gathers reports).
role: secondary
# To be decided: full-text, excerpt or cited-only (known from others alone; never cited as if we had read it).
seen: cited-only
"""
    )


@pytest.mark.parametrize(
    ("again", "why"),
    [
        ({"DOI": "https://doi.org/10.1000/XYZ", "title": "Other"}, "the same DOI"),
        ({"URL": "http://example.org/j/1/", "title": "Other"}, "the same address"),
        ({"author": PAPER["author"], "title": "Counting homes in the dark!"}, "the same title"),
    ],
)
def test_what_is_there_already_is_named_and_not_written(site: Path, run: Run, again: dict, why: str) -> None:
    found = add(site, run, [PAPER, {"id": "again", "type": "report", **again}])
    assert f"there already: again: `van-reed-2024-counting-homes-dark` has {why}\n" in found.out
    text = (site / DRAFT).read_text("utf-8").replace("role: secondary", "role: primary")
    (site / DRAFT).write_text(text, "utf-8")
    found = add(site, run, [PAPER])
    assert "0 drafts written" in found.out
    assert (site / DRAFT).read_text("utf-8") == text


def test_a_title_of_another_author_or_year_is_another_document(site: Path, run: Run) -> None:
    rest = {"type": "article-journal", "title": "Editorial", "container-title": "Lakes"}
    one, two = ({**rest, "issued": {"date-parts": [[year]]}} for year in (2023, 2024))
    found = add(site, run, [one, two, {**rest, "id": "no-year"}])
    assert "wrote content/sources/lakes-2023-editorial.yml" in found.out
    assert "wrote content/sources/lakes-2024-editorial.yml" in found.out
    assert "there already: no-year: `lakes-2023-editorial` has the same title" in found.out


def test_variables_in_the_field_extra_are_read(site: Path, run: Run) -> None:
    note = "original-date: 1990\nPMID: 123\nDirector: Reed || Ann\nRead it: twice"
    add(site, run, PAPER | {"note": note})
    csl = next(one.record.csl for one in documents(site) if one.path == DRAFT)
    assert (csl.original_date, csl.PMID, csl.director[0].family, csl.note) == ("1990", "123", "Reed", "Read it: twice")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.json", b"", "a.json is empty"),
        ("a.json", b"{]", "a.json is not JSON: "),
        ("a.json", b"[" * 100_000, "a.json is not JSON"),
        ("a.json", b"[1, 2]", "a.json has no items of CSL-JSON"),
        ("a.json", '[{"title": "é"}]'.encode("latin-1"), "a.json is not UTF-8 (line 1)"),
        ("a.json", b"[" + b'{"type":"book"},' * 5_000 + b'{"type":"book"}]', "a.json has 5,001 items"),
        ("a.bib", b"@book{a, title={x}", "a.bib has an entry that is no BibTeX at line 1"),
        ("a.bib", b"@book{a, title={x}}\n@book{a, title={y}}", "a.bib has the key `a` a second time at line 2"),
        ("a.bib", b"Dear all", "a.bib has no entry of BibTeX"),
        ("a.ris", b"Dear all", "a.ris "),
        ("a.docx", b"PK", "a.docx is no CSL-JSON, BibTeX, RIS, ClaimReview or CSV"),
    ],
)
def test_a_file_that_cannot_be_read_has_a_clear_message(
    site: Path, run: Run, name: str, data: bytes, said: str
) -> None:
    (site / name).write_bytes(data)
    found = run("add", name)
    assert found.status == 2
    assert said in found.err
    assert "bug" not in found.err


def test_what_has_the_name_of_a_draft_and_is_no_record_is_left(site: Path, run: Run) -> None:
    (site / DRAFT).mkdir()
    found = add(site, run, PAPER)
    assert found.status == 2
    assert f"{DRAFT} cannot be written: File exists" in found.err


def test_a_file_that_is_too_large_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MAX_BYTES", 10)
    with pytest.raises(read.Unreadable, match="is larger than"):
        read.text_of(b"[" * 11)
