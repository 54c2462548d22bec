"""Commands as a site owner types them, each in a process of its own that need not import everything first.

To import MkDocs and the plugin takes longer than to build a small site. So one process imports them, and each command
runs in a copy of it, with its own folder, environment and output. What a process brings along from its start, such as
`PYTHONHASHSEED`, it gets only from `subprocess`.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import random
import runpy
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).parents[2]
IMPORTED = (
    *("mkdocs.commands.build", "mkdocs.commands.serve", "mkdocs.config.defaults", "mkdocs.contrib.search"),
    *("material.plugins.search.plugin", "material.extensions.emoji", "pymdownx.superfences", "markdown.extensions.toc"),
    *("explainers.engines.mkdocs.plugin", "explainers.cli", "explainers.markdown.extension"),
)


@dataclass(frozen=True)
class Started:
    """A command that runs."""

    process: int

    def ended(self, *, timeout: float) -> int:
        """Its exit status, once it has ended; it is ended after so many seconds."""
        return int(_asked("wait", self.process, timeout))


def start(
    module: str, *arguments: str, folder: Path, environment: Mapping[str, str], out: Path, err: Path | None = None
) -> Started:
    """`python -m module arguments` in a folder; what it prints goes into files, or into one."""
    return Started(_asked("start", module, arguments, str(folder), dict(environment), str(out), str(err or out)))


def _asked(*order: Any) -> Any:
    process = _parent()
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps(order) + "\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


@cache
def _parent() -> subprocess.Popen[str]:
    """The process whose copies the commands run in."""
    given = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        [sys.executable, __file__], cwd=ROOT, env=given, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    def end() -> None:
        process.communicate()

    atexit.register(end)
    return process


def _serve(orders: IO[str], answers: IO[str]) -> None:
    for order in orders:
        what, *given = json.loads(order)
        answer = _copy(*given) if what == "start" else _status(*given)
        answers.write(f"{answer}\n")
        answers.flush()


def _copy(module: str, arguments: list[str], folder: str, environment: dict[str, str], out: str, err: str) -> int:
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        time.tzset()
        random.seed()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND), 1)
        os.dup2(1 if err == out else os.open(err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND), 2)
        status = _run(module, arguments, folder)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _run(module: str, arguments: list[str], folder: str) -> int:
    """The exit status of a module that is run as a program."""
    sys.argv[:] = [module, *arguments]
    sys.path[0] = folder
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, str):
            sys.stderr.write(f"{end.code}\n")
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _status(process: int, timeout: float) -> int:
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        found, status = os.waitpid(process, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def main() -> None:
    with os.fdopen(os.dup(1), "w") as answers:
        os.dup2(2, 1)
        for module in IMPORTED:
            importlib.import_module(module)
        gc.freeze()
        _serve(sys.stdin, answers)


if __name__ == "__main__":
    main()
