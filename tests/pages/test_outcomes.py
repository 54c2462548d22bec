"""What became of a claim, and its parts: each as its own speakers say it, and never as our verdict."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from explainers.build.check import Inputs, check
from explainers.exports.records import record_file
from explainers.graph.followed import outcomes, parts_of
from explainers.kinds.claim.model import Claim
from explainers.model.decode import Document
from explainers.pages import Page
from explainers.prose.site import Site
from explainers.text.diagnostic import Severity
from tests.checks.test_examples import FILES
from tests.graph.records import actor, claim, graph_of, place, record, source
from tests.pages.made import pages
from tests.stories.reading import blocks

PROMISE = claim("promise", "The lake will be full by June.", label="A full lake by June", type="prediction",
                a1={"act": "promise"})  # fmt: skip


def bearing(type: str, to: str = "promise", **more: Any) -> list[dict[str, Any]]:
    return [{"type": type, "to": to, "drawn_by": "editors"} | more]


def outcome(id: str = "empty", statement: str = "The lake is empty.", **more: Any) -> Document:
    given = {"label": "An empty lake", "relations": bearing("outcome-of"), "a1": {"by": ["tom"]}}
    return claim(id, statement, **given | more)


def site(*documents: Document) -> Site:
    others = [actor("mara", "Mara Lind"), actor("tom", "Tom Berg"), actor("gazette", "The Gazette"), place("lake")]
    return Site(graph_of(PROMISE, *documents, *others, source("paper")))


def page(path: str, made: Site) -> Page:
    return next(page for page in pages(made) if page.path == path)


def under(section: str, page: Page) -> list[str]:
    """The words below a heading of a page, without the heading."""
    return [
        block.text for block in blocks(page.html) if block.section == section and not block.text.startswith(section)
    ]


def test_the_page_of_a_promise_says_who_says_what_became_of_it_and_who_denies_it() -> None:
    denied = outcome(a1={"by": ["tom"]}, a2={"by": ["mara"], "act": "deny"})
    assert under("What became of it", page("claims/promise", site(denied))) == [
        "Each outcome is what its speakers say, not our verdict.",
        "An empty lake, according to Tom Berg our connection",
        "Tom Berg said that the lake is empty. Mara Lind denied it.",
    ]


def test_the_first_screen_leads_to_what_became_of_it() -> None:
    facts = page("claims/promise", site(outcome())).html.partition('<ul class="xp-facts">')[2].partition("</ul>")[0]
    assert '<a href="#outcome">What became of it</a>' in facts


def test_an_outcome_that_somebody_only_denies_is_not_said_to_have_come_about() -> None:
    found = under("What became of it", page("claims/promise", site(outcome(a1={"by": ["tom"], "act": "deny"}))))
    assert found[-1] == "Tom Berg denied that the lake is empty."


def test_who_draws_the_connection_is_said() -> None:
    drawn = outcome(relations=bearing("outcome-of", drawn_by="source", source="paper", note="It was due then."))
    found = under("What became of it", page("claims/promise", site(drawn)))
    assert re.fullmatch(r"An empty lake, according to Tom Berg connection drawn by .*Gazette.*", found[1])
    assert found[3] == "It was due then."


def test_the_outcome_names_what_it_is_the_outcome_of() -> None:
    found = under("Related claims", page("claims/empty", site(outcome())))
    assert found == ["Says what became of A full lake by June, according to Mara Lind our connection"]


def test_outcomes_are_in_the_order_in_which_they_were_first_said() -> None:
    def said(day: str) -> dict[str, Any]:
        return {"by": ["tom"], "said": {"edtf": day, "basis": "stated"}}

    made = site(
        outcome("a-late", a1=said("2024-09-01")), outcome("b-undated", a1={"by": ["tom"]}),
        outcome("c-early", a1=said("2024-02-01"), a2=said("2024-10-01")),
    )  # fmt: skip
    promise = made.graph.get("promise", Claim)
    assert promise
    found = [following.claim.id for following in outcomes(promise, made.graph)]
    assert [id for id in found if id != "b-undated"] == ["c-early", "a-late"]


def test_a_claim_without_outcome_or_parts_has_no_section_for_them() -> None:
    html = page("claims/promise", site()).html
    assert "What became of it" not in html
    assert 'href="#outcome"' not in html
    assert "Its parts" not in html


def test_a_draft_is_no_outcome() -> None:
    from explainers.graph.link import published

    made = Site(published(site(outcome(status="draft")).graph))
    assert "What became of it" not in page("claims/promise", made).html


def test_the_whole_lists_its_parts_with_their_speakers() -> None:
    part = outcome("north", "The north of the lake will be full.", label="A full north", relations=bearing("part-of"))
    made = site(part)
    assert under("Its parts", page("claims/promise", made)) == [
        "A full north, according to Tom Berg our connection",
        "Tom Berg said that the north of the lake will be full.",
    ]
    assert under("Related claims", page("claims/north", made))[0].startswith(
        "Is part of A full lake by June, according"
    )
    promise = made.graph.get("promise", Claim)
    assert promise
    assert [following.claim.id for following in parts_of(promise, made.graph)] == ["north"]
    assert "Related claims" not in page("claims/promise", made).html, "once is enough"


def test_an_explainer_says_what_became_of_its_claims() -> None:
    told = record("explainer", "why", question="Why?", answer="See [[promise]].", claims=["promise"])
    leads = under("On record", page("explainers/why", site(outcome(), told)))
    assert "What became of it For 1 claim, somebody says what became of it." in leads
    assert under("What became of it", page("explainers/why/on-record", site(outcome(), told))) == [
        "Each outcome is what its speakers say, not our verdict.",
        "Mara Lind promised that the lake will be full by June.",
        "Tom Berg said that the lake is empty. our connection",
    ]
    for path in ("explainers/why", "explainers/why/on-record"):
        assert "What became of it" not in page(path, site(told)).html


def test_data_has_outcomes_with_their_speakers_and_parts() -> None:
    made = site(outcome(), outcome("north", relations=bearing("part-of")))
    own = json.loads(record_file(made.graph.records["promise"], made).data)
    assert own["outcomes"] == [
        {"claim": "empty", "sentence": "Tom Berg said that the lake is empty.", "drawn_by": "editors"}
    ]
    assert own["parts"] == ["north"]
    assert "outcomes" not in json.loads(record_file(made.graph.records["empty"], made).data)


@pytest.mark.parametrize("type", ["part-of", "outcome-of"])
def test_nothing_is_its_own_part_or_outcome_by_way_of_others(type: str) -> None:
    text = """
label: Water
statement: The river has flooded the valley.
type: event
about: [river-valley]
attributions:
  - id: a1
    by: [mara-lind]
    act: say
    cites:
      - source: daily-post-flood
relations:
  - type: TYPE
    to: OTHER
    drawn_by: editors
""".replace("TYPE", type)
    files = {
        f"content/claims/{id}.yml": text.replace("OTHER", to).encode() for id, to in (("one", "two"), ("two", "one"))
    }
    found = [d for d in check(Inputs(FILES | files)).diagnostics if d.severity is Severity.ERROR]
    assert [d.code for d in found] == ["circular-hierarchy"]
    words = {"part-of": "part of", "outcome-of": "what became of"}[type]
    assert found[0].message in {f"`one` would be {words} itself: `one` → `two` → `one`",
                                f"`two` would be {words} itself: `two` → `one` → `two`"}  # fmt: skip
