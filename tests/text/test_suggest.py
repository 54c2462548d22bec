"""The word that was probably meant."""

import pytest

from explainers.text.suggest import did_you_mean, nearest, one_of

IDS = ["volodymyr-zelensky", "north-korea", "russia", "northport", "homes-without-power"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("north-koera", "north-korea"),
        ("zelensky", "volodymyr-zelensky"),
        ("zelenskyy", "volodymyr-zelensky"),
        ("Russia", "russia"),
        ("homes-without-powr", "homes-without-power"),
        ("North River", None),
        ("moscow", None),
        ("x" * 10_000, None),
        ("", None),
    ],
)
def test_only_a_word_that_is_close_is_suggested(typed: str, meant: str | None):
    assert nearest(typed, IDS) == meant


def test_nothing_close_is_no_help_line():
    assert did_you_mean("moscow", IDS) == ""


def test_choices_are_a_list_in_a_sentence():
    assert one_of(["a"]) == "`a`"
    assert one_of(["a", "b", "c"]) == "`a`, `b` or `c`"
