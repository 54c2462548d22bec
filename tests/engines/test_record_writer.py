"""Record pages that several processes write come out as MkDocs would have written them, and so does the rest."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from explainers.build import workers
from explainers.cli import main
from explainers.engines.mkdocs.finish import search_adapter
from explainers.engines.mkdocs.frames import record_writer
from tests.build.test_workers import forks
from tests.engines.test_fast import MATERIAL, NAV
from tests.engines.varied import both, varied_site

LINKS = {
    "docs/links.md": "# Links\n\n[one](claims/index.md) [two](actors/nato.md#notes) [three](actors/nato.md#no-such)\n"
}


@pytest.fixture(autouse=True)
def _built_on_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@forks
def test_several_processes_write_the_same_site(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPLAINERS_WORKERS", "3")
    # A page by hand, in the place of a record's.
    files = LINKS | {"docs/actors/odd-1.md": "# By hand\n", "docs/claims/kursk-front-unchanged/index.md": "# Otters\n"}
    pair = both(varied_site(tmp_path / "project", files), MATERIAL | {"nav": NAV}, caplog)
    assert len(pair.slow) > 200
    assert pair.differing() == []
    assert b"By hand" in pair.fast["actors/odd-1/index.html"]


def test_a_link_to_a_record_is_checked_to_its_anchor(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = MATERIAL | {"validation": {"links": {"anchors": "warn"}}}
    project = varied_site(tmp_path / "project", LINKS)
    both(project, config, caplog)
    told = [record.getMessage() for record in caplog.records if "does not contain an anchor" in record.getMessage()]
    assert len(told) == 1
    assert "'#no-such'" in told[0]


def test_the_search_of_a_large_site_has_one_entry_a_page(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_adapter, "MOST_WHOLE", 50)
    pair = both(varied_site(tmp_path / "project", LINKS), MATERIAL, caplog)
    assert pair.differing() == []
    entries = json.loads(pair.fast["search/search_docs.json"])
    number = Counter(entry["location"].partition("#")[0] for entry in entries)
    assert number["glossary/"] > 10
    assert number["guide/how/"] > 1
    assert {count for address, count in number.items() if address.startswith(("claims/", "actors/"))} == {1}
    (odd,) = [entry for entry in entries if entry["location"] == "actors/odd-0/"]
    assert (odd["title"], odd["text"]) == ("Smith &amp; Sons", "<p>It is called Smith &amp; Sons.</p>")


def test_a_fault_in_a_page_is_reported_as_ours(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise LookupError("nothing there")

    monkeypatch.setattr(record_writer.RecordWriter, "_made", fails)
    with pytest.raises(Abort):
        both(varied_site(tmp_path / "project", {}), MATERIAL, caplog)
    assert "this is a bug in explainers: LookupError('nothing there')" in caplog.messages


@forks
def test_a_killed_worker_fails_the_build_in_plain_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise workers.WorkerDied("a worker was ended by the signal SIGKILL before its work was done")

    monkeypatch.setattr(record_writer, "shared_out", killed)
    with pytest.raises(Abort):
        both(varied_site(tmp_path / "project", {}), MATERIAL, caplog)
    assert caplog.messages[-1].endswith("; with `workers: 1` it is done in one process, which needs less memory")


def test_a_check_in_the_same_process_keeps_no_build_from_making_pages(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = varied_site(tmp_path / "project", {})
    (project / "mkdocs.yml").write_text("site_name: S\nplugins: [search, explainers]\n", "utf-8")
    monkeypatch.chdir(project)
    with pytest.raises(SystemExit):
        main(["check"])
    assert "actors/odd-0/index.html" in both(project, MATERIAL, caplog).fast
