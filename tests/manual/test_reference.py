"""The reference in the manual is the one that is made from the code as it is."""

from __future__ import annotations

from explainers.checks.run import all_rules
from explainers.kinds import KINDS
from explainers.model.shape import keys
from tests.manual.reference.pages import REFERENCE, pages, stale
from tests.manual.reference.snippets import owners, snippets


def test_it_is_written_again_when_the_code_changes() -> None:
    made = pages()
    there = {name: path.read_text("utf-8") for name in made if (path := REFERENCE / name).is_file()}
    assert [name for name, text in made.items() if there.get(name) != text] == [], "run `make reference`"
    assert stale() == []


def test_it_has_every_check_once() -> None:
    topics = "".join(text for name, text in pages().items() if name.startswith("checks/"))
    assert [rule.code for rule in all_rules() if topics.count(f"\n## `{rule.code}`\n") != 1] == []


def test_it_has_every_field_once() -> None:
    shared, _, _ = pages()["every-record.md"].partition("## A date")
    for kind in KINDS:
        page = pages()[f"{kind.name}.md"]
        assert [key for key in keys(kind.model) if (page + shared).count(f"\n### `{key}`\n") != 1] == []


def test_it_has_every_key_of_every_part() -> None:
    for kind in KINDS:
        page = pages()[f"{kind.name}.md"] + pages()["every-record.md"]
        assert [path for path in owners(kind.model) if f"{path.rpartition('.')[2]}`" not in page] == []


def test_an_example_shows_the_field_whose_it_is() -> None:
    claim = snippets(next(kind for kind in KINDS if kind.name == "claim"))
    assert claim["attributions.cites.prefix"] == "prefix: power of"
    assert claim["attributions.as_printed.quantities.relation"] == "relation: about"
    assert claim["quantities.relation"] == "relation: more-than"
    assert (claim["quantities.time"], claim["attributions.time"]) == ("time: 2024-03", "time: 2024-03-03")
    assert claim["relations.note"] == "note: It counts streets, not homes."
    assert (claim["attributions.by"], claim["attributions.cites.exact"]) == (
        "by: northport-council",
        "exact: more than 1,200 homes",
    )
    assert claim["time"].startswith("time:\n  edtf: ")
