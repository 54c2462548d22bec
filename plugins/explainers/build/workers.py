"""Work shared among forks of this process, which all have its memory.

The result is the same as that of a loop in this process. A copy is made by `fork`, which is safe on Linux while no
other thread runs; elsewhere the work is done here.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import BinaryIO, Generic, TypeAlias, TypeVar

# Gets how many of a number of items are done.
OnProgress: TypeAlias = Callable[[int, int], None]
Item = TypeVar("Item")
Result = TypeVar("Result")

# So many items are taken at a time: a page takes a millisecond, and to take a number costs 10 µs. Of items that
# are to stay together, up to the last number.
_AT_A_TIME, _FEW, _TOGETHER = 8, 64, 64
_NUMBER = 4
# A worker costs some 20 ms, most of it for copying what it changes: as much as a dozen pages.
WORTHWHILE = 60
# What a pipe holds on Linux: all numbers are put into it before one is taken.
_PIPE = 65536


class WorkerDied(Exception):
    """A worker was killed before its work was done, most often for lack of memory."""


@dataclass(frozen=True)
class _Failure:
    """An error at an item of some number."""

    at: int
    error: BaseException


def can_fork() -> bool:
    """Whether this process can be copied safely."""
    return sys.platform == "linux" and threading.active_count() == 1


def cores() -> int:
    """The number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def worthwhile(workers: int, items: int) -> int:
    """How many processes to use for some items: the given number, or as many as help for 0."""
    return workers or max(1, min(cores(), items // WORTHWHILE))


def shared_out(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    workers: int,
    on_progress: OnProgress = lambda done, number: None,
    together: Callable[[Item], str] = lambda item: "",
) -> list[Result]:
    """What `work` makes of each item, in order. `workers` counts this process, which reports how many are done by all.

    Items that follow one another and have one name by `together` are worked on by one process, if it is not empty.
    Raises what `work` raises, at the first of the items at which it does, and WorkerDied.
    """
    if workers < 2 or len(items) < 2 or not can_fork():
        return [_reported(on_progress, at, len(items), work(item)) for at, item in enumerate(items, start=1)]
    with _frozen():
        return _Crew(work, items, together).results(workers, on_progress)


def _reported(on_progress: OnProgress, done: int, number: int, result: Result) -> Result:
    on_progress(done, number)
    return result


class _Crew(Generic[Item, Result]):
    """This process and its copies, each taking the next of the items that are left."""

    def __init__(self, work: Callable[[Item], Result], items: Sequence[Item], together: Callable[[Item], str]) -> None:
        self._work = work
        self._items = items
        self._steps = _steps([together(item) for item in items])

    def results(self, workers: int, on_progress: OnProgress) -> list[Result]:
        """All results, in order."""
        left = self._numbers()
        copies: dict[int, BinaryIO] = {}
        try:
            for _ in range(workers - 1):
                # A file, not a pipe: no process waits for another to read.
                file = tempfile.TemporaryFile()  # noqa: SIM115
                copies[self._copy(left, file)] = file
            found = self._taken(left, on_progress)
            for process in list(copies):
                found += _fetched(process, copies.pop(process))
        finally:
            os.close(left)
            _end(copies)
        return self._in_order(found)

    def _numbers(self) -> int:
        """A pipe with the number of the first item of each step: a free worker takes the next."""
        left, filled = os.pipe()
        os.write(filled, b"".join(at.to_bytes(_NUMBER, "little") for at in self._steps))
        os.close(filled)
        return left

    def _copy(self, left: int, file: BinaryIO) -> int:
        """Start a worker; its results go into the file."""
        process = os.fork()
        if process:
            return process
        try:
            # An interruption is reported once, by the parent process.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            gc.disable()
            pickle.dump(self._taken(left, lambda done, number: None), file, protocol=5)
            file.flush()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)

    def _taken(self, left: int, on_progress: OnProgress) -> list[tuple[int, list[Result] | _Failure]]:
        """Results by the number of the first item, until nothing is left or something fails."""
        found: list[tuple[int, list[Result] | _Failure]] = []
        while number := os.read(left, _NUMBER):
            first = int.from_bytes(number, "little")
            results: list[Result] = []
            for at, item in enumerate(self._items[first : self._steps[first]], start=first):
                try:
                    results.append(self._work(item))
                except Exception as error:
                    return [*found, (first, _Failure(at, _portable(error)))]
            found.append((first, results))
            # The last number taken is how far all have come, but for the few items in progress.
            on_progress(first + len(results), len(self._items))
        return found

    @staticmethod
    def _in_order(found: list[tuple[int, list[Result] | _Failure]]) -> list[Result]:
        failures = [results for _, results in found if isinstance(results, _Failure)]
        if failures:
            raise min(failures, key=lambda failure: failure.at).error
        ordered = sorted(found, key=lambda step: step[0])
        return [result for _, results in ordered if not isinstance(results, _Failure) for result in results]


def _steps(names: Sequence[str]) -> dict[int, int]:
    """The steps in which items are taken: the number of the first of each, and of the first after it."""
    few = max(min(_AT_A_TIME, len(names) // _FEW), 1)
    starts: list[int] = []
    for at, name in enumerate(names):
        most = _TOGETHER if name else few
        if not starts or at - starts[-1] >= most or name != names[at - 1]:
            starts.append(at)
    # If the numbers do not fit into the pipe, steps are larger.
    starts = starts[:: -(-len(starts) * _NUMBER // _PIPE) or 1]
    return dict(zip(starts, [*starts[1:], len(names)], strict=True))


def _fetched(process: int, file: BinaryIO) -> list[tuple[int, list[Result] | _Failure]]:
    """What a worker left when it ended."""
    _, status = os.waitpid(process, 0)
    with file:
        if code := os.waitstatus_to_exitcode(status):
            how = f"by the signal {signal.Signals(-code).name}" if code < 0 else f"with the status {code}"
            raise WorkerDied(f"a worker was ended {how} before its work was done")
        file.seek(0)
        found: list[tuple[int, list[Result] | _Failure]] = pickle.load(file)
        return found


def _portable(error: Exception) -> Exception:
    """An error that another process can raise, with its traceback as a note."""
    portable: Exception = RuntimeError(repr(error))
    with suppress(Exception):
        copy = pickle.loads(pickle.dumps(error))
        portable = copy if isinstance(copy, Exception) else portable
    portable.add_note("".join(traceback.format_exception(error)))
    return portable


def _end(copies: dict[int, BinaryIO]) -> None:
    """End the workers whose results are no longer needed."""
    for process, file in copies.items():
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        file.close()


@contextmanager
def _frozen() -> Iterator[None]:
    """Garbage collection is off: to walk through memory would copy it in every worker."""
    already = gc.get_freeze_count()
    gc.freeze()
    try:
        yield
    finally:
        if not already:
            gc.unfreeze()
