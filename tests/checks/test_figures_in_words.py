"""Figures in words, and numbers with a unit: what is reported of them, at which line, and what is not."""

from __future__ import annotations

import pytest

from tests.checks.test_examples import checked

CLAIM = "content/claims/homes.yml"
RECORD = """\
label: Homes in the valley
statement: '{statement}'
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
{more}    cites:
      - source: {source}
        exact: '{exact}'
"""
COUNTS = "Northland counts {q1} there."
# What a small record has besides, or what only the text of its source can show.
NOT_OURS = {"claim-in-no-explainer", "quotation-not-found", "orphan-record", "unused-source", "unused-term"}
GERMAN = "content/sources/page-de.yml"
PAGE = """\
csl:
  type: article-newspaper
  title: A page in German
  container-title: The Daily Post
  URL: https://example.org/de
  language: de
publisher: daily-post
published: 2024-11-11
accessed: 2024-11-12
role: secondary
seen: excerpt
"""


def reports_of(
    figure: str, gives: str = "", *, statement: str = COUNTS, exact: str = "it was said", **more: str
) -> list[str]:
    """What is reported: the words at which it is, the code and the message."""
    own = f"    gives:\n      q1: {gives}\n" if gives else more.get("more", "")
    source = more.get("source", "daily-post-flood")
    text = RECORD.format(
        statement=statement, figure=figure.replace("\n", "\n    "), more=own, exact=exact, source=source
    )
    found = checked({CLAIM: text.encode(), GERMAN: PAGE.encode()}).diagnostics
    lines = text.splitlines()
    return [
        f"{lines[d.span.line - 1][d.span.column - 1 :]}: {d.code}: {d.message}"
        for d in found
        if d.span.path == CLAIM and d.code not in NOT_OURS
    ]


@pytest.mark.parametrize(
    "words",
    ["at least 280", "dozens", "two-thirds", "one in five", "52–48", "6.0", "up to $8 billion (7.15 billion euros)",
     "1,036 and still counting", "between $6 and $8 billion", "in the $8 billion range", "a loss of 6.2 million euros",
     "2½ million", "an estimated 30 to 40 homes", "p < .05", "magnitude 6.0", "$5 a month"],
)  # fmt: skip
def test_words_that_can_be_read_are_enough(words: str) -> None:
    assert reports_of(f"printed: {words}") == []
    assert reports_of("printed: at least 280", words) == []


@pytest.mark.parametrize(
    "words",
    ["many homes", "a few", "30 dead and 40 missing", "20 years to life", "5.25% from 5%", "2e30", "9" * 40,
     "more than 100 homes in 14 towns"],
)  # fmt: skip
def test_words_that_cannot_be_read_are_reported_where_they_are(words: str) -> None:
    reported = f"{words}: figure-without-value: no number can be read from `{words}`"
    assert reports_of(f"printed: {words}") == [reported]
    assert reports_of("printed: at least 280", words) == [reported]


def test_words_that_cannot_be_read_may_have_their_number_beside_them() -> None:
    assert reports_of("printed: 20 years to life\nrelation: at-least\nvalue: 20\nunit: year") == []


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("at least 280", "value: 300"),
        ("at least 280", "relation: about"),
        ("$8 billion", "unit: EUR"),
        ("6 to 8 billion", "value: 8"),
        ("10.4", "value: 10"),
    ],
)
def test_what_is_written_beside_the_words_agrees_with_them(words: str, written: str) -> None:
    key, value = written.split(": ")
    [found] = reports_of(f"printed: {words}\n{written}")
    assert found.startswith(f"{value}: printed-differs: `{key}` is `{value}`, and `printed` says ")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("at least 280", "relation: at-least\nvalue: 280\nunit: home"),
        ("$8 billion", "unit: USD"),
        ("as much as $8 billion", "relation: at-most"),
        ("two-thirds", "value: 66.7"),
        ("two-thirds", "value: 67\nunit: per cent"),
        ("52–48", "value: 52"),
        ("about 30 to 40", "relation: between"),
    ],
)
def test_what_comes_to_the_same_may_be_beside_the_words(words: str, written: str) -> None:
    assert reports_of(f"printed: {words}\n{written}") == []


def test_a_telling_has_its_words_in_one_place() -> None:
    both = "    gives:\n      q1: 300\n    as_printed:\n      quantities:\n        q1:\n          printed: 400\n"
    assert reports_of("printed: 200", more=both) == [
        "300: printed-differs: `q1` is in `gives` and has `printed` under `as_printed`"
    ]


def test_a_figure_that_the_claim_has_not_is_reported() -> None:
    unknown = "    gives:\n      q2: 300\n"
    assert reports_of("printed: 200", more=unknown) == ["q2: 300: undefined-figure: the claim has no figure `q2`"]


def test_the_quoted_words_are_held_against_what_the_telling_gives() -> None:
    assert reports_of("printed: about 2,000", "2,000", exact="of all the 2,000 homes") == []
    assert reports_of("printed: about 2,000", exact="they count about 2,000 homes") == []
    assert [words.split(": ")[1] for words in reports_of("printed: about 2,000", exact="of all the 2,000 homes")] == [
        "added-qualifier"
    ]
    assert [
        words.split(": ")[1] for words in reports_of("printed: about 2,000", "3,000", exact="of all the 2,000 homes")
    ] == ["figure-differs"]


def test_a_telling_gives_its_figure_in_the_language_of_its_source() -> None:
    assert (
        reports_of(
            "printed: 7.15 billion euros", "7,15 Milliarden Euro", source="page-de", exact="7,15 Milliarden Euro"
        )
        == []
    )
    assert reports_of("printed: 18,400", "fast 18.400 Kläger", source="page-de", exact="fast 18.400 Kläger") == []
    assert reports_of("printed: 18,400", "viele", source="page-de") == [
        "viele: figure-without-value: no number can be read from `viele`"
    ]


@pytest.mark.parametrize(
    ("figure", "reported"),
    [
        ("relation: about\nvalue: 2,000", "2,000: wrong-value: `2,000` is not a number"),
        ("relation: more-than\nvalue: 1e-20", "1e-20: wrong-value: `value` is `1e-20`; the limit is 12 decimals"),
        ("value: 20", "of: homes: missing-key: `relation` is missing"),
        ("relation: about", "q1:: figure-without-value: the figure has no number"),
        ("printed:", "printed:: empty-value: `printed` has no value"),
    ],
)
def test_one_mistake_has_one_message(figure: str, reported: str) -> None:
    assert reports_of(figure) == [reported]


@pytest.mark.parametrize("exact", ["at least 280 homes", "280 homes by 8am on 22 June 2022"])
def test_of_an_open_figure_the_only_number_that_is_quoted_is_enough(exact: str) -> None:
    assert reports_of("unit: home", exact=exact) == []


@pytest.mark.parametrize(
    ("exact", "reported"),
    [
        ("the homes were counted", "`q1` is an open figure, and `a1` gives none"),
        ("280 homes, up from 40", "`q1` is an open figure, and `a1` has `280` and `40` in its quoted words"),
        ("12 per cent of the homes", "`q1` is an open figure, and `a1` gives none"),
    ],
)
def test_of_an_open_figure_a_telling_has_to_give_its_own(exact: str, reported: str) -> None:
    assert reports_of("unit: home", exact=exact) == [f"id: a1: figure-without-value: {reported}"]
    assert reports_of("unit: home", "about 280", exact="about 280 homes, up from 40") == []


@pytest.mark.parametrize(
    ("figure", "reported"),
    [
        ("relation: about\nvalue: homes#q7", "homes#q7: unknown-figure: no figure is called `homes#q7`"),
        ("relation: about\nvalue: nowhere#q1", "nowhere#q1: unknown-figure: no figure is called `nowhere#q1`"),
        ("relation: about\nvalue: q1", "q1: unknown-figure: a figure cannot have its own number"),
        ("printed: 280\npart_of: homes#q1", "homes#q1: unknown-figure: a figure cannot be a part of itself"),
    ],
)
def test_a_figure_that_another_names_has_to_be_there(figure: str, reported: str) -> None:
    assert reports_of(figure) == [reported]


@pytest.mark.parametrize("act", ["decline", "deny\n    answers: [a2]"])
def test_who_gives_no_answer_or_answers_a_telling_gives_no_open_figure(act: str) -> None:
    more = f"    gives:\n      q1: 280\n  - id: a3\n    by: [tom-berg]\n    act: {act}\n"
    found = reports_of("unit: home", more=more.replace("a2", "a1"))
    assert [words for words in found if "figure-without-value" in words] == []


@pytest.mark.parametrize(
    ("figure", "statement", "is_right"),
    [
        ("relation: about\nvalue: 80\nunit: euro", "It costs {q1} Australian dollars.", False),
        ("printed: 80 euros", "It costs {q1} Australian dollars.", False),
        ("relation: about\nvalue: 80\nunit: per cent", "It is up {q1} percentage points.", False),
        ("relation: about\nvalue: 80\nunit: km", "It lies {q1} miles away.", False),
        ("relation: about\nvalue: 80\nunit: USD", "It costs ${q1}.", True),
        ("relation: about\nvalue: 80\nunit: USD", "It costs {q1} dollars.", True),
        ("relation: about\nvalue: 80\nunit: per cent", "It is up {q1}%.", True),
        ("relation: about\nvalue: 80\nunit: person", "It costs {q1} days of work.", True),
        ("relation: about\nvalue: 80\nunit: euro", "It costs {q1}.", True),
    ],
)
def test_a_statement_has_no_other_unit_than_its_figure(figure: str, statement: str, is_right: bool) -> None:
    found = [words.split(": ")[1] for words in reports_of(figure, statement=statement)]
    assert found == ([] if is_right else ["unit-differs"])


@pytest.mark.parametrize("stance", ["retracts", "denies", "doubts"])
def test_who_takes_back_denies_or_doubts_a_figure_names_it_bare(stance: str) -> None:
    more = f"    stance: {stance}\n"
    assert reports_of("relation: about\nvalue: 2400", more=more, exact="withdrawn its figure of 2,400 households") == []


VOTE = "The motion passed by {q1} there."


@pytest.mark.parametrize("exact", ["by 52 votes to 48", "adopted, 52–48", "a 52-48 vote", "52 to 48, by one more vote"])
def test_a_vote_agrees_with_the_quotation_in_any_form(exact: str) -> None:
    assert reports_of("printed: 52–48", statement=VOTE, exact=exact) == []
    assert reports_of("printed: 40–60", "52 to 48", statement=VOTE, exact=exact) == []


def test_another_vote_in_the_quotation_is_reported() -> None:
    assert [
        words.split(": ")[1] for words in reports_of("printed: 52–48", statement=VOTE, exact="by 53 votes to 47")
    ] == ["figure-differs"]
    assert reports_of("printed: 52–48", statement=VOTE, exact="by a margin of 14 in a sitting of 100") == []


def test_a_share_in_words_is_the_p_value_of_the_quotation() -> None:
    statement = "Chance makes it in {q1} such tests."
    assert reports_of("printed: fewer than one in twenty", statement=statement, exact="so it was (p < .05)") == []
    assert reports_of("printed: fewer than one in twenty", statement=statement, exact="so it was (p < .01)") != []


@pytest.mark.parametrize(
    "statement",
    ["In the two schools, {q1} nap.", "Both of the three states owe {q1}.", "These four towns have {q1} homes.",
     "Northland’s two ports have {q1} boats.", "Their first three ships hold {q1} men.", "The twelve owe {q1}."],
)  # fmt: skip
def test_a_small_number_in_words_that_refers_is_no_figure(statement: str) -> None:
    assert reports_of("printed: 280", statement=statement) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [("{q1} nap in two schools.", "two"), ("In the 2 schools, {q1} nap.", "2"), ("The thirteen owe {q1}.", "thirteen"),
     ("It is said that three owe {q1}.", "three"), ("The at least two schools have {q1}.", "two")],
)  # fmt: skip
def test_any_other_number_is_a_figure(statement: str, words: str) -> None:
    [found] = [one for one in reports_of("printed: 280", statement=statement) if "typed-figure" in one]
    assert f"`{words}`" in found
