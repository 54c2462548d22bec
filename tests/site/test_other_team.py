"""Another team takes the plugin, writes its own records and has its own site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.building import ROOT, Built, build, new_site
from tests.site.other_team import FILES, MKDOCS, RECORDS
from tests.site.reading import read

INDEXES = "explainers who-said-what figures timeline glossary claims actors sources places events changes".split()
OURS = re.compile(r"kursk|zelensky|ukrain|russia|rksnews|pyongyang|north.korea", re.IGNORECASE)
SETTINGS = {
    "nothing": MKDOCS,
    "material": f"{MKDOCS}theme:\n  name: material\n",
    "no directory addresses": f"{MKDOCS}use_directory_urls: false\n",
    "material, no directory addresses": f"{MKDOCS}theme:\n  name: material\nuse_directory_urls: false\n",
    "readthedocs": f"{MKDOCS}theme: readthedocs\n",
    "with search": f"{MKDOCS}  - search\n",
}


@pytest.fixture(scope="module", params=[*SETTINGS.values()], ids=[*SETTINGS])
def theirs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Three records and a mkdocs.yml, with an empty folder for pages, which MkDocs asks for."""
    project = new_site(tmp_path_factory.mktemp("theirs") / "project", {**FILES, "mkdocs.yml": request.param})
    return build(project)


def links_of(built: Built) -> dict[str, list[str]]:
    return {built.address(page): read(page.read_text("utf-8")).followed for page in built.pages()}


def test_it_is_built_without_a_fault(theirs: Built) -> None:
    assert theirs.status == 0, theirs.said
    assert "Traceback" not in theirs.said
    assert "ERROR" not in theirs.said


def test_every_record_and_every_index_has_a_page(theirs: Built) -> None:
    files = theirs.files()
    for index in INDEXES:
        assert {f"{index}/index.html", f"{index}.html"} & files.keys(), index
    for record in ("claims/homes-without-power", "actors/northport-council", "sources/council-notice"):
        assert {f"{record}/index.html", f"{record}.html"} & files.keys(), record
    assert "index.html" in files


def test_nothing_of_the_first_site_is_in_it(theirs: Built) -> None:
    # The theme's own files, among them a stemmer for Russian, are the theme's business.
    files = {
        p: data
        for p, data in theirs.files().items()
        if not p.startswith("assets/") or p.startswith("assets/explainers/")
    }
    assert [path for path, data in files.items() if OURS.search(f"{path} {data.decode('utf-8', 'replace')}")] == []


def test_every_link_of_its_pages_leads_to_a_file(theirs: Built) -> None:
    broken = []
    for address, links in links_of(theirs).items():
        page = theirs.site / address
        folder = page if page.is_dir() else page.parent
        for link in links:
            if address != "404.html" and not re.match(r"[a-z]+:|#|//|/", link):
                target = (folder / link.partition("#")[0].partition("?")[0]).resolve()
                target = target / "index.html" if target.is_dir() else target
                broken += [] if target.is_file() else [f"/{address}: {link}"]
    assert broken == [], "\n".join(sorted(set(broken)))


def test_the_claim_appears_with_its_speaker_and_its_qualifier(theirs: Built) -> None:
    path = "claims/homes-without-power"
    page = read(theirs.page(f"{path}/" if (theirs.site / path).is_dir() else f"{path}.html"))
    everything = theirs.page(f"{path}/" if (theirs.site / path).is_dir() else f"{path}.html")
    assert "more than 1,200 homes" in " ".join(everything.split())
    assert "the council of Northport" in everything
    assert page.title.startswith("Homes that lost power, according to")


def test_a_site_without_a_folder_for_pages_is_reported_in_plain_words(tmp_path: Path) -> None:
    project = new_site(tmp_path / "project", FILES)
    (project / "docs").rmdir()
    built = build(project)
    assert "Traceback" not in built.said
    assert built.status == 0 or "docs" in built.said


def test_an_empty_site_is_built_too(tmp_path: Path) -> None:
    built = build(new_site(tmp_path / "project", {"mkdocs.yml": MKDOCS, "docs/index.md": "# Hello\n"}))
    assert "Traceback" not in built.said
    assert built.status == 0, built.said
    assert "Hello" in built.page("")


PAGE = """\
# Hello from Northport

A figure [@council-notice, para. 1], its [[homes-without-power|claim]] and its [[northport-council]].

Code stays as it is: `[@council-notice]`, `[[homes-without-power]]`, `@council-notice`.

    [@council-notice] and [[homes-without-power]]

```text
[@council-notice] and [[homes-without-power]]
```
"""


def test_a_hand_written_home_page_takes_the_place_of_ours_and_uses_the_records(tmp_path: Path) -> None:
    calm = f"{MKDOCS}      rules:\n        claim-in-no-explainer: off\n".replace("- explainers\n", "- explainers:\n")
    project = new_site(tmp_path / "project", {**FILES, "mkdocs.yml": calm, "docs/index.md": PAGE})
    built = build(project, "--strict")
    html = built.page("")
    assert built.status == 0, built.said
    assert "Hello from Northport" in html
    assert '<a href="claims/homes-without-power/">claim</a>' in html
    assert '<a href="actors/northport-council/">the council of Northport</a>' in html
    note = re.search(r'href="#([^"]+)" role="doc-noteref"', html)
    assert note
    assert note[1] in read(html).ids
    assert "What the council knows about the power cut" in html
    for untouched in ("[@council-notice]", "[[homes-without-power]]", "@council-notice"):
        assert f"<code>{untouched}</code>" in html
    assert html.count("[@council-notice] and [[homes-without-power]]") == 2


def test_a_hand_written_page_takes_the_place_of_an_index(tmp_path: Path) -> None:
    built = build(new_site(tmp_path / "project", {**FILES, "docs/claims/index.md": "# Our own list of claims\n"}))
    assert built.status == 0, built.said
    assert "Our own list of claims" in built.page("claims/")
    assert "Homes that lost power" in built.page("claims/homes-without-power/")


def test_content_can_be_in_another_folder(tmp_path: Path) -> None:
    moved = {path.replace("content/", "records/"): text for path, text in RECORDS.items()}
    settings = "site_name: Northport Explained\nplugins:\n  - explainers:\n      content_dir: records\n"
    built = build(new_site(tmp_path / "project", {**moved, "mkdocs.yml": settings, "docs/index.md": "# Hello\n"}))
    assert built.status == 0, built.said
    assert "Homes that lost power" in built.page("claims/homes-without-power/")


@pytest.mark.parametrize("word", ["kursk", "rksnews", "zelensk"])
def test_the_generator_itself_knows_nothing_of_the_first_article(word: str) -> None:
    read_by_machines = {".py", ".html", ".css", ".js", ".yml"}
    files = [p for p in (ROOT / "plugins/explainers").rglob("*") if p.suffix in read_by_machines]
    # A comment or a docstring may name a case that it was written for.
    assert [
        p.name
        for p in files
        if p.suffix in {".html", ".css", ".js", ".yml"} and word in p.read_text("utf-8").casefold()
    ] == []


EXPLAINER = "question: How many homes {}?\nanswer: The council says.\nclaims: [homes-without-power]\n"


def test_with_several_explainers_each_has_a_page_for_who_said_what_and_none_is_in_the_navigation(
    tmp_path: Path,
) -> None:
    explainers = {f"content/explainers/{id}.yml": EXPLAINER.format(id) for id in ("had-power", "had-none")}
    built = build(new_site(tmp_path / "project", {**FILES, **explainers}))
    assert built.status == 0, built.said
    assert "Who said what: How many homes had-none?" in read(built.page("who-said-what/had-none/")).title
    assert {"had-none/", "had-power/"} <= {*read(built.page("who-said-what/")).followed}
    elsewhere = read(built.page("claims/homes-without-power/")).followed
    assert [link for link in elsewhere if "who-said-what" in link] == ["../../who-said-what/"]
