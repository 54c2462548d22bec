"""Figures in text: number, qualifier, unit and range, in the language of the text; and what is no figure."""

from __future__ import annotations

import pytest

from explainers.text.numbers import Figure, figures


def shown(figure: Figure) -> str:
    numbers = "..".join(f"{number.value.normalize():f}" for number in figure.numbers)
    return " ".join(filter(None, [*figure.relations[:1], numbers, figure.unit, figure.doubt and f"({figure.doubt})"]))


def read(text: str, language: str = "en") -> str:
    return "; ".join(shown(figure) for figure in figures(text, language))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("immobilized 50,000 enemy soldiers", "50000"),
        ("the almost 50,000-strong enemy group", "nearly 50000"),
        ("more than an estimated 10,000", "more-than 10000"),
        ("no more than 300 houses", "at-most 300"),
        ("as many as 12,000 men", "up-to 12000"),
        ("as much as 11 homes", "up-to 11"),
        ("some 50 000 people", "about 50000"),
        ("10,000 or more", "at-least 10000"),
        ("10,000+ men", "more-than 10000"),
        ("around 11 thousand", "about 11000"),
        ("an estimated 1.5 billion", "about 1500000000"),
        ("50k, 1.5 million and 2bn", "50000; 1500000; 2000000000"),
        ("thou\u017fands of people, le\u017f\u017f than 90", "order-of-magnitude 1000; fewer-than 90"),
        ("1036 and still counting", "at-least 1036"),
        ("in the $8 billion range", "about 8000000000 dollar"),
        ("p < 0.05", "fewer-than 0.05"),
        ("2½ million", "2500000"),
        ("magnitude 6.0", "6"),
        ("1,50,000 people", "150000"),
    ],
)
def test_a_number_is_read_with_the_qualifier_beside_it(text: str, found: str) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3.5 per cent, 20%", "3.5 percent; 20 percent"),
        ("up to 11% higher", "up-to 11 percent"),
        ("2.5 percentage points or 25 basis points", "2.5 percentage-point; 25 basis-point"),
        ("a quarter of a percentage point", "0.25 percentage-point"),
        ("£9.1 million, €5, A$3m, US$30k", "9100000 GBP; 5 EUR; 3000000 AUD; 30000 USD"),
        ("about $11 billion", "about 11000000000 dollar"),
        ("some USD 8 bn", "about 8000000000 USD"),
        ("300 Australian dollars", "300 AUD"),
        ("-3 °C, minus 3 degrees", "-3 temperature-celsius; -3 degree"),
        ("15C, 20 Celsius", "15 temperature-celsius; 20 temperature-celsius"),
        ("420 ppm, Rs 500 crore, 8 billion U.S. dollars", "420 concentr-permillion; 5000000000 rupee; 8000000000 USD"),
        ("100 krill", "100"),
        ("5 km/h, 30 kilometres", "5 speed-kilometer-per-hour; 30 length-kilometer"),
        ("fell 49 per cent to 404 million euros", "49 percent; 404000000 EUR"),
    ],
)
def test_a_unit_is_read_in_signs_and_words(text: str, found: str) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from 30 to 45 thousand", "30000..45000"),
        ("30,000-45,000", "30000..45000"),
        ("between seven and nine per cent", "7..9 percent"),
        ("between $6 and $8 billion", "6000000000..8000000000 dollar"),
        ("6-8 billion dollars", "6000000000..8000000000 dollar"),
        ("passed by 52–48 votes", "52..48"),
        ("won 3-1", "3..1"),
        ("seven and nine", "7 (small); 9 (small)"),
        ("31 votes to 17", "31..17"),
        ("52 to 48", "52..48"),
        ("$1.2-1.5 million", "1200000..1500000 dollar"),
        ("about 30 to 40", "about 30..40"),
    ],
)
def test_two_numbers_may_be_one_range_or_one_vote(text: str, found: str) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two hundred and fifty thousand homes", "250000"),
        ("a million, half a million", "1000000; 500000"),
        ("dozens of homes, several thousand people", "order-of-magnitude 10; order-of-magnitude 1000"),
        ("tens of thousands of sandbags", "order-of-magnitude 10000"),
        ("three-quarters of them", "75 percent (share)"),
        ("one in five", "20 percent (share)"),
        ("fewer than one in twenty", "fewer-than 5 percent (share)"),
        ("one in twenty-five", "4 percent (share)"),
        ("one in a hundred", "1 percent (share)"),
        ("1 in 1,000", "0.1 percent (share)"),
        ("9 in 10", "90 percent (share)"),
        ("half a dozen, two dozen, several dozen", "6; 24; order-of-magnitude 10"),
        ("two and a half years, one and a half million", "2.5 duration-year; 1500000"),
        ("three times as many", "3 (share)"),
        ("one of them", "1 (pronoun)"),
        ("the Big Four", "4 (name)"),
        ("nearly half of the homes", "nearly 50 percent (share)"),
    ],
)
def test_numbers_in_words_are_read(text: str, found: str) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "on 11 November and on Nov. 4",
        "on 22–24 June 2026, on June 22 and 24",
        "the 4th brigade, the 155th",
        "COVID-19, PM2.5, Omega-3 and H5N1",
        "an F-16, an S-300, an Su-34 and the G7",
        "155mm shells",
        "at 12:30 on 2/3, at 6 a.m. and at 6.30pm",
        "Article 5 and Resolution 2270",
        "para 4 on page 12, No. 7",
        "Type 2 diabetes",
        "at 0600 GMT",
        "in the 2023-24 season, in the 1990s",
    ],
)
def test_dates_times_ordinals_and_names_are_no_figures(text: str) -> None:
    assert read(text) == ""


def test_what_may_be_a_name_or_a_year_says_so() -> None:
    assert read("in 2022 and since 1999, the Boeing 737") == "2022 (year); 1999 (year); 737 (name)"
    assert read("by 2150") == "2150 (year)"
    assert read("Some 50 people") == "about 50"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "fast 18.400 Kläger, 7,15 Milliarden Euro", "nearly 18400; 7150000000 EUR"),
        ("de", "zwischen 6 und 8 Mrd. Euro", "6000000000..8000000000 EUR"),
        ("de", "fünfundzwanzigtausend Menschen am 4. März um 14 Uhr", "25000"),
        (
            "fr",
            "au moins 30\u202f000 personnes, près de 7,15 milliards d’euros",
            "at-least 30000; nearly 7150000000 EUR",
        ),
        ("fr", "quatre-vingt-dix mille, le 4 mars", "90000"),
        ("es", "cerca de 8 mil millones de dólares, más de 18.400", "nearly 8000000000 dollar; more-than 18400"),
        ("uk", "майже 50-тисячне угруповання, 40 тисяч, понад 10 000", "nearly 50000; 40000; more-than 10000"),
        ("uk", "сорок тисяч 11 листопада 2024 року", "40000"),
        ("ru", "около 40 тысяч, более 10 тыс.", "about 40000; more-than 10000"),
        ("de-CH", "30’000 Menschen", "30000"),
        ("ar", "٢٬٠٠٠ شخص", "2000"),
        ("ja", "約2000人が15億円", "2000; 1500000000 JPY"),
        ("pl", "7,15 miliarda euro", "7150000000 EUR"),
    ],
)
def test_a_number_is_read_in_the_language_of_its_text(language: str, text: str, found: str) -> None:
    assert read(text, language) == found


def test_a_figure_at_the_start_may_have_lost_its_qualifier_to_the_cut() -> None:
    [cut], [whole] = figures("50,000 men"), figures("of 50,000 men")
    assert not cut.bare
    assert whole.bare


def test_of_a_language_without_a_table_no_one_knows_the_qualifiers() -> None:
    [figure] = figures("prawie 50 000 osób", "pl")
    assert not figure.relations
    assert not figure.bare
