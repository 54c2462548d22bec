"""The form in a real browser: the CMS that the pinned package has, on records in a folder."""

from __future__ import annotations

import json
import re
import tarfile
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, expect

from tests.cli.conftest import EXAMPLES, Run
from tests.cli.conftest import run as run
from tests.form.github import GitHub
from tests.form.opened import CLAIM, FILES_NOW, TEXTS, Form, field, save
from tests.site.building import new_site
from tests.site.test_serve import serving

pytestmark = pytest.mark.browser


def test_the_form_is_in_no_list_and_has_its_own_policy(form: Form):
    page = form.built.page("edit/")
    assert '<meta name="robots" content="noindex">' in page
    policy = re.search(r'"Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert {"default-src 'none'", "script-src 'self'"} <= {*policy[1].split("; ")}
    for name in ("sitemap.xml", "search/search_index.json", "index.html", "actors/a/index.html"):
        text = (form.built.site / name).read_text("utf-8")
        # The repository's own address for a change is another.
        assert "edit/" not in text.replace("https://github.com/example/site/edit/", ""), name


def test_a_preview_has_a_form_for_a_folder_and_leads_to_it(package: Path, tmp_path: Path):
    """Without a repository on GitHub there is nothing to sign in to, and no one to talk to."""
    config = f"site_name: S\nsite_url: https://example.org/lakes/\nplugins:\n  - explainers:\n      edit: {package}\n"
    actor = {"content/actors/mayor.yml": "name: The mayor\nkind: person\nsummary: A mayor.\n"}
    with serving(new_site(tmp_path / "project", {"mkdocs.yml": config, **actor})) as preview:
        form, page = preview.page("edit/"), preview.page("actors/mayor/")
        assert json.loads(preview.page("edit/config.json"))["cms"]["backend"]["repo"] == "local/project"
    assert "connect-src 'self' data:;" in form
    assert "github" not in form
    assert 'href="../../edit/#/collections/actors/entries/mayor">Edit in the form<' in page


def test_what_the_cms_is_told_fits_its_own_schema(form: Form, package: Path):
    with tarfile.open(package) as archive:
        file = archive.extractfile("package/schema/sveltia-cms.json")
        assert file
        schema = json.load(file)
    config = json.loads((form.built.site / "edit/config.json").read_text("utf-8"))["cms"]
    faults = [f"{fault.json_path}: {fault.message[:200]}" for fault in Draft7Validator(schema).iter_errors(config)]
    assert faults == []


def test_an_editor_changes_the_name_of_a_record_of_each_other_kind(form: Form):
    """Nothing else is another afterwards, in records with all fields; claims have a test of their own."""
    names = {"explainers": "question", "sources": "csl.title", "terms": "term"}
    records = {path: text for path, text in EXAMPLES.items() if "/claims/" not in path}
    for path in records:
        _, folder, file = path.split("/")
        form.page.goto(f"{form.address}edit/#/collections/{folder}/entries/{file.removesuffix('.yml')}")
        name = field(form.page, names.get(folder, "name")).get_by_role("textbox")
        name.fill(f"{name.input_value()} or so")
        save(form.page)
        # The list has the new name at once.
        expect(form.page.get_by_role("grid", name="Entries")).to_contain_text("or so")
    now = form.page.evaluate(FILES_NOW)
    for path, before in records.items():
        pairs = zip(before.splitlines(), now[path].splitlines(), strict=True)
        assert [f"{old} or so" == new for old, new in pairs if old != new] == [True], path


def test_an_editor_adds_a_speaker_and_the_check_reads_it(
    form: Form, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = form.page
    page.goto(f"{form.address}edit/#/collections/claims/entries/joint-force-in-kursk")
    field(page, "attributions").scroll_into_view_if_needed()
    field(page, "attributions").locator(".item").nth(2).get_by_role("button", name="Expand").first.click()
    field(page, "attributions.2.by").get_by_role("combobox").click()
    page.get_by_role("searchbox").last.fill("Zelen")
    page.get_by_role("option", name="Volodymyr Zelensky").click()
    save(page)
    now = page.evaluate(FILES_NOW)
    before, after = (
        "  - a3: ukrainian-military-sources\n",
        "  - a3: [ukrainian-military-sources, volodymyr-zelensky]\n",
    )
    assert now[CLAIM] == TEXTS[CLAIM].replace(before, after, 1)
    assert {path for path in TEXTS if now.get(path, TEXTS[path]) != TEXTS[path]} == {CLAIM}
    for path, text in (TEXTS | now).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    found = run("check")
    assert found.status == 0, found.out
    assert [url for url in form.answers if not url.startswith((form.address, "data:", "blob:"))] == []


def test_a_save_on_github_is_a_pull_request(form: Form, browser: Browser):
    """What is published talks to GitHub, and changes what was changed."""
    github = GitHub(EXAMPLES)
    page = browser.new_page(viewport={"width": 1280, "height": 1200})
    page.route("https://api.github.com/**", github.answer)
    page.goto(f"{form.address}edit/")
    page.get_by_role("button", name="Sign In Using Access Token").click()
    page.get_by_role("textbox").fill("an-invented-token")
    page.keyboard.press("Enter")
    expect(page.get_by_role("grid", name="Entries")).to_be_visible()
    page.goto(f"{form.address}edit/#/collections/actors/entries/northport-council")
    field(page, "name").get_by_role("textbox").fill("The council")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Later").click()
    page.close()
    path, branch = "content/actors/northport-council.yml", "cms/actors/northport-council"
    before = EXAMPLES[path]
    assert github.branches == [f"refs/heads/{branch}"]
    assert github.written == {(branch, path): before.replace("name: Northport Council", "name: The council", 1)}
    assert [(pull["head"], pull["base"], pull["draft"]) for pull in github.pulls] == [(branch, "main", True)]
