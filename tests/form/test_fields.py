"""What the CMS is told of our records: every field of the models, and how each is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from explainers.form.cms_config import cms_config, shapes
from explainers.form.form_fields import ALL, KIND, NAME
from explainers.form.form_fields import fields_of as fields_of_model
from explainers.form.form_words import left_out
from explainers.kinds import KINDS, Kind, kind_of
from explainers.kinds.site_kinds import with_declared
from explainers.kinds.source.csl import CslItem
from explainers.model.declared import Declared, DeclaredField, DeclaredWord
from explainers.model.shape import keys
from explainers.model.walk import models_in, typed_fields

CONFIG = cms_config(KINDS, "content", site_name="A site", backend={})
COLLECTIONS = {collection["name"]: collection for collection in CONFIG["collections"]}


def fields_of(collection: str) -> dict[str, Any]:
    return {field["name"]: field for field in COLLECTIONS[collection]["fields"]}


def parts(model: type[BaseModel], widget: dict[str, Any]) -> Iterator[tuple[type[BaseModel], dict[str, Any]]]:
    """Each part of a record with the widget that has its fields."""
    yield model, widget
    inner = {field["name"]: field for field in widget["fields"]}
    for _, key, annotation in typed_fields(model):
        for held in models_in(annotation):
            if key in inner:
                yield from parts(held, inner[key])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_field_is_in_the_form_or_left_out_on_purpose(kind: Kind):
    for model, widget in parts(kind.model, COLLECTIONS[kind.plural]):
        names = {field["name"] for field in widget["fields"]} - {NAME, KIND, "figure"}
        assert names == {*keys(model)} - left_out(model), model


def test_only_rare_fields_of_a_reference_are_left_out():
    models = {model for kind in KINDS for model, _ in parts(kind.model, COLLECTIONS[kind.plural])}
    assert {model for model in models if left_out(model)} == {CslItem}
    assert {"abstract", "call-number", "container-author"} <= left_out(CslItem)
    assert not left_out(CslItem) & {"type", "title", "author", "URL", "DOI", "container-title"}


def test_each_field_says_what_it_is_for():
    silent = []
    for kind in KINDS:
        for model, widget in parts(kind.model, COLLECTIONS[kind.plural]):
            silent += [f"{model.__name__}.{each['name']}" for each in widget["fields"] if not each.get("hint")]
    told = [field for field in silent if not field.endswith((f".{NAME}", f".{KIND}"))]
    # The names of these say it, in the standard too.
    assert {field.partition(".")[0] for field in told} <= {"CslItem"}


def test_a_link_is_a_picker_by_name_that_writes_the_id():
    by = {field["name"]: field for field in fields_of("claims")["attributions"]["fields"]}["by"]
    assert (by["widget"], by["collection"], by["multiple"]) == ("relation", "actors", True)
    assert (by["value_field"], by["display_fields"]) == ("{{slug}}", ["{{name}}"])


def test_a_link_to_several_kinds_looks_among_those_alone():
    about = fields_of("claims")["about"]
    assert about["collection"] == ALL
    assert about["filters"] == [{"field": KIND, "values": ["actor", "place", "event", "term"]}]
    assert COLLECTIONS[ALL]["hide"]


def test_what_a_record_needs_is_asked_for():
    source = fields_of("sources")
    assert {name for name, field in source.items() if field.get("required")} == {
        *("csl", "publisher", "published", "role", "seen", "status")
    }
    assert fields_of("claims")["attributions"]["min"] == 1


def test_a_new_record_is_a_draft():
    assert {fields_of(kind.plural)["status"]["default"] for kind in KINDS} == {"draft"}
    assert shapes(KINDS)["claim"]["part"]["status"] == {"default": "published"}


def test_a_field_of_the_sites_own_is_in_the_form():
    own = DeclaredField("reviewer", "Read by", "record", ("claim",), description="Who has read it.", to=("actor",))
    kinds = with_declared(tuple(KINDS), Declared(fields=(own,)))
    made = fields_of_model(kind_of(kinds, "claim").model, {kind.name: kind.plural for kind in kinds})
    found = next(field.widget for field in made if field.widget["name"] == "reviewer")
    assert (found["label"], found["hint"]) == ("Read by", "Who has read it.")
    assert (found["widget"], found["collection"]) == ("relation", "actors")


def test_a_list_of_kinds_of_the_sites_own_is_all_there_is_to_choose_from():
    kinds = with_declared(tuple(KINDS), Declared(kinds=(("event", (DeclaredWord("hackathon"),)),)))
    made = cms_config(kinds, "content", site_name="S", backend={})
    found = {each["name"]: {field["name"]: field for field in each["fields"]} for each in made["collections"]}
    assert found["events"]["kind"]["options"][0] == {"label": "hackathon", "value": "hackathon"}
    assert found["actors"]["kind"]["widget"] == "string"
