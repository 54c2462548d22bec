"""The figure of a record against the words quoted for it: what is reported, and above all what is not."""

from __future__ import annotations

import pytest

from tests.checks.test_examples import checked

CLAIM = "content/claims/homes.yml"
CODES = {"figure-differs", "added-qualifier", "missing-qualifier"}
RECORD = """\
label: Homes in the valley
statement: Northland counts {{q1}} there.
type: measurement
about: [river-valley]
quantities:
  q1:
    of: homes
    {figure}
attributions:
  - id: a1
    by: [mara-lind]
    act: say
    {more}
    cites:
"""
CITED = "      - source: {source}\n        exact: '{words}'\n"
SOURCE = "content/sources/page-{}.yml"


def source(language: str) -> str:
    return f"""\
csl:
  type: article-newspaper
  title: A page in {language}
  container-title: The Daily Post
  URL: https://example.org/{language}
  language: {language}
publisher: daily-post
published: {{edtf: 2024-11-11, basis: stated}}
accessed: {{edtf: 2024-11-12, basis: stated}}
role: secondary
seen: excerpt
"""


def found(figure: str, *quotations: str, language: str = "en", more: str = "stance: affirms") -> list[str]:
    """What is reported of a figure (`about 300 home`) and the words quoted for it."""
    relation, number, *unit = figure.split(" ", 2)
    low, _, high = number.partition("..")
    lines = [f"relation: {relation}", *([f"min: {low}", f"max: {high}"] if high else [f"value: {low}"])]
    lines += [f"unit: {unit[0]}"] if unit else []
    id = f"page-{language.casefold()}"
    record = RECORD.format(figure="\n    ".join(lines), more=more)
    record += "".join(CITED.format(source=id, words=words.replace("'", "''")) for words in quotations)
    files = {CLAIM: record, f"content/sources/{id}.yml": source(language)}
    told = checked({path: text.encode() for path, text in files.items()}).diagnostics
    assert not [d for d in told if d.code.startswith(("wrong-", "unknown-", "yaml"))], told
    return [d.code for d in told if d.code in CODES]


@pytest.mark.parametrize(
    ("figure", "quotation"),
    [
        ("unqualified 30000 home", "30,000 homes, up from 25,000"),
        ("unqualified 25000 home", "30,000 homes, up from 25,000"),
        ("unqualified 2000 delegate", "2,000 delegates and 300 experts"),
        ("unqualified 12 per cent", "12 per cent of the 250,000 homes"),
        ("unqualified 1200 home", "1,200 homes in 14 towns"),
        ("unqualified 1200 home", "on 4 March 1,200 homes"),
        ("fewer-than 0.05", "p < 0.05"),
        ("about 1500000000 person", "an estimated 1.5 billion people"),
        ("up-to 11 home", "as much as 11 homes"),
        ("up-to 11 home", "as many as 11 homes"),
        ("up-to 11 per cent", "up to 11% higher"),
        ("between 6000000000..8000000000 USD", "between 6 and 8 billion dollars"),
        ("between 6000000000..8000000000 USD", "6-8 billion dollars"),
        ("unqualified 13400000 person", "13.4 million people"),
        ("more-than 30 per cent", "over 30% of their value"),
        ("unqualified 0.25 percentage point", "a quarter of a percentage point"),
        ("unqualified 25 basis point", "25 basis points"),
        ("between 7..9 per cent", "between seven and nine per cent"),
        ("unqualified -6200000 EUR", "a loss of 6.2 million euros"),
        ("unqualified 6200000 EUR", "a loss of 6.2 million euros"),
        ("unqualified 5.25 per cent", "to 5.25% from 5%"),
        ("unqualified 20 year", "20 years to life in prison"),
        ("about 8000000000 USD", "in the $8 billion range"),
        ("unqualified 2300000000 EUR", "rose 7.5% to 2.3 billion euros ($2.6 billion)"),
        ("more-than 18000 lawsuit", "more than 18,000 lawsuits"),
        ("unqualified 404000000 EUR", "fell 49 per cent to 404 million euros"),
        ("about 8000000000 USD", "some USD 8 bn"),
        ("about 11000000000 dollar", "about $11 billion"),
        ("unqualified 9100000 GBP", "paid £9.1 million"),
        ("unqualified 3000000 AUD", "paid A$3m"),
        ("unqualified 30000 person", "some said 30k people"),
        ("unqualified -3 degree Celsius", "it was -3 °C"),
        ("unqualified -3", "it was minus 3 degrees"),
        ("unqualified 66.7 per cent", "is two-thirds of them"),
        ("unqualified 20 per cent", "is one in five"),
        ("unqualified 52 vote", "passed by 52–48"),
        ("at-least 1036 person", "1036 and still counting"),
        ("unqualified 2014 home", "all 2014 homes"),
        ("unqualified 50000 soldier", "the 50,000-strong group"),
        ("unqualified 300 home", "in the half of Boeing 737 towns"),
        ("order-of-magnitude 10 home", "dozens of homes"),
        ("unqualified 6 degree", "a magnitude of 6.0"),
        ("unqualified 10000 home", "nearly 12,000 villages and all of the 10,000 homes"),
        ("unqualified 2.3 billion euros", "to 2.3 billion euros"),
        ("unqualified 1 person", "killing one person and injuring 14"),
        ("unqualified 14 person", "killing one person and injuring 14"),
        ("unqualified 0.85", "a hazard ratio of 0.85 (0.72-0.99)"),
        ("unqualified -3 percentage point", "the share fell three percentage points to 41%"),
        ("unqualified 48 vote", "carried by 52 votes to 48, with one abstention"),
        ("between 5..6 per cent", "growth of between 5% and 6%"),
        ("between 1200000..1500000 GBP", "£1.2-1.5 million"),
        ("unqualified 1.94 EUR", "net profit of €1.9bn, or €1.94 a share"),
        ("unqualified 400000000 USD", "a $400-million loan"),
        ("unqualified 1.5 degree Celsius", "limit warming to 1.5C above pre-industrial levels"),
        ("unqualified 90 per cent", "9 in 10 of them"),
        ("unqualified 5 town", "5 in 14 towns said so"),
        ("unqualified 24 person", "two dozen people"),
        ("unqualified 1500000 home", "one and a half million homes"),
        ("unqualified 2.5 year", "for 2 1/2 years"),
        ("fewer-than 0.05", "p<.05"),
        ("up-to 185 kilometre per hour", "winds of up to 185 km/h (115 mph)"),
        ("unqualified 8000000000 USD", "paid 8 billion U.S. dollars"),
        ("unqualified 0.25 percentage point", "a 0.25 percentage-point rise"),
    ],
)
def test_a_quotation_that_holds_the_figure_is_right(figure: str, quotation: str) -> None:
    assert found(figure, quotation) == []


@pytest.mark.parametrize(
    ("language", "figure", "quotation"),
    [
        ("de", "unqualified 7150000000 EUR", "7,15 Milliarden Euro"),
        ("de", "unqualified 8000000000 EUR", "8 Milliarden Euro"),
        ("de", "unqualified 18400 person", "18.400 Kläger"),
        ("de", "nearly 50000 person", "es sind fast 50.000 Menschen"),
        ("fr", "unqualified 30000 person", "30\u202f000 personnes"),
        ("uk", "unqualified 50000 person", "50-тисячне угруповання"),
        ("uk", "unqualified 40000 person", "це 40 тисяч людей"),
        ("pl", "about 40000 person", "jest około 40 000 osób"),
        ("ta", "about 40000 person", "சுமார் நாற்பதாயிரம்"),
    ],
)
def test_a_number_is_read_in_the_language_of_its_source(language: str, figure: str, quotation: str) -> None:
    assert found(figure, quotation, language=language) == []


@pytest.mark.parametrize(
    ("figure", "quotation", "code"),
    [
        ("unqualified 12000 home", "more than 10,000 homes", "figure-differs"),
        ("unqualified 2300 EUR", "2.3 billion euros", "figure-differs"),
        ("unqualified 80 per cent", "80 million euros", "figure-differs"),
        ("unqualified 11000000000 EUR", "paid $11 billion", "figure-differs"),
        ("unqualified 11000000000 dollar", "about $11 billion", "missing-qualifier"),
        ("unqualified 1500000000 person", "an estimated 1.5 billion people", "missing-qualifier"),
        ("unqualified 0.05", "p < 0.05", "missing-qualifier"),
        ("about 250 home", "had counted 250 homes", "added-qualifier"),
        ("more-than 11 per cent", "up to 11% higher", "missing-qualifier"),
        ("unqualified 50 per cent", "nearly half of them", "missing-qualifier"),
    ],
)
def test_another_figure_or_qualifier_is_reported(figure: str, quotation: str, code: str) -> None:
    assert found(figure, quotation) == [code]


def test_another_passage_of_the_same_page_may_hold_other_numbers() -> None:
    assert found("unqualified 1200 home", "1,200 homes", "in 14 towns") == []
    assert found("unqualified 1200 home", "1,300 homes", "in 14 towns") == ["figure-differs", "figure-differs"]


def test_who_takes_a_figure_back_names_it_without_its_qualifier() -> None:
    assert found("about 2400 home", "withdrew its figure of 2,400 homes", more="stance: retracts") == []
