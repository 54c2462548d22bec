"""The form in a real browser: the CMS that the pinned package has, on records in a folder."""

from __future__ import annotations

import json
import re
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, Page, expect

from explainers.build.load import load
from explainers.kinds import KINDS
from tests.cli.conftest import EXAMPLES, Run
from tests.cli.conftest import run as run
from tests.site.building import Built, build, new_site
from tests.site.commands import ROOT
from tests.site.serving import served
from tests.site.test_serve import serving

pytestmark = pytest.mark.browser
RECORDS = {f"content/{path.relative_to(ROOT / 'content')}": path for path in (ROOT / "content").rglob("*.yml")}
TEXTS = {path: file.read_text("utf-8") for path, file in sorted(RECORDS.items())}
# The examples have all fields, and a comment on each.
ALL_TEXTS = TEXTS | EXAMPLES
CLAIM = "content/claims/joint-force-in-kursk.yml"
FOLDERS = {kind.plural: kind.name for kind in KINDS}
# A folder of the reader's, without the dialogue that asks for one: no program can click in it.
FILLED = """async (texts) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(".git", { create: true });
    for (const [path, text] of Object.entries(texts)) {
        const parts = path.split("/");
        let folder = root;
        for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
        const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
        await file.write(text);
        await file.close();
    }
}"""
FILES_NOW = """async () => {
    const found = {};
    const walk = async (folder, path) => {
        for await (const [name, handle] of folder.entries()) {
            if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
            else found[`${path}${name}`] = await (await handle.getFile()).text();
        }
    };
    await walk(await navigator.storage.getDirectory(), "");
    return found;
}"""
# Each file read as the form reads it and written again: as it was, and without what it was.
WRITTEN = """async ([texts, folders]) => {
    const { shown, written } = await import("./record.js");
    const { shapes } = await (await fetch("config.json")).json();
    const found = { same: {}, anew: {} };
    for (const [path, text] of Object.entries(texts)) {
        const kind = folders[path.split("/")[1]];
        const content = shown(text.trim(), shapes[kind], kind);
        found.same[path] = written(content, shapes[kind]);
        found.anew[path] = written({ ...content, _source: "" }, shapes[kind]);
    }
    return found;
}"""
EDITED = """async ([text, kind]) => {
    const { shown, written } = await import("./record.js");
    const { shapes } = await (await fetch("config.json")).json();
    const record = shown(text.trim(), shapes[kind], kind);
    %s;
    return written(record, shapes[kind]);
}"""


@dataclass(frozen=True)
class Form:
    built: Built
    page: Page
    address: str
    answers: list[str]


@pytest.fixture(scope="module")
def package() -> Path:
    """The package of the CMS, which `tests/form/install` fetches where it is not there."""
    found = subprocess.run([Path(__file__).with_name("install")], stdout=subprocess.PIPE, text=True, check=True)
    return Path(found.stdout.strip())


@pytest.fixture(scope="module")
def form(package: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Form]:
    """A site with the form, whose folder of records is that of our own site, opened as its editor opens it."""
    folder = tmp_path_factory.mktemp("form")
    config = (
        "site_name: A site\nrepo_url: https://github.com/example/site\n"
        f"plugins:\n  - search\n  - explainers:\n      edit: {package}\n"
    )
    project = new_site(folder / "project", {"mkdocs.yml": config, "content/actors/a.yml": "name: A\nkind: person\n"})
    with served(folder / "site") as place:
        built = build(project, site=folder / "site", SITE_URL=place.address)
        page = browser.new_page(viewport={"width": 1280, "height": 2400})
        answers: list[str] = []
        page.on("response", lambda response: answers.append(response.url))
        page.add_init_script("window.showDirectoryPicker = () => navigator.storage.getDirectory()")
        page.goto(f"{place.address}edit/")
        page.evaluate(FILLED, ALL_TEXTS)
        page.get_by_role("button", name="Work with Local Repository").click()
        expect(page.get_by_role("grid", name="Entries")).to_be_visible()
        yield Form(built, page, place.address, answers)
        page.close()


def field(page: Page, path: str) -> Any:
    return page.locator(f'section[data-key-path="{path}"]')


def save(page: Page) -> None:
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("grid", name="Entries")).to_be_visible()


def records(texts: dict[str, str]) -> dict[str, Any]:
    return {each.id: each.record for each in load({path: text.encode() for path, text in texts.items()}, KINDS)[0]}


def edited(form: Form, text: str, kind: str, edit: str) -> str:
    """A file's text after an edit in the form, as a line of JavaScript."""
    return str(form.page.evaluate(EDITED % edit, [text, kind]))


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


def test_each_record_that_is_saved_unchanged_keeps_its_bytes(form: Form):
    found = form.page.evaluate(WRITTEN, [ALL_TEXTS, FOLDERS])
    assert len(found["same"]) > 200
    assert {path for path in ALL_TEXTS if found["same"][path] != ALL_TEXTS[path]} == set()
    before, after = records(ALL_TEXTS), records(found["anew"])
    assert {id for id in before if before[id] != after.get(id)} == set()


COMMENTED = """\
# The head of the file.
label: Ducks in the park  # as we call it
statement: >-
  There are {q1} ducks
  in the park.
type: measurement

# What it is about.
about: [park, duck]
quantities:
  q1:
    value: 6.0 # the zero counts
    relation: more-than
    of: ducks
    kept_by_hand: [1, {a: b}]
attributions:
  # The first.
  - id: a1
    by: gazette
    act: say
    cites:
      - source: gazette-2024 # page 3
  # The second.
  - id: a2
    by: [mayor]
    act: deny
    said: {edtf: 2024-11-11, basis: stated}
    cites: [{source: gazette-2024}]

  # To be asked: the park itself.
# The end.
"""


EDITS = {
    "record.label = 'Ducks: many'": """
        -label: Ducks in the park  # as we call it
        +label: 'Ducks: many'  # as we call it""",
    "record.quantities[0].value = '7.0'": """
        -    value: 6.0 # the zero counts
        +    value: 7.0 # the zero counts""",
    "record.quantities[0].relation = ''": """
        -    relation: more-than""",
    "record.about.push('pond')": """
        -about: [park, duck]
        +about: [park, duck, pond]""",
    "record.attributions[0].by = []": """
        -    by: gazette""",
    "record.attributions[0].said = { edtf: '2024-11', basis: 'stated' }": """
        +    said: 2024-11""",
    "record.attributions[1].said.basis = 'inferred'": """
        -    said: {edtf: 2024-11-11, basis: stated}
        +    said:
        +      edtf: 2024-11-11
        +      basis: inferred""",
    "record.attributions[0].cites.push({ source: 'b' })": """
        +      - source: b""",
    "record.attributions.push({ by: ['mayor'], act: 'say' })": """
        +  - id: a3
        +    by: mayor""",
    "record.quantities.push({ figure: 'q1', of: 'geese' })": """
        +  q2:
        +    of: geese""",
    "record.attributions.shift()": """
        -  # The first.
        -  - id: a1
        -    by: gazette
        -    act: say
        -    cites:
        -      - source: gazette-2024 # page 3""",
    "record.attributions.reverse()": "",
    "record.status = 'draft'": """
        +status: draft""",
    "record.status = 'published'": "",
}


@pytest.mark.parametrize("edit", EDITS)
def test_only_what_was_changed_is_written_anew(form: Form, edit: str):
    found, before = edited(form, COMMENTED, "claim", edit).splitlines(), COMMENTED.splitlines()
    changes = [
        *(f"-{line}" for line in before if line not in found),
        *(f"+{line}" for line in found if line not in before),
    ]
    assert changes == dedent(EDITS[edit]).split("\n")[1:]


def test_an_entry_goes_with_its_comments(form: Form):
    found = edited(form, COMMENTED, "claim", "record.attributions.reverse()")
    head, _, tail = COMMENTED.partition("  # The first.\n")
    first, _, others = tail.partition("  # The second.\n")
    second, blank, end = others.partition("\n\n")
    assert found == f"{head}  # The second.\n{second}\n  # The first.\n{first}{blank[1:]}{end}"


def test_a_text_of_several_paragraphs_is_folded(form: Form):
    words = " ".join(["word"] * 30)
    found = edited(form, "name: A\nkind: person\n", "actor", f"record.summary = '{words}\\n\\n{words}'")
    assert max(map(len, found.splitlines())) <= 100
    record = load({"content/actors/a.yml": found.encode()}, KINDS)[0][0].record
    assert record
    assert record.summary == f"{words}\n\n{words}"


def test_an_editor_changes_the_name_of_a_record_of_each_kind(form: Form):
    """Nothing else is another afterwards, in records with all fields."""
    names = {"claims": "label", "explainers": "question", "sources": "csl.title", "terms": "term"}
    for path in EXAMPLES:
        _, folder, file = path.split("/")
        form.page.goto(f"{form.address}edit/#/collections/{folder}/entries/{file.removesuffix('.yml')}")
        name = field(form.page, names.get(folder, "name")).get_by_role("textbox")
        name.fill(f"{name.input_value()} or so")
        save(form.page)
    now = form.page.evaluate(FILES_NOW)
    for path, before in EXAMPLES.items():
        pairs = zip(before.splitlines(), now[path].splitlines(), strict=True)
        assert [f"{old} or so" == new for old, new in pairs if old != new] == [True], path


def test_an_editor_adds_a_speaker_and_the_check_reads_it(
    form: Form, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page = form.page
    page.goto(f"{form.address}edit/#/collections/claims/entries/joint-force-in-kursk")
    field(page, "attributions").locator(".item").nth(2).get_by_role("button", name="Expand").first.click()
    field(page, "attributions.2.by").get_by_role("combobox").click()
    page.get_by_role("searchbox").last.fill("Zelen")
    page.get_by_role("option", name="Volodymyr Zelensky").click()
    save(page)
    now = page.evaluate(FILES_NOW)
    before, after = (
        "    by: ukrainian-military-sources\n",
        "    by: [ukrainian-military-sources, volodymyr-zelensky]\n",
    )
    assert {path: now[path] for path in TEXTS} == TEXTS | {CLAIM: TEXTS[CLAIM].replace(before, after, 1)}
    assert now[CLAIM] != TEXTS[CLAIM]
    for path, text in now.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    found = run("check")
    assert found.status == 0, found.out
    assert [url for url in form.answers if not url.startswith((form.address, "data:", "blob:"))] == []
