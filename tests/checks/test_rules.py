"""The edges of single rules, which their pages have no room for."""

import pytest

from explainers.text.diagnostic import Diagnostic
from tests.checks.test_examples import FILES, checked

CLAIM = "content/claims/people-moved.yml"
EXPLAINER = "content/explainers/flood-in-the-valley.yml"
SAYS = """
  - id: {id}
    by: [{by}]
    act: {act}
    cites:
      - source: water-report
"""


def reports_of(code: str, files: dict[str, str], *, language: str = "en") -> list[Diagnostic]:
    found = checked({path: text.encode() for path, text in files.items()}, language).diagnostics
    return [d for d in found if d.code == code]


def claim(*attributions: str, statement: str = "Northland has moved people out of the valley.", more: str = "") -> str:
    head = f"label: People moved\nstatement: {statement}\ntype: event\nabout: [river-valley]\n"
    return f"{head}{more}attributions:" + "".join(attribution.rstrip() for attribution in attributions) + "\n"


def says(id: str, by: str, act: str = "say", more: str = "") -> str:
    return SAYS.format(id=id, by=by, act=act).rstrip() + "\n" + more


def noted(words: str) -> str:
    return claim(says("a1", "mara-lind"), more=f'gaps:\n  - "{words}"\n')


def test_a_spokesperson_cannot_confirm_what_the_one_spoken_for_says():
    spoken = says("a2", "tom-berg", "confirm", "    speaks_for: mara-lind")
    [found] = reports_of("own-claim-confirmed", {CLAIM: claim(says("a1", "mara-lind"), spoken)})
    assert found.message == "`mara-lind` makes this claim, and cannot confirm it"


def test_who_is_the_only_one_to_say_so_cannot_confirm_it():
    [found] = reports_of("own-claim-confirmed", {CLAIM: claim(says("a1", "mara-lind", "confirm"))})
    assert "the only one" in found.message


def test_who_confirmed_another_and_says_so_again_later_did_confirm():
    on = "    said:\n      edtf: 2024-04-0{}\n      basis: stated"
    first, second = says("a2", "mara-lind", "confirm", on.format(1)), says("a3", "mara-lind", "say", on.format(2))
    assert reports_of("own-claim-confirmed", {CLAIM: claim(says("a1", "water-board"), first, second)}) == []


@pytest.mark.parametrize(
    "words",
    [
        "Port City said so.",
        "Port City has not yet answered, and Port City neither confirmed nor denied.",
        "What Port City says.",
    ],
)
def test_a_place_that_speaks_is_reported(words):
    assert [d.message for d in reports_of("metonym-as-speaker", {CLAIM: noted(words)})] == [
        "`Port City` speaks here, and is used for `northland`"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "An official in Port City said so.",
        "Port City lies on the river. Berg said so.",
        "Port City’s mayor said so.",
        "port city said",
    ],
)
def test_a_place_where_somebody_speaks_is_a_place(words):
    assert reports_of("metonym-as-speaker", {CLAIM: noted(words)}) == []


@pytest.mark.parametrize(("words", "count"), [("[[port-city]] lies on the river", 0), ("what [[port-city]] said", 1)])
def test_a_place_with_the_very_name_is_one_unless_it_speaks(words, count):
    city = "name: Port City\nsummary: The capital.\nkind: city\n"
    assert len(reports_of("metonym-as-place", {CLAIM: noted(words), "content/places/port-city.yml": city})) == count


def test_a_misspelt_figure_is_reported_once():
    statement = "Northland has moved {Q1} people out of the valley."
    text = FILES[CLAIM].decode().replace("Northland has moved {q1} people out of the valley.", statement)
    assert [d.help for d in reports_of("undefined-figure", {CLAIM: text})] == ["did you mean `q1`?"]
    assert reports_of("unused-figure", {CLAIM: text}) == []


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("Lind said that [[people-moved|people left]].", 0),
        ("The minister said that [[people-moved|people left]].", 0),
        ("[[mara-lind|She]] said that [[people-moved|people left]].", 0),
        ("Port City said that [[people-moved|people left]].", 1),
        ("It is known that [[people-moved|people left]].", 1),
        ("Lind spoke. Then [[people-moved|people left]].", 1),
    ],
)
def test_a_speaker_is_named_in_the_sentence_itself(answer, count):
    text = f'question: Was the valley cleared?\nsummary: Lind says so.\nanswer: "{answer}"\nclaims: [people-moved]\n'
    assert len(reports_of("answer-without-speaker", {EXPLAINER: text})) == count


def test_for_an_unnamed_speaker_the_newspaper_will_do():
    answer = "The Daily Post said that [[people-moved|people left]]."
    text = f"question: What now?\nsummary: s\nanswer: {answer}\nclaims: [people-moved]\n"
    files = {EXPLAINER: text, CLAIM: claim(says("a1", "a-witness").replace("water-report", "evening-radio"))}
    assert reports_of("answer-without-speaker", files) == []


@pytest.mark.parametrize(
    ("edtf", "count"), [("2024-04-09", 1), ("2024-04-09?", 0), ("2024-04", 0), ("2024-04-01/..", 0)]
)
def test_only_a_certain_date_can_be_too_late(edtf, count):
    said = f"    said:\n      edtf: {edtf}\n      basis: stated"
    assert len(reports_of("said-after-publication", {CLAIM: claim(says("a1", "mara-lind", more=said))})) == count


@pytest.mark.parametrize(("domain", "count"), [("", 1), ("domain: law\n", 0)])
def test_two_fields_may_share_a_label(domain, count):
    river = "term: basin\ndefinition: All land that a river drains.\ndomain: water\n"
    other = f"term: Basin\ndefinition: A low part of the land.\n{domain}"
    files = {"content/terms/basin-one.yml": river, "content/terms/basin-two.yml": other}
    assert len(reports_of("term-defined-twice", files)) == count


def test_a_repost_may_have_the_title_of_the_original():
    text = FILES["content/sources/water-report.yml"].decode()
    repost = text.replace("publisher: water-board", "publisher: daily-post").replace("/report", "/repost")
    assert reports_of("same-name", {"content/sources/repost.yml": repost}) == []
    assert reports_of("same-source-twice", {"content/sources/repost.yml": repost}) == []


def test_a_glossary_entry_may_use_the_word_it_is_about():
    regime = (
        "term: regime\ndefinition: A word for a government that the speaker rejects; a regime is never one’s own.\n"
    )
    assert reports_of("loaded-noun", {"content/terms/regime.yml": regime}) == []
    assert len(reports_of("loaded-noun", {CLAIM: noted("What the *regime* and the “regime” knew.")})) == 1


def test_printed_words_are_not_ours():
    printed = says("a1", "mara-lind", more="    verb: revealed\n    as_named: the regime")
    assert reports_of("loaded-verb", {CLAIM: claim(printed)}) == []
    assert reports_of("loaded-noun", {CLAIM: claim(printed)}) == []


def test_a_slip_in_capitals_is_reported_with_the_words_of_the_source():
    text = FILES[CLAIM].decode().replace("neither confirmed nor denied", "Neither confirmed nor denied")
    [found] = reports_of("quotation-not-found", {CLAIM: text})
    assert found.help == "the source has `neither confirmed nor denied`"


@pytest.mark.parametrize(
    ("typed", "help"),
    [
        ("neither confirmed or denied", "the nearest words there are `neither confirmed nor denied`"),
        ("“neither confirmed nor denied”", "delete the quotation marks around it"),
        ("the moon is made of cheese", ""),
    ],
    ids=["a slip", "marks that were typed", "nothing like it"],
)
def test_a_quotation_that_is_not_there_is_answered_with_what_is(typed: str, help: str) -> None:
    text = FILES[CLAIM].decode().replace("exact: neither confirmed nor denied", f"exact: {typed}")
    assert [found.help for found in reports_of("quotation-not-found", {CLAIM: text})] == [help]


def test_our_words_on_a_gap_are_read_wherever_they_are_in_it():
    search = "  - text: What the terror group knew.\n    looked_in: the regime's papers\n"
    dated = f"{search}    as_of:\n      edtf: 2024-04-02\n      basis: stated\n"
    text = claim(says("a1", "mara-lind"), more=f"gaps:\n{dated}")
    found = [(d.span.line, d.span.column) for d in reports_of("loaded-noun", {CLAIM: text})]
    assert found == [(6, 20), (7, 20)]


def test_words_that_the_file_folds_over_two_lines_are_found_at_their_place():
    text = claim(says("a1", "mara-lind"), more="gaps:\n  - >-\n    What the terror\n    group knew.\n")
    [found] = reports_of("loaded-noun", {CLAIM: text})
    assert (found.span.line, found.span.column, found.span.end_line, found.span.end_column) == (7, 14, 8, 10)
