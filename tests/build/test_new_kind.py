"""A new kind of record costs one folder and one line in the table of kinds; all else follows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explainers.build.check import Inputs, check
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from explainers.kinds import KINDS, Kind, Kinds
from tests.build.files import FILES, codes, page
from tests.prose.html import read

MODEL = '''
"""A boat."""

from pathlib import Path
from typing import Annotated

from explainers.kinds.kind import Kind
from explainers.kinds.shared_parts import Citation
from explainers.model.base import Record
from explainers.model.fields import Line, Text, link


class Boat(Record):
    """Something that floats."""

    name: Line
    """What is painted on it."""
    owner: Annotated[str, link("actor", inverse="fleet", label="Boats it owns")]
    """Whose it is."""
    log: Text | None = None
    """What happened on board."""
    cites: tuple[Citation, ...] = ()
    """Where we read of it."""

    @property
    def title(self) -> str:
        return self.name


BOAT = Kind("boat", "boats", Boat, Path(__file__).parent, "Boat", "Boats")
'''
PAGE = """
{% extends "page.html" %}
{% import "macros.html" as m with context %}
{% block body %}
<p class="of-a-boat">{{ _("Owned by") }} {{ s.name(record.owner) }}</p>
{{ s.prose(record.log) }}
{{ m.backlinks(s, view.backlinks, ()) }}
{% endblock %}
"""
EXAMPLE = """
# The name.
name: Otter Watch
# Whose it is.
owner: navy
log: >-
  At [[long-lake]] the crew saw otters [@the-paper, p. 4].
cites:
  - source: the-paper
"""


@pytest.fixture(scope="module")
def boat(tmp_path_factory: pytest.TempPathFactory) -> Kind:
    """The kind, in a folder of its own; imported as any module is."""
    folder = tmp_path_factory.mktemp("kinds") / "boat"
    folder.mkdir()
    for name, text in {"model.py": MODEL, "page.html": PAGE, "example.yml": EXAMPLE}.items():
        (folder / name).write_text(text, "utf-8")
    names: dict[str, Any] = {"__file__": str(folder / "model.py"), "__name__": "boat"}
    exec(compile(MODEL, str(folder / "model.py"), "exec", dont_inherit=True), names)
    found = names["BOAT"]
    assert isinstance(found, Kind)
    return found


@pytest.fixture(scope="module")
def kinds(boat: Kind) -> Kinds:
    return (*KINDS, boat)


@pytest.fixture(scope="module")
def site(boat: Kind, kinds: Kinds) -> SiteBuild:
    files = {**FILES, "content/boats/otter-watch.yml": boat.example}
    settings = Settings(root=Path("x"), content=Path("x/content"))
    return build(settings, Inputs({path: text.encode() for path, text in files.items()}), kinds=kinds)


def test_it_is_read_without_a_fault(site: SiteBuild) -> None:
    assert codes(site) == []
    assert "otter-watch" in site.site.graph.records


def test_it_has_a_page_of_its_own_template_with_notes(site: SiteBuild) -> None:
    found = page(site, "boats/otter-watch")
    text = read(found.html).text
    assert (found.address, found.title, found.kind) == ("boats/otter-watch/", "Otter Watch", "boat")
    assert "Owned by Navy" in text
    assert "At Long Lake the crew saw otters1." in text
    assert "“Otters at night”" in text


def test_it_is_listed(site: SiteBuild) -> None:
    found = page(site, "boats/index")
    assert found.title == "Boats"
    assert ("otter-watch/", "Otter Watch") in read(found.html).links


def test_what_it_links_to_says_so_in_the_words_of_the_link(site: SiteBuild) -> None:
    actor = read(page(site, "actors/navy").html)
    assert "Boats it owns" in actor.text
    assert ("../../boats/otter-watch/", "Otter Watch") in actor.links
    assert ("../../boats/otter-watch/", "Otter Watch") in read(page(site, "places/long-lake").html).links


def test_it_is_exported_and_described(site: SiteBuild) -> None:
    files = {file.path: file.data for file in site.files}
    own = json.loads(files["data/boats/otter-watch.json"])
    assert own["fields"]["owner"] == "navy"
    everything = json.loads(files["data/records.json"])
    assert everything["records"]["otter-watch"] == own
    navy = everything["records"]["navy"]
    assert "otter-watch" in json.dumps(navy)
    schema = json.loads(files["data/records.schema.json"])
    assert any("Boat" in name for name in schema["$defs"])


def test_an_index_leads_to_it(site: SiteBuild) -> None:
    assert "boats" in [index.path for index in site.indexes]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("owner: navy", "owner: long-lake"), "wrong-kind-reference"),
        (("owner: navy", "owner: nevy"), "unknown-reference"),
        (("owner: navy", "ownr: navy"), "unknown-key"),
        (("name: Otter Watch", "name:"), "empty-value"),
        (("[[long-lake]]", "[[long-laek]]"), "unknown-reference"),
        (("[@the-paper", "[@navy"), "wrong-kind-reference"),
    ],
)
def test_it_is_checked_as_any_other(boat: Kind, kinds: Kinds, change: tuple[str, str], code: str) -> None:
    files = {**FILES, "content/boats/otter-watch.yml": boat.example.replace(*change)}
    found = check(Inputs({path: text.encode() for path, text in files.items()}), kinds=kinds)
    assert code in [d.code for d in found.diagnostics if d.span.path == "content/boats/otter-watch.yml"]


def test_without_the_line_its_folder_is_unknown() -> None:
    found = check(Inputs({"content/boats/otter-watch.yml": EXAMPLE.encode()}))
    assert [d.code for d in found.diagnostics if d.severity == "error"] == ["unknown-kind"]
