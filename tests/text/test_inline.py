"""The inline grammar: its marks, and that nothing else is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.text.citation import CitedItem
from explainers.text.inline import (
    Cite,
    Emphasis,
    FigureRef,
    Inline,
    RecordLink,
    Words,
    paragraphs,
    parse,
    plain,
    references,
    walk,
)
from tests.growth import grows_in_step


def everything(parts: tuple[Inline, ...]) -> str:
    """All characters that a parsed text still holds, those of ids and locators included."""
    return "".join(_held(part) for part in parts)


def _held(part: Inline) -> str:
    match part:
        case Words(text):
            return text
        case Emphasis(inner):
            return everything(inner)
        case RecordLink(id, words):
            return f"{id} {words}"
        case FigureRef(name):
            return name
        case Cite(items):
            return " ".join(f"{i.prefix} {i.key} {i.locator} {i.suffix}" for i in items)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("plain", (Words("plain"),)),
        ("an *odd* one", (Words("an "), Emphasis((Words("odd"),)), Words(" one"))),
        ("**so**", (Emphasis((Words("so"),), strong=True),)),
        ("2 * 3 * 4", (Words("2 * 3 * 4"),)),
        ("a lone *star", (Words("a lone *star"),)),
        ("[[north-korea]]", (RecordLink("north-korea", ""),)),
        ("[[north-korea|the North]]", (RecordLink("north-korea", "the North"),)),
        ("{q1} soldiers", (FigureRef("q1"), Words(" soldiers"))),
        ("[@a, p. 4; see @b]", (Cite((CitedItem("a", "", "p. 4"), CitedItem("b", "see"))),)),
        ("@a says", (Cite((CitedItem("a"),), narrative=True), Words(" says"))),
        ("@a [p. 4] says", (Cite((CitedItem("a", "", "p. 4"),), narrative=True), Words(" says"))),
        ("@a[4; see @b]", (Cite((CitedItem("a", "", "p. 4"), CitedItem("b", "see")), narrative=True),)),
        ("@{a}’s dam", (Cite((CitedItem("a"),), narrative=True), Words("’s dam"))),
        ("@a [sic]", (Cite((CitedItem("a"),), narrative=True), Words(" [sic]"))),
        ("@a [4 otters", (Cite((CitedItem("a"),), narrative=True), Words(" [4 otters"))),
        ("[@{a}, p. 4]", (Cite((CitedItem("a", "", "p. 4"),)),)),
        (r"[\@a]", (Words("[@a]"),)),
        ("me@example.org", (Words("me@example.org"),)),
        ("[not cited]", (Words("[not cited]"),)),
        (r"\*not\* odd", (Words("*not* odd"),)),
    ],
)
def test_a_mark_is_read(text: str, parts: tuple[Inline, ...]):
    assert parse(text) == parts


def test_blank_lines_part_paragraphs():
    assert [plain(p) for p in paragraphs("one\nstill one\n\n \n\ntwo\n")] == ["one\nstill one", "two"]


@settings(deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_no_text_is_refused(text: str):
    parse(text)
    paragraphs(text)


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="*[]{}@\\|"), max_size=200))
def test_text_without_marks_stays_as_it_is(text: str):
    assert plain(parse(text)) == text


@settings(deadline=None)
@given(st.text("ab *[]{}|@\\;,-\n", max_size=80))
def test_every_letter_that_is_no_mark_is_kept_in_its_place(text: str):
    letters = [char for char in text if char in "ab"]
    assert [char for char in everything(parse(text)) if char in "ab"] == letters


@pytest.mark.parametrize(("start", "signs"), [("[", "@ "), ("", "[["), ("", "*a "), ("", "[[a|"), ("", "{a")])
def test_a_text_as_large_as_a_file_is_read_at_once(start: str, signs: str):
    def reading(size: int):
        text = start + signs * (size // len(signs))
        parse.cache_clear()
        return lambda: parse(text)

    parts = grows_in_step(reading, 60_000)
    assert everything(parts).count("a") == (signs * (60_000 // len(signs))).count("a")


def test_a_backslash_before_a_word_says_that_it_is_no_term():
    assert parse(r"some \allies met") == (Words("some "), Words("allies", unmarked=True), Words(" met"))
    assert plain(parse(r"\two \words")) == "two words"


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["ally", "treaty", "é"]), st.booleans()), max_size=12))
def test_only_the_word_behind_the_backslash_is_meant(words: list[tuple[str, bool]]):
    parts = parse(" ".join(f"\\{word}" if unmarked else word for word, unmarked in words))
    assert plain(parts) == " ".join(word for word, _ in words)
    assert [p.text for p in parts if isinstance(p, Words) and p.unmarked] == [word for word, flag in words if flag]


MARKS = [
    "@x [p. 4]",
    "@x [4; @y]",
    "@{x}",
    "[[a]]",
    "[[a|b c]]",
    "[@x, p. 4; y]",
    "[see @x]",
    "@x",
    "*",
    "**",
    "{q1}",
    " ",
    "\\",
    "[",
    "]",
    "z",
    "\n\n",
]


@given(st.lists(st.sampled_from(MARKS)))
def test_the_references_are_those_of_the_parsed_text(pieces: list[str]):
    text = "".join(pieces)
    parts = [part for paragraph in paragraphs(text) for part in walk(paragraph)]
    found: list[tuple[str, bool]] = []
    for part in parts:
        if isinstance(part, RecordLink):
            found.append((part.id, False))
        elif isinstance(part, Cite):
            found += [(item.key, True) for item in part.items]
    assert list(references(text)) == found
