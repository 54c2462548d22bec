"""A whole site from files: the same each time, drafts kept back, withdrawn pages plain about it."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from explainers.build.check import Inputs
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from tests.build.files import ACTOR, CLAIM, FILES, LAKE, codes, page
from tests.prose.html import read

SETTINGS = Settings(root=Path("x"), content=Path("x/content"))


def of(files: dict[str, str], **settings: Any) -> SiteBuild:
    found = Settings(root=Path("x"), content=Path("x/content"), **settings)
    return build(found, Inputs({path: text.encode() for path, text in files.items()}))


def everything(site: SiteBuild) -> str:
    """All that is published, as one text."""
    html = "\n".join(f"{page.path} {page.title} {page.description} {page.html}" for page in site.pages)
    return html + "".join(file.data.decode("utf-8") for file in site.files)


def test_the_same_files_give_the_same_site_whatever_their_order() -> None:
    files = list(FILES.items())
    first = of(dict(files))
    random.Random(1).shuffle(files)
    again = of(dict(files))
    assert (first.pages, first.files, first.redirects) == (again.pages, again.files, again.redirects)
    assert first.diagnostics == again.diagnostics


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_page_has_an_address_and_every_link_leads_to_one(directory_urls: bool) -> None:
    site = of(FILES, directory_urls=directory_urls)
    known = {f"https://x.org/{page.address}" for page in site.pages}
    known |= {f"https://x.org/{file.path}" for file in site.files}
    for made in site.pages:
        here = f"https://x.org/{made.address}"
        found = read(made.html)
        ways = [urljoin(here, way) for way, _ in found.links if not way.startswith(("http", "mailto"))]
        assert [way for way in ways if way.partition("#")[0] not in known] == [], made.path
        assert [way for way in ways if way.startswith(f"{here}#") and way[len(here) + 1 :] not in found.ids] == []


def test_a_draft_is_checked_and_nowhere_published() -> None:
    draft = f"{ACTOR}status: draft\npart_of: the-nevy\n".replace("Mara Lind", "Secret Person")
    site = of({**FILES, "content/actors/secret-person.yml": draft})
    assert codes(site) == ["content/actors/secret-person.yml unknown-reference"]
    assert "Secret Person" not in everything(site)
    assert "secret-person" not in everything(site)


def test_a_link_to_a_draft_keeps_its_words_and_leads_nowhere() -> None:
    files = {**FILES, "content/places/long-lake.yml": f"{LAKE}note: x\n".replace("note: x\n", "status: draft\n")}
    files["content/actors/navy.yml"] = "name: Navy\nkind: military-force\nsummary: At [[long-lake|the lake]].\n"
    site = of(files)
    actor = read(page(site, "actors/navy").html)
    assert "At the lake." in actor.text
    assert not [way for way, _ in actor.links if "long-lake" in way]
    assert "places/long-lake" not in [made.path for made in site.pages]


@pytest.mark.parametrize(
    ("path", "text"),
    [("claims/otters", CLAIM), ("actors/mara-lind", ACTOR), ("places/long-lake", LAKE)],
)
def test_a_withdrawn_record_keeps_a_page_that_says_so_and_why(path: str, text: str) -> None:
    withdrawn = f"{text}status: withdrawn\nreason: We had counted *boats*.\n"
    site = of({**FILES, f"content/{path}.yml": withdrawn})
    words = read(page(site, path).html).text
    assert "withdrawn" in words.casefold()
    assert "We had counted boats." in words


def test_old_ids_lead_to_the_page_of_today() -> None:
    files = {
        **FILES,
        "content/actors/mara-lind.yml": f"{ACTOR}formerly: [the-counter, m-lind]\n",
        "content/terms/otter.yml": "term: otter\ndefinition: An animal.\nformerly: [water-dog]\n",
    }
    site = of(files)
    assert site.redirects == {
        "actors/the-counter/": "actors/mara-lind/",
        "actors/m-lind/": "actors/mara-lind/",
    }
    assert 'id="water-dog"' in page(site, "glossary/index").html
    assert of(files, directory_urls=False).redirects["actors/m-lind.html"] == "actors/mara-lind.html"


def test_a_draft_has_no_old_addresses() -> None:
    draft = f"{ACTOR}status: draft\nformerly: [the-counter]\n".replace("Mara", "Otto")
    assert of({**FILES, "content/actors/otto-lind.yml": draft}).redirects == {}


def test_a_broken_record_does_not_take_the_others_with_it() -> None:
    site = of({**FILES, "content/actors/navy.yml": "name: [\n"})
    assert codes(site) == ["content/actors/navy.yml yaml-syntax"]
    assert "more than 1,000 otters" in read(page(site, "claims/otters").html).text


def test_without_any_record_there_is_a_site() -> None:
    site = of({})
    assert site.diagnostics == ()
    assert page(site, "index").address == ""


@pytest.mark.parametrize(
    ("given", "used"), [("https://x.org/a", "https://x.org/a/"), ("https://x.org/", "https://x.org/")]
)
def test_the_sites_address_ends_in_a_slash(given: str, used: str) -> None:
    assert of(FILES, site_url=given).site.url == used


def test_a_page_knows_the_day_on_which_its_file_changed() -> None:
    inputs = Inputs({path: text.encode() for path, text in FILES.items()})
    site = build(SETTINGS, inputs, changed={"content/claims/otters.yml": "2024-12-01"})
    assert page(site, "claims/otters").changed == "2024-12-01"
    assert page(site, "actors/mara-lind").changed == ""
