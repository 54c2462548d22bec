"""A built site in which every event is known in another way: none happened but the one that is established."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.prose.html import read
from tests.site.building import Built, build, new_site
from tests.site.events_world import FILES

NOT_ESTABLISHED = "pumps-sent boats-sent tents-sent bread-sent parade wall-broken vale-speech".split()


@pytest.fixture(scope="module")
def eastport(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = build(new_site(tmp_path_factory.mktemp("eastport") / "project", FILES))
    assert built.status == 0, built.said
    return built


def text(html: str) -> str:
    return read(html.split("<article", 1)[1].split("</article>")[0]).text


def entries(built: Built, address: str) -> dict[str, str]:
    """What a list of events says of each, by its id, in the order of the page."""
    items = re.findall(r"<li\b.*?</li>", built.page(address).split('<div class="xp', 1)[1], re.S)
    linked = [(re.search(r'href="[^"]*?events/([\w-]+)/"|href="\.?/?([\w-]+)/"', item), item) for item in items]
    return {found[1] or found[2]: read(item).text for found, item in linked if found}


def jsonld(built: Built, id: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', built.page(f"events/{id}/"), re.S)
    data: dict[str, Any] = json.loads(found[1]) if found else {}
    return data


def test_the_timeline_says_of_every_event_how_it_is_known(eastport: Built) -> None:
    told = {id: re.sub(r"\d$", "", words) for id, words in entries(eastport, "timeline/").items()}
    assert {id: words for id, words in told.items() if id in {"flood", *NOT_ESTABLISHED}} == {
        "flood": "2 May 2024 Happened Flood in Eastport: The harbour was under water.",
        "pumps-sent": "May 2024 Said to have happened Sending of pumps: Pumps reached Eastport. "
        "According to Ana Vale. Otto Ask denied it.",
        "boats-sent": "by May 2024 inferred Said to have happened Sending of boats: Boats reached Eastport.1 "
        "Reported by Harbour News.",
        "tents-sent": "4 May 2024 Said to have happened Sending of tents2 "
        "According to the Relief Office, as cited by Harbour News.",
        "bread-sent": "5 May 2024, as reported by Harbour News Said to have happened Sending of bread",
        "parade": "20 May 2024 our date Without a source Parade of thanks",
        "wall-broken": "date not established No longer said Breach of the sea wall "
        "Nobody on record says so any more. Ana Vale took it back.",
        "vale-speech": "3 May 2024, as reported by Harbour News Said Ana Vale’s speech: The mayor spoke of the pumps.",
    }


def test_what_was_said_of_a_claim_has_its_speaker_in_the_timeline(eastport: Built) -> None:
    assert "3 May 2024 Said Ana Vale, on: Breach of the wall" in text(eastport.page("timeline/"))


@pytest.mark.parametrize("address", ["places/eastport/", "actors/ana-vale/"])
def test_a_page_that_lists_events_uses_the_same_words(eastport: Built, address: str) -> None:
    told = entries(eastport, address)
    assert told["flood"] == "Flood in Eastport Event (happened)"
    assert told["pumps-sent"].endswith("(said to have happened, according to Ana Vale; Otto Ask denied it)")
    assert told["bread-sent"].endswith("(said to have happened, as reported by Harbour News)")
    assert told["tents-sent"].endswith("according to the Relief Office, as cited by Harbour News)")
    assert told["vale-speech"].endswith("(said, as reported by Harbour News)")
    assert told["wall-broken"].endswith("(no longer said)")
    assert told["parade"].endswith("(without a source)")


@pytest.mark.parametrize("id", NOT_ESTABLISHED)
def test_an_event_that_is_not_established_is_hedged_wherever_it_is_met_alone(eastport: Built, id: str) -> None:
    page = eastport.page(f"events/{id}/")
    hedge = re.compile("^(Said to have happened|Reported|Without a source|No longer said): ")
    assert hedge.match(read(re.search(r"<h1.*?</h1>", page, re.S)[0]).text)  # type: ignore[index]
    assert hedge.match(re.search("<title>(.*?)</title>", page)[1])  # type: ignore[index]
    assert hedge.match(page.split("<p>“")[-1].split("”, <cite>")[0])
    described = re.search('name="description" content="(.*?)"', page)[1]  # type: ignore[index]
    assert described.startswith(("Said", "No source that we cite", "Nobody on record"))
    assert "Who took part" not in page


LEADS = "what happened, what is said to have happened(?: and by whom)?, and|“happened” marks only what the editors"
HEDGES = re.compile(f"{LEADS}|said to have happened", re.I)


def test_happened_is_printed_of_nothing_else_on_the_whole_site(eastport: Built) -> None:
    found = {}
    for page in eastport.pages():
        html = page.read_text("utf-8")
        words = HEDGES.sub("", text(html)) if "<article" in html else ""
        found |= {eastport.address(page): re.findall(r"(?:\S+ ){2}\(?[Hh]appened\)?(?: \S+){0,3}", words)}
    assert {address: told for address, told in found.items() if told} == {
        "actors/ana-vale/": ["Eastport Event (happened)"],
        "events/": ["May 2024 Happened"],
        "events/pumps-sent/": ["in Eastport (happened) Who is said"],
        "places/eastport/": ["Eastport Event (happened)"],
        "timeline/": ["May 2024 Happened Flood in Eastport:"],
    }


def test_without_a_source_nothing_is_asserted_beyond_the_name(eastport: Built) -> None:
    for address in ("events/parade/", "events/", "timeline/"):
        assert "thanked its helpers" not in eastport.page(address)
    assert "asked for it" not in text(eastport.page("events/parade/"))


def test_only_an_established_event_is_an_event_for_programs(eastport: Built) -> None:
    flood = jsonld(eastport, "flood")
    assert (flood["@type"], flood["startDate"]) == ("Event", "2024-05-02")
    for id in NOT_ESTABLISHED:
        assert jsonld(eastport, id).get("@type") in {None, "Claim"}
        assert "startDate" not in jsonld(eastport, id)


def test_what_is_said_to_have_happened_is_a_claim_with_its_appearances(eastport: Built) -> None:
    pumps = jsonld(eastport, "pumps-sent")
    assert pumps["name"] == "Said to have happened: Sending of pumps"
    assert pumps["text"] == "Sending of pumps. Said to have happened, according to Ana Vale. Otto Ask denied it."
    assert [author["name"] for author in pumps["author"]] == ["Ana Vale"]
    assert [page["@id"].rpartition("sources/")[2] for page in pumps["appearance"]] == ["flood-report/"]
    # Known from a text that nobody here has read: where we read of it is the page that cites it.
    assert jsonld(eastport, "tents-sent")["appearance"] == pumps["appearance"]
    assert jsonld(eastport, "parade") == jsonld(eastport, "wall-broken") == {}


def test_the_data_say_how_each_event_is_known(eastport: Built) -> None:
    data = json.loads((eastport.site / "data/records.json").read_text("utf-8"))["records"]
    assert {id: data[id]["known"] for id in ("flood", *NOT_ESTABLISHED)} == {
        "flood": "established",
        "pumps-sent": "said",
        "boats-sent": "reported",
        "tents-sent": "reported",
        "bread-sent": "reported",
        "parade": "unsourced",
        "wall-broken": "no-longer-said",
        "vale-speech": "reported",
    }
    pumps = data["pumps-sent"]
    assert (pumps["affirmed_by"], pumps["denied_by"]) == (["ana-vale"], ["otto-ask"])
    assert (data["bread-sent"]["reported_in"], data["tents-sent"]["reported_in"]) == (["flood-report"], ["bulletin"])
    assert pumps["words"] == "Said to have happened, according to Ana Vale. Otto Ask denied it."


def test_established_beside_a_denial_stops_the_build(tmp_path: Path) -> None:
    path = "content/events/pumps-sent.yml"
    files = FILES | {path: FILES[path] + "known: established\n"}
    built = build(new_site(tmp_path / "project", files), "--strict")
    assert built.status != 0
    line = files[path].splitlines().index("known: established") + 1
    assert f"{path}:{line}:8" in built.said
    assert "`otto-ask` denies `pumps-were-sent`, which says that this happened" in built.said
