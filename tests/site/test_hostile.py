"""No text of a record and no page's title runs as script, wherever it is printed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from explainers.build.load import load
from explainers.kinds import KINDS
from tests.site.building import Built, build, new_site
from tests.site.hostile import files
from tests.site.reading import read
from tests.site.serving import Served, served

# At most 60 characters, which is what a label takes; `pwned` is what each would set or call.
TEXTS = {
    "attributes": "'\"><img src=x onerror=pwned=1></script>{{7*7}}]]>-->",
    "elements": "</title><script>pwned=1</script><svg/onload=pwned=1>&lt;",
    "links": '[x](javascript:pwned=1) *[[<b>|<i>]]* [@"><u>] ${pwned=1}',
}
MKDOCS = """\
site_name: x
site_url: {url}
theme: material
plugins: [search, explainers]
nav: [index.md, page.md]
"""
RECORD_PAGES = [f"{kind.plural}/x-{kind.name}/" for kind in KINDS if kind.name != "term"]
INDEXES = "explainers who-said-what figures timeline glossary claims actors sources places events changes".split()
LISTENED = (
    """window.pwned = undefined; window.alert = window.confirm = window.prompt = () => { window.pwned = "dialog" };"""
)


@dataclass(frozen=True)
class Attacked:
    text: str
    built: Built
    server: Served


@pytest.fixture(scope="module", params=[*TEXTS.values()], ids=[*TEXTS])
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    text: str = request.param
    project = tmp_path_factory.mktemp("hostile") / "project"
    front = json.dumps(text)
    page = f"---\ntitle: {front}\ndescription: {front}\n---\n\nNothing but words.\n"
    with served(project.with_name("site")) as server:
        settings = {"mkdocs.yml": MKDOCS.format(url=server.address), "docs/page.md": page}
        yield Attacked(text, build(new_site(project, files(text) | settings), site=server.folder), server)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_attack_is_a_record_and_not_refused_for_its_form(text: str) -> None:
    documents, _ = load({path: record.encode() for path, record in files(text).items()}, KINDS)
    assert [document.path for document in documents if document.record is None] == []


def test_every_page_is_built(attacked: Attacked) -> None:
    assert "Traceback" not in attacked.built.said
    assert [
        a for a in [*RECORD_PAGES, *(f"{i}/" for i in INDEXES)] if not (attacked.built.site / a / "index.html").exists()
    ] == []


def test_the_text_is_printed_as_it_is(attacked: Attacked) -> None:
    if "[" not in attacked.text:
        assert attacked.text in read(attacked.built.page("actors/x-actor/")).words


def test_no_element_and_no_address_comes_from_a_text(attacked: Attacked) -> None:
    faults = []
    for page in attacked.built.pages():
        scout = _Scout()
        scout.feed(page.read_text("utf-8"))
        faults += [f"/{attacked.built.address(page)}: {fault}" for fault in scout.faults]
    assert faults == [], "\n".join(faults)


class _Scout(HTMLParser):
    """Reads a page for attributes and elements that only a text could have brought."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.script = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.script = given.get("type", "script") if tag == "script" else ""
        if tag in {"img", "svg"} and (given.get("src") == "x" or "onload" in given):
            self.faults.append(self.get_starttag_text() or tag)
        for name, value in given.items():
            if name.startswith("on") or urlsplit(value.strip()).scheme in {"javascript", "vbscript"}:
                self.faults.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self.script == "script" and "pwned" in data:
            self.faults.append(f"script {data[:80]}")

    def handle_endtag(self, tag: str) -> None:
        self.script = "" if tag == "script" else self.script


@pytest.fixture
def watched(attacked: Attacked, browser: Browser) -> Iterator[Page]:
    """A page in which nothing may happen."""
    context = browser.new_context()
    context.add_init_script(LISTENED)
    page = context.new_page()
    yield page
    context.close()


def pwned(page: Page) -> object:
    return page.evaluate("window.pwned")


@pytest.mark.browser
def test_no_page_runs_a_text(attacked: Attacked, watched: Page) -> None:
    errors: list[str] = []
    watched.on("pageerror", lambda error: errors.append(f"{watched.url}: {error}"))
    ran = []
    for address in [*RECORD_PAGES, *(f"{index}/" for index in INDEXES), "", "page/", "claims/x-claim-withdrawn/"]:
        watched.goto(f"{attacked.server.address}{address}", wait_until="load")
        ran += [address] if pwned(watched) else []
    assert (ran, errors) == ([], [])


@pytest.mark.browser
def test_an_open_note_and_an_open_definition_run_nothing(attacked: Attacked, watched: Page) -> None:
    watched.goto(f"{attacked.server.address}claims/x-claim/")
    watched.locator("[role=doc-noteref]").first.click()
    watched.get_by_role("dialog", name="Note 1").wait_for()
    assert not pwned(watched)


@pytest.mark.browser
def test_the_search_runs_nothing(attacked: Attacked, watched: Page) -> None:
    watched.goto(f"{attacked.server.address}?q=homes")
    watched.get_by_role("dialog").locator("a[href*='claims/x-claim']").first.wait_for()
    assert not pwned(watched)


def test_what_machines_read_holds_the_text_and_can_be_read(attacked: Attacked) -> None:
    for page in attacked.built.pages():
        for text in read(page.read_text("utf-8")).jsonld:
            json.loads(text)
    for path in sorted(attacked.built.site.rglob("*")):
        if path.suffix == ".json":
            json.loads(path.read_text("utf-8"))
        if path.suffix == ".xml":
            ElementTree.fromstring(path.read_text("utf-8"))
    [actor] = read(attacked.built.page("actors/x-actor/")).jsonld
    assert json.loads(actor)["name"] == attacked.text


REFERENCES = ["../x-actor", "x/../../x", "/etc/passwd", "javascript:pwned=1", '"><img src=x>', "X-Actor"]
NAMES = ["UPPER", "with space", "<b>", "a..b", "-x", "x" * 70]


def test_no_reference_and_no_name_of_a_file_leads_out_of_the_records(tmp_path: Path) -> None:
    records = files("harmless")
    claim = json.loads(records["content/claims/x-claim.yml"]) | {"formerly": []}
    wrong = {f"content/claims/y-{n}.yml": json.dumps(claim | {"about": [id]}) for n, id in enumerate(REFERENCES)}
    named = {f"content/claims/{name}.yml": json.dumps(claim) for name in NAMES}
    settings = {"mkdocs.yml": "site_name: x\nplugins: [explainers]\n"}
    built = build(new_site(tmp_path / "project", records | wrong | named | settings))
    assert "Traceback" not in built.said
    assert [path for path in [*wrong, *named] if f"{path}:" not in built.said] == []
    made = {path.name for path in (built.site / "claims").iterdir() if path.is_dir()}
    assert not made & {*NAMES, "..", "passwd"}
