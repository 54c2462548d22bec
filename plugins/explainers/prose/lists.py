"""Names in a row, as English joins them."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.text.inline import Inline, Words, plain


def joined(parts: Sequence[Sequence[Inline]], *, last: str = " and ", comma: str = ", ") -> list[Inline]:
    """Parts with commas, and `last` before the last one: A, B and C."""
    if len(parts) == 1:
        return [*parts[0]]
    row: list[Inline] = []
    for index, part in enumerate(parts):
        if index:
            row.append(Words(last if index == len(parts) - 1 else comma))
        row.extend(part)
    return row


def named_in_a_row(parts: Sequence[Sequence[Inline]], *, last: str = " and ") -> list[Inline]:
    """Names with commas, or with semicolons where one of them has a comma: A; B, C and Co; and D."""
    names = [plain(tuple(part)) for part in parts] if len(parts) > 2 else []
    # Not the comma of a number: 1,195 others.
    if any(", " in name for name in names):
        return joined(parts, last=f";{last}", comma="; ")
    return joined(parts, last=f",{last}" if any(last in name for name in names) else last)


def few(parts: Sequence[Sequence[Inline]], *, most: int = 5) -> list[Inline]:
    """Names in a row, and of more than `most` how many others there are: A, B, C and 37 others."""
    if len(parts) <= most:
        return named_in_a_row(parts)
    shown = most - 2
    return named_in_a_row([*parts[:shown], [Words(f"{len(parts) - shown:,} others")]])


_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def spelled(number: int) -> str:
    """A number as a sentence opens with it: in words up to twelve."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: 1 origin, 3 origins."""
    return f"{number:,} {one if number == 1 else many}"
