"""What machines read: the records as JSON, JSON-LD, the sitemap, the feed and the search index."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.site.building import COMMITTED, ROOT, Built, build, commit, new_site
from tests.site.other_team import FILES
from tests.site.reading import read
from tests.site.serving import Served

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RECORD_FILES = sorted((ROOT / "content").glob("*/*.yml"))


@cache
def published_ids() -> set[str]:
    return {p.stem for p in RECORD_FILES if yaml.load(p.read_text("utf-8"), yaml.BaseLoader).get("status") != "draft"}


def everything(value: Any) -> Iterator[Any]:
    """A JSON value and all values in it."""
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in inner:
        yield from everything(part)


def jsonld(built: Built) -> dict[str, list[Any]]:
    pages = {built.address(page): read(page.read_text("utf-8")) for page in built.pages()}
    return {address: [json.loads(text) for text in page.jsonld] for address, page in pages.items() if page.jsonld}


def test_every_published_record_is_in_the_data(published: Built) -> None:
    data = json.loads((published.site / "data/records.json").read_text("utf-8"))
    ids = {value["id"] for value in everything(data) if isinstance(value, dict) and "id" in value}
    assert published_ids() <= ids


def test_every_published_record_has_its_own_file(published: Built) -> None:
    for path in RECORD_FILES:
        if path.stem in published_ids():
            alone = json.loads((published.site / "data" / path.parent.name / f"{path.stem}.json").read_text("utf-8"))
            assert path.stem in [value.get("id") for value in everything(alone) if isinstance(value, dict)]


def test_every_record_tells_machines_what_it_is_but_a_term_and_an_event_without_a_source(published: Built) -> None:
    found = jsonld(published)
    data = json.loads((published.site / "data/records.json").read_text("utf-8"))["records"]
    silent = {id for id, record in data.items() if record.get("known") in {"unsourced", "no-longer-said"}}
    pages = {
        f"{p.parent.name}/{p.stem}/" for p in RECORD_FILES if p.parent.name != "terms" and p.stem in published_ids()
    } - {f"events/{id}/" for id in silent}
    assert pages | {"", "glossary/"} <= found.keys()
    assert all(thing["@context"] == "https://schema.org" for things in found.values() for thing in things)


def test_no_page_calls_itself_a_review_of_a_claim(published: Built) -> None:
    types = {value.get("@type") for value in everything(jsonld(published)) if isinstance(value, dict)}
    assert {"BackgroundNewsArticle", "Claim", "Person", "DefinedTermSet"} <= types
    assert not {"ClaimReview", "Review", "Rating"} & types
    assert not [
        value
        for value in everything(jsonld(published))
        if isinstance(value, dict) and {"reviewRating", "claimReviewed"} & value.keys()
    ]


def test_the_claims_interpreter_is_the_sites_publisher_and_no_speaker(published: Built) -> None:
    [claim] = jsonld(published)["claims/troops-held-in-kursk/"]
    assert claim["claimInterpreter"]["name"] == "The Explainers authors"
    assert "Explainers" not in [author["name"] for author in claim["author"]]


def days_of(sitemap: str) -> dict[str, str]:
    urls = ElementTree.fromstring(sitemap).findall(f"{SITEMAP}url")
    locations = [url.findtext(f"{SITEMAP}loc") or "" for url in urls]
    assert len(set(locations)) == len(locations), "an address stands twice in the sitemap"
    return {address: url.findtext(f"{SITEMAP}lastmod") or "" for address, url in zip(locations, urls, strict=True)}


def test_the_sitemap_lists_every_page_once_and_no_other(published: Built, server: Served) -> None:
    pages = {published.address(p): read(p.read_text("utf-8")) for p in published.pages()}
    wanted = {
        f"{server.address}{address}"
        for address, page in pages.items()
        if not page.is_redirect and address != "404.html"
    }
    assert set(days_of((published.site / "sitemap.xml").read_text("utf-8"))) == wanted


def test_a_day_in_the_sitemap_is_the_day_of_the_commit(published: Built, server: Served) -> None:
    days = days_of((published.site / "sitemap.xml").read_text("utf-8"))
    assert set(days.values()) <= {COMMITTED, ""}
    assert days[f"{server.address}claims/troops-held-in-kursk/"] == COMMITTED
    assert days[f"{server.address}about/"] == COMMITTED


def test_the_compressed_sitemap_says_the_same(published: Built) -> None:
    packed = (published.site / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed) == (published.site / "sitemap.xml").read_bytes()


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    """A small site of which one record was changed on a later day."""
    project = new_site(tmp_path_factory.mktemp("dated") / "project", FILES)
    commit(project, day="2026-01-02")
    with (project / "content/claims/homes-without-power.yml").open("a", encoding="utf-8") as record:
        record.write("summary: How many homes had no power.\n")
    commit(project, day="2026-02-03")
    return project, build(project)


def test_a_record_has_the_day_of_its_last_change_and_the_others_keep_theirs(dated: tuple[Path, Built]) -> None:
    days = days_of((dated[1].site / "sitemap.xml").read_text("utf-8"))
    assert days["https://example.org/claims/homes-without-power/"] == "2026-02-03"
    assert days["https://example.org/actors/northport-council/"] == "2026-01-02"
    assert "3 February 2026" in read(dated[1].page("claims/homes-without-power/")).words
    assert "2 January 2026" in read(dated[1].page("actors/northport-council/")).words


def test_without_a_history_no_page_claims_a_day(tmp_path: Path) -> None:
    built = build(new_site(tmp_path / "project", FILES))
    days = days_of((built.site / "sitemap.xml").read_text("utf-8"))
    assert days.keys() >= {"https://example.org/", "https://example.org/claims/homes-without-power/"}
    assert set(days.values()) == {""}
    assert "Last changed" not in read(built.page("claims/homes-without-power/")).words


def test_every_record_is_found_by_its_name_in_the_search_index(published: Built) -> None:
    entries = json.loads((published.site / "search/search_docs.json").read_text("utf-8"))
    locations = {entry["location"].partition("#")[0] for entry in entries}
    pages = {
        f"{p.parent.name}/{p.stem}/" for p in RECORD_FILES if p.parent.name != "terms" and p.stem in published_ids()
    }
    assert pages | {"glossary/", "about/"} <= locations
    texts = {entry["location"]: f"{entry['title']} {entry['text']}" for entry in entries}
    assert any("incursion" in text for location, text in texts.items() if location.startswith("glossary/"))


def test_the_feed_is_well_formed_and_says_where_it_is(published: Built, server: Served) -> None:
    feed = ElementTree.fromstring((published.site / "changes/feed.xml").read_text("utf-8"))
    links = {link.get("href") for link in feed.iter("{http://www.w3.org/2005/Atom}link")}
    assert f"{server.address}changes/feed.xml" in links
