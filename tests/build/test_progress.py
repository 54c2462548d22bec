"""Long work says how far it has come, short work says nothing."""

from __future__ import annotations

import io

from explainers.build.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def run(stream: io.StringIO, *, seconds: int, quiet: bool = False) -> list[str]:
    clock, lines = Clock(), list[str]()
    tell = Progress("pages", lines.append, quiet=quiet, stream=stream, clock=clock)
    for second in range(1, seconds + 1):
        clock.now = float(second)
        tell(second * 100, seconds * 100)
    tell.end()
    return lines


def test_work_of_a_second_is_not_told() -> None:
    terminal = Terminal()
    assert run(terminal, seconds=1) == run(io.StringIO(), seconds=1) == []
    assert terminal.getvalue() == ""


def test_a_terminal_has_a_bar_that_goes_away() -> None:
    terminal = Terminal()
    assert run(terminal, seconds=4) == []
    first, *_, last = terminal.getvalue().split("\r")[1:]
    assert first == "pages ###############............... 200 of 400"
    assert last == "\x1b[K"


def test_elsewhere_a_line_comes_every_few_seconds() -> None:
    lines = run(io.StringIO(), seconds=12)
    assert lines == ["pages: 200 of 1,200", "pages: 700 of 1,200", "pages: 1,200 of 1,200"]


def test_quiet_is_quiet() -> None:
    terminal = Terminal()
    assert run(terminal, seconds=4, quiet=True) == run(io.StringIO(), seconds=4, quiet=True) == []
    assert terminal.getvalue() == ""


def test_where_no_one_takes_lines_there_are_none() -> None:
    stream, clock = io.StringIO(), Clock()
    tell = Progress("records", stream=stream, clock=clock)
    clock.now = 9.0
    tell(1, 2)
    assert stream.getvalue() == ""
