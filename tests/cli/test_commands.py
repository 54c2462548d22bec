"""`new`, `schema`, `why` and `help`."""

import json
from pathlib import Path

import pytest

from explainers.build.check import Inputs, check
from explainers.checks.run import all_rules
from explainers.cli.new import template
from explainers.kinds import KINDS, Kind
from tests.cli.conftest import CLAIM, EXAMPLES, Run

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@each_kind
def test_new_writes_a_draft_from_the_example_that_has_no_mistake(site: Path, run: Run, kind: Kind):
    found = run("new", kind.name, "brand-new")
    path = f"content/{kind.plural}/brand-new.yml"
    assert found.status == 0
    assert found.out.startswith(f"wrote {path}: a draft")
    written = (site / path).read_text("utf-8")
    assert written == template(kind)
    assert "\nstatus: draft\n" in written
    diagnostics = check(Inputs({**{p: t.encode() for p, t in EXAMPLES.items()}, path: written.encode()})).diagnostics
    assert [d for d in diagnostics if d.severity == "error" and d.span.path == path] == []


def test_new_says_which_ids_lead_nowhere_yet(site: Path, run: Run):
    (site / "content/places/northport.yml").unlink()
    found = run("new", "claims", "brand-new")
    line = (
        template(next(kind for kind in KINDS if kind.name == "claim"))
        .splitlines()
        .index("about: [northport, march-storm, power-cut]")
    )
    assert f"  content/claims/brand-new.yml:{line + 1}: northport\n" in found.out
    assert "march-storm" not in found.out
    assert "  statement\n" in found.out


@pytest.mark.parametrize(
    ("kind", "id", "said"),
    [
        ("claim", "homes-without-power", f"`homes-without-power` is there already: {CLAIM}"),
        ("actor", "homes-without-power", f"`homes-without-power` is there already: {CLAIM}"),
        ("claim", "Homes", "`Homes` cannot be an id"),
        ("claim", "../../etc/x", "`../../etc/x` cannot be an id"),
        ("claim", "a--b", "`a--b` cannot be an id"),
        ("claim", "x\n", "cannot be an id"),
        ("claim", "x" * 65, "the id has 65 characters; the limit is 64"),
        ("clam", "x", "`clam` is not a kind of record: did you mean `claim`?"),
        ("quote", "x", "`quote` is not a kind of record: it is `explainer`"),
    ],
)
def test_new_refuses(site: Path, run: Run, kind: str, id: str, said: str):
    before = sorted(site.rglob("*"))
    found = run("new", kind, id)
    assert (found.status, said in found.err) == (2, True)
    assert sorted(site.rglob("*")) == before


def test_new_refuses_an_old_id(site: Path, run: Run):
    file = site / "content/places/northport.yml"
    file.write_text(file.read_text("utf-8") + "formerly: [north-port]\n", "utf-8")
    assert "is an old id of `northport`" in run("new", "place", "north-port").err


def test_schema_writes_one_for_each_kind_with_the_present_ids(site: Path, run: Run):
    assert run("schema").status == 0
    assert {path.name for path in (site / "schemas").iterdir()} == {f"{kind.name}.json" for kind in KINDS}
    claim = json.loads((site / "schemas/claim.json").read_text("utf-8"))
    assert claim["$defs"]["reference-actor"]["anyOf"][0]["enum"] == ["northport-council"]


def test_schema_leaves_a_file_alone_that_would_not_change(site: Path, run: Run):
    run("schema", "--out", "out")
    before = {path: path.stat().st_mtime_ns for path in (site / "out").iterdir()}
    run("schema", "--out", "out")
    assert {path: path.stat().st_mtime_ns for path in (site / "out").iterdir()} == before


def test_schema_knows_the_ids_of_broken_records_too(site: Path, run: Run):
    (site / "content/actors/broken.yml").write_text("name: [", "utf-8")
    run("schema")
    claim = json.loads((site / "schemas/claim.json").read_text("utf-8"))
    assert claim["$defs"]["reference-actor"]["anyOf"][0]["enum"] == ["broken", "northport-council"]


def place(path: str, words: str) -> str:
    """The place of some words in an example record."""
    lines = EXAMPLES[path].splitlines()
    line = next(index for index, text in enumerate(lines) if words in text)
    return f"{path}:{line + 1}:{lines[line].index(words) + 1}"


def test_why_tells_where_a_claim_stands_what_it_rests_on_and_what_leads_to_it(site: Path, run: Run):
    told = run("why", "homes-without-power").out
    assert told.startswith(f"homes-without-power: claim, published\n  {CLAIM}\n  Homes that lost power\n")
    assert f"  a1 northport-council: affirms, say  {place(CLAIM, 'a1: northport-council')}\n" in told
    assert "    read in northport-council-notice: “more than 1,200 homes”\n    rests on own-observation\n" in told
    assert "where everyone stood\n  2024-03-04: +northport-council affirms\n" in told
    assert "1 voice, 1 origin\n  northport-council (homes-without-power#a1)\n" in told
    assert f"  about: march-storm  {place(CLAIM, 'march-storm')}\n" in told
    explainer = "content/explainers/northport-storm-explained.yml"
    assert f"  Part of the explainer: northport-storm-explained  {place(explainer, 'homes-without-power]')}\n" in told


def test_why_of_a_record_that_is_no_claim(site: Path, run: Run):
    told = run("why", "northport-council").out
    file, line, column = place(CLAIM, "a1: northport-council").split(":")
    assert f"  Positions taken: homes-without-power  {file}:{line}:{int(column) + len('a1: ')}\n" in told
    assert "origin" not in told


def test_why_of_a_broken_record_says_where_it_is(site: Path, run: Run):
    (site / CLAIM).write_text("label: [", "utf-8")
    assert run("why", "homes-without-power").out == (
        f"homes-without-power: claim\n  {CLAIM}\n  it has mistakes and cannot be read: run `explainers check`\n"
    )


def test_why_of_an_id_that_is_not_there(site: Path, run: Run):
    found = run("why", "homes-without-powr")
    assert (found.status, "did you mean `homes-without-power`?" in found.err) == (2, True)
    assert "no record has the id `storm`; there is march-storm, northport-storm-explained" in run("why", "storm").err


def test_why_of_an_old_id(site: Path, run: Run):
    file = site / "content/places/northport.yml"
    file.write_text(file.read_text("utf-8") + "formerly: [north-port]\n", "utf-8")
    assert run("why", "north-port").out.startswith("`north-port` is called `northport` now\n\nnorthport: place")


def test_help_is_the_rules_page(run: Run):
    told = run("help", "typed-figure").out
    assert told.startswith("typed-figure (error)\n\nA number is typed into a statement.\n")
    assert "Fails:" in told


def test_help_takes_a_code_as_the_report_prints_it(run: Run):
    assert run("help", "error[typed-figure]").out == run("help", "typed-figure").out


def test_help_lists_all_rules(run: Run):
    told = run("help").out.splitlines()
    assert [line.split()[0] for line in told] == [rule.code for rule in all_rules()]
    assert any(line.endswith("A number is typed into a statement.") for line in told)


def test_help_for_no_rule_says_which_was_meant(run: Run):
    found = run("help", "typed-figur")
    assert (found.status, "did you mean `typed-figure`?" in found.err) == (2, True)


def test_why_of_a_term_lists_the_forms_in_which_it_is_found(site: Path, run: Run):
    told = run("why", "power-cut").out
    for form in ("power cut", "power cuts", "power failures", "power cut’s", "power cuts’"):
        assert f"\n  {form}\n" in told


def test_why_gives_a_claim_with_its_speaker_and_its_figure(site: Path, run: Run):
    told = run("why", "homes-without-power").out
    said = "The council of Northport said it is certain that the storm cut the power of more than 1,200 homes"
    assert f"\n  {said} in Northport.\n" in told


FIELDS = """
site_name: A site
plugins:
  - explainers:
      fields:
        docket: {label: Docket number, type: text, description: As the court prints it.}
        keeper: {label: Keeper, type: record, to: actor, inverse: Keeper of, kinds: place, in_json: false}
"""


def test_help_lists_the_fields_of_the_site_and_says_what_one_holds(site: Path, run: Run):
    (site / "mkdocs.yml").write_text(FIELDS, "utf-8")
    listed = run("help").out.splitlines()
    assert listed[-3:] == ["Fields of this site:", "docket  text     Docket number", "keeper  record   Keeper"]
    assert run("help", "keeper").out.splitlines() == [
        "keeper (field of this site)",
        "",
        "Keeper.",
        "The id of a record of the kind `actor`.",
        "Records of the kind `place` may have it.",
        "On pages; found by the search; not in the data.",
    ]
    assert "Docket number. As the court prints it.\n" in run("help", "docket").out
    assert "did you mean `docket`?" in run("help", "dockt").err


def test_new_has_the_fields_of_the_site_as_comments(site: Path, run: Run):
    (site / "mkdocs.yml").write_text(FIELDS, "utf-8")
    assert run("new", "place", "brand-new").status == 0
    written = (site / "content/places/brand-new.yml").read_text("utf-8")
    assert written.endswith("# Keeper. The id of a record of the kind `actor`.\n# keeper:\n")
    filled = written.replace("# keeper:", "keeper: northport-council").replace("# docket:", "docket: 12-345")
    (site / "content/places/brand-new.yml").write_text(filled, "utf-8")
    assert "error" not in run("check").out
    assert run("new", "actor", "other-new").status == 0
    assert "keeper" not in (site / "content/actors/other-new.yml").read_text("utf-8")


def test_schema_and_check_know_the_fields_of_the_site(site: Path, run: Run):
    (site / "mkdocs.yml").write_text(FIELDS, "utf-8")
    run("schema")
    found = json.loads((site / "schemas/place.json").read_text("utf-8"))["properties"]
    assert found["docket"]["description"] == "As the court prints it."
    assert "keeper" not in json.loads((site / "schemas/actor.json").read_text("utf-8"))["properties"]
    place = site / "content/places/northport.yml"
    place.write_text(place.read_text("utf-8") + "keper: northport-council\n", "utf-8")
    assert "did you mean `keeper`?" in run("check").out


def test_a_declaration_that_cannot_be_used_is_reported_by_its_name(site: Path, run: Run):
    (site / "mkdocs.yml").write_text(FIELDS.replace("type: text", "type: txt"), "utf-8")
    found = run("check")
    assert (found.status, "`fields: docket`: `txt` is no `type` – did you mean `text`?" in found.err) == (2, True)
    assert run("help").status == 0
