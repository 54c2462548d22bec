"""A build cut into shards: which pages each of them makes, and what it leaves for the build that merges them.

What a shard leaves is a finished piece of a site, and write access to it is write access to the site's pages. So
none is taken that lies in the site's repository, and of its files only those are read that the merge would write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from explainers.prose.uses import Uses

if TYPE_CHECKING:
    from explainers.pages import PageSpec

# Without a dot at its front: hidden files are not uploaded with the others.
MANIFEST = "explainers-shard.json"
_FORM = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")
# A hash of each thing that a site is made from, by its name in messages.
MadeFrom: TypeAlias = Mapping[str, str]


class ShardFault(ValueError):
    """What was given is no shard, or the shards cannot be merged; the message says all that is wrong, a line each."""


class Shard(NamedTuple):
    """One of so many shards, counted from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def has(self, path: str) -> bool:
        """Whether a page is made here. Its path decides, so that it is made in the same shard in every build."""
        return int.from_bytes(blake2b(path.encode(), digest_size=8).digest()) % self.of == self.number - 1


class ShardPage(NamedTuple):
    """What a page's file does not say: its last change, its anchors, what it uses, and its entries in the search."""

    changed: str
    anchors: tuple[str, ...]
    uses: Uses
    entries: list[dict[str, Any]]


class ShardOutput(NamedTuple):
    """What a shard left in a folder. `pages` are by their path without a suffix."""

    folder: Path
    shard: Shard
    made_from: MadeFrom
    pages: Mapping[str, ShardPage]

    def file(self, path: str) -> bytes | None:
        """A file, by its path from the site's root; None where there is none, or a link leads elsewhere."""
        whole = self.folder / path
        is_inside = whole.resolve().is_relative_to(self.folder.resolve())
        return whole.read_bytes() if is_inside and whole.is_file() else None


class _Manifest(NamedTuple):
    shard: str
    made_from: dict[str, str]
    pages: dict[str, ShardPage]


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


def leave(folder: Path, shard: Shard, made_from: MadeFrom, pages: Mapping[str, ShardPage]) -> None:
    """Write the manifest of a shard."""
    from pydantic import TypeAdapter

    folder.mkdir(parents=True, exist_ok=True)
    manifest = _Manifest(str(shard), dict(made_from), dict(pages))
    (folder / MANIFEST).write_bytes(TypeAdapter(_Manifest).dump_json(manifest))


def outputs_in(folders: Sequence[Path], repository: Path) -> tuple[ShardOutput, ...]:
    """The outputs of all shards of one build, which are outside of the repository. Raises ShardFault."""
    found, faults = [], []
    for folder in folders:
        try:
            found.append(_output(folder, repository))
        except ShardFault as fault:
            faults.append(str(fault))
    shards = sorted(output.shard for output in found)
    if not faults and shards != [Shard(number, len(shards)) for number in range(1, len(shards) + 1)]:
        whole = Shard(shards[-1].of, shards[-1].of)
        faults = [
            f"the parts have to be all from 1/{whole.of} to {whole}, each once, and are {', '.join(map(str, shards))}"
        ]
    if faults:
        raise ShardFault("\n".join(faults))
    return tuple(found)


def pages_of(outputs: Sequence[ShardOutput], made_from: MadeFrom) -> Mapping[str, tuple[ShardOutput, ShardPage]]:
    """The pages of shards by path, if the shards were made from the same inputs as the site. Raises ShardFault."""
    different = {
        output.folder: [name for name, mark in made_from.items() if output.made_from.get(name) != mark]
        for output in outputs
    }
    if any(different.values()):
        lines = (
            f"`{at}` was made from other {' and '.join(of)} than this build has" for at, of in different.items() if of
        )
        raise ShardFault("\n".join(lines))
    return {path: (each, page) for each in outputs for path, page in each.pages.items() if each.shard.has(path)}


def _output(folder: Path, repository: Path) -> ShardOutput:
    from pydantic import TypeAdapter, ValidationError

    try:
        manifest = TypeAdapter(_Manifest).validate_json((folder / MANIFEST).read_bytes())
        output = ShardOutput(folder, parsed_shard(manifest.shard), manifest.made_from, manifest.pages)
    except OSError:
        raise ShardFault(f"`{folder}` is no part of a site: it has no file `{MANIFEST}`") from None
    except (ValidationError, ShardFault):
        message = f"`{folder}` is damaged, or another release of explainers made it: `{MANIFEST}` cannot be read"
        raise ShardFault(message) from None
    if folder.resolve().is_relative_to(repository):
        where = f"`{folder}` lies in the repository, where it could have been committed"
        raise ShardFault(f"{where}: put the parts into a folder outside of it")
    return output
