"""The time of a build by phase."""

from __future__ import annotations

from collections.abc import Iterator

from explainers.build.phases import Phases


def test_phases_of_one_name_are_added_and_the_rest_is_reported() -> None:
    times: Iterator[float] = iter([0.0, 1.0, 3.0, 3.0, 4.0, 5.0, 6.0, 10.0])
    phases = Phases(lambda: next(times))
    for name in ("read", "write", "read"):
        with phases(name):
            pass
    assert phases.table() == [
        "    3.00 s   30%  read",
        "    1.00 s   10%  write",
        "    6.00 s   60%  the rest",
    ]
