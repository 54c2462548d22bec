"""No text of a record, no title of a page and no word of the settings does anything, wherever it is published."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import rdflib
import rispy
from playwright.sync_api import Browser, Page

from explainers.build.declarations import declared
from explainers.build.load import load
from explainers.kinds import KINDS
from explainers.kinds.site_kinds import with_declared
from tests.exports.bib_readers import read_bibtex
from tests.model.whole import plain_texts
from tests.site.building import Built, build, given, new_site
from tests.site.commands import start
from tests.site.hostile import ATTACKS, HARMLESS, declarations, files, held, record_id, seen, settings
from tests.site.reading import read
from tests.site.serving import Served, served

NUMBERS = range(len(ATTACKS))
PAGED = [kind for kind in KINDS if kind.name != "term"]
INDEXES = "explainers who-said-what figures timeline glossary claims actors sources places events changes tags".split()
TEXTS = {".html", ".json", ".xml", ".csv", ".bib", ".ris", ".ttl"}
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
OF_SHAPES = ("", *(f" {name}" for name in "class x y x1 x2 y1 y2 cx cy r d width height dx dy text-anchor".split()))
# What a site of the attacks has on its indexes alone, where there is no page without one.
OF_INDEXES = {
    *("output", "output aria-live", "dfn", "div id", "h3 id", "span id", "td class"),
    *("div data-xp-filter", "div data-xp-item", "b aria-current"),
    *(f"{shape}{name}" for shape in ("svg", "g", "line", "rect", "circle", "path", "text") for name in OF_SHAPES),
}


@dataclass(frozen=True)
class Attacked:
    built: Built
    server: Served
    project: Path


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    project = tmp_path_factory.mktemp("hostile") / "project"
    with served(project.with_name("site")) as server:
        new_site(project, files(ATTACKS) | {"mkdocs.yml": settings(ATTACKS, server.address)})
        yield Attacked(build(project, site=server.folder), server, project)


def test_every_field_of_every_kind_that_takes_text_holds_every_attack() -> None:
    for kind in KINDS:
        fields = plain_texts(kind.name)
        assert len(fields) > 10
        for name, text in ATTACKS.items():
            texts = held(kind.name, text)
            # The name of a file takes words alone, and a noun has letters, and not every sign.
            assert fields.keys() - texts.keys() <= {("snapshot", "file"), ("kind",)}, name
            assert all(texts[path] == text for path in texts if fields[path] > len(text) and path != ("kind",)), name


def test_the_attacks_are_records_and_not_refused_for_their_form() -> None:
    kinds = with_declared(tuple(KINDS), declared(declarations(ATTACKS)))
    records = {path: text.encode() for path, text in files(ATTACKS).items() if path.startswith("content/")}
    documents, told = load(records, kinds)
    assert [document.path for document in documents if document.record is None] == []
    # What nobody sees is told and printed all the same, unless a build is strict.
    assert {diagnostic.code for diagnostic in told} <= {"hidden-character"}


def test_every_page_is_built(attacked: Attacked) -> None:
    assert "Traceback" not in attacked.built.said
    addresses = [f"{kind.plural}/{record_id(kind.name, number)}/" for kind in PAGED for number in NUMBERS]
    addresses += [*(f"tags/tag-{number}/" for number in NUMBERS), *(f"{index}/" for index in INDEXES)]
    assert [a for a in addresses if not (attacked.built.site / a / "index.html").exists()] == []


def test_the_texts_are_printed_as_they_are(attacked: Attacked) -> None:
    for number, (name, text) in enumerate(ATTACKS.items()):
        assert " ".join(seen(text).split()) in read(attacked.built.page(f"actors/actor-{number}/")).words, name


def pages_of(built: Built) -> dict[str, str]:
    """The pages that do not only lead to another, by their address."""
    found = {built.address(page): page.read_text("utf-8") for page in built.pages()}
    return {address: html for address, html in found.items() if 'http-equiv="refresh"' not in html}


# The browser reads a page without running it: its elements, their attributes, and what leads or loads from elsewhere.
READ = """pages => Object.fromEntries(Object.entries(pages).map(([address, html]) => {
    const seen = new Set(), led = new Set();
    for (const element of new DOMParser().parseFromString(html, "text/html").querySelectorAll("*")) {
        seen.add(element.localName);
        for (const {name, value} of element.attributes) {
            seen.add(`${element.localName} ${name}`);
            if (["href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"].includes(name)) {
                led.add(new URL(value, location.href).href);
            }
            if (name === "style" && /evil|pwned|url|import/.test(value)) led.add(`style:${value}`);
        }
    }
    return [address, [[...seen], [...led]]];
}))"""


@pytest.mark.browser
def test_no_element_no_attribute_and_no_address_comes_from_a_text(attacked: Attacked, watched: Page) -> None:
    watched.goto(f"{attacked.server.address}404.html")
    pages = pages_of(attacked.built)
    assert len(pages) > len(PAGED) * len(ATTACKS)
    found: dict[str, tuple[list[str], list[str]]] = watched.evaluate(READ, pages)
    harmless = {"", *(address for address in pages if re.search(r"-0(-withdrawn)?/(on-record/)?$", address))}
    known = OF_INDEXES.union(*(found[address][0] for address in harmless))
    assert {address: new for address in pages if (new := {*found[address][0]} - known)} == {}
    led = {(address, href) for address, (_, all_led) in found.items() for href in all_led if not is_ours(href)}
    assert led == set()


def is_ours(href: str) -> bool:
    address = urlsplit(href)
    return address.scheme in {"http", "https"} and address.hostname != "evil.example"


@pytest.fixture
def watched(attacked: Attacked, browser: Browser) -> Iterator[Page]:
    """A page in which nothing may happen: no script of a text, no dialog, no request to another host."""
    context = browser.new_context()
    page = context.new_page()
    happened: list[str] = []
    page.on("pageerror", lambda error: happened.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: (happened.append(f"{page.url}: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda request: None if is_here(request.url, attacked) else happened.append(request.url))
    yield page
    context.close()
    assert happened == []


def is_here(url: str, attacked: Attacked) -> bool:
    return url.startswith((attacked.server.address, "blob:", "data:image/"))


def pwned(page: Page) -> object:
    return page.evaluate("window.pwned")


@pytest.mark.browser
def test_no_page_runs_a_text(attacked: Attacked, watched: Page) -> None:
    claims = [f"claims/claim-{number}/" for number in NUMBERS]
    others = [f"{kind.plural}/{record_id(kind.name, 2)}/" for kind in PAGED]
    ran = []
    for address in [*claims, *others, *(f"{index}/" for index in INDEXES), "tags/tag-2/", "pages/page-1/"]:
        watched.goto(f"{attacked.server.address}{address}", wait_until="load")
        ran += [address] if pwned(watched) else []
    assert ran == []


@pytest.mark.browser
@pytest.mark.parametrize("number", [1, 2, 5])
def test_an_open_note_and_an_open_definition_run_nothing(attacked: Attacked, watched: Page, number: int) -> None:
    watched.goto(f"{attacked.server.address}claims/claim-{number}/")
    watched.locator("[role=doc-noteref]").first.click()
    watched.get_by_role("dialog", name="Note 1").wait_for()
    assert not pwned(watched)


@pytest.mark.browser
def test_the_search_runs_nothing(attacked: Attacked, watched: Page) -> None:
    for words in ("homes", "title", "style", "javascript"):
        watched.goto(f"{attacked.server.address}?q={words}")
        watched.get_by_role("dialog").locator("a[href*='claims/claim']").first.wait_for()
        assert not pwned(watched)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.add(" ".join([tag, *(name for name, _ in attributes)]))


def tags_in(html: str) -> set[str]:
    reader = _Tags()
    reader.feed(html)
    reader.close()
    return reader.found


def test_what_a_page_says_to_machines_ends_where_it_should(attacked: Attacked) -> None:
    for html in pages_of(attacked.built).values():
        for text in read(html).jsonld:
            json.loads(text)
            assert "<" not in text
    for number, text in enumerate(ATTACKS.values()):
        [actor] = read(attacked.built.page(f"actors/actor-{number}/")).jsonld
        assert json.loads(actor)["name"] == seen(text)


def test_the_search_index_has_no_element_of_a_text(attacked: Attacked) -> None:
    entries = json.loads(attacked.built.page("search/search_docs.json"))
    texts = [f"{entry['title']} {entry['text']}" for entry in entries]
    assert len(texts) > len(ATTACKS) * len(PAGED)
    assert set().union(*map(tags_in, texts)) <= {"p", "h1 id", "a class href title"}


def test_feeds_and_data_can_be_read(attacked: Attacked) -> None:
    for path in sorted(attacked.built.site.rglob("*")):
        if path.suffix == ".json":
            json.loads(path.read_text("utf-8"))
        if path.suffix == ".xml":
            elements = [element.tag for element in ElementTree.fromstring(path.read_text("utf-8")).iter()]
            assert all(re.match(r"\{http://www\.(w3\.org/2005/Atom|sitemaps\.org)", tag) for tag in elements)
    feed = ElementTree.fromstring(attacked.built.page("changes/feed.xml"))
    written = [element.text or "" for element in feed.iter() if element.get("type") == "html"]
    assert set().union(*map(tags_in, written)) <= {"p"}


def test_no_file_holds_a_control_character(attacked: Attacked) -> None:
    files = {path: data.decode() for path, data in attacked.built.files().items() if Path(path).suffix in TEXTS}
    held = {path: match[0] for path, text in files.items() if (match := CONTROLS.search(text))}
    assert held == {}


def test_no_cell_is_a_formula(attacked: Attacked) -> None:
    head, *rows = csv.reader(io.StringIO(attacked.built.page("data/figures.csv"), newline=""))
    assert len(rows) >= len(ATTACKS)
    assert {len(row) for row in rows} == {len(head)}
    cells = {cell for row in rows for cell in row if not re.fullmatch(r"-?\d+(\.\d+)?", cell)}
    first = {cell: unicodedata.normalize("NFKC", cell.lstrip())[:1] for cell in cells}
    assert [cell for cell in cells if first[cell] in {*"=+-@"} or cell[:1] in {*"\t\r\n"}] == []


def test_references_hold_as_many_sources_as_there_are(attacked: Attacked) -> None:
    sources = len([*attacked.built.site.glob("data/sources/*.bib")])
    assert sources >= len(ATTACKS)
    bibtex = attacked.built.files()["data/sources.bib"]
    assert len(read_bibtex(bibtex)) == sources
    assert re.search(rb"\\(input|write|include)\b", bibtex) is None
    ris = attacked.built.files()["data/sources.ris"].decode()
    assert len(rispy.loads(ris.replace("\r\n", "\n"))) == sources
    assert [line for line in ris.split("\r\n") if line and not re.match(r"[A-Z][A-Z0-9]  - ", line)] == []
    assert [line for line in ris.split("\r\n") if line.startswith("UR  - ") and "evil" in line] == []


def test_the_glossary_as_turtle_speaks_of_the_glossary_alone(attacked: Attacked) -> None:
    graph = rdflib.Graph().parse(data=attacked.built.page("data/glossary.ttl"), format="turtle")
    ours = f"{attacked.server.address}glossary/"
    assert {subject for subject in graph.subjects() if not str(subject).startswith(ours)} == set()
    named = {str(term) for triple in graph for term in triple if isinstance(term, rdflib.URIRef)}
    assert [name for name in named if not name.startswith(("http://", "https://"))] == []


COMMAND = re.compile(r"##\w*\[|^\s*::", re.MULTILINE)


@pytest.mark.parametrize("form", ["human", "json", "github"])
def test_no_log_gets_a_command_and_no_terminal_a_control_sequence(
    attacked: Attacked, form: str, tmp_path: Path
) -> None:
    log = tmp_path / "log.txt"
    words = ("check", "--format", form)
    running = start("explainers", *words, folder=attacked.project, environment=given({}), out=log)
    assert running.ended(timeout=120) == 1
    said = log.read_text("utf-8")
    lines = [line for line in said.splitlines() if not re.match("::(error|warning|notice) file=", line)]
    assert_harmless("\n".join(lines))
    assert (form == "github") == (len(lines) < len(said.splitlines()))
    assert len(said) > 10_000


def test_no_log_of_a_build_gets_one(attacked: Attacked) -> None:
    assert len(attacked.built.said) > 10_000
    assert_harmless(attacked.built.said)


def assert_harmless(said: str) -> None:
    assert COMMAND.search(said) is None
    assert CONTROLS.search(said) is None


REFERENCES = ["../x-actor", "x/../../x", "/etc/passwd", "javascript:pwned=1", '"><img src=x>', "X-Actor"]
NAMES = ["UPPER", "with space", "<b>", "a..b", "-x", "x" * 70]


def test_no_reference_and_no_name_of_a_file_leads_out_of_the_records(tmp_path: Path) -> None:
    records = {p: text for p, text in files({"nothing": HARMLESS}).items() if not p.startswith("docs/pages/")}
    claim = json.loads(records["content/claims/claim-0.yml"]) | {"formerly": []}
    wrong = {f"content/claims/y-{n}.yml": json.dumps(claim | {"about": [id]}) for n, id in enumerate(REFERENCES)}
    named = {f"content/claims/{name}.yml": json.dumps(claim) for name in NAMES}
    owners = {"mkdocs.yml": "site_name: x\nplugins: [explainers]\n"}
    built = build(new_site(tmp_path / "project", records | wrong | named | owners))
    assert "Traceback" not in built.said
    assert [path for path in [*wrong, *named] if f"{path}:" not in built.said] == []
    made = {path.name for path in (built.site / "claims").iterdir() if path.is_dir()}
    assert not made & {*NAMES, "..", "passwd"}
