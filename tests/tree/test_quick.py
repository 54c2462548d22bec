"""Reading without places: the same values as reading with them, or none at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.checks.examples import examples
from explainers.checks.run import all_rules
from explainers.kinds import KINDS
from explainers.text.file_text import SourceText, as_lines
from explainers.tree.nodes import plain
from explainers.tree.placed import placed
from explainers.tree.quick import values
from explainers.tree.read_tree import read, read_placed

ROOT = Path(__file__).parents[2]
RECORDS = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sorted(ROOT.glob("content/*/*.yml"))}
MISTAKES = {path.name: path.read_bytes() for path in sorted(ROOT.glob("tests/mistakes/cases/*"))}
KIND_EXAMPLES = {kind.name: kind.example.encode() for kind in KINDS}
RULE_EXAMPLES = {
    f"{rule.code}/{number}/{path}": data
    for rule in all_rules()
    for number, files in enumerate((examples(rule.documentation).passes, examples(rule.documentation).fails))
    for path, data in files.items()
}
FILES = RECORDS | MISTAKES | KIND_EXAMPLES | RULE_EXAMPLES

# What a line can be made of, right or wrong; a text of these is valid YAML often enough.
WORDS = ["a", "b c", "k0", "1", "é", "“", "x: y", "http://x", "it's", "null", "~", '"q"', "'q'", "''", "[x, y]", "[]"]
SIGNS = [
    ": ",
    ":",
    "#",
    " #",
    "# c\n",
    '"',
    "'",
    "[",
    "]",
    ", ",
    "? ",
    "&a ",
    "*a",
    "!t ",
    "%",
    "@",
    "`",
    "\\",
    "-",
    "=",
    "<<: ",
]
BREAKS = [
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\ufeff",
    "...\n",
    "---\n",
    ">-\n",
    ">\n",
    "|\n",
    "|-\n",
    "|+\n",
    ">2\n",
]
STARTS = ["k0: ", "k1: ", "k2:\n", "k3:\n  ", "- ", "- k: ", "  ", "    ", "{f: g}", "<<: ", ">2\n"]
PIECE = st.sampled_from([*WORDS, *SIGNS, *BREAKS, *STARTS])
LINES = {line for data in FILES.values() for line in as_lines(data.decode(errors="replace")).split("\n")}


@st.composite
def blocks(draw: st.DrawFn, column: int = 0, depth: int = 0) -> str:
    """Nested keys and lists, sometimes a step too deep or with something odd in them."""
    lines = ""
    for number in range(draw(st.integers(1, 3))):
        margin = " " * (column + draw(st.sampled_from([0] * 19 + [1])))
        lines += f"{margin}k{number}:" + draw(_below(column, depth))
        lines += draw(st.sampled_from([""] * 9 + ["# c\n", "\n", " # c\n", "- x\n", "x\n"]))
    return lines


def _below(column: int, depth: int) -> st.SearchStrategy[str]:
    scalar = st.sampled_from(["v", "a b", "x: y", "x:y", "a #b", '"q"', "'q'", "[a, b]", "null", "-1", "- a", "1.5"])
    step = st.sampled_from([0, 1, 2, 2, 2, 4])
    folded = st.tuples(st.sampled_from([">", ">-", "|", "|-"]), step, step, st.sampled_from(["\n", "\n\n", "\n\n\n"]))
    text = folded.map(lambda f: f" {f[0]}\n{' ' * (column + f[1])}one{f[3]}{' ' * (column + f[2])}two\n")
    items = st.lists(scalar, min_size=1, max_size=3)
    listed = st.tuples(step, items).map(lambda f: "\n" + "".join(f"{' ' * (column + f[0])}- {item}\n" for item in f[1]))
    found = scalar.map(lambda words: f" {words}\n") | text | listed
    if depth < 2:
        inner = step.flatmap(lambda deeper: blocks(column + deeper, depth + 1))
        entry = step.flatmap(lambda deeper: blocks(column + deeper + 2, depth + 1))
        found |= inner.map(lambda below: f"\n{below}")
        found |= entry.map(lambda below: "\n" + re.sub(r"^( *)  (?=k0)", r"\1- ", below, count=1))
    return found


def agree(data: bytes) -> bool:
    """Whether a file is read without places; if it is, the values are the ones that its places give."""
    tree, diagnostics = read("a.yml", data)
    slow, told = read_placed("a.yml", data)
    assert diagnostics == told
    assert (tree.values if tree else None) == (slow.values if slow else None)
    if tree is None or tree.nodes is not None:
        return False
    assert plain(tree.root) == tree.values
    assert list(tree.values) == [key.value for key, _ in tree.root.entries]
    return True


@pytest.mark.parametrize("name", FILES)
def test_the_same_is_read_from_every_file_that_we_have(name: str):
    agree(FILES[name])


def test_nearly_all_records_are_read_without_places():
    quick = sum(agree(data) for data in RECORDS.values())
    assert quick >= 0.9 * len(RECORDS)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECE, max_size=14).map("".join))
def test_the_same_is_read_from_anything_that_is_written_in_pieces(text: str):
    agree(text.encode())


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(sorted(LINES)), max_size=12).map("\n".join), st.booleans())
def test_the_same_is_read_from_lines_of_records_in_any_order(text: str, ended: bool):
    agree(f"{text}\n".encode() if ended else text.encode())


@settings(max_examples=120, deadline=None)
@given(blocks())
def test_the_same_is_read_from_blocks_in_blocks(text: str):
    agree(text.encode())


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_the_same_is_read_where_a_file_is_changed_at_one_place(name: str, data: st.DataObject):
    text = FILES[name].decode(errors="replace")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 6, len(text))))
    agree((text[:start] + data.draw(PIECE) + text[end:]).encode())


@pytest.mark.parametrize(
    "text",
    [
        "a: &x b\n", "a: *x\n", "a: !t b\n", "a: {b: c}\n", "a: b\na: c\n", "a:\n", "a: null\n", "a: ''\n",
        'a: "\\t"\n', "a: >\n  b\n   c\n", "a: []\n", "  a: b\nc: d\n",
        "a: b # c\n", "a: b\n  c\n", "a: b \n", "a:\tb\n", "a: b\r\n", "a: b", "\ufeffa: b\n", "--- \na: b\n", "- a\n",
        "a: b\n...\n", "? a\n: b\n", "<<: b\n", "a: |2\n   b\n", "a: |+\n  b\n",
        "a:" + "".join(f"\n{'  ' * depth}a:" for depth in range(1, 12)) + " b\n",
    ],
)  # fmt: skip
def test_what_takes_a_closer_look_is_left_to_the_other_reader(text: str):
    assert values(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# a record\n\na: b\n", {"a": "b"}),
        ("a:   b  c\n", {"a": "b  c"}),
        ("a: https://x.example/#y\n", {"a": "https://x.example/#y"}),
        ("a:\n- b\n- c\nd: e\n", {"a": ["b", "c"], "d": "e"}),
        ("a:\n  - b: c\n    d:\n      - e\n  - b: f\n", {"a": [{"b": "c", "d": ["e"]}, {"b": "f"}]}),
        ("a: >-\n  b\n  c\n\n  d\n# e\nf: g\n", {"a": "b c\nd", "f": "g"}),
        ("a: |\n  b\n    c\n\n\nd: e\n", {"a": "b\n  c\n", "d": "e"}),
        ("a: -1.5\nb:\n  - -2\n", {"a": "-1.5", "b": ["-2"]}),
        ("a: [b#c]\n", {"a": ["b#c"]}),
        ("a: [b c, d-e]\nf: \"g: h\"\ni: 'j # k'\n", {"a": ["b c", "d-e"], "f": "g: h", "i": "j # k"}),
        ("a: Кремль\nb: “yes”\n", {"a": "Кремль", "b": "“yes”"}),
    ],
)
def test_what_records_are_written_in_is_read_without_places(text: str, found: object):
    assert values(text) == found
    root, diagnostics = placed(SourceText("a.yml", text))
    assert root
    assert not diagnostics
    assert plain(root) == found
