"""Who stands where, as readers see it: the board of a claim, the matrix, an actor's positions."""

from __future__ import annotations

import re
from typing import Any

from explainers.model.decode import Document
from explainers.pages.views.positions import ACROSS, MOST_LOOSE
from explainers.prose.site import Site
from tests.graph.records import actor, claim, graph_of, place, record, source
from tests.graph.test_as_of import says
from tests.pages.made import pages
from tests.prose.html import Reading, read

RECORDS = [
    source("paper", publisher="gazette"),
    actor("gazette", "The Gazette"),
    actor("mara", "Mara Lind"),
    actor("navy", "The Navy", in_text="the navy"),
    actor("otto", "Otto Ask"),
    place("lake"),
]
SILENCE = says("2026-11-22", "no-position-found", "navy")
CHANGED = claim(
    "rain",
    a1=says("2024-11-01", as_named="Ms Lind", verb="revealed", certainty="probable", note="In a *speech*."),
    a2=says("2024-11-05", "denies"),
    a3=SILENCE,
    a4=says("2024-11-09", "declines", "otto", act="no-comment", speaks_for="navy"),
    a5={"by": ["gazette"], "stance": "doubts", "said": {"basis": "unknown"}},
)


def explainer(id: str, *claims: str) -> Document:
    return record("explainer", id, question=f"What of {id}?", answer="It is so.", claims=list(claims))


def site(*documents: Document, **settings: Any) -> dict[str, Reading]:
    """Every page by its path."""
    return {page.path: read(page.html) for page in pages(Site(graph_of(*RECORDS, *documents), **settings))}


def part(page: Reading, start: str, end: str) -> Reading:
    return read(page.html.split(start, 1)[1].split(end, 1)[0])


def board() -> Reading:
    return part(site(CHANGED)["claims/rain"], 'id="positions"', "<h2")


def test_a_board_has_a_row_for_each_stance_and_the_later_one_is_the_latest() -> None:
    table = part(board(), "<table", "</table>")
    rows = [read(re.sub(r"</t[hd]>", " ", row)).text for row in re.split(r"<tr\b[^>]*>", table.html)[2:]]
    assert rows == [
        "Say so Mara Lind a statement, put as probable 1 November 2024 earlier position",
        "Deny it Mara Lind a statement 5 November 2024 latest position",
        "Doubt it The Gazette a statement date not established",
        "Did not say Otto Ask speaking for the navy no comment as of 9 November 2024",
        "No position found The Navy nothing in the pages we read as of 22 November 2026",
    ]


def test_who_denies_or_does_not_say_something_else_does_nothing_of_the_kind_with_the_claim() -> None:
    other = "It rains in the north."
    told = claim(
        "rain",
        a1=says("2024-11-01"),
        a2=says("2024-11-05", "denies", "otto", act="deny", statement=other),
        a3=says("2024-11-09", "declines", "navy", act="neither", statement=other),
    )
    page = site(told)["claims/rain"]
    rows = read(re.sub(r"</t[hd]>", " ", part(page, "<table", "</table>").html)).text
    assert rows.index("Say so") < rows.index("Deny something else Otto Ask a denial 5 November 2024")
    silent = "Neither confirmed nor denied something else The Navy neither confirmed nor denied as of 9 November 2024"
    assert silent in rows
    assert "Deny it" not in rows
    assert "Say something else" not in rows
    assert "denied it" not in page.text
    assert "Otto Ask denied that it rains in the north." in page.text
    assert "neither confirmed nor denied that it rains in the north." in page.text
    # The editors say that it comes to the same; a denial of the claim's telling is one of the claim.
    same = {"cites": [{"source": "paper", "role": "supports"}]}
    for more in (same, {"answers": ["a1"]}):
        denial = says("2024-11-05", "denies", "otto", act="deny", statement=other, **more)
        table = part(site(claim("rain", a1=says("2024-11-01"), a2=denial))["claims/rain"], "<table", "</table>")
        assert "Deny it" in table.text


def test_notes_of_a_claim_are_numbered_in_the_order_in_which_its_sentences_are_read() -> None:
    papers = [source(f"p{n}", publisher="gazette") for n in range(3)]
    told = claim(
        "rain",
        a1=says("2024-11-01", cites=[{"source": "p0"}]),
        a2=says("2024-11-05", "denies", "otto", cites=[{"source": "p1"}]),
        a3=says("2024-11-05", "affirms", "navy", statement="It rains in the north.", cites=[{"source": "p2"}]),
    )
    lead = site(*papers, told)["claims/rain"].html.split('class="xp-facts"')[0]
    assert "denied" in lead.rpartition('class="xp-lead"')[2]
    assert re.findall(r'href="#note-(\d)', lead) == ["1", "2", "3"]


def test_no_count_table_or_timeline_puts_what_is_said_of_something_else_against_the_claim() -> None:
    other = "It rains in the north."
    told = claim(
        "rain",
        a1=says("2024-11-01"),
        a2=says("2024-11-05", "denies", "otto", act="deny", statement=other),
        a3=says("2024-11-05", "denies", "otto", act="deny"),
        a4=says("2024-11-09", "declines", "navy", act="not-reached", statement=other),
        a5=says("2024-11-09", "declines", "gazette", act="decline", statement=other),
    )
    made = site(told, explainer("weather", "rain"))
    assert "2 speakers take a position on 1 claim. 1 claim is denied. Where" in made["explainers/weather"].text
    rain = "rain (according to Mara Lind)"
    assert cells(made["who-said-what/index"]) == {
        "Otto Ask": [f"{rain}: denies it; denies something else"],
        "The Navy": [f"{rain}: did not say (something else)"],
        "The Gazette": [f"{rain}: did not say (something else)"],
        "Mara Lind": [f"{rain}: says so"],
    }
    days = made["timeline/index"].text
    assert "Otto Ask, on: rain (denies something else); rain (denies it)." in days
    assert "The Navy, on: rain (could not be reached for comment on something else)." in days
    assert "Could not be reached for comment on something else rain" in made["actors/navy"].text
    # After a denial of something else, “it” would be that.
    text = made["claims/rain"].text
    assert text.index("Otto Ask denied it.") < text.index("denied that it rains in the north.")


def test_a_source_that_we_did_not_read_is_not_told_as_read() -> None:
    unread = source("letter", publisher="navy", seen="cited-only")
    told = claim("rain", a1=says("2024-11-01", cites=[{"source": "letter"}, {"source": "paper"}]))
    made = site(unread, told)
    notes = part(made["claims/rain"], 'role="doc-endnotes"', "</section>").text
    assert "letter" in notes.casefold()
    assert "Not read by us; cited in" in notes or "Not read by us." in notes
    # Whoever is known from others alone is in no list of what was read.
    assert "The Navy, its own text" not in made["claims/rain"].text


def test_how_a_telling_is_printed_is_on_the_page_of_its_source() -> None:
    uses = part(site(CHANGED)["sources/paper"], 'class="xp-source-uses"', "</ul>")
    assert "printed <q>Ms Lind</q> <q>revealed</q>" in uses.html
    assert "In a speech." in uses.text


def test_time_is_reported_day_by_day_and_what_has_no_date_once() -> None:
    told = read(board().html.split('id="as-of"', 1)[1].split("</details>")[0]).text
    for words in (
        "As of 1 November 2024 Mara Lind said so.",
        "As of 5 November 2024 New Mara Lind denied it.",
        "As of 9 November 2024 Mara Lind denied it. New Otto Ask did not say whether it is so.",
    ):
        assert words in told
    assert "22 November 2026" not in told
    assert told.endswith("not placed in time: The Gazette (doubts it).")


def test_with_one_date_there_is_no_view_through_time() -> None:
    assert 'id="as-of"' not in site(claim("rain", a1=says("2024-11-01")))["claims/rain"].html


def cells(page: Reading) -> dict[str, list[str]]:
    """The words of each speaker's cells in a page's matrices."""
    found: dict[str, list[str]] = {}
    for table in page.html.split('<table class="xp-matrix"')[1:]:
        for row in table.split("</table>")[0].split("<tr>")[2:]:
            name, *rest = (read(cell).text for cell in re.split(r"<td[^>]*>", row))
            found.setdefault(name, []).extend(re.sub(r"^\W+", "", cell) or cell for cell in rest)
    return found


SNOW = claim("snow", a1=says("2024-11-01", "affirms", "navy"))


def test_a_matrix_tells_the_empties_apart_in_words() -> None:
    page = site(CHANGED, SNOW, explainer("weather", "rain", "snow"))["who-said-what/index"]
    rain = "rain (a claim denied by Mara Lind and doubted by The Gazette)"
    assert cells(page) == {
        "The Navy": [f"{rain}: no position found", "snow (according to the navy): says so"],
        "The Gazette": [f"{rain}: doubts it", "·"],
        "Mara Lind": [f"{rain}: denies it; earlier: says so", "·"],
        "Otto Ask": [f"{rain}: did not say", "·"],
    }
    heads = part(page, "<thead>", "</thead>")
    assert [words for _, words in heads.links] == ["rain", "snow"]
    assert "snow, according to the navy" in heads.text
    for words in (
        "did not say: declined",
        "no position found: none in",
        "· not recorded: our records say nothing",
    ):
        assert words in page.text


def test_those_of_whom_no_position_was_found_come_last_and_are_folded() -> None:
    page = site(claim("rain", a1=says("2024-11-01"), a2=SILENCE), explainer("weather", "rain"))["who-said-what/index"]
    assert list(cells(page)) == ["Mara Lind"]
    folded = part(page, "<details", "</details>").text
    assert "No position found: 1 speaker The Navy, on rain (according to Mara Lind)" in folded
    assert page.html.index("<details") > page.html.index("</table>")


def test_an_explainer_says_how_many_take_a_position_and_leads_to_them() -> None:
    page = site(CHANGED, SNOW, explainer("weather", "rain", "snow"))["explainers/weather"]
    assert cells(page) == {}
    assert ("../../who-said-what/", "Who says what") in page.links
    words = (
        "3 speakers take a position on 2 claims. 1 claim is denied and 1 is doubted. "
        "1 speaker did not say whether a claim is so. No position of 1 speaker was found on 1 claim."
    )
    assert f"Who says what {words}" in page.text


def test_who_took_it_back_takes_no_position_and_what_is_contested_is_counted() -> None:
    snow = claim(
        "snow",
        a1=says("2024-11-01"),
        a2=says("2024-11-02", "retracts"),
        a3={"by": ["otto"], "act": "contest", "answers": ["a1"]},
    )
    words = "No speaker takes a position. 1 claim is contested and 1 is taken back."
    assert f"Who says what {words}" in site(snow, explainer("weather", "snow"))["explainers/weather"].text


def test_of_a_telling_that_was_replaced_or_taken_back_the_origin_is_known_and_is_not_one_with_others() -> None:
    forecast = claim("snow", a1=says("2024-11-01"), a2=says("2024-11-02", "retracts"))
    award = claim("rain", a1=says("2024-11-01"), a2=says("2024-11-02", "affirms", "navy", replaces=["a1"]))
    page = site(forecast, award, explainer("weather", "rain", "snow"))["explainers/weather"].text
    assert "The origin of" not in page
    assert "go back to one origin" not in page


def test_a_section_shows_who_says_what_and_figures_where_its_editors_ask_for_it() -> None:
    shown = {"heading": "The rain", "text": "It is in dispute.", "positions": ["rain"]}
    asked = record("explainer", "weather", question="What?", answer="So.", claims=["rain", "snow"], sections=[shown])
    page = site(CHANGED, SNOW, asked)["explainers/weather"]
    assert list(cells(page)) == ["The Gazette", "Mara Lind", "Otto Ask"]
    assert page.html.index("It is in dispute.") < page.html.index("xp-matrix") < page.html.index('id="on-record"')
    assert "Shown in" not in site(CHANGED, SNOW, asked)["claims/rain"].text


def test_of_several_explainers_each_has_its_own_page() -> None:
    made = site(CHANGED, SNOW, explainer("weather", "rain", "snow"), explainer("cold", "snow"))
    assert ("weather/", "What of weather?") in made["who-said-what/index"].links
    assert list(cells(made["who-said-what/cold"])) == ["The Navy"]
    assert len(cells(made["who-said-what/weather"])) == 4
    assert cells(made["who-said-what/index"]) == {}


def test_a_table_is_as_wide_as_a_page_and_the_numbers_go_on() -> None:
    claims = [claim(f"c{n}", a1=says("2024-11-01")) for n in range(ACROSS + 2)]
    page = site(*claims, explainer("weather", *(c.id for c in claims)))["who-said-what/index"]
    assert page.html.count('<table class="xp-matrix"') == 2
    assert f"Claims 1 to {ACROSS} of {ACROSS + 2}" in page.text
    assert f"Claims {ACROSS + 1} to {ACROSS + 2} of {ACROSS + 2}" in page.text
    assert len(cells(page)["Mara Lind"]) == ACROSS + 2


def test_claims_of_no_explainer_are_told_too_as_many_as_a_page_holds() -> None:
    claims = [claim(f"c{n}", a1=says("2024-11-01")) for n in range(MOST_LOOSE + 3)]
    page = site(*claims)["who-said-what/index"]
    assert "Claims of no explainer" in page.text
    assert len(cells(page)["Mara Lind"]) == MOST_LOOSE
    assert "3 more, among all claims" in page.text


def test_an_actors_page_tells_of_a_position_not_found_only_its_own() -> None:
    nothing = says("2026-11-22", "no-position-found", "navy", "otto")
    made = site(claim("rain", a1=says("2024-11-01"), a2=nothing))
    taken = part(made["actors/navy"], 'class="xp-taken"', "</ol>").text
    assert "On whether the lake is full, no position of the navy was found in the pages we read" in taken
    # The claim has a name, which says whose it is; that she said so is no sentence of this page.
    assert "No position found rain (according to Mara Lind)" in taken
    assert "Mara Lind said" not in taken
    assert "Otto Ask" not in taken


def test_an_actors_page_has_its_positions_newest_first_and_those_taken_on_its_behalf() -> None:
    made = site(CHANGED, SNOW)
    rain = "rain (a claim denied by Mara Lind and doubted by The Gazette)"
    taken = part(made["actors/navy"], 'class="xp-taken"', "</ol>").text
    silence, refusal, said = (
        taken.index(words)
        for words in (
            "as of 22 November 2026",
            f"as of 9 November 2024 Took no position on it {rain}, through Otto Ask",
            "1 November 2024 Says so snow",
        )
    )
    assert silence < refusal < said
    assert "The navy said that the lake is full." in taken
    assert f"Took no position on it {rain}, speaking for the navy" in made["actors/otto"].text
    assert "Others speak for it in" not in made["actors/navy"].text


ELSEWHERE = claim("trains", a1={"by": ["mara"]}, a2={"by": ["otto"], "act": "deny", "answers": ["rain#a1"]})


def test_who_answers_a_telling_of_another_claim_takes_no_position_on_the_claim_it_is_recorded_with() -> None:
    pages = site(ELSEWHERE, claim("rain", a1={"by": ["mara"]}))
    uses = pages["sources/paper"].text
    assert "denies what Mara Lind said: rain (according to Mara Lind)" in uses
    assert "denies it" not in uses


def test_a_source_says_of_who_tells_less_that_it_is_something_else() -> None:
    less = {"by": ["mara"], "statement": "It rained a little."}
    assert "Mara Lind (says something else)" in site(claim("rain", a1=less))["sources/paper"].text
