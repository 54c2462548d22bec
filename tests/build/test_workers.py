"""Work in several processes gives what a loop gives: the same results, the same order, the same error."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.build.workers import WorkerDied, cores, shared_out, worthwhile

forks = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux is a process copied")


def in_other_process(do: Callable[[], object]) -> Callable[[int], int]:
    """Work that does something, but not in the process that runs the test."""
    here = os.getpid()

    def work(item: int) -> int:
        if os.getpid() == here:
            time.sleep(0.005)
        else:
            do()
        return item

    return work


@given(st.lists(st.text(), max_size=200), st.integers(1, 4))
@settings(max_examples=20, deadline=None)
def test_the_results_are_in_the_order_of_the_items(items: list[str], workers: int) -> None:
    assert shared_out(str.upper, items, workers=workers) == [item.upper() for item in items]


@forks
@given(st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.integers(1, 60)), max_size=8))
@settings(max_examples=20, deadline=None)
def test_items_that_are_to_stay_together_are_worked_on_by_one_process(rows: list[tuple[str, int]]) -> None:
    names = [f"{name}{row}" if name else "" for row, (name, length) in enumerate(rows) for _ in range(length)]
    found = shared_out(lambda item: (item, os.getpid()), range(len(names)), workers=3, together=names.__getitem__)
    assert [item for item, _ in found] == [*range(len(names))]
    for name in {*names} - {""}:
        assert len({process for item, process in found if names[item] == name}) == 1


@forks
def test_several_processes_take_part() -> None:
    def work(item: int) -> int:
        time.sleep(0.002)
        return os.getpid()

    found = shared_out(work, range(200), workers=3)
    assert len(set(found)) == 3
    assert os.getpid() in found


@pytest.mark.parametrize("workers", [1, 3])
def test_an_error_is_the_one_that_a_loop_would_stop_at(workers: int) -> None:
    def work(item: int) -> int:
        time.sleep(0.001 if item < 40 else 0)
        if item in (37, 90, 199):
            raise LookupError(f"no {item}")
        return item

    with pytest.raises(LookupError, match="no 37"):
        shared_out(work, range(200), workers=workers)


@forks
def test_an_error_of_a_worker_says_where_it_was() -> None:
    def fails() -> None:
        raise LookupError("nothing there")

    with pytest.raises(LookupError, match="nothing there") as caught:
        shared_out(in_other_process(fails), range(200), workers=2)
    assert "in fails" in "".join(caught.value.__notes__)


@forks
def test_an_error_that_cannot_be_sent_is_reported_all_the_same() -> None:
    class Odd(Exception):
        def __init__(self, one: str, two: str) -> None:
            super().__init__(f"{one} and {two}")

    def fails() -> None:
        raise Odd("this", "that")

    with pytest.raises(RuntimeError, match="this and that"):
        shared_out(in_other_process(fails), range(200), workers=2)


@forks
def test_a_worker_that_is_killed_fails_the_work() -> None:
    with pytest.raises(WorkerDied, match="SIGKILL"):
        shared_out(in_other_process(lambda: os.kill(os.getpid(), signal.SIGKILL)), range(200), workers=2)


@forks
def test_an_error_leaves_no_worker_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    copies: list[int] = []
    fork = os.fork

    def noted() -> int:
        copies.append(fork())
        return copies[-1]

    def work(item: int) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(KeyboardInterrupt):
        shared_out(work, range(200), workers=3)
    assert len(copies) == 2
    for copy in copies:
        with pytest.raises(ChildProcessError):
            os.waitpid(copy, os.WNOHANG)


def test_beside_another_thread_all_is_done_here() -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        assert set(shared_out(lambda item: os.getpid(), range(200), workers=3)) == {os.getpid()}
    finally:
        over.set()
        other.join()


def test_little_work_stays_in_one_process() -> None:
    assert [worthwhile(0, items) for items in (0, 10, 100)] == [1, 1, 1]
    assert worthwhile(3, 10) == 3
    assert worthwhile(0, 150) == min(cores(), 2)


@pytest.mark.parametrize("workers", [1, 3])
def test_it_is_told_how_much_is_done(workers: int) -> None:
    told: list[tuple[int, int]] = []
    shared_out(str, range(100), workers=workers, on_progress=lambda done, number: told.append((done, number)))
    assert told == sorted(told)
    assert {number for _, number in told} <= {100}
    assert workers > 1 or told[-1] == (100, 100)
