"""Hundreds of bad files: each mistake has a place, nothing ends in a traceback, and nothing takes long."""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from explainers.build.check import Inputs, check
from explainers.kinds import KINDS
from explainers.text import report
from explainers.text.diagnostic import Diagnostic
from explainers.text.source import as_lines
from tests.build.files import written

EXAMPLES = {kind.example.splitlines()[0].removeprefix("# "): kind.example.encode() for kind in KINDS}
FILES, MEMORY, SECONDS = 500, 1 << 30, 20
# What is typed, pasted or damaged: signs of YAML, of Markdown and of terminals, and characters that nobody sees.
PIECES = [
    *"[]{}:,-?&*!|>'\"%@`#~=<\\\t\r\0\x1b\x7f\u00a0\u00ad\u200b\u202e\u2060\u2028\ufeff\ufe0f\U000e0041\ue000",
    *("- ", ": ", " #x", "---\n", "...\n", "<<: ", "<<<<<<< x\n", "!!python/object ", "&a ", "*a", "? ", "|\n", ">-\n"),
    *(
        "[[",
        "]]",
        "[@",
        "{q1}",
        "**",
        "\\u0000",
        '"\\ud800"',
        "“",
        "”",
        "٣",
        "\u0430",
        "1e999",
        "-0",
        "null",
        "~",
        "[]",
    ),
    *("{}", "Y1E9999999999", "9999-99-99", "2024-13-45/..", "https://u:p@h:99999/", "javascript:x", "a" * 5000),
    *("[" * 3000, "{a: " * 500, "- " * 1000, "\n" * 2000, "::error::x", "##[group]x", "日本", "é"),
]
BYTES = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xfe\xff", b"\x00"]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file after up to four of the things that happen to files."""
    for _ in range(chance.randint(1, 4)):
        lines = data.split(b"\n")
        at = chance.randrange(len(lines))
        key, colon, value = lines[at].partition(b": ")
        piece = chance.choice(PIECES).encode()
        offset = chance.randrange(len(data) + 1)
        match chance.randrange(9):
            case 0:
                del lines[at]
            case 1:
                lines.insert(chance.randrange(len(lines)), lines[at])
            case 2:
                lines[at] = b" " * chance.randrange(7) + lines[at].lstrip()
            case 3:
                lines[at] = key + colon + piece
            case 4:
                lines[at] = key + colon.rstrip() + value
            case 5:
                lines = (data[:offset] + piece + data[offset:]).split(b"\n")
            case 6:
                lines = (data[:offset] + chance.choice(BYTES) + data[offset:]).split(b"\n")
            case 7:
                lines = data[:offset].split(b"\n")
            case 8:
                lines += lines[at:] * chance.choice([1, 1, 1000])
        data = b"\n".join(lines)[: 1 << 20]
    return data


def bad_files(number: int) -> dict[str, bytes]:
    """Damaged examples, each under a name of its own."""
    found = {}
    for seed in range(number):
        chance = random.Random(seed)
        path = chance.choice([*EXAMPLES])
        folder, _, name = path.rpartition("/")
        found[f"{folder}/{name.removesuffix('.yml')}-{seed}.yml"] = damaged(EXAMPLES[path], chance)
    return found


BAD = bad_files(FILES)


def is_placed(found: Diagnostic, files: dict[str, bytes]) -> bool:
    """Whether a mistake is in a file that there is, and at a line and a column of it."""
    span = found.span
    if span.path not in files:
        return False
    lines = as_lines(files[span.path].decode(errors="replace")).split("\n")
    if not 1 <= span.line <= len(lines):
        return False
    # A wrong byte is shown behind what is before it.
    return 1 <= span.column <= len(lines[span.line - 1]) + 2 and (span.line, span.column) <= (
        span.end_line,
        span.end_column,
    )


@pytest.mark.parametrize("start", range(0, FILES, 100))
def test_each_mistake_has_a_place_and_no_file_takes_long(start: int) -> None:
    slow, lost = [], []
    for path, data in [*BAD.items()][start : start + 100]:
        files = EXAMPLES | {path: data}
        began = process_time()
        found = check(Inputs(files))
        printed = report.human(found.diagnostics, Inputs(files).texts)
        report.as_json(found.diagnostics)
        report.github(found.diagnostics)
        if process_time() - began > 2:
            slow.append(path)
        assert "\x1b" not in printed
        lost += [(path, d.span, d.code) for d in found.diagnostics if not is_placed(d, files)]
    assert (slow, lost) == ([], [])


def test_all_of_them_together_are_checked_in_little_memory_and_time(tmp_path: Path) -> None:
    written(tmp_path, {**EXAMPLES, **BAD})

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    command = [str(Path(sys.executable).with_name("explainers")), "check", "--content", "content", "--format", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, preexec_fn=bounded)
    assert (done.returncode, done.stderr.decode()) == (1, "")
    told = {d["file"] for d in json.loads(done.stdout)["diagnostics"] if d["severity"] == "error"}
    # Some of the damage does no harm: a line of a comment lost, two keys in another order.
    assert len(told & BAD.keys()) > FILES // 2
