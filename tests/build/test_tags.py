"""Tags: on the pages of their records, in the search and the data, each with a page, and all in a list."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explainers.build.check import Inputs, check
from explainers.build.declarations import declared
from explainers.build.declared_words import DeclarationFault
from explainers.build.preview import Preview
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from explainers.kinds import KINDS, kind_of
from explainers.model.schema import schema
from explainers.pages import search_entries
from explainers.pages.views.long_lists import MOST_LONG
from tests.build.files import CLAIM, FILES, LAKE, NAVY, SMALL, page
from tests.prose.html import read

SETTINGS = Settings(root=Path("x"), content=Path("x/content"))
OTTERS, LONG_LAKE, NAVYS = "content/claims/otters.yml", "content/places/long-lake.yml", "content/actors/navy.yml"
TAGGED = {
    **FILES,
    OTTERS: f"{CLAIM}tags: [wildlife, otter-count]\n",
    LONG_LAKE: f"{LAKE}tags: [wildlife]\n",
    "content/terms/holt.yml": "term: holt\ndefinition: The den of an otter.\ntags: [wildlife]\n",
    "content/events/storm.yml": "name: The storm\nsummary: Trees fell.\nkind: storm\ntags: [wildlife]\n",
    "content/explainers/why.yml": "question: Why?\nanswer: See [[otters]].\nclaims: [otters]\ntags: [otter-count]\n",
}
LABELS = {"wildlife": "Plants & animals", "otter-count": None}


def site(files: dict[str, str] = TAGGED, tags: Any = None) -> SiteBuild:
    found = Inputs({path: text.encode() for path, text in files.items()}, declared=declared({"tags": tags}))
    return build(SETTINGS, found)


def links(built: SiteBuild, path: str) -> list[tuple[str, str]]:
    return read(page(built, path).html).links


def told(tags: str, declare: Any = None) -> list[str]:
    files = {**SMALL, NAVYS: f"{NAVY}tags: {tags}\n".encode()}
    found = check(Inputs(files, declared=declared({"tags": declare}))).diagnostics
    own = [d for d in found if d.span.path == NAVYS and d.code != "orphan-record"]
    return [f"{d.span.line}:{d.span.column} {d.severity} {d.code}: {d.message}; {d.help}" for d in own]


@pytest.mark.parametrize("path", ["claims/otters", "places/long-lake", "events/storm", "explainers/why"])
def test_a_record_leads_to_the_pages_of_its_tags(path: str) -> None:
    built = site()
    tag = "otter-count" if path == "explainers/why" else "wildlife"
    words = {"wildlife": "Wildlife", "otter-count": "Otter count"}[tag]
    assert (f"../../tags/{tag}/", words) in links(built, path)


def test_a_term_has_its_tags_in_the_glossary() -> None:
    assert ("../tags/wildlife/", "Wildlife") in links(site(), "glossary/index")


def test_a_record_without_tags_has_no_line_for_them() -> None:
    assert "xp-topics" not in page(site(), "actors/navy").html


def test_the_page_of_a_tag_has_its_records_by_kind_each_claim_with_its_speakers() -> None:
    found = page(site(), "tags/wildlife")
    assert (found.title, found.description) == ("Wildlife", "Everything here that is tagged “Wildlife”.")
    assert [heading.title for heading in found.headings] == ["Claims", "Places", "Events", "Glossary"]
    assert ("../../glossary/#holt", "holt") in read(found.html).links
    text = read(found.html).text
    assert "Otters in the lake, according to Mara Lind" in text
    assert "Mara Lind estimated that the lake holds more than 1,000 otters." in text
    assert "Without a source" in text
    assert "Trees fell" not in text, "the summary of an event that nobody is on record for"
    assert "Navy" not in text


def test_the_list_of_tags_says_how_many_records_each_has() -> None:
    built = site()
    assert links(built, "tags/index")[1:3] == [("otter-count/", "Otter count"), ("wildlife/", "Wildlife")]
    assert "Wildlife 4 records" in read(page(built, "tags/index").html).text
    assert "tags" in [index.path for index in built.indexes]


def test_the_home_page_leads_to_the_tags() -> None:
    assert any(address == "tags/" for address, _ in links(site(), "index"))


def test_a_site_without_tags_has_no_page_for_them() -> None:
    built = site(FILES)
    assert [spec.path for spec in built.specs if "tag" in spec.path] == []
    assert "tags" not in [index.path for index in built.indexes]


def test_a_draft_is_under_no_tag() -> None:
    built = site({**TAGGED, LONG_LAKE: f"{LAKE}tags: [wildlife, water]\nstatus: draft\n"})
    assert "tags/water" not in [spec.path for spec in built.specs]
    assert "Long Lake" not in page(built, "tags/wildlife").html


def test_a_declared_tag_has_the_label_of_the_site_wherever_it_is_printed() -> None:
    built = site(tags=LABELS)
    assert page(built, "tags/wildlife").title == "Plants & animals"
    assert ("../../tags/wildlife/", "Plants & animals") in links(built, "claims/otters")
    assert ("wildlife/", "Plants & animals") in links(built, "tags/index")
    assert "Otter count" in page(built, "tags/otter-count").title


def test_a_tag_of_many_records_goes_on_on_further_pages() -> None:
    many = {
        f"content/actors/club-{n}.yml": f"name: Club {n:03}\nkind: person\ntags: [club]\n" for n in range(MOST_LONG + 1)
    }
    built = site({**FILES, **many})
    assert [spec.path for spec in built.specs if spec.tag] == ["tags/club", "tags/club/page/2"]
    first, second = page(built, "tags/club"), page(built, "tags/club/page/2")
    assert ("page/2/", "C 2") in read(first.html).links
    assert ("../../", "C 1") in read(second.html).links
    assert (first.html.count("data-xp-item"), second.html.count("data-xp-item")) == (MOST_LONG, 1)
    assert second.title == "Club: C 2"


def test_a_search_finds_records_by_their_tags_and_the_pages_of_tags() -> None:
    built = site(tags=LABELS)
    specs = {spec.path: spec for spec in built.specs}

    def words(path: str, *, brief: bool = False) -> str:
        return "\n".join(
            paragraph
            for entry in search_entries(specs[path], built.site, brief=brief)
            for paragraph in entry.paragraphs
        )

    for path in ("claims/otters", "places/long-lake", "events/storm", "glossary/index"):
        assert "Plants & animals" in words(path)
    assert "Plants & animals" in words("claims/otters", brief=True)
    [entry] = search_entries(specs["tags/wildlife"], built.site)
    assert entry.title == "Plants & animals"


def test_data_has_the_tags_and_their_labels() -> None:
    built = site(tags=LABELS)
    files = {file.path: json.loads(file.data) for file in built.files if file.path.endswith(".json")}
    own = files["data/claims/otters.json"]
    assert own["fields"]["tags"] == ["wildlife", "otter-count"]
    assert own["tag_labels"] == {"wildlife": "Plants & animals", "otter-count": "Otter count"}
    assert "tag_labels" not in files["data/actors/navy.json"]
    assert json.loads(page(built, "claims/otters").jsonld)["keywords"] == ["Plants & animals", "Otter count"]
    assert "keywords" not in json.loads(page(built, "places/long-lake").jsonld), "a place has none at schema.org"


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("[Public Health]", "4:8 error wrong-value: `Public Health` cannot be a tag; write `public-health`"),
        ("['§§']", "`§§` cannot be a tag; small letters, digits and single hyphens, such as `public-health`"),
        ("flood, water", "4:7 error wrong-shape: `tags` must be a list; write `tags: [flood, water]`"),
        ("[flood, flood]", "4:15 warning doubtful-tag: `flood` is here twice; delete one of the two"),
    ],
)
def test_what_cannot_be_a_tag_is_reported_at_its_place(tags: str, found: str) -> None:
    [one] = told(tags)
    assert found in one


def test_any_tag_will_do_where_none_is_declared() -> None:
    assert told("[flood, wildlief]") == []


def test_a_site_that_lists_its_tags_is_told_of_every_other() -> None:
    assert told("[wildlife]", LABELS) == []
    assert told("[wildlief]", LABELS) == [
        "4:8 warning doubtful-tag: `wildlief` is not a tag of this site; did you mean `wildlife`?"
    ]
    assert told("[flood]", ["wildlife"]) == [
        "4:8 warning doubtful-tag: `flood` is not a tag of this site; declare it under `tags` in mkdocs.yml"
    ]


def test_a_declared_tag_that_cannot_be_one_is_reported() -> None:
    with pytest.raises(DeclarationFault, match="`Public health`, which cannot be a tag – write `public-health: Public"):
        declared({"tags": ["Public health"]})


def test_editors_complete_the_tags_that_are_there() -> None:
    model = kind_of(KINDS, "place").model
    listed, other = schema(model, tags=["water", "flood"])["properties"]["tags"]["anyOf"][0]["anyOf"]
    assert listed == {"enum": ["flood", "water"]}
    assert set(other) == {"type", "pattern", "maxLength"}
    assert set(schema(model)["properties"]["tags"]["anyOf"][0]) == {"type", "pattern", "maxLength"}


def test_a_preview_has_the_pages_of_tags_that_come_and_go() -> None:
    files = {path: text.encode() for path, text in TAGGED.items()}
    built = build(SETTINGS, Inputs(files))
    preview = Preview(built, Inputs(files))
    assert preview.replanned("tags/wildlife") is None
    edited = preview.edit({LONG_LAKE: f"{LAKE}tags: [water]\n".encode()})
    assert edited
    assert (edited.outcome, [spec.path for spec in edited.came], edited.went) == ("shown", ["tags/water"], ())
    assert "Long Lake" in preview.page("tags/water").html
    assert "Long Lake" not in preview.page("tags/wildlife").html
    untagged = preview.edit({LONG_LAKE: LAKE.encode()})
    assert untagged
    assert [spec.path for spec in untagged.went] == ["tags/water"]
