"""Names in a row, as English joins them."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.text.inline import Inline, Words


def joined(parts: Sequence[Sequence[Inline]], *, last: str = " and ") -> list[Inline]:
    """Parts with commas, and `last` before the last one: A, B and C."""
    row: list[Inline] = []
    for index, part in enumerate(parts):
        if index:
            row.append(Words(last if index == len(parts) - 1 else ", "))
        row.extend(part)
    return row


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: 1 origin, 3 origins."""
    return f"{number:,} {one if number == 1 else many}"
