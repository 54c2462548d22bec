"""What a shard leaves beside its files, so that the build that merges the parts knows what no file says.

A part is a finished piece of a site, and whoever could write to it could write on the site's pages. So none is taken
that lies in the site's repository, and of its files only those are read that this build would write itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from pydantic import TypeAdapter, ValidationError

from explainers.build.files import repository
from explainers.build.shards import Shard, ShardFault, parsed_shard
from explainers.prose.uses import Uses

# Without a dot at its front: hidden files are not uploaded with the others.
MANIFEST = "explainers-shard.json"
# So many of the shards that are missing are named.
_MOST = 10
# What a site is made from, by what people call it: a mark of each.
MadeFrom: TypeAlias = Mapping[str, str]


class PartFault(Exception):
    """Parts that cannot be merged; the message says all that is wrong, a line each."""


class PartPage(NamedTuple):
    """A page of a part: the day of its last change, its anchors, what it uses, and what the search has of it."""

    changed: str
    anchors: tuple[str, ...]
    uses: Uses
    entries: list[dict[str, Any]]


class _Manifest(NamedTuple):
    shard: str
    made_from: dict[str, str]
    pages: dict[str, PartPage]


_MANIFEST = TypeAdapter(_Manifest)


@dataclass(frozen=True)
class ShardOutput:
    """What a shard left in a folder. `pages` are by their path without a suffix."""

    folder: Path
    shard: Shard
    made_from: MadeFrom
    pages: Mapping[str, PartPage]

    def file(self, path: str) -> bytes | None:
        """A file of the part, by its path from the site's root; None where there is none, or a link leads elsewhere."""
        whole = self.folder / path
        if not whole.resolve().is_relative_to(self.folder.resolve()):
            return None
        return whole.read_bytes() if whole.is_file() else None


def leave(folder: Path, shard: Shard, made_from: MadeFrom, pages: Mapping[str, PartPage]) -> None:
    """Write what a shard leaves."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).write_bytes(_MANIFEST.dump_json(_Manifest(str(shard), dict(made_from), dict(pages))))


def parts_in(folders: Sequence[Path], root: Path) -> tuple[ShardOutput, ...]:
    """The parts in some folders, of the site in the folder `root`. Raises PartFault."""
    found, faults = [], []
    for folder in folders:
        try:
            found.append(_part(folder, repository(root)))
        except PartFault as fault:
            faults.append(str(fault))
    faults += _not_one_set(found, whole=not faults)
    if faults:
        raise PartFault("\n".join(faults))
    return tuple(found)


def pages_of(parts: Sequence[ShardOutput], made_from: MadeFrom) -> Mapping[str, tuple[ShardOutput, PartPage]]:
    """The pages of parts by their path, if what all were made from is what the site is made from. Raises PartFault."""
    faults = []
    for part in parts:
        if others := [name for name, mark in made_from.items() if part.made_from.get(name) != mark]:
            faults.append(f"`{part.folder}` was made from other {' and '.join(others)} than this build has")
    if faults:
        raise PartFault("\n".join(faults))
    return {path: (part, page) for part in parts for path, page in part.pages.items() if part.shard.has(path)}


def _part(folder: Path, repository: Path) -> ShardOutput:
    try:
        found = _MANIFEST.validate_json((folder / MANIFEST).read_bytes())
        if folder.resolve().is_relative_to(repository):
            where = f"`{folder}` lies in the repository, where it could have been committed"
            raise PartFault(f"{where}: put the parts into a folder outside of it")
        return ShardOutput(folder, parsed_shard(found.shard), found.made_from, found.pages)
    except OSError:
        raise PartFault(f"`{folder}` is no part of a site: it has no file `{MANIFEST}`") from None
    except (ValidationError, ShardFault):
        message = f"`{folder}` is damaged, or another release of explainers made it: `{MANIFEST}` cannot be read"
        raise PartFault(message) from None


def _not_one_set(parts: Sequence[ShardOutput], *, whole: bool) -> Iterator[str]:
    """Shards that are there twice, are missing, or are of another number. What is not `whole` has no missing ones."""
    numbers = Counter(part.shard.of for part in parts)
    if len(numbers) > 1:
        told = (f"{_names(part for part in parts if part.shard.of == of)} of {of}" for of in sorted(numbers))
        yield f"the parts are not of one number of shards: {'; '.join(told)}"
        return
    for found, times in sorted(Counter(part.shard for part in parts).items()):
        if times > 1:
            yield f"the shard {found} is there {times} times: {_names(part for part in parts if part.shard == found)}"
    there = {part.shard for part in parts}
    for of in numbers:
        missing = [str(found) for at in range(1, of + 1) if (found := Shard(at, of)) not in there]
        if missing and whole:
            more = f" and {len(missing) - _MOST:,} more" if len(missing) > _MOST else ""
            several = "shards are" if len(missing) > 1 else "a shard is"
            yield f"{several} missing: {', '.join(missing[:_MOST])}{more}"


def _names(parts: Iterable[ShardOutput]) -> str:
    *others, last = (f"`{part.folder}`" for part in parts)
    return f"{', '.join(others)} and {last}" if others else last
