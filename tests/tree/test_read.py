"""The safe subset of YAML: what it reads, what it refuses, and that it never gives up with a traceback."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explainers.text.diagnostic import Diagnostic
from explainers.text.file_text import SourceText, Span, as_lines
from explainers.tree.guards import MAX_BYTES
from explainers.tree.nodes import plain, scalars
from explainers.tree.read_tree import read
from tests.growth import grows_in_step


def value(text: str) -> object:
    tree, diagnostics = read("a.yml", text.encode())
    assert not diagnostics
    assert tree is not None
    return plain(tree.root)


def codes(text: str) -> list[str]:
    return [d.code for d in read("a.yml", text.encode())[1]]


@pytest.mark.parametrize("typed", ["NO", "yes", "2024-11-11", "12:30", "0x10", "1e3", "010", "1_000", ".5", "<", "="])
def test_every_scalar_stays_the_text_it_is(typed: str):
    assert value(f"key: {typed}\n") == {"key": typed}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "''", '""', "' '"])
def test_nothing_is_nothing_however_it_is_written(typed: str):
    assert value(f"key: {typed}\n") == {"key": None}


def test_lists_and_mappings_in_both_styles():
    assert value("a: [x, y]\nb:\n  - c: d\n    e: {f: g}\n") == {
        "a": ["x", "y"],
        "b": [{"c": "d", "e": {"f": "g"}}],
    }


def test_folded_text_is_joined_and_ends_at_its_last_word():
    tree, _ = read("a.yml", b"note: >-\n  one\n  two\n\n\n# a comment\nkind: x\n")
    assert tree is not None
    assert plain(tree.root) == {"note": "one two", "kind": "x"}
    assert tree.span(("note",)) == Span("a.yml", 1, 7, 3, 6)


def test_a_place_is_counted_in_characters_and_not_in_bytes():
    tree, _ = read("a.yml", "name: Кремль\nalso: [日本, x]\n".encode())
    assert tree is not None
    assert tree.span(("also", 1)) == Span("a.yml", 2, 12, 2, 13)


def test_words_inside_a_text_have_their_own_place():
    tree, _ = read("a.yml", b"note: no [[x]], and\n  no [[y]]\n")
    assert tree is not None
    assert tree.find(("note",), ["[[y"])[0].line == 2
    assert tree.find(("note",), ["not there"])[0] == tree.span(("note",))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_as_one(end: str):
    tree, _ = read("a.yml", f"name: x{end}kind: y{end}".encode())
    assert tree is not None
    assert tree.span(("kind",)) == Span("a.yml", 2, 7, 2, 8)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-a-record"),
        ("- a\n", "not-a-record"),
        ("a: &x b\n", "yaml-subset"),
        ("a: *x\n", "yaml-subset"),
        ("a: !!str b\n", "yaml-subset"),
        ("!x a: b\n", "yaml-subset"),
        ("<<: {a: b}\n", "yaml-subset"),
        ("[a]: b\n", "yaml-subset"),
        ("{a: b}: c\n", "yaml-subset"),
        ("a: b\na: c\n", "duplicate-key"),
        ("a: b\n---\na: c\n", "several-documents"),
        ("a: " + "[" * 13 + "]" * 13, "nesting"),
        ("a: [b\n", "yaml-syntax"),
        ("a: \x00\n", "hidden-character"),
        ("a: \u2028\n", "hidden-character"),
        ('a: "\\u202e"\n', "hidden-character"),
        ('a: "\\ud800"\n', "yaml-syntax"),
        ("a:\n\t- b\n", "tab"),
        ("<<<<<<< x\n=======\n>>>>>>> y\n", "merge-conflict"),
    ],
)
def test_what_is_outside_the_subset_is_refused(text: str, code: str):
    assert code in codes(text)


def test_all_that_is_refused_in_a_file_is_reported_in_one_run():
    assert codes("a: &x b\nc: !y d\na: e\n") == ["yaml-subset", "yaml-subset", "duplicate-key"]


@pytest.mark.parametrize(
    "text",
    [
        *(sign * 60_000 for sign in "[{'%\x00"),
        *(signs * 8_000 for signs in ["- ", "? ", "a: {b: ", "&a ", "\t\n", "a: b\n"]),
        "a: " + "x " * 30_000,
        "".join(f"k{number:04}: v\n" for number in range(6_000)),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_no_file_holds_us_up(text: str):
    data = text.encode()[:MAX_BYTES]

    def reading(size: int):
        return lambda: read("a.yml", data[:size])

    _, told = grows_in_step(reading, len(data))
    assert len(told) < 20_000


def inside(diagnostic: Diagnostic, source: SourceText) -> bool:
    span = diagnostic.span
    first, last = source.line(span.line), source.line(span.end_line)
    return (
        1 <= span.line <= span.end_line <= source.lines
        and 1 <= span.column <= len(first) + 1
        and 1 <= span.end_column <= len(last) + 1
        and (span.line, span.column) <= (span.end_line, span.end_column)
    )


YAMLISH = st.text("ab:-#>|'\"[]{},&*!%@`?\\ \n\t~<=q1\u202eé", max_size=120)


@settings(max_examples=400, deadline=None)
@given(YAMLISH | st.text(max_size=100))
@example("a: >\n")
@example("- \n-")
@example("? a\n: b")
@example("a: |2\n  b")
@example("%YAML 9.9\n---\na: b")
@example("...\n...\n")
@example("--- a\n... b")
def test_whatever_the_text_there_is_an_answer_and_every_place_is_in_the_file(text: str):
    tree, diagnostics = read("a.yml", text.encode())
    source = SourceText("a.yml", as_lines(text))
    assert tree is not None or diagnostics
    assert all(inside(diagnostic, source) for diagnostic in diagnostics)
    for loc, scalar in scalars(tree.root) if tree else ():
        assert 0 <= scalar.start <= scalar.end <= len(source.text), loc


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_whatever_the_bytes_there_is_an_answer(data: bytes):
    tree, diagnostics = read("a.yml", data)
    assert tree is not None or diagnostics


@settings(deadline=None)
@given(YAMLISH)
def test_the_parsers_own_words_are_the_last_resort(text: str):
    for diagnostic in read("a.yml", text.encode())[1]:
        assert diagnostic.message
        assert "\n" not in diagnostic.message
