"""The benchmark's own instruments: what is measured, what counts as done, and what the report says of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench import floor
from bench.corpus import records
from bench.measure import run
from bench.peers.markdown_pages import main as write_markdown
from bench.report import report
from bench.same import missing, search_index
from bench.shell import HUGO, shell
from bench.yaml_text import record

SIZE, SEED = 60, 7
HOLDS_80_MB = "import os, time; child = os.fork(); kept = b'x' * 40_000_000; time.sleep(0.6)"


def timed(code: str, folder: Path, *, timeout: float = 20):
    return run([[sys.executable, "-c", code]], folder, timeout=timeout, environment={})


def test_the_memory_of_all_processes_is_added_up(tmp_path: Path):
    assert timed(HOLDS_80_MB, tmp_path).memory > 80_000_000


def test_the_processor_time_of_a_child_counts(tmp_path: Path):
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    made = timed(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])", tmp_path)
    assert made.status == "ok"
    assert made.cpu >= 0.3
    assert made.wall >= 0.3


def test_a_failure_is_reported_with_its_last_words(tmp_path: Path):
    made = timed("raise SystemExit('no such template')", tmp_path)
    assert (made.status, made.said.strip()) == ("failed", "no such template")


def test_what_takes_too_long_is_ended(tmp_path: Path):
    made = timed("import time; time.sleep(60)", tmp_path, timeout=0.3)
    assert made.status == "timeout"
    assert made.wall < 10


@pytest.fixture(scope="module")
def markdown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("markdown")
    for plural, id, fields in records(SIZE, SEED):
        (folder / "records" / plural).mkdir(parents=True, exist_ok=True)
        (folder / "records" / plural / f"{id}.yml").write_text(record(fields), "utf-8")
    write_markdown(folder / "records", folder / "docs")
    return folder / "docs"


@pytest.fixture
def site(markdown: Path, tmp_path: Path) -> Path:
    """The Markdown pages laid out as a site, as they are: every word of a record stands in them."""
    for page in markdown.rglob("*.md"):
        target = tmp_path / page.relative_to(markdown).with_suffix("") / "index.html"
        target.parent.mkdir(parents=True)
        target.write_text(page.read_text("utf-8"), "utf-8")
    return tmp_path


def test_a_site_with_all_records_lacks_nothing(site: Path):
    assert missing(site, SIZE, SEED) == []


def test_a_page_that_is_not_there_is_missed(site: Path):
    (site / "claims/claim-000003/index.html").unlink()
    assert {words.partition(":")[0] for words in missing(site, SIZE, SEED)} == {"claims/claim-000003"}


def test_a_statement_that_is_not_there_is_missed(site: Path):
    statement = next(str(f["statement"]) for _, id, f in records(SIZE, SEED) if id == "claim-000004")
    page = site / "claims/claim-000004/index.html"
    page.write_text(page.read_text("utf-8").replace(statement.rpartition(" ")[2], ""), "utf-8")
    assert len(missing(site, SIZE, SEED)) == 1


def test_each_citation_of_the_markdown_has_its_note(markdown: Path):
    text = "".join(page.read_text("utf-8") for page in markdown.glob("explainers/*-*.md"))
    assert "[^1]" in text
    assert text.count("[^1]:") == len(list(markdown.glob("explainers/*-*.md")))
    assert "[@" not in text
    assert "[[" not in text


def test_all_that_a_search_needs_is_counted(tmp_path: Path):
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_bytes(b"12345")
    (tmp_path / "search.json").write_bytes(b"123")
    assert search_index(tmp_path) == 8


def test_a_shell_keeps_the_page_and_leaves_gaps(tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text(
        "<head><title>A claim - Explainers</title>"
        '<link rel="canonical" href="https://example.org/x/claims/a/"><link rel="stylesheet" href="../../assets/a.css">'
        '<script type="application/ld+json">{"name": "A claim"}</script><script>x={{}}</script></head>'
        '<nav class="md-nav md-nav--secondary" aria-label="x"><ul><li>Positions</li></ul></nav>'
        '<a href="..">Claims</a><article class="md-content__inner md-typeset"><h1>A claim</h1></article>',
        "utf-8",
    )
    html = shell(page, "claims/a/", HUGO)
    assert "A claim" not in html
    assert "Positions" not in html
    assert html.count("{{ .Title }}") == 1
    assert '<link rel="canonical" href="{{ .Permalink }}">' in html
    assert 'href="/x/assets/a.css"' in html
    assert '<a href="/x/claims/">' in html
    assert '{{ block "main" . }}{{ end }}</article>' in html
    assert "x={ {}}" in html


@pytest.mark.parametrize("workers", [1, 2])
def test_the_floor_writes_every_byte(tmp_path: Path, workers: int):
    files = [(f"{number % 3}/{number}/index.html", b"x" * number) for number in range(20)]
    wall, cpu = floor.write(files, tmp_path / "out", workers)
    assert sorted(floor.read(tmp_path / "out")) == sorted(files)
    assert wall > 0
    assert cpu >= 0


def build(tool: str, number: int, wall: float, *, mode: str = "cold", status: str = "ok") -> dict[str, object]:
    row = {"tool": tool, "mode": mode, "size": 100, "round": number, "status": status}
    return row | {"wall": wall, "cpu": wall, "memory": 50_000_000}


def told(*rows: dict[str, object]) -> dict[str, object]:
    return {"100": {"date": "2026-01-02", "machine": {"Machine": "two cores"}, "options": {}, "rows": list(rows)}}


def test_where_we_are_slower_is_said_first():
    text = report(told(build("ours", 0, 8.0), build("hugo", 0, 2.0)))
    assert "We are **4.0 times slower** by the clock, 4.0 times slower by processor time." in text
    assert text.index("slower") < text.index("## 100 claims")


def test_where_we_are_faster_is_said_too():
    text = report(told(build("ours", 0, 2.0), build("hugo", 0, 5.0)))
    assert "We are **2.5 times faster** by the clock" in text


def test_a_size_without_us_is_not_counted_as_a_failure_of_ours():
    text = report(told(build("hugo", 0, 5.0)))
    assert "Hugo 5.00 s; our build was not run." in text


def test_a_ratio_is_taken_within_each_round():
    # The machine was four times as slow in the second round: each ratio is 2 all the same.
    rows = [build("ours", 0, 2.0), build("hugo", 0, 1.0), build("ours", 1, 8.0), build("hugo", 1, 4.0)]
    line = next(line for line in report(told(*rows)).splitlines() if line.startswith("| Explainers in MkDocs"))
    assert "| 5.00 (2.00 to 8.00) | 2.00 | 1.00 |" in line


def test_a_build_that_did_not_end_is_reported_and_not_counted():
    text = report(told(build("ours", 0, 600.0, status="timeout"), build("hugo", 0, 2.0)))
    assert "timeout after 600 s" in text
    assert "our build did not end in time" in text
