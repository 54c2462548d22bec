"""Figures and their qualifiers in quoted words."""

import pytest

from explainers.checks.quoted_figures import figures


def read(text: str) -> list[tuple[str, str]]:
    return [
        (f"{figure.value:f}".removesuffix(".0"), figure.relations[0] if figure.relations else "")
        for _, figure in figures(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("immobilized 50,000 enemy soldiers", [("50000", "")]),
        ("the almost 50,000-strong enemy group", [("50000", "nearly")]),
        ("more than an estimated 10,000", [("10000", "more-than")]),
        ("no more than 300 houses", [("300", "at-most")]),
        ("as many as 12,000 men", [("12000", "up-to")]),
        ("some 50 000 people", [("50000", "about")]),
        ("10,000 or more", [("10000", "at-least")]),
        ("10,000+ men", [("10000", "more-than")]),
        ("around 11 thousand", [("11000", "about")]),
        ("50k, 1.5 million and 2bn", [("50000", ""), ("1500000", ""), ("2000000000", "")]),
        ("from 30 to 45 thousand", [("30000", ""), ("45000", "")]),
        ("30,000-45,000", [("30000", ""), ("45000", "")]),
        ("tens of thousands of sandbags", [("10000", "order-of-magnitude")]),
        ("hundreds of people", [("100", "order-of-magnitude")]),
        ("thou\u017fands of people, le\u017f\u017f than 90", [("1000", "order-of-magnitude"), ("90", "fewer-than")]),
        ("3.5 per cent, 20%", [("3.5", ""), ("20", "")]),
    ],
)
def test_figures_are_read_with_the_qualifier_beside_them(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "in 2022 and since 1999",
        "on 11 November and on Nov. 4",
        "the 4th brigade, the 155th",
        "an F-16, an S-300, an Su-34 and the G7",
        "155mm shells",
        "at 12:30 on 2/3",
        "Article 5 and Resolution 2270",
        "para 4 on page 12",
    ],
)
def test_years_dates_ordinals_and_names_are_no_figures(text):
    assert read(text) == []


def test_a_figure_at_the_start_may_have_lost_its_qualifier_to_the_cut():
    [(_, cut)], [(_, whole)] = figures("50,000 men"), figures("of 50,000 men")
    assert not cut.bare
    assert whole.bare
