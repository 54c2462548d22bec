"""The claim that time grows in step: what it refuses and what it lets pass, by a clock that counts steps."""

from __future__ import annotations

import gc
from collections.abc import Callable
from itertools import cycle

import pytest

from tests.growth import TRIES, grows_in_step


class Steps:
    """A clock on which every step of the work takes a millisecond."""

    def __init__(self) -> None:
        self.taken = 0

    def __call__(self) -> float:
        return self.taken / 1000

    def work(self, count: Callable[[int], int]) -> Callable[[int], Callable[[], int]]:
        """Work of so many steps for a size, which gives the size."""

        def prepared(size: int) -> Callable[[], int]:
            def work() -> int:
                self.taken += count(size)
                return size

            return work

        return prepared


@pytest.mark.parametrize(
    "count", [lambda size: size, lambda size: size * size.bit_length(), lambda size: 1, lambda size: 300 + size]
)
def test_what_grows_in_step_passes_and_gives_what_it_found_at_full_size(count: Callable[[int], int]) -> None:
    steps = Steps()
    assert grows_in_step(steps.work(count), 400, clock=steps) == 400


@pytest.mark.parametrize("count", [lambda size: size**2, lambda size: size**3, lambda size: size**2 // 100 + size])
def test_what_grows_with_the_square_is_refused(count: Callable[[int], int]) -> None:
    steps = Steps()
    with pytest.raises(AssertionError, match="times the"):
        grows_in_step(steps.work(count), 4000, clock=steps)


def test_both_times_and_their_ratio_are_reported() -> None:
    steps = Steps()
    with pytest.raises(AssertionError) as told:
        grows_in_step(steps.work(lambda size: size**2 // 1000), 400, clock=steps)
    assert str(told.value) == (
        "0.160 s at 400 is 16.0 times the 0.010 s at 100, in the best of 5 tries; "
        "9 times is the most for 4 times as much"
    )


def test_a_try_that_was_disturbed_is_forgiven() -> None:
    steps = Steps()
    delays = iter([5000] * (TRIES - 1) + [0])
    work = steps.work(lambda size: size + (next(delays) if size == 400 else 0))
    assert grows_in_step(work, 400, clock=steps) == 400


def test_a_disturbed_try_at_the_smaller_size_hides_nothing() -> None:
    steps = Steps()
    delays = cycle([50_000, 0])
    work = steps.work(lambda size: size**2 + (next(delays) if size == 100 else 0))
    with pytest.raises(AssertionError, match="times the"):
        grows_in_step(work, 400, clock=steps)


def test_short_work_is_done_until_it_can_be_timed_each_time_on_something_fresh() -> None:
    steps, made, done = Steps(), [], []

    def prepared(size: int) -> Callable[[], None]:
        steps.taken += 1000  # what is made ready is not timed
        made.append(size)

        def work() -> None:
            assert not gc.isenabled()
            done.append(size)
            steps.taken += size

        return work

    grows_in_step(prepared, 12, clock=steps)
    assert made == done == [*[3] * 4, 12, *[3] * 4]
    assert gc.isenabled()
