"""Long work says how far it has come, short work says nothing."""

from __future__ import annotations

import io
import logging

import pytest

from explainers.engines.mkdocs.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def run(stream: io.StringIO, *, seconds: int) -> None:
    clock = Clock()
    tell = Progress("pages", stream, clock)
    for second in range(1, seconds + 1):
        clock.now = float(second)
        tell(second * 100, seconds * 100)
    tell.end()


def test_work_of_a_second_is_not_told(caplog: pytest.LogCaptureFixture) -> None:
    terminal = Terminal()
    with caplog.at_level(logging.INFO):
        run(terminal, seconds=1)
        run(io.StringIO(), seconds=1)
    assert (terminal.getvalue(), caplog.messages) == ("", [])


def test_a_terminal_has_a_bar_that_goes_away() -> None:
    terminal = Terminal()
    with_info = logging.getLogger("mkdocs.plugins.explainers")
    with_info.setLevel(logging.INFO)
    run(terminal, seconds=4)
    with_info.setLevel(logging.NOTSET)
    first, *_, last = terminal.getvalue().split("\r")[1:]
    assert first == "pages ###############............... 200 of 400"
    assert last == "\x1b[K"


def test_elsewhere_a_line_comes_every_few_seconds(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        run(io.StringIO(), seconds=12)
    assert caplog.messages == ["pages: 200 of 1,200", "pages: 700 of 1,200", "pages: 1,200 of 1,200"]


def test_quiet_is_quiet(caplog: pytest.LogCaptureFixture) -> None:
    terminal = Terminal()
    with caplog.at_level(logging.WARNING, logger="mkdocs.plugins.explainers"):
        run(terminal, seconds=4)
    assert terminal.getvalue() == ""
