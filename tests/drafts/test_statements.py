"""What an article says, by rules of English reporting: each statement with its speakers, outermost first."""

from functools import partial

import pytest

from bench.imported import ARTICLES, of_list
from explainers.drafts.article.initials import names_by_initials
from explainers.drafts.article.speaker_names import Speakers
from explainers.drafts.article.statements import statements
from tests.growth import grows_in_step

PAGE = "the page"


def read(text: str) -> list[tuple[str, str, str]]:
    """The statements of a text: who says it and through whom, what they do, and the words."""
    speakers = Speakers(text)
    found = []
    for one in statements(text):
        who = [" and ".join(who.name for who in speakers.of(teller)) for teller in one.tellers]
        act = one.tellers[-1].act if one.tellers else one.act
        found.append((" > ".join(who) or PAGE, act, text[one.start : one.end]))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The verb goes before what is said, behind it, or turned round.
        ("Mayor Mara Lind said on Monday that the dam leaks.", [("Mara Lind", "say", "the dam leaks")]),
        ("The dam leaks, the council has confirmed.", [("Council", "confirm", "The dam leaks")]),
        ("“It leaks,” said Bo Reed, an engineer at the dam.", [("Bo Reed", "say", "It leaks")]),
        ("Mara Lind, who runs the mill, warned that it leaks.", [("Mara Lind", "say", "it leaks")]),
        ("Its chair, Ines Dolor, wrote that it leaks.", [("Ines Dolor", "say", "it leaks")]),
        ("The dam leaks, according to a report seen by the Lake Post.", [
            ("Report seen by the Lake Post", "say", "The dam leaks"),
        ]),
        # One says what another says.
        ("According to AP, two experts warned that the dam leaks.", [("AP > Two experts", "say", "the dam leaks")]),
        ("Bo Reed said the ministry had claimed the dam is safe.", [
            ("Bo Reed > Ministry", "allege", "the dam is safe"),
        ]),
        # Two verbs of one speaker, two speakers of one verb, two speakers in one sentence.
        ("Bo Reed said the dam leaks and warned that it will break.", [
            ("Bo Reed", "say", "the dam leaks"),
            ("Bo Reed", "say", "it will break"),
        ]),
        ("Ukraine and the U.S. estimate that 10,000 were sent.", [
            ("Ukraine and United States", "estimate", "10,000 were sent"),
        ]),
        ("The mill says it is safe, while the union alleges that it leaks.", [
            ("Mill", "say", "it is safe"),
            ("Union", "allege", "it leaks"),
        ]),
        ("The union accused the mill of hiding it, while the mill said that it is safe.", [
            ("Union", "allege", "accused the mill of hiding it"),
            ("Mill", "say", "it is safe"),
        ]),
        # Denials, refusals, no answer, what was not checked.
        ("Bo Reed said it leaks. The mill denied the claim.", [
            ("Bo Reed", "say", "it leaks"),
            ("Mill", "deny", "The mill denied the claim"),
        ]),
        ("The mill denied that it had known.", [("Mill", "deny", "it had known")]),
        ("It leaks. The council declined to comment.", [("Council", "decline", "The council declined to comment")]),
        ("Moscow has neither confirmed nor denied this.", [
            ("Moscow", "neither", "Moscow has neither confirmed nor denied this"),
        ]),
        ("Neither she nor the mill responded to questions.", [
            (" and Mill", "no-answer", "Neither she nor the mill responded to questions"),
        ]),
        ("The mill could not be reached.", [("Mill", "not-reached", "The mill could not be reached")]),
        ("The Post could not independently verify the account.", [
            ("Post", "no-comment", "The Post could not independently verify the account"),
        ]),
        # Passed on, and no one is named.
        ("The dam is reported to have leaked.", [(PAGE, "relay", "The dam is reported to have leaked")]),
        ("The dam reportedly leaked for years.", [(PAGE, "relay", "The dam reportedly leaked for years")]),
        # Said of somebody: the verb is a part of it.
        ("The union accused the mill of hiding its accounts.", [
            ("Union", "allege", "accused the mill of hiding its accounts"),
        ]),
        # What is tied to it may be the page's.
        ("Bo Reed confirmed he was told about the dam, where men are working day and night.", [
            ("Bo Reed", "confirm", "he was told about the dam"),
            ("Bo Reed", "confirm", "where men are working day and night"),
        ]),
        # A quotation goes on in the next sentence.
        ("“It leaks,” said Bo Reed. “It always has.”", [
            ("Bo Reed", "say", "It leaks"),
            ("Bo Reed", "say", "It always has"),
        ]),
        ("‘It leaks,’ Mr Reed told the BBC.", [("Reed", "say", "It leaks")]),
        ("“It leaks,” said Dr. Ann Poe.", [("Ann Poe", "say", "It leaks")]),
        ("Asked if it leaks, Reed said no.", [(PAGE, "say", "Asked if it leaks, Reed said no")]),
        # Not said beside the words: whom the sentence before is about, and that is to be decided.
        ("Senator Ann Poe, of Lake Hill, issued a statement. “It leaks.”", [
            (PAGE, "say", "Senator Ann Poe, of Lake Hill, issued a statement"),
            ("Ann Poe", "say", "It leaks"),
        ]),
        ("The site explains, in its own way, that it leaks.", [("Site", "say", "it leaks")]),
        # No verb of saying, or no saying: who did not dispute it has not said so.
        ("Men were found in the water near the dam.", [(PAGE, "say", "Men were found in the water near the dam")]),
        ("The mill did not dispute that it leaks.", [(PAGE, "say", "The mill did not dispute that it leaks")]),
        ("An estimated 300 men work at the dam.", [(PAGE, "say", "An estimated 300 men work at the dam")]),
        ("Reports of a leak at the dam were false.", [(PAGE, "say", "Reports of a leak at the dam were false")]),
        ("Does it leak?", []),
    ],
)  # fmt: skip
def test_who_says_what(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


def test_a_speaker_is_known_by_what_was_said_before() -> None:
    text = "Health Minister Mara Lind said it leaks. Lind said it is old. She said it broke. A Mill Union said it knew."
    assert [name for name, *_ in read(text)] == ["Mara Lind", "Mara Lind", "Mara Lind", "Mill Union"]
    assert "whether “She” is Mara Lind" in doubts(text)[2]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The U.S. said it leaks. The US said it broke. The United States said it knew.", "United States"),
        ("The Northport Flood Board (NFB) said it leaks. The NFB said it broke.", "Northport Flood Board"),
        ("Lind leads the Northport Board (NFB). The NFB said it broke.", "NFB"),
        ("The Union of Mills (UM) and the Union of Millers (UM) met. UM said it leaks.", "UM"),
    ],
)
def test_initials_are_a_name_where_a_text_says_so_or_everyone_knows(text: str, name: str) -> None:
    assert {found for found, *_ in read(text)} - {PAGE} == {name}


def doubts(text: str) -> list[str]:
    speakers = Speakers(text)
    return [who.doubt for one in statements(text) for teller in one.tellers for who in speakers.of(teller)]


def test_a_headline_is_a_statement_where_it_has_a_speaker_or_a_figure() -> None:
    rest = "\n\nBo Reed said that it leaks.\n"
    assert read(f"Reed: The Dam Leaks{rest}")[0] == ("Bo Reed", "say", "The Dam Leaks")
    assert len(read(f"What the dam is for{rest}")) == 1


# A rule that finds less than this in one of these texts has been made for another.
@pytest.mark.parametrize("name", sorted(path.stem for path in ARTICLES.glob("*.tsv")))
def test_nine_in_ten_statements_are_found_and_all_with_a_figure_or_a_quotation(name: str) -> None:
    score = of_list(name)
    assert score.found >= 0.9 * len(score.wanted)
    assert score.counted[0] == score.counted[1]
    assert score.speakers >= 0.8 * len(score.wanted)
    assert score.unwanted <= 0.2 * len(score.drafted)


@pytest.mark.parametrize("piece", ["He said that ", "Aa and ", "“a ", "A, ", "Mr. ", "1,000 men, according to X, "])
def test_the_work_grows_with_the_text(piece: str) -> None:
    def prepared(size: int):
        text = piece * size + "said."
        return lambda: statements(text)

    grows_in_step(prepared, 4_000)


def test_initials_are_looked_for_in_step_with_the_text() -> None:
    grows_in_step(lambda size: partial(names_by_initials, "a" * size), 4_000)
