"""The schema beside the JSON: it describes what is written, all of it, and nothing else."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import pytest
from jsonschema import Draft202012Validator

from explainers.build.load import load
from explainers.graph.link import link
from explainers.kinds import KINDS, Kind
from explainers.model.base import Record
from explainers.model.fields import Line
from explainers.model.fields import link as link_to
from explainers.prose.site import Site
from tests.exports.stock import STOCK, json_of, site_of

SCHEMA = "data/records.schema.json"


def faults(site: Site, data: object = None) -> list[str]:
    validator = Draft202012Validator(json_of(site, SCHEMA))
    found = json_of(site) if data is None else data
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(found)]


def test_it_is_a_schema():
    Draft202012Validator.check_schema(json_of(site_of(), SCHEMA))


def test_the_export_of_a_rich_stock_fits_it():
    assert faults(site_of(changed=dict.fromkeys(["otter", "the-lake"], "2024-12-01"))) == []


def test_the_export_of_an_empty_site_fits_it():
    assert faults(site_of({})) == []


@pytest.mark.parametrize("id", [path.split("/")[1] for path in STOCK if "draft" not in path])
def test_a_key_that_it_does_not_know_is_a_fault(id: str):
    data = json_of(site_of())
    data["records"][id]["fields"]["colour"] = "red"
    assert faults(site_of(), data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("records/otters-in-the-lake/sentence", None),
        ("records/otters-in-the-lake/fields/quantities/q1/value", "1200"),
        ("records/otters-in-the-lake/fields/attributions/0/stance", "believes"),
        ("records/otters-in-the-lake/kind", "actor"),
        ("records/the-report/fields/published/edtf", 2024),
        ("records/the-report/fields/note", None),
        ("version", 2),
    ],
)
def test_a_wrong_value_is_a_fault(path: str, value: object):
    data = json_of(site_of())
    *steps, last = path.split("/")
    here = data
    for step in steps:
        here = here[int(step)] if isinstance(here, list) else here[step]
    here[last] = value
    assert faults(site_of(), data)


def test_what_is_always_written_is_required():
    definitions = json_of(site_of(), SCHEMA)["$defs"]
    assert {"certainty", "based_on", "by"} <= set(definitions["Attribution"]["required"])
    assert not {"verb", "note", "said", "joint"} & set(definitions["Attribution"]["required"])


def test_every_field_says_what_it_is():
    """Bibliographic fields may go without: CSL defines them. So may those that say what their shape says."""
    definitions = json_of(site_of(), SCHEMA)["$defs"]
    silent = {
        f"{name}.{key}"
        for name, definition in definitions.items()
        for key, field in definition["properties"].items()
        if not {"description", "$ref"} & set(field) and name != "CslItem"
    }
    assert silent == set()


def test_its_address_is_given_where_the_sites_own_is_known():
    assert json_of(site_of(), SCHEMA)["$id"] == "https://example.org/lakes/data/records.schema.json"
    assert "$id" not in json_of(site_of(url=""), SCHEMA)


def test_an_empty_list_that_replaces_a_default_stays():
    text = STOCK["claims/boats-on-the-lake"].replace("[otters-in-the-lake#a2]", "[]")
    site = site_of({**STOCK, "claims/boats-on-the-lake": text})
    assert json_of(site)["records"]["boats-on-the-lake"]["fields"]["attributions"][0]["based_on"] == []
    assert faults(site) == []


class Poem(Record):
    """A kind that another team adds."""

    line: Line
    """Its first line."""
    poet: Annotated[str, link_to("actor", inverse="poems", label="Poems")]
    """Who wrote it."""


def test_a_new_kind_is_exported_from_its_model_alone():
    kinds = [*KINDS, Kind("poem", "poems", Poem, Path(), "Poem", "Poems")]
    files = {**STOCK, "poems/on-otters": "line: O otter\npoet: the-ministry\n"}
    documents, _ = load({f"content/{path}.yml": text.encode() for path, text in files.items()}, kinds)
    site = replace(site_of(), graph=link(documents)[0], kinds=kinds)
    assert json_of(site, "data/poems/on-otters.json")["fields"]["line"] == "O otter"
    assert json_of(site)["records"]["the-ministry"]["incoming"]["poems"]["label"] == "Poems"
    assert faults(site) == []
