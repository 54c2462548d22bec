"""The example of each kind: documentation, test input and the template of `new` at once."""

import re

import pytest

from explainers.build.check import Inputs, check
from explainers.kinds import KINDS, Kind
from explainers.model.base import Record
from explainers.model.decode import decode
from explainers.model.shape import keys, required
from explainers.tree.nodes import Node, Scalar, Sequence
from explainers.tree.read_tree import read

EXAMPLES = {kind.example.splitlines()[0].removeprefix("# "): kind.example.encode() for kind in KINDS}
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def test_together_they_are_a_site_without_a_mistake():
    checked = check(Inputs(EXAMPLES, {}, {}))
    assert [d for d in checked.diagnostics if d.severity != "info"] == []
    assert len(checked.graph.records) == len(KINDS)


@each_kind
def test_the_first_line_says_where_it_would_lie(kind: Kind):
    assert re.fullmatch(rf"# content/{kind.plural}/[a-z0-9-]+\.yml", kind.example.splitlines()[0])


@each_kind
def test_it_shows_every_field_of_its_own(kind: Kind):
    shown = set(re.findall(r"^[# ]*(?:- )?([\w-]+):", kind.example, re.MULTILINE))
    assert set(keys(kind.model)) - set(keys(Record)) <= shown


def test_the_explainer_shows_what_every_record_can_have():
    shown = set(re.findall(r"^[# ]*([\w-]+):", next(k.example for k in KINDS if k.name == "explainer"), re.MULTILINE))
    assert set(keys(Record)) <= shown


@each_kind
def test_what_is_commented_out_is_right_too(kind: Kind):
    """Each field offered at the end, with its sign # deleted, fits the model; its ids need not be there."""
    head, _, offered = kind.example.partition("Delete the sign # before a line to use it.")
    lines = [line.removeprefix("# ") for line in offered.splitlines() if re.match(r"# ( *- | *[\w-]+:( |$))", line)]
    tree, diagnostics = read("a.yml", "\n".join([head.rpartition("\n#")[0], *_fields(lines, kind)]).encode())
    assert not diagnostics
    assert tree is not None
    assert decode(kind.model, tree, "some-id").mistakes == []


def _fields(lines: list[str], kind: Kind) -> list[str]:
    """The commented lines of fields, without the sentences between them."""
    fields, taking = [], False
    for line in lines:
        if not line.startswith(" "):
            taking = line.partition(":")[0] in keys(kind.model)
        fields += [line] if taking else []
    return fields


@each_kind
def test_it_is_written_in_block_style_and_fits_a_screen(kind: Kind):
    tree, _ = read("a.yml", kind.example.encode())
    assert tree is not None
    assert not any(node.flow for node in _mappings(tree.root))
    assert max(len(line) for line in kind.example.splitlines()) <= 125


@each_kind
def test_the_kind_has_a_page_for_editors(kind: Kind):
    page = (kind.folder / "README.md").read_text("utf-8")
    assert page.startswith(f"# {kind.plural.capitalize()}\n")
    named = set(re.findall(r"`([a-z_]+)`", page))
    assert set(required(kind.model)) - {"label", "kind", "type", "about", "statement", "attributions"} <= named


def _mappings(node: Node):
    if isinstance(node, Scalar):
        return
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _mappings(item)
        return
    yield node
    for _, value in node.entries:
        yield from _mappings(value)
