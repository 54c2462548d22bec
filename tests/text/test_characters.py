"""Characters that nobody sees, and letters that look like others."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explainers.text import report
from explainers.text.characters import as_seen, foreign_digit, hides_script, invisible, mixed_words, name, odd_space
from explainers.text.diagnostic import Diagnostic, error
from explainers.text.file_text import SourceText
from explainers.tree.read_tree import read

INVISIBLE = {
    "soft hyphen": "\u00ad",
    "grapheme joiner": "\u034f",
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "zero width non-joiner": "\u200c",
    "word joiner": "\u2060",
    "invisible times": "\u2062",
    "byte order mark": "\ufeff",
    "right-to-left override": "\u202e",
    "right-to-left isolate": "\u2067",
    "emoji selector": "\ufe0f",
    "text selector": "\ufe0e",
    "another selector": "\U000e0101",
    "tag": "\U000e0041",
    "private use": "\ue000",
    "private use in another plane": "\U00100000",
    "no character": "\ufdd0",
    "end of a plane": "\U0001ffff",
    "Hangul filler": "\u3164",
    "blank Braille pattern": "\u2800",
    "what Word leaves for a picture": "\ufffc",
    "control": "\x1b",
}
NEEDED = [
    "👩‍🚒 and 👨‍👩‍👧",
    "🏳️‍🌈",
    "❤️ ☎︎ ™️ ‼️",
    "1️⃣ and #️⃣",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "👩🏽‍⚕️",
    "می‌خواهم",
    "ശ്രീ and ന്‍",
    "क्‍ष",
    "葛󠄀城市",
    "ᠠ᠋",
    "ᄀᅠ",
    "⠓⠊⠀⠓⠑",
    "10\u00a0000 and\u202f%",
    "日本\u3000語",
]


@pytest.mark.parametrize("char", INVISIBLE.values(), ids=INVISIBLE)
def test_what_no_one_sees_is_found_wherever_it_is(char: str) -> None:
    for text in (f"The{char} storm", f"{char}The storm", f"The storm{char}", f"é{char}“a”"):
        assert [text[at] for at in invisible(text)] == [char]


@pytest.mark.parametrize("text", NEEDED)
def test_what_an_emoji_or_a_script_needs_is_left_alone(text: str) -> None:
    assert list(invisible(text)) == []


def test_what_belongs_to_an_emoji_is_found_where_there_is_none() -> None:
    for text in ("a\u200db", "👩\u200d", "a\ufe0f", "1\ufe0f", "🏴\U000e0067", "🏴\U000e0061\U000e007f"):
        assert list(invisible(text)), text


@given(st.text(st.characters(categories=("Cf", "Co", "Cc"), exclude_characters="\t\n\r"), min_size=1))
@example("\u061c\u200c")
@example("\u180e\u200d")
def test_a_text_of_invisible_characters_alone_is_never_clean(text: str) -> None:
    visible = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001345f]")
    if not visible.search(text):
        assert list(invisible(text)) == [*range(len(text))]


@given(st.text(st.characters(categories=("L", "N", "P", "Zs"), exclude_characters="\u115f\u1160\u3164\uffa0")))
def test_letters_digits_and_signs_are_seen(text: str) -> None:
    assert list(invisible(text)) == []


@pytest.mark.parametrize("char", INVISIBLE.values(), ids=INVISIBLE)
def test_a_record_with_it_is_refused_at_its_place(char: str) -> None:
    tree, [found] = read("content/actors/a.yml", f"kind: person\nname: Dam{char} Guard\n".encode())
    assert tree is None
    assert (found.code, found.span.line, found.span.column) == ("hidden-character", 2, 10)
    assert name(char) in found.message


def test_what_a_record_writes_and_no_one_sees_is_reported_and_not_kept() -> None:
    tree, [found] = read("content/actors/a.yml", b'kind: person\nname: "Dam\\e[2J\\u202e Guard\\n\xc3\xa9"\n')
    assert (found.code, found.span.line, found.span.column) == ("hidden-character", 2, 7)
    assert tree
    assert tree.values["name"] == "Dam[2J Guard\né"


@pytest.mark.parametrize("text", [text for text in NEEDED if " #" not in text])
def test_a_record_with_what_is_needed_is_read(text: str) -> None:
    tree, found = read("content/actors/a.yml", f"name: {text}\n".encode())
    assert (tree and tree.values, found) == ({"name": text}, [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The \u041a\u0443rsk region", ["\u041a\u0443rsk"]),
        ("Kursk", []),
        ("Курск", []),
        ("Яndex, NFκB, 5 μm, kΩ, ΔT and TNFα", []),
        ("νe and β2", []),
        ("the \u0430uthor", ["\u0430uthor"]),
        ("Ku\u0440sk and Kursk", ["Ku\u0440sk"]),
        ("Ryd\u0435r’s", ["Ryd\u0435r"]),
        ("\u041e\u0421HA", ["\u041e\u0421HA"]),
        ("Моcква", ["Моcква"]),
        ("\u0391thens", ["\u0391thens"]),
        ("SMSка", []),
    ],
)
def test_a_word_with_a_letter_in_disguise_is_found(text: str, words: list[str]) -> None:
    assert [word for word, _ in mixed_words(text)] == words


@pytest.mark.parametrize(
    ("word", "letter"),
    [("example", ""), ("пример", ""), ("\u0430\u0440\u0440\u04cf\u0435", "\u0430"), ("ex\u0430mple", "\u0430")],
)
def test_a_word_that_only_looks_latin_is_found_out(word: str, letter: str) -> None:
    assert hides_script(word) == letter


def test_digits_and_spaces_of_others_are_found() -> None:
    assert [foreign_digit(text) for text in ("2024", "é", "٢٠٢٤", "20２4", "½")] == ["", "", "٢", "２", "½"]
    assert [odd_space(text) for text in ("a b\t", "a\u00a0b", "a\u3000")] == ["", "\u00a0", "\u3000"]


HOSTILE = [
    "##[add-mask]x",
    "a ##vso[task.setvariable variable=x]y",
    "##teamcity[buildStop]",
    "\n::error file=x::y",
    "\r::set-output name=x::y",
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "\u202egnp.exe",
    "\u200b\U000e0041\ue000",
    "\udcff",
]
COMMAND = re.compile(r"##\w*\[|^\s*::", re.MULTILINE)


def mistake(text: str) -> tuple[Diagnostic, dict[str, str]]:
    """A mistake in which everything that can be is some text, and the file that it is in."""
    path = f"content/{text}.yml"
    line = f"name: {text}".replace("\n", " ").replace("\r", " ")
    span = SourceText(path, line).span(6, 7)
    return error(f"c{text}", f"m{text}", span, label=f"l{text}", help=f"h{text}"), {path: line}


def shown(text: str) -> list[str]:
    """All that is printed of it: for people, in one line of a log, for programs, for GitHub without its own command."""
    found, texts = mistake(text)
    github = report.github([found]).removeprefix("::error ")
    return [report.human([found], texts), report.one(found, texts), report.diagnostics_as_json([found]), github]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_log_gets_a_command_and_no_terminal_a_control_sequence(text: str) -> None:
    for printed in shown(text):
        assert COMMAND.search(printed) is None
        assert [c for c in printed if c != "\n" and unicodedata.category(c)[0] == "C"] == []


@given(st.text("#[:\n\r\t \x1b\u202e\u200b\ue000v", max_size=12))
def test_no_text_becomes_a_command(text: str) -> None:
    test_no_log_gets_a_command_and_no_terminal_a_control_sequence(text)


def test_a_sign_of_number_that_is_no_command_is_shown_as_it_is() -> None:
    found, texts = mistake("## 3 #1 and [x] 👩‍🚒")
    assert "name: ## 3 #1 and [x] 👩‍🚒" in report.human([found], texts)


def test_what_no_one_sees_can_be_left_out_and_a_sign_is_left_where_there_was_nothing_else() -> None:
    assert as_seen("Dam\u200b Guard\x1b") == "Dam Guard"
    assert as_seen("👩‍🚒 and é") == "👩‍🚒 and é"
    assert (as_seen("\u202e\u200b"), as_seen("")) == ("\ufffd", "")
