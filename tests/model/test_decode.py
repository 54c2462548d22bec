"""A tree as a record: what is wrong is reported, what is right is kept, and nothing makes it give up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.kinds import KINDS, kind_of
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Claim
from explainers.model.base import Record
from explainers.model.decode import Document, decode
from explainers.model.shape import keys
from explainers.text.diagnostic import Diagnostic
from explainers.text.file_text import whole_file
from explainers.tree.read_tree import read, read_placed


def decoded(model: type[Record], text: str) -> tuple[Record | None, list[Diagnostic]]:
    tree, diagnostics = read("a.yml", text.encode())
    assert tree is not None, diagnostics
    found = decode(model, tree, "some-id")
    return found.record, found.mistakes


def test_a_good_record_has_its_files_name_as_its_id():
    record, diagnostics = decoded(Actor, "name: A\nkind: person\n")
    assert record == Actor(id="some-id", name="A", kind="person")
    assert not diagnostics


def test_what_is_right_of_a_record_is_kept():
    record, diagnostics = decoded(Actor, "name: A\nkind: person\nnamed: perhaps\nalso: [B]\ntwitter: x\n")
    assert isinstance(record, Actor)
    assert (record.also, record.named) == (("B",), True)
    assert [d.code for d in diagnostics] == ["wrong-value", "unknown-key"]


def test_one_broken_part_of_a_list_leaves_the_others():
    record, _ = decoded(Actor, "name: A\nkind: person\nroles:\n  - titel: x\n  - title: mayor\n")
    assert isinstance(record, Actor)
    assert [role.title for role in record.roles] == ["mayor"]


def test_a_place_is_right_after_an_entry_that_was_lost():
    text = "name: A\nkind: person\nroles:\n  -\n  - titel: x\n  - title: mayor\n    of: [b]\n  - title: judge\n"
    record, diagnostics = decoded(Actor, text)
    assert isinstance(record, Actor)
    assert [d.span.line for d in diagnostics] == [5, 7, 4]
    assert diagnostics[1].label == "in the third role"
    tree, _ = read("a.yml", text.encode())
    document = Document("a", "actor", "a.yml", tree, record)
    assert [role.title for role in record.roles] == ["mayor", "judge"]
    assert document.span(("roles", 1, "title")).line == 8


def test_a_record_without_a_required_key_is_none_and_says_so_once():
    record, diagnostics = decoded(Actor, "name: A\n")
    assert record is None
    assert [(d.code, d.span) for d in diagnostics] == [("missing-key", whole_file("a.yml"))]


@pytest.mark.parametrize("model", [kind.model for kind in KINDS], ids=lambda m: m.__name__)
def test_an_empty_record_lacks_its_required_keys_and_nothing_else(model: type[Record]):
    _, diagnostics = decoded(model, "{}")
    assert {d.code for d in diagnostics} == {"missing-key"}


def test_an_attribution_beyond_the_tenth_is_counted_in_words_too():
    attribution = "  - {id: a1, act: say, by: [x], cites: [{source: s}]}\n"
    head = "label: x\nstatement: x\ntype: event\nabout: [x]\nattributions:\n"
    _, diagnostics = decoded(Claim, head + attribution * 21 + attribution.replace("say", "sing"))
    assert [d.label for d in diagnostics] == ["in the 22nd attribution"]


def test_a_very_long_value_is_not_repeated_whole():
    _, diagnostics = decoded(Actor, f"name: A\nkind: {'person ' * 200}\n")
    assert len(diagnostics[0].message) < 120


KEYS = sorted({key for kind in KINDS for key in keys(kind.model)} | {"edtf", "basis", "value", "id", "x", "cites"})
SCALARS = st.sampled_from(["x", "a1", "2024-11-11", "1,000", "true", "null", '""', "'http://['", "9" * 40, "-1", "NaN"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3).map(
            lambda entries: "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"
        )
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([kind.name for kind in KINDS]), st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8))
def test_whatever_the_values_there_is_an_answer_in_our_own_words(kind: str, entries: dict[str, str]):
    text = "".join(f"{key}: {value}\n" for key, value in entries.items()) or "{}"
    record, diagnostics = decoded(kind_of(KINDS, kind).model, text)
    assert record is not None or diagnostics
    for diagnostic in diagnostics:
        assert "not as it should be" not in diagnostic.message
        assert diagnostic.message[0] in "`abcdefghijklmnopqrstuvwxyz"
        assert not diagnostic.message.endswith(".")
        assert diagnostic.span.path == "a.yml"


@given(st.sampled_from(KINDS), st.data())
@settings(max_examples=200, deadline=None)
def test_a_record_is_the_same_and_told_the_same_however_its_file_was_read(kind, data):
    lines = kind.example.split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    change = data.draw(st.sampled_from(["", "id: x", "label: 5", "  oops: 1", f"{lines[at]}x", f"  {lines[at]}"]))
    data = "\n".join([*lines[:at], change, *lines[at + 1 :]]).encode()
    (quick, _), (slow, _) = read("a.yml", data), read_placed("a.yml", data)
    if quick and slow:
        assert decode(kind.model, quick, "some-id") == decode(kind.model, slow, "some-id")
