"""What is printed of a mistake: for people, for programs, for GitHub."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.text import report
from explainers.text.diagnostic import Diagnostic, Severity, error
from explainers.text.file_text import SourceText, Span, whole_file
from explainers.text.report_frame import width

PATH = "content/claims/troops.yml"


def at(text: str, words: str, **told: str) -> Diagnostic:
    """An error at the first place of some words in a text."""
    start = text.index(words)
    return error("some-rule", "what is wrong", SourceText(PATH, text).span(start, start + len(words)), **told)


def frame(text: str, words: str) -> list[str]:
    """The line as shown and the mark below it."""
    return report.human([at(text, words)], {PATH: text}).splitlines()[3:5]


def test_a_mistake_is_shown_in_its_line_with_its_part_and_its_help():
    text = "label: Troops\nattributions:\n  - id: a1\n    by: [zelenskyy]\n"
    start = text.index("zelenskyy")
    diagnostic = error(
        "unknown-reference",
        "no record has the id `zelenskyy`",
        SourceText(PATH, "\n" * 10 + text).span(10 + start, 10 + start + 9),
        label="in the first attribution",
        help="did you mean `volodymyr-zelensky`?",
    )
    assert (
        report.human([diagnostic], {PATH: "\n" * 10 + text})
        == """\
error[unknown-reference]: no record has the id `zelenskyy`
  --> content/claims/troops.yml:14:10
   |
14 |     by: [zelenskyy]
   |          ^^^^^^^^^ in the first attribution
   = help: did you mean `volodymyr-zelensky`?

1 error
"""
    )


def test_a_span_over_several_lines_shows_the_first_and_the_last():
    text = "note: >-\n  one\n  two\n\n  three\n\nkind: x\n"
    shown = report.human([at(text, text[6:-9], label="in the note")], {PATH: text})
    assert (
        shown.partition("1:7\n")[2]
        == """\
  |
1 | note: >-
  |       ^^
...
5 |   three
  |   ^^^^^ in the note

1 error
"""
    )


def test_two_lines_that_follow_each_other_have_no_gap_between_them():
    text = "note: one\n  two\n"
    assert "..." not in report.human([at(text, "one\n  two")], {PATH: text})


def test_a_tab_is_seen_and_takes_the_room_of_its_sign():
    assert frame("kind:\tstate\n", "state") == ["1 | kind:→   state", "  |          ^^^^^"]


def test_wide_characters_take_two_columns_and_accents_none():
    assert frame("name: 日本 and x\n", "and") == ["1 | name: 日本 and x", "  |            ^^^"]
    assert frame("name: 日本\n", "日本")[1] == "  |       ^^^^"
    assert frame("name: e\u0301te\u0301 x\n", "x")[1] == "  |           ^"


def test_control_characters_are_shown_by_sign_and_turned_text_by_name():
    assert frame("name: a\x1b[31m\x7fb\n", "b") == ["1 | name: a␛[31m␡b", "  |              ^"]
    assert frame("name: a\u202eb\n", "b") == ["1 | name: a<U+202E>b", "  |                ^"]


def test_what_an_editor_typed_cannot_colour_or_turn_the_report():
    diagnostic = error("some-rule", "`\x1b[31m\u202e\nx` is wrong", whole_file("a\x07.yml"), help="\ud800")
    shown = report.human([diagnostic], {})
    assert shown.startswith("error[some-rule]: `␛[31m<U+202E>␊x` is wrong\n --> a␇.yml:1:1\n")
    assert not set(shown) & set("\x1b\u202e\ud800\x07")


def test_a_long_line_is_cut_around_the_place():
    text = f"note: {'before ' * 40}HERE{' after' * 40}\n"
    line, mark = frame(text, "HERE")
    assert line.startswith("1 | …")
    assert line.endswith("…")
    assert width(line) < 110
    assert line[mark.index("^") : mark.rindex("^") + 1] == "HERE"


def test_a_long_mark_is_cut_with_its_line():
    text = f"note: {'word ' * 60}\n"
    line, mark = frame(text, "word " * 60)
    assert width(mark) <= width(line)


def test_a_mistake_of_a_whole_file_shows_no_line_of_it():
    shown = report.human([error("stray-file", "a file that is not a record", whole_file(PATH))], {PATH: "x: y\n"})
    assert shown == f"error[stray-file]: a file that is not a record\n --> {PATH}:1:1\n\n1 error\n"


def test_an_accepted_warning_is_a_note_with_its_reason_and_counts_as_nothing_else():
    span = SourceText(PATH, "label: x\n").span(0, 5)
    meant = Diagnostic("orphan-record", Severity.WARNING, "nothing links here", span, help="x", allowed="it is new")
    shown = report.human([meant], {PATH: "label: x\n"})
    assert shown.splitlines()[0] == "allowed[orphan-record]: nothing links here — it is new"
    assert "help" not in shown
    assert "warning[" not in shown
    assert shown.splitlines()[-1] == "no errors, no warnings, 1 warning allowed"


def test_the_last_line_counts():
    def some(severity: Severity, number: int, allowed: str = "") -> list[Diagnostic]:
        told = [f"{severity} {i} {allowed}" for i in range(number)]
        return [Diagnostic("r", severity, message, whole_file(PATH), allowed=allowed) for message in told]

    found = [*some(Severity.ERROR, 2), *some(Severity.WARNING, 1), *some(Severity.WARNING, 3, "meant")]
    assert report.summary(found).sentence == "2 errors, 1 warning, 3 warnings allowed"
    assert report.summary(some(Severity.INFO, 4)).sentence == "no errors, no warnings"
    assert report.summary(some(Severity.WARNING, 2)).sentence == "2 warnings"


def test_mistakes_are_sorted_and_each_is_reported_once():
    text = "one: x\ntwo: y\n"
    found = [at(text, "two"), at(text, "one"), at(text, "two")]
    assert [line for line in report.human(found, {}).splitlines() if "-->" in line] == [
        f" --> {PATH}:1:1",
        f" --> {PATH}:2:1",
    ]


def test_colours_only_where_asked_for():
    text = "one: x\n"
    assert "\x1b[" not in report.human([at(text, "one")], {PATH: text})
    assert "\x1b[1;31merror[some-rule]\x1b[0m" in report.human([at(text, "one")], {PATH: text}, colour=True)


def test_json_has_the_same_keys_always():
    found = json.loads(report.diagnostics_as_json([at("one: x\n", "x", label="in it", help="do it")]))
    assert found == {
        "version": 1,
        "summary": {"errors": 1, "warnings": 0, "allowed": 0, "infos": 0},
        "diagnostics": [
            {
                "code": "some-rule",
                "severity": "error",
                "message": "what is wrong",
                "file": PATH,
                "line": 1,
                "column": 6,
                "end_line": 1,
                "end_column": 7,
                "label": "in it",
                "help": "do it",
                "record": "",
                "allowed": "",
            }
        ],
    }


def test_github_gets_a_command_with_everything_escaped_that_it_would_read():
    span = Span("a,b:c%.yml", 3, 5, 3, 9)
    told = report.github([error("some-rule", "100% wrong\r\n::error::x", span, help="mend: it, now")])
    assert told.splitlines() == [
        "::error file=a%2Cb%3Ac%25.yml,line=3,col=5,endLine=3,endColumn=9,title=some-rule"
        "::100%25 wrong␍␊::error::x%0Ahelp: mend: it, now",
        "1 error",
    ]


def test_github_gets_no_columns_for_a_span_over_lines():
    told = report.github([error("some-rule", "wrong", Span("a.yml", 3, 5, 4, 2))])
    assert told.startswith("::error file=a.yml,line=3,endLine=4,title=some-rule::wrong\n")


def test_github_gets_a_notice_for_what_is_accepted():
    meant = Diagnostic("orphan-record", Severity.WARNING, "alone", whole_file("a.yml"), allowed="it is new")
    assert report.github([meant]).startswith("::notice ")
    assert "alone — it is new" in report.github([meant])


ANY_TEXT = st.text(st.characters(), max_size=300)
NUMBERS = st.integers(-5, 60) | st.sampled_from([-(10**9), 10**9])
SPANS = st.builds(Span, st.sampled_from(["a.yml", "b.yml"]), NUMBERS, NUMBERS, NUMBERS, NUMBERS)
DIAGNOSTICS = st.builds(
    Diagnostic, ANY_TEXT, st.sampled_from(Severity), ANY_TEXT, SPANS, ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT
)


@settings(deadline=None)
@given(st.lists(DIAGNOSTICS, max_size=4), ANY_TEXT | st.text("a\t\r\n 日\u0301", max_size=60), st.booleans())
def test_the_report_never_crashes_whatever_the_place_or_the_text(found, text, colour):
    shown = report.human(found, {"a.yml": text}, colour=colour)
    shown.encode("utf-8")
    report.github(found).encode("utf-8")
    assert len(json.loads(report.diagnostics_as_json(found))["diagnostics"]) <= len(found)


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="\n\r\u2028\ufeff"), min_size=1, max_size=400), st.data())
def test_the_mark_is_below_the_words(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    line, mark = frame(f"{text}\n", text[start:end]) if text.index(text[start:end]) == start else ("", "")
    # A tab at the end of the line takes room that is not printed.
    assert width(mark) <= max(width(line) + 4, 5)


def test_a_pull_request_is_shown_the_worst_first() -> None:
    place = Span("content/claims/a.yml", 1, 1, 1, 2)
    later = Span("content/claims/a.yml", 9, 1, 9, 2)
    found = [
        Diagnostic("a", Severity.INFO, "a note", place),
        Diagnostic("b", Severity.WARNING, "meant", place, allowed="it is so"),
        Diagnostic("c", Severity.WARNING, "a warning", place),
        Diagnostic("d", Severity.ERROR, "an error", later),
    ]
    commands = [line.split(" ")[0] for line in report.github(found).splitlines()]
    assert commands[:4] == ["::error", "::warning", "::notice", "::notice"]
