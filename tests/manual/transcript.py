"""A transcript of a terminal in the manual: what is typed, what is printed, and how it is done again."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Command:
    """A command as it is typed, of one line or more, and what the transcript says that it prints."""

    typed: str
    printed: str

    def is_printed_by(self, output: str) -> bool:
        """Whether an output is the one of the transcript, in which `…` stands for anything."""
        # Alone on a line it stands for any number of lines, also for none.
        pattern = re.escape(f"{self.printed}\n" if self.printed else "")
        pattern = re.sub(r"(?m)^…\n", "(?:.*\\\\n)*", pattern.replace("\\\n", "\n")).replace("…", ".*")
        return bool(re.fullmatch(pattern, output))


def blocks(text: str) -> list[str]:
    """The transcripts of a Markdown page."""
    return _BLOCK.findall(text)


def commands(block: str) -> Iterator[Command]:
    """What is typed in a transcript: lines that begin with `$`, and with `>` where a command goes on."""
    for typed in re.split(r"(?m)^\$ ", block)[1:]:
        lines = typed.splitlines()
        more = next((number for number, line in enumerate(lines[1:], 1) if not line.startswith("> ")), len(lines))
        yield Command(
            "\n".join([lines[0], *(line[2:] for line in lines[1:more])]), "\n".join(line for line in lines[more:])
        )


class Terminal:
    """A shell that is typed into, with the output of each command in a file of its own."""

    def __init__(self, folder: Path, outputs: Path, environment: Mapping[str, str]) -> None:
        outputs.mkdir()
        self._outputs = outputs
        self._shell = subprocess.Popen(
            ["bash", "--noprofile", "--norc"], cwd=folder, env=dict(environment), stdin=subprocess.PIPE, text=True
        )
        self._count = 0

    def type(self, command: str, *, timeout: float) -> str:
        """Type a command, and wait for its end; what it prints."""
        out = self._next()
        ended = out.with_suffix(".status")
        self._line(f"{{ {command}\n}} > '{out}' 2>&1; echo $? > '{ended}.new'; mv '{ended}.new' '{ended}'")
        self._wait(ended.exists, out, timeout)
        return out.read_text("utf-8")

    def leave_running(self, command: str, *, until: Command, timeout: float) -> str:
        """Type a command that goes on, and wait until it has printed what it should."""
        out = self._next()
        self._line(f"{command} > '{out}' 2>&1 &")
        self._wait(lambda: out.exists() and until.is_printed_by(out.read_text("utf-8")), out, timeout)
        return out.read_text("utf-8")

    def close(self) -> None:
        """End what runs, and the shell."""
        # What runs in the background of a shell takes no notice of an interruption.
        with self._shell:
            self._line("kill $(jobs -p) 2>/dev/null; wait; exit")

    def _next(self) -> Path:
        self._count += 1
        return self._outputs / f"{self._count}.txt"

    def _line(self, text: str) -> None:
        stdin: IO[str] | None = self._shell.stdin
        assert stdin
        stdin.write(f"{text}\n")
        stdin.flush()

    def _wait(self, done: Callable[[], bool], out: Path, timeout: float) -> None:
        end = time.monotonic() + timeout
        while not done():
            assert time.monotonic() < end, out.read_text("utf-8") if out.exists() else "nothing was printed"
            assert self._shell.poll() is None
            time.sleep(0.05)
