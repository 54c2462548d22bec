"""A build cut into shards: which pages each of them makes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainers.pages import PageSpec

_FORM = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


class ShardFault(ValueError):
    """What was given is no shard; the message says what one is."""


@dataclass(frozen=True, slots=True, order=True)
class Shard:
    """One of so many shards, counted from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def has(self, path: str) -> bool:
        """Whether a page is made here. Its path decides, so that it is made in the same shard in every build."""
        luck = int.from_bytes(blake2b(path.encode(), digest_size=8).digest())
        return luck % self.of == self.number - 1


def parsed_shard(given: str) -> Shard:
    """A shard from a text such as `2/8`. Raises ShardFault."""
    found = _FORM.fullmatch(given)
    number, of = map(int, found.groups()) if found else (0, 0)
    if not 1 <= number <= of:
        raise ShardFault(f"`{given}` is no shard: it is a number and how many there are, from `1/8` to `8/8`")
    return Shard(number, of)


def share(specs: Iterable[PageSpec], shard: Shard) -> tuple[PageSpec, ...]:
    """The pages that a shard makes. None that lists what other pages use: for that, all of them have to be made."""
    from explainers.pages.page_spec import FIRST  # with it come all templates, which the settings can do without

    return tuple(spec for spec in specs if spec.turn == FIRST and shard.has(spec.path))
