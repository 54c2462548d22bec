"""Whatever stands in a field, to read it, check it and print it is little work, and twice as much of it twice the work.

Each text is put into every field of every kind at once: into those that refuse it too. The fields are found from the
models (`whole`), so a new one is in here from its first day.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from explainers.build.load import load
from explainers.checks.context import Context
from explainers.checks.run import run
from explainers.exports import exports
from explainers.graph.link import link
from explainers.kinds import KINDS, kind_of
from explainers.model.base import Date
from explainers.model.date_wording import date_help
from explainers.model.decode import Document
from explainers.model.edtf_dates import extent, placed, spoken
from explainers.prose.site import Site
from explainers.text.diagnostic import Diagnostic
from tests.growth import grows_in_step
from tests.model.whole import Path, fields, whole
from tests.pages.made import pages

Field = tuple[str, Path]
FIELDS = [(kind.name, path) for kind in KINDS for path in fields(kind.name)]
# What a parser could look at again and again, or take for the beginning of something.
PIECES = (
    *(
        "9",
        "9[[a|",
        "claimed ",
        "1,",
        "2024-",
        "a-",
        "a1#",
        " a",
        ". ",
        "a. ",
        "a: b; ",
        "p. 1, ",
        "https://a.b/",
        "10.1/",
        "<i>",
        "%41",
    ),
    *(
        "[",
        "[[a|",
        "[@a, p. ",
        "@a ",
        "[[the-actor]] ",
        "[@the-source, p. 2] ",
        "*",
        "*a ",
        "\\",
        "{q1} ",
        "“",
        "'",
        "(",
    ),
    *("e\u0301", "\U0001f469\u200d", "\u6c34", "thousand ", "per cent of ", "said that ", "and the "),
)
LONG = 3000
# The longest that a field may take: as much as it is given, or what its own bound is.
BOUNDS = (LONG, 1000, 200, 64, 60)
SECOND = 1.0


def repeated(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def document(kind: str, texts: Mapping[Path, str]) -> Document:
    """A record with some texts in its fields; raises where one of them is refused."""
    of = kind_of(KINDS, kind)
    record = of.model.model_validate(whole(kind, texts.get))
    return Document(f"the-{kind}", kind, f"content/{of.plural}/the-{kind}.yml", None, record)


def links(field: Field) -> bool:
    """Whether a field names a record or an attribution: what leads nowhere is not printed."""
    kind, path = field
    value: Any = whole(kind, lambda _: None)
    for step in path:
        value = value[step]
    return str(value).startswith(("the-", "a1"))


PRINTED = [field for field in FIELDS if not links(field)]


def most(field: Field, piece: str) -> int:
    """How much of a repeated piece a field takes; nothing where it refuses it."""
    kind, path = field
    for bound in BOUNDS:
        try:
            document(kind, {path: repeated(piece, bound)})
        except ValidationError:
            continue
        return bound
    return 0


@cache
def bounds(piece: str) -> dict[Field, int]:
    return {field: bound for field in PRINTED if (bound := most(field, piece))}


def documents(piece: str, size: int) -> list[Document]:
    """A record of each kind with a repeated piece in all fields that take it."""
    found = {field: repeated(piece, min(size, bound)) for field, bound in bounds(piece).items()}
    assert found, "no field takes it"
    return [document(k.name, {path: text for (kind, path), text in found.items() if kind == k.name}) for k in KINDS]


def published(found: list[Document]) -> int:
    """Links and checks records, makes their pages and all files for other programs; gives how many."""
    graph, told = link(found)
    site = Site(graph, name="A site", url="https://example.org/")
    return len(told) + len(run(Context(graph, KINDS))) + len(pages(site)) + len(list(exports(site)))


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_what_every_field_is_filled_with_is_a_record(kind: str) -> None:
    assert document(kind, {}).record


@pytest.mark.parametrize("piece", PIECES)
def test_the_work_to_check_and_publish_a_text_grows_with_its_length(piece: str) -> None:
    def publishing(size: int) -> Callable[[], int]:
        found = documents(piece, size)
        return lambda: published(found)

    assert grows_in_step(publishing, LONG)


def lines(value: Any, indent: str = "") -> Iterator[str]:
    """YAML, each text in quotes."""
    for key, item in value.items():
        if isinstance(item, dict):
            yield f"{indent}{key}:"
            yield from lines(item, f"{indent}  ")
        elif isinstance(item, list) and isinstance(item[0], dict):
            first, *more = lines(item[0], f"{indent}    ")
            yield from (f"{indent}{key}:", f"{indent}  - {first.lstrip()}", *more)
        else:
            yield f"{indent}{key}: {json.dumps(item)}"


def files(texts: Callable[[str], Callable[[Path], str | None]]) -> dict[str, bytes]:
    """A file for each kind, by its path."""
    found = {}
    for kind in KINDS:
        record = whole(kind.name, texts(kind.name))
        del record["id"]
        found[f"content/{kind.plural}/the-{kind.name}.yml"] = "\n".join(lines(record)).encode()
    return found


def checked(files: Mapping[str, bytes]) -> list[Diagnostic]:
    found, reading = load(files, KINDS)
    graph, linking = link(found)
    return [*reading, *linking, *run(Context(graph, KINDS))]


@pytest.mark.parametrize("piece", PIECES)
def test_the_work_to_read_and_refuse_a_text_grows_with_its_length(piece: str) -> None:
    def checking(size: int) -> Callable[[], list[Diagnostic]]:
        text = repeated(piece, size)
        written = files(lambda _: lambda path: None if path == ("id",) else text)
        return lambda: checked(written)

    assert grows_in_step(checking, 400)


HOSTILE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(FIELDS), HOSTILE, st.integers(1, 40_000), st.text(max_size=3))
def test_no_text_in_any_field_takes_a_second_to_check(field: Field, piece: str, size: int, end: str) -> None:
    text = repeated(piece, size) + end.encode("utf-8", "ignore").decode()
    written = files(lambda kind: lambda path: text if (kind, path) == field else None)
    start = process_time()
    checked(written)
    assert process_time() - start < SECOND


SIGNS = st.text("0123456789-/?~%XTZS:+.[]{},YE ", max_size=60)
VERY_LONG = st.builds(lambda piece, times, end: piece * times + end, SIGNS, st.integers(1, 5000), SIGNS)


@settings(max_examples=500, deadline=None)
@given(SIGNS | VERY_LONG | st.text())
def test_no_date_takes_a_second_to_read_or_to_refuse(text: str) -> None:
    start = process_time()
    if extent(text):
        assert spoken(text)
        assert placed(text)
        assert Date(edtf=text, basis="stated").sort_key
    else:
        assert date_help(text)
    assert process_time() - start < SECOND


@pytest.mark.parametrize(
    "value",
    [
        *("Y1E9999999999", "Y-1E999", f"Y{'9' * 100_000}", "9" * 100_000, f"2024S{'9' * 1000}", f"[{'[' * 50_000}"),
        *("{" * 50_000, f"[{'2024,' * 20_000}2024]", "2024/" * 20_000, "?" * 100_000, f"{' ' * 100_000}2024"),
        *(f"{'1' * 50_000} March 2024", f"since {'since ' * 20_000}2024", "–".join(["2024"] * 20_000)),
    ],
    ids=lambda value: value[:20],
)
def test_a_date_without_end_is_refused_at_once(value: str) -> None:
    start = process_time()
    assert extent(value) is None
    assert date_help(value)
    assert process_time() - start < SECOND / 10
