"""Places in a file."""

from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.text.file_text import SourceText, as_lines


def test_lines_and_columns_count_from_one_and_the_end_is_exclusive():
    span = SourceText("a.yml", "one\ntwo three\n").span(8, 13)
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 5, 2, 10)


def test_all_kinds_of_line_end_are_one():
    assert as_lines("\ufeffone\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


@settings(deadline=None)
@given(st.text(max_size=60), st.integers(-5, 80), st.integers(-5, 80))
def test_a_span_is_inside_its_file(text: str, start: int, end: int):
    source = SourceText("a.yml", text)
    span = source.span(start, end)
    assert 1 <= span.line <= span.end_line <= source.lines
    assert 1 <= span.column <= len(source.line(span.line)) + 1
    assert 1 <= span.end_column <= len(source.line(span.end_line)) + 1


@settings(deadline=None)
@given(st.text(max_size=60))
def test_the_lines_joined_are_the_text(text: str):
    source = SourceText("a.yml", text)
    assert "\n".join(source.line(number) for number in range(1, source.lines + 1)) == text
