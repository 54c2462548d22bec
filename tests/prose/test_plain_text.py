"""Record text without its marks."""

import pytest

from explainers.prose.plain_text import plain_text
from tests.exports.stock import graph_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*one* and **two**", "one and two"),
        ("*see [[the-ministry]]*", "see Ministry of Lakes"),
        ("[[the-ministry|the  office]]", "the office"),
        ("[[nobody]]", "nobody"),
        ("so it says [@the-report, p. 4].", "so it says."),
        ("so it says [@the-report] here", "so it says here"),
        ("@the-report says so", "van Reed and Working Group on Lakes says so"),
        ("@nobody says so", "nobody says so"),
        ("holds {q1} otters", "holds {q1} otters"),
        ("one\nline\n\nanother", "one line\n\nanother"),
        ("2 * 3 < 7 & more", "2 * 3 < 7 & more"),
        ("", ""),
    ],
)
def test_words_stay_and_marks_go(text: str, expected: str):
    assert plain_text(text, graph_of()) == expected
