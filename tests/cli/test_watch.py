"""`explainers watch`: what is new and what is mended since the last save."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from explainers.cli.watch import Problems, news
from explainers.text.diagnostic import error
from explainers.text.file_text import Span
from tests.cli.conftest import CLAIM, EXAMPLES

TEXTS = {"a.yml": "label: It\nby: mara\nto: mara\n"}


def fault(line: int, message: str = "no record has the id `mara`") -> Problems:
    return Problems([error("unknown-reference", message, Span("a.yml", line, 5, line, 9))], TEXTS)


def test_a_mistake_that_moved_is_neither_new_nor_mended() -> None:
    assert [*news(fault(2), fault(3))] == ["1 error"]


def test_a_second_of_the_same_is_new_and_what_is_gone_is_mended() -> None:
    both = Problems([*fault(2).found, *fault(3).found], TEXTS)
    new, last = news(fault(2), both)
    assert new.startswith("new: error[unknown-reference]: no record has the id `mara`\n --> a.yml:3:5\n")
    assert last == "2 errors"
    mended, last = news(both, fault(2))
    assert mended == "mended: a.yml:3:5: unknown-reference: no record has the id `mara`"
    assert last == "1 error"


@contextmanager
def watching(site: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "explainers", "watch"]
    with subprocess.Popen(command, cwd=site, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def report(process: subprocess.Popen[str]) -> str:
    """What it prints next, up to the line that counts the mistakes."""
    assert process.stdout
    found = ""
    for line in process.stdout:
        found += line
        if re.match(r"(?:no errors|\d+ errors?)\b", line):
            return found
    raise AssertionError(found)


def test_each_save_is_checked_until_it_is_interrupted(site: Path) -> None:
    claim = site / CLAIM
    page = site / "docs/about.md"
    page.parent.mkdir()
    page.write_text("# About\n", "utf-8")
    with watching(site) as process:
        assert "error[" not in report(process)
        claim.write_text(EXAMPLES[CLAIM].replace("march-storm, ", "march-strm, "), "utf-8")
        found = report(process)
        assert "new: error[unknown-reference]: no record has the id `march-strm`" in found
        claim.write_text(EXAMPLES[CLAIM], "utf-8")
        assert "mended: " in report(process)
        page.write_text("# About\n\n[[nowhere-at-all]]\n", "utf-8")
        assert "docs/about.md:3:3" in report(process)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
