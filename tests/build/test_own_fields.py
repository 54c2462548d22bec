"""Fields that a site declares: checked, completed, shown, searched and published like any other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from explainers.build.check import Inputs, check
from explainers.build.declarations import declared
from explainers.build.declared_words import DeclarationFault
from explainers.build.preview import Preview
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from explainers.kinds import KINDS
from explainers.kinds.site_kinds import with_declared
from explainers.model.schema import schema
from explainers.pages import search_entries
from tests.build.files import FILES, LAKE, NAVY, page
from tests.prose.html import read

FIELDS = yaml.safe_load("""
docket: {label: Docket number, type: text, description: As the court prints it.}
depth: {label: Depth in metres, type: number, kinds: [place, event]}
opened: {label: Opened, type: date, kinds: place}
website: {label: Website, type: url}
restricted: {label: Closed to the public, type: yes-no}
stage: {label: Stage, type: one-of, choices: {open: Still open, settled: }}
keeper: {label: Keeper, type: record, to: actor, inverse: Keeper of}
see: {label: See, type: records, inverse: Named under “See” by}
reviewer: {label: Reviewer, type: record, to: [actor], inverse: Reviews, shown: false}
internal: {label: Internal note, type: text, shown: false}
desk: {label: Desk, type: text, searched: false, in_json: false}
""")
SETTINGS = Settings(root=Path("x"), content=Path("x/content"))
LONG_LAKE = "content/places/long-lake.yml"
FILLED = """
docket: 12-345 of [[navy]] [@the-paper]
depth: 1250.5
opened:
  edtf: 1999
  basis: inferred
  note: From the [[navy]].
website: https://example.org/?a=1&b=2
restricted: "yes"
stage: settled
keeper: navy
see: [otters, mara-lind]
reviewer: mara-lind
internal: "Ask [[nobody]] & <b>them</b>"
desk: "Nature & <i>parks</i>"
"""
ALL = {**FILES, LONG_LAKE: LAKE + FILLED}


def inputs(files: dict[str, str], fields: Any = FIELDS) -> Inputs:
    own = declared({"fields": fields})
    return Inputs({path: text.encode() for path, text in files.items()}, declared=own)


def site(files: dict[str, str] = ALL, fields: Any = FIELDS) -> SiteBuild:
    return build(SETTINGS, inputs(files, fields))


def faults(built: SiteBuild) -> list[str]:
    return [f"{d.span.path}:{d.span.line}:{d.span.column} {d.code}: {d.message}; {d.help}"
            for d in built.diagnostics if d.severity == "error"]  # fmt: skip


def told(line: str) -> list[str]:
    """What is said of a line in the record of the lake."""
    found = check(inputs({**FILES, LONG_LAKE: f"{LAKE}{line}\n"})).diagnostics
    own = [d for d in found if d.span.path == LONG_LAKE]
    return [f"{d.span.line}:{d.span.column} {d.code}: {d.message}; {d.help}" for d in own]


def facts(html: str) -> list[str]:
    """The rows of the list of facts."""
    rows = html.partition('<dl class="xp-details">')[2].partition("</dl>")[0].split("</div>")
    return [" ".join(read(row.replace("</dt>", "</dt>: ")).text.split()) for row in rows if "<dt>" in row]


def test_a_page_has_the_fields_that_are_shown_in_their_order_among_the_facts() -> None:
    built = site()
    assert faults(built) == []
    assert facts(page(built, "places/long-lake").html) == [
        "Kind: Water",
        "Docket number: 12-345 of Navy1",
        "Depth in metres: 1,250.5",
        "Opened: 1999 inferred. From the Navy.",
        "Website: https://example.org/?a=1&b=2",
        "Closed to the public: Yes",
        "Stage: Settled",
        "Keeper: Navy",
        "See: Otters in the lake, according to Mara Lind; Mara Lind",
        "Desk: Nature & <i>parks</i>",
    ]


def test_nothing_of_a_hidden_field_is_on_any_page_or_in_the_data_or_the_search() -> None:
    built = site()
    everything = [built_page.html for built_page in built.pages] + [file.data.decode() for file in built.files]
    everything += [str([*search_entries(spec, built.site)]) for spec in built.specs]
    assert not any("Ask [[" in text or "Ask nobody" in text or "Internal note" in text for text in everything)
    assert not any("Reviews" in text or "Reviewer" in text for text in everything)


def test_text_is_escaped_and_addresses_lead_out() -> None:
    html = page(site(), "places/long-lake").html
    assert "Nature &amp; &lt;i&gt;parks&lt;/i&gt;" in html
    assert 'href="https://example.org/?a=1&amp;b=2" rel="external"' in html


def test_links_are_links_of_the_graph_both_ways() -> None:
    built = site()
    navy = page(built, "actors/navy")
    assert "Keeper of" in [heading.title for heading in navy.headings]
    assert ("../../places/long-lake/", "Long Lake") in read(navy.html).links
    assert "Named under “See” by" in read(page(built, "claims/otters").html).text
    assert "Mentioned in" in [heading.title for heading in navy.headings], "a text has its links too"
    assert [edge.source for edge in built.site.graph.incoming("navy", "field_keeper")] == ["long-lake"]


@pytest.mark.parametrize(
    ("path", "file", "line"),
    [
        ("actors/navy", "content/actors/navy.yml", "Stage: Still open"),
        ("claims/otters", "content/claims/otters.yml", "Stage: Still open"),
        ("sources/the-paper", "content/sources/the-paper.yml", "Stage: Still open"),
        ("events/storm", "content/events/storm.yml", "Stage: Still open"),
        ("explainers/why", "content/explainers/why.yml", "Stage: Still open"),
        ("glossary/index", "content/terms/holt.yml", "Stage: Still open"),
    ],
)
def test_every_kind_of_record_shows_them(path: str, file: str, line: str) -> None:
    more = {
        "content/events/storm.yml": "name: The storm\nkind: storm\n",
        "content/explainers/why.yml": "question: Why?\nanswer: See [[otters]].\nclaims: [otters]\n",
        "content/terms/holt.yml": "term: holt\ndefinition: The den of an otter.\n",
    }
    files = {**FILES, **more}
    built = site({**files, file: f"{files[file].rstrip()}\nstage: open\n"})
    assert faults(built) == []
    text = read(page(built, path).html.replace("</dt>", "</dt>: ")).text
    assert line in " ".join(text.replace(" : ", ": ").split())


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("dockt: 1", "4:1 unknown-key: `dockt` is not a key here; did you mean `docket`?"),
        ("depth: deep", "4:8 wrong-value: `deep` is not a number; write it in digits alone"),
        ("opened: early", "4:9 not-a-date: `early` is not a date we can read"),
        ("website: javascript:alert(1)", "4:10 not-an-address"),
        ("restricted: maybe", "4:13 wrong-value: `maybe` is not a value of `restricted`; it is `yes` or `no`"),
        ("stage: opne", "4:8 wrong-value: `opne` is not a value of `stage`; did you mean `open`?"),
        ("keeper: nvy", "4:9 unknown-reference: no record has the id `nvy`; did you mean `navy`?"),
        ("keeper: otters", "4:9 wrong-kind-reference: `otters` is a claim, and `keeper` takes an `actor`; "),
        ("see: otters, beavers", "4:6 wrong-shape: `see` must be a list; write `see: [otters, beavers]`"),
        ("see: [oters]", "4:7 unknown-reference: no record has the id `oters`; did you mean `otters`?"),
        ("docket: '[[nvy]]'", "4:10 unknown-reference: no record has the id `nvy`; did you mean `navy`?"),
        ("docket:", "4:1 empty-value: `docket` has no value; write a value after the colon, or delete the line"),
        ("reviewer: nvy", "4:11 unknown-reference: no record has the id `nvy`; did you mean `navy`?"),
    ],
)
def test_a_mistake_is_reported_once_at_its_place(line: str, found: str) -> None:
    [one] = told(line)
    assert one.startswith(found)


def test_a_kind_for_which_it_is_not_declared_does_not_have_it() -> None:
    found = check(inputs({**FILES, "content/actors/navy.yml": f"{NAVY}depth: 5\n"})).diagnostics
    assert [d.message for d in found if d.code == "unknown-key"] == ["`depth` is not a key here"]


def test_a_search_finds_what_is_to_be_found() -> None:
    built = site()
    spec = next(spec for spec in built.specs if spec.path == "places/long-lake")
    [entry] = search_entries(spec, built.site)
    found = [text for text in entry.paragraphs if ": " in text]
    assert found == [
        "Docket number: 12-345 of Navy",
        "Depth in metres: 1,250.5",
        "Opened: 1999",
        "Website: https://example.org/?a=1&b=2",
        "Closed to the public: Yes",
        "Stage: Settled",
        "Keeper: Navy",
        "See: Otters in the lake, according to Mara Lind; Mara Lind",
    ]


def test_the_data_has_them_as_they_are_written_and_a_schema_that_knows_them() -> None:
    built = site()
    files = {file.path: json.loads(file.data) for file in built.files if file.path.endswith(".json")}
    own = files["data/places/long-lake.json"]["fields"]
    assert own["docket"] == "12-345 of [[navy]] [@the-paper]"
    assert (own["depth"], own["stage"], own["see"]) == (1250.5, "settled", ["otters", "mara-lind"])
    assert own["opened"]["edtf"] == "1999"
    assert not {"desk", "internal", "reviewer"} & set(own)
    navy = files["data/actors/navy.json"]["incoming"]
    assert navy["field_keeper"]["links"] == [{"record": "long-lake", "path": "/keeper"}]
    described = files["data/records.schema.json"]
    jsonschema.validate(files["data/records.json"], described)
    properties = described["$defs"]["Place"]["properties"]
    assert properties["docket"]["description"] == "As the court prints it."
    assert not {"desk", "internal", "reviewer", "own_docket"} & set(properties)


def test_a_link_from_a_field_that_is_not_in_the_data_is_not_there_either() -> None:
    built = site({**FILES, LONG_LAKE: f"{LAKE}desk: '[[navy]]'\nreviewer: navy\n"})
    data = {file.path: file.data for file in built.files}
    assert "incoming" not in json.loads(data["data/actors/navy.json"])


def test_editors_complete_them() -> None:
    kinds = {kind.name: kind for kind in with_declared(tuple(KINDS), declared({"fields": FIELDS}))}
    found = schema(kinds["place"].model)
    own = {name: found["properties"][name] for name in FIELDS}
    assert own["docket"]["description"] == "As the court prints it."
    assert own["depth"]["description"] == "Depth in metres"
    assert own["stage"]["enum"] == ["open", "settled"]
    assert own["restricted"]["enum"] == ["yes", "no"]
    assert own["keeper"]["$ref"] == "#/$defs/reference-actor"
    assert "depth" not in schema(kinds["actor"].model)["properties"]
    written = yaml.load(LAKE + FILLED, yaml.BaseLoader) | {"depth": 1250.5}
    jsonschema.validate(written, found)


def test_a_preview_shows_what_is_edited() -> None:
    found = inputs(ALL)
    built = build(SETTINGS, found)
    preview = Preview(built, found)
    edited = preview.edit({LONG_LAKE: (LAKE + FILLED).replace("keeper: navy", "keeper: mara-lind").encode()})
    assert edited
    assert edited.outcome == "shown"
    assert "Keeper of" in preview.page("actors/mara-lind").html
    assert "Keeper of" not in preview.page("actors/navy").html


def test_records_without_them_are_the_same_site() -> None:
    with_fields, without = site(FILES), site(FILES, {})
    assert [page.html for page in with_fields.pages] == [page.html for page in without.pages]


TEXT = {"label": "A", "type": "text"}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ([], None),
        (["docket"], "`fields` must be lines of a field's name (`docket:`)"),
        ({"Docket": TEXT}, "a field's name has small letters, digits and `_`, such as `docket_number`"),
        ({"docket": "text"}, "`fields: docket` must be `key: value` lines"),
        ({"docket": {"label": "A"}}, "`fields: docket`: there is no `type` – it is `text`, `number`"),
        ({"docket": {"label": "A", "type": "txt"}}, "`fields: docket`: `txt` is no `type` – did you mean `text`?"),
        ({"docket": {"type": "text"}}, "`fields: docket` needs a line `label:` with what pages call it"),
        ({"docket": TEXT | {"lable": "B"}}, "`fields: docket` names `lable` – did you mean `label`?"),
        ({"docket": TEXT | {"kinds": ["actr"]}}, "names `actr`, which is not a kind of record – did you mean `actor`?"),
        ({"summary": TEXT}, "records of the kind `explainer`, `claim`, `source`, `actor`, `place`, `event` or `term`"),
        ({"within": TEXT}, "records of the kind `place` have a field `within` of ours"),
        ({"within": TEXT | {"kinds": ["actor"]}}, None),
        ({"title": TEXT, "model_config": TEXT, "own_x": TEXT}, None),
        ({"a": TEXT | {"shown": "no"}}, "`shown` of `fields: a` is `true` or `false`, and not `no`"),
        ({"a": {"label": "A", "type": "one-of"}}, "`fields: a` needs `choices` if its type is `one-of`, and only then"),
        ({"a": TEXT | {"choices": ["b"]}}, "`fields: a` needs `choices` if its type is `one-of`, and only then"),
        (
            {"a": {"label": "A", "type": "record"}},
            "`fields: a` needs a line `inverse:` with what the page of the",
        ),
        ({"a": TEXT | {"to": "actor"}}, "`fields: a` has `to`, which only the types `record` and `records` have"),
        ({"a": {"label": "A\u202e", "type": "text"}}, "the label of `fields: a` has a hidden character: U+202E right"),
        (
            {"a": {"label": "A", "type": "one-of", "choices": {"b": "\x1b[2J"}}},
            "the label of `choices of fields: a: b` has a hidden character: U+001B control character",
        ),
        ({"a": {"label": 5, "type": "text"}}, "the label of `fields: a` must be text: put it in quotes"),
    ],
)
def test_a_declaration_is_judged(fields: Any, message: str | None) -> None:
    if message is None:
        assert faults(site(FILES, fields)) == []
        return
    with pytest.raises(DeclarationFault) as fault:
        declared({"fields": fields})
    assert message in str(fault.value)


def test_they_are_read_from_the_settings_of_a_site(tmp_path: Path) -> None:
    from explainers.engines.site_settings import read_settings

    text = yaml.safe_dump(
        {"site_name": "x", "plugins": [{"explainers": {"fields": FIELDS, "tags": ["a"]}}]}, sort_keys=False
    )
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert [field.name for field in read_settings(tmp_path / "mkdocs.yml").declared.fields] == [*FIELDS]
