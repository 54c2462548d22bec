"""The JSON Schemas that an editor's tool reads."""

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from explainers.kinds import KINDS, Kind
from explainers.model.schema import Present, schema
from explainers.model.shape import keys

PRESENT = [
    Present("northport-council", "actor", "Northport *Council*"),
    Present("northport-council-notice", "source", "What the council knows"),
]


class Yaml12(yaml.SafeLoader):
    """YAML as editors' tools read it: dates and `NO` are text, numbers are numbers."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag.endswith(("int", "float", "null"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(?:true|false)$"), list("tf"))


def made(kind: Kind) -> dict[str, Any]:
    return schema(kind.model, PRESENT, title=kind.label)


def parts(value: Any) -> Any:
    """Every mapping in a schema."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(inner)


each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@each_kind
def test_it_is_a_schema_of_its_draft(kind: Kind):
    Draft202012Validator.check_schema(made(kind))
    assert made(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@each_kind
def test_the_example_fits_it(kind: Kind):
    errors = Draft202012Validator(made(kind)).iter_errors(yaml.load(kind.example, Yaml12))
    assert [error.message for error in errors] == []


@each_kind
def test_a_typo_in_a_key_does_not_fit(kind: Kind):
    example = {**yaml.load(kind.example, Yaml12), "sumary": "x"}
    assert not Draft202012Validator(made(kind)).is_valid(example)


@each_kind
def test_it_has_the_keys_as_written_and_no_id(kind: Kind):
    assert tuple(made(kind)["properties"]) == keys(kind.model)
    assert "id" not in made(kind)["properties"]
    assert "id" not in made(kind).get("required", [])


@each_kind
def test_every_mapping_is_closed_and_every_reference_filled_in(kind: Kind):
    for part in parts(made(kind)):
        assert "x-reference" not in part
        if part.get("type") == "object":
            assert part["additionalProperties"] is False


def test_fields_are_described_from_the_models():
    claim = made(next(kind for kind in KINDS if kind.name == "claim"))
    assert claim["properties"]["label"]["description"] == "A short name for links, at most 60 characters."
    assert "from" in claim["$defs"]["Update"]["properties"]


def test_a_number_has_the_limits_of_its_field():
    point = made(next(kind for kind in KINDS if kind.name == "place"))["$defs"]["Point"]["properties"]
    assert (point["lat"]["minimum"], point["lat"]["maximum"]) == (-90, 90)


def test_a_reference_is_completed_by_name_from_the_records_of_its_kinds():
    claim = made(next(kind for kind in KINDS if kind.name == "claim"))
    assert claim["$defs"]["Attribution"]["properties"]["by"]["anyOf"][0] == {"$ref": "#/$defs/reference-actor"}
    listed, any_id = claim["$defs"]["reference-actor"]["anyOf"]
    assert listed == {
        "enum": ["northport-council"],
        "markdownEnumDescriptions": [r"Northport \*Council\* \(actor\)"],
    }
    assert any_id["type"] == "string"


def test_an_id_that_is_not_there_yet_is_no_fault_to_the_schema():
    kind = next(kind for kind in KINDS if kind.name == "source")
    example = {**yaml.load(kind.example, Yaml12), "publisher": "somebody-new"}
    assert Draft202012Validator(made(kind)).is_valid(example)
    assert not Draft202012Validator(made(kind)).is_valid({**example, "publisher": "Somebody New"})


@pytest.mark.parametrize(
    ("gap", "fits"),
    [
        ("Who counted.", True),
        ({"text": "Who counted.", "looked_in": "the notices", "as_of": {"edtf": "2024-11", "basis": "stated"}}, True),
        ({"text": "Who counted.", "found_in": "the notices"}, False),
        ({"looked_in": "the notices"}, False),
    ],
)
@pytest.mark.parametrize("name", ["claim", "explainer"])
def test_a_gap_is_text_or_says_where_we_looked(name: str, gap: Any, fits: bool):
    kind = next(kind for kind in KINDS if kind.name == name)
    example = {**yaml.load(kind.example, Yaml12), "gaps": [gap]}
    assert Draft202012Validator(made(kind)).is_valid(example) is fits
    assert "Where you looked" in made(kind)["$defs"]["Gap"]["properties"]["looked_in"]["description"]


def test_without_records_there_is_nothing_to_complete():
    kind = next(kind for kind in KINDS if kind.name == "source")
    assert "enum" not in json.dumps(schema(kind.model)["$defs"]["reference-actor"])
