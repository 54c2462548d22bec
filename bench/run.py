"""The benchmark: the same records built by us and by others, in turns, and the ratios.

    python -m bench.run [--sizes 100,1000] [--runs 3] [--tools ours,hugo,…] [--edit [ours,…]] [--serve [ours,…]]
                        [--check] [--floor] [--one-worker] [--option workers=2]

Every build starts from a fresh copy of the records. The results of the sizes that were run replace those in
bench/results.json; bench/RESULTS.md is written from all of them. `bench/peers/install` has to have run. Linux only.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import corpus
from bench.machine import facts
from bench.measure import Run, run
from bench.preview import preview
from bench.report import report
from bench.same import missing, search_index, size_of
from bench.tools import PROJECT, Kit, Tool, edited, prepared, record_to_edit, tools

SEED = 7
RESULTS = PROJECT / "bench" / "results.json"
# As on a machine of one who uses it: no notices, and Python keeps what it compiles.
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
Row = dict[str, Any]


class Bench:
    """One call of the benchmark."""

    def __init__(self, given: argparse.Namespace) -> None:
        self.given = given
        self.work = Path(given.work or tempfile.mkdtemp(prefix="explainers-bench-"))
        self.work.mkdir(parents=True, exist_ok=True)
        self.tools = [tools()[name] for name in given.tools.split(",")]
        self.options = dict(option.split("=", 1) for option in given.option)
        self.example: Path | None = None

    def measure(self, size: int) -> Iterator[Row]:
        """All measurements of one size."""
        folder = self.work / "corpus" / str(size)
        shutil.rmtree(folder, ignore_errors=True)
        corpus.write(size, folder, SEED)
        kit = Kit(folder, self._example(), self.options)
        dropped: set[str] = set()
        for number in range(self.given.runs):
            for tool in self.tools:
                if tool.name not in dropped:
                    for row in self._builds(tool, kit, size, number):
                        yield row
                        if row["status"] != "ok":
                            dropped.add(tool.name)
            if self.given.one_worker:
                yield self._one_worker(kit, size, number)
            if self.given.floor:
                yield from self._floor(size, number)
            if self.given.check:
                yield self._check(kit, size, number)
        if self.given.serve:
            served = [tool for tool in self.tools if tool.name in self.given.serve.split(",")]
            yield from (self._serve(tool, kit, size) for tool in served if tool.name not in dropped)

    def _example(self) -> Path:
        """A small site of ours: its pages have the shell that the others fill in."""
        if self.example is None:
            small = self.work / "corpus" / "example"
            shutil.rmtree(small, ignore_errors=True)
            corpus.write(25, small, SEED)
            ours = tools()["ours"]
            project = prepared(ours, self.work / "example", Kit(small, options=self.options))
            made = run(ours.build, project, timeout=300, environment=QUIET)
            if made.status != "ok":
                sys.exit(f"our own build of the smallest corpus {made.status}:\n{made.said}")
            self.example = project / ours.output
        return self.example

    def _builds(self, tool: Tool, kit: Kit, size: int, number: int) -> Iterator[Row]:
        project = prepared(tool, self.work / tool.name, kit)
        made = run(tool.build, project, timeout=self.given.timeout, environment=QUIET)
        row = _row(tool.name, "cold", size, number, made)
        if made.status == "ok" and number == 0:
            site = project / tool.output
            row["files"], row["bytes"] = size_of(site)
            row["search"] = search_index(site)
            lacking = missing(site, size, SEED)
            if lacking:
                row |= {"status": "incomplete", "said": f"{len(lacking)} missing: {'; '.join(lacking[:3])}"}
            if tool.name == "ours" and self.given.floor:
                kept = self.work / f"site-{size}"
                shutil.rmtree(kept, ignore_errors=True)
                shutil.copytree(site, kept)
        yield row
        if tool.name in self.given.edit.split(",") and row["status"] == "ok":
            edited(record_to_edit(tool, project), str(number))
            yield _row(
                tool.name, "edit", size, number, run(tool.build, project, timeout=self.given.timeout, environment=QUIET)
            )
        shutil.rmtree(project)

    def _one_worker(self, kit: Kit, size: int, number: int) -> Row:
        """Our build by one process."""
        ours = tools()["ours"]
        project = prepared(ours, self.work / ours.name, kit)
        alone = QUIET | {"EXPLAINERS_WORKERS": "1"}
        made = run(ours.build, project, timeout=self.given.timeout, environment=alone)
        shutil.rmtree(project)
        return _row(ours.name, "one worker", size, number, made)

    def _floor(self, size: int, number: int) -> Iterator[Row]:
        """The bytes of our site, written by plain Python with one worker and with one for each core."""
        site = self.work / f"site-{size}"
        for workers in (1, os.cpu_count() or 1) if site.exists() else ():
            out = self.work / "floor"
            command = [sys.executable, "-m", "bench.floor", str(site), str(out), str(workers)]
            path = {"PYTHONPATH": f"{PROJECT}:{os.environ.get('PYTHONPATH', '')}"}
            made = run([command], self.work, timeout=self.given.timeout, environment=path)
            row = _row(f"floor, {workers} worker{'s' if workers > 1 else ''}", "floor", size, number, made)
            yield row | (json.loads(made.said) if made.status == "ok" else {})
            shutil.rmtree(out, ignore_errors=True)

    def _check(self, kit: Kit, size: int, number: int) -> Row:
        command = [sys.executable, "-m", "explainers", "check", "--content", str(kit.corpus / "content")]
        made = run([command], self.work, timeout=self.given.timeout, environment=QUIET)
        return _row("ours", "check", size, number, made)

    def _serve(self, tool: Tool, kit: Kit, size: int) -> Row:
        project = prepared(tool, self.work / tool.name, kit)
        if tool.after_edit:
            run([tool.after_edit], project, timeout=self.given.timeout, environment=QUIET)
        os.environ.update(QUIET)
        found = preview(tool, project, edits=self.given.saves, timeout=self.given.timeout)
        shutil.rmtree(project)
        row: Row = {"tool": tool.name, "mode": "serve", "size": size, "status": found.status}
        return row | {"start": found.start, "saves": found.saves, "idle": found.idle}


def _row(tool: str, mode: str, size: int, number: int, made: Run) -> Row:
    row: Row = {"tool": tool, "mode": mode, "size": size, "round": number, "status": made.status}
    row |= {"wall": round(made.wall, 4), "cpu": round(made.cpu, 4), "memory": made.memory}
    row["load"] = round(os.getloadavg()[0], 1)
    return row | ({"said": _last_line(made.said)} if made.status != "ok" else {})


def _last_line(said: str) -> str:
    """What a tool said last: why it failed. What is above tells of folders of this machine."""
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments name, and write the results."""
    parser = argparse.ArgumentParser(description="Build the same records with us and with others, in turns.")
    parser.add_argument("--sizes", default="100,1000", help="numbers of claims")
    parser.add_argument("--runs", type=int, default=3, help="rounds; in each, every tool builds once")
    parser.add_argument("--tools", default=",".join(tools()))
    parser.add_argument("--edit", nargs="?", const=",".join(tools()), default="", help="edit one record, build again")
    parser.add_argument("--serve", nargs="?", const=",".join(tools()), default="", help="save a record in a preview")
    parser.add_argument("--saves", type=int, default=5, help="how often")
    parser.add_argument("--check", action="store_true", help="check the records")
    parser.add_argument("--one-worker", action="store_true", help="build with us in one process, too")
    parser.add_argument("--floor", action="store_true", help="write our bytes with plain Python")
    parser.add_argument("--option", action="append", default=[], help="a setting of our plugin: name=value")
    parser.add_argument("--timeout", type=float, default=600, help="seconds for one command")
    parser.add_argument("--work", help="the folder to build in, outside of any repository")
    parser.add_argument("--results", type=Path, default=RESULTS)
    given = parser.parse_args(arguments)
    bench = Bench(given)
    results_by_size = json.loads(given.results.read_text("utf-8")) if given.results.exists() else {}
    for size in map(int, given.sizes.split(",")):
        rows = []
        for row in bench.measure(size):
            rows.append(row)
            print(*(f"{key}={value}" for key, value in row.items() if key not in {"said"}), flush=True)
        when = datetime.datetime.now(datetime.UTC).date().isoformat()
        results_by_size[str(size)] = {
            "date": when,
            "machine": facts(bench.work),
            "options": bench.options,
            "rows": rows,
        }
        given.results.parent.mkdir(parents=True, exist_ok=True)
        given.results.write_text(json.dumps(results_by_size, indent=1, ensure_ascii=False) + "\n", "utf-8")
        given.results.with_name("RESULTS.md").write_text(report(results_by_size), "utf-8")
    if not given.work:
        shutil.rmtree(bench.work)


if __name__ == "__main__":
    main()
