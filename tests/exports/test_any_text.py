"""Whatever an editor writes, what is exported stays JSON and XML, and says what was written."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from explainers.exports import all_records, record_file
from explainers.exports.feed import feed_file
from explainers.exports.json_text import encoded, written
from explainers.exports.references import reference_files
from explainers.graph.link import link
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.model.decode import Document
from explainers.prose.site import Site
from tests.exports.stock import STOCK, json_of, site_of

TEXT = st.text(min_size=1).filter(str.strip)
# Half of a surrogate pair is no text to pydantic, but a site's settings do not go through it.
ODD_TEXT = st.text(st.characters())
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | ODD_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ODD_TEXT, inner),
)
SITE = site_of({path: text for path, text in STOCK.items() if path.startswith(("actors/the-gaz", "terms/"))})
VALIDATOR = Draft202012Validator(json_of(SITE, "data/records.schema.json"))


def together(site: Site) -> bytes:
    """`data/records.json`, without the other files."""
    return b"".join(all_records(site, lambda id: record_file(site.graph.records[id], site).data))


def with_record(record: Record, kind: str) -> Site:
    document = Document(record.id, kind, f"content/{kind}s/{record.id}.yml", None, record)
    return replace(SITE, graph=link([*SITE.graph.documents.values(), document])[0])


def fields_of(record: Record, kind: str) -> dict:
    """A record's fields as they are exported, and as the schema has them."""
    site = with_record(record, kind)
    data = json.loads(together(site))
    assert data["records"][record.id] == json.loads(record_file(record, site).data)
    assert list(VALIDATOR.iter_errors(data)) == []
    return data["records"][record.id]["fields"]


def entries_of(record: Record, kind: str) -> list[ET.Element]:
    feed = ET.fromstring(feed_file(with_record(record, kind)).data)
    return feed.findall("{http://www.w3.org/2005/Atom}entry")


@given(JSON)
def test_any_value_is_written_as_json(value: object):
    assert json.loads(encoded(written(value))) == value


@given(ODD_TEXT, ODD_TEXT)
def test_any_setting_of_a_site_stays_json_and_xml(name: str, description: str):
    site = replace(SITE, name=name, description=description, url="")
    assert json.loads(together(site))["site"]["name"] == name
    ET.fromstring(feed_file(site).data)


@given(TEXT, TEXT, TEXT, TEXT)
def test_any_text_of_an_actor_round_trips(name: str, also: str, old: str, why: str):
    date = {"edtf": "2024", "basis": "stated"}
    change = {"date": date, "field": name, "from": old, "to": also, "kind": "update", "why": why}
    written = {"name": name, "kind": "person", "also": [also], "summary": why, "updates": [change]}
    actor = Actor.model_validate({"id": "anyone", **written})
    assert Actor.model_validate({"id": "anyone", **fields_of(actor, "actor")}) == actor
    assert len(entries_of(actor, "actor")) == 1


@given(TEXT, TEXT, TEXT)
def test_any_text_of_a_claim_round_trips(statement: str, label: str, exact: str):
    cites = [{"source": "a-source", "exact": exact}]
    written = {
        "label": label[:60].strip() or "x",
        "statement": statement,
        "type": "event",
        "about": ["otter"],
    }
    written["attributions"] = [{"id": "a1", "by": ["the-gazette"], "act": "say", "cites": cites}]
    claim = Claim.model_validate({"id": "any-claim", **written})
    assert Claim.model_validate({"id": "any-claim", **fields_of(claim, "claim")}) == claim


@given(TEXT, TEXT, TEXT)
def test_any_text_of_a_source_is_a_reference(title: str, note: str, container: str):
    csl = {"type": "book", "title": title, "container-title": container, "note": note}
    date = {"edtf": "2024", "basis": "stated"}
    written = {"csl": csl, "publisher": "the-gazette", "role": "primary", "seen": "excerpt", "note": note}
    source = Source.model_validate({"id": "any-source", **written, "published": date, "accessed": date})
    files = {file.path: file.data for file in reference_files(with_record(source, "source"))}
    (item,) = json.loads(files["data/sources.csl.json"])
    assert (item["title"], item["container-title"]) == (source.csl.title, source.csl.container_title)
