"""How the time of a piece of work grows with its size: a claim that holds on any machine, however loaded.

A bound in seconds is a claim about a machine, and `bench/` is where seconds are measured. Work that grows in step with
its size takes four times as long for four times as much, and work that looks at everything again for each thing sixteen
times as long: the bound lies between. A size is large enough where such a look takes far longer than all else.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time
from typing import TypeVar

T = TypeVar("T")
Clock = Callable[[], float]
TIMES_AS_MUCH = 4
MOST_TIMES_AS_LONG = 9
TRIES = 5
# Shorter work is done over and over until it took so many seconds in all: what disturbs it would count for too much.
_LEAST = 0.01


def grows_in_step(prepared: Callable[[int], Callable[[], T]], size: int, *, clock: Clock = process_time) -> T:
    """What a piece of work gives at a size; fails if it takes far longer than four times as long as at a quarter of it.

    `prepared` makes the work ready for a size: that is not timed, and is done anew for each time the work is, so that
    nothing is left in a memory. Time is that of the processor, in seconds: what else runs can make it longer, twice as
    long even, and never shorter. So one try in step is enough, and the smaller size is timed before and after it:
    before it may import and compile.
    """
    smaller = size // TIMES_AS_MUCH
    tries = []
    for _ in range(TRIES):
        before, _ = _timed(prepared, smaller, clock)
        slow, found = _timed(prepared, size, clock)
        quick = min(before, _timed(prepared, smaller, clock)[0])
        if slow < MOST_TIMES_AS_LONG * quick:
            return found
        tries.append((slow / quick, slow, quick))
    ratio, slow, quick = min(tries)
    raise AssertionError(
        f"{slow:.3f} s at {size:,} is {ratio:.1f} times the {quick:.3f} s at {smaller:,}, in the best of "
        f"{TRIES} tries; {MOST_TIMES_AS_LONG} times is the most for {TIMES_AS_MUCH} times as much"
    )


def _timed(prepared: Callable[[int], Callable[[], T]], size: int, clock: Clock) -> tuple[float, T]:
    """The seconds that the work takes, on average where it is short, and what it gives."""
    spent, times = 0.0, 0
    while True:
        work = prepared(size)
        collecting = gc.isenabled()
        gc.disable()  # how much there is to collect depends on the tests before
        try:
            start = clock()
            found = work()
            spent += clock() - start
        finally:
            if collecting:
                gc.enable()
        times += 1
        if spent >= _LEAST:
            return spent / times, found
