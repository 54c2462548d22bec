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
    from pydantic import TypeAdapter

    from explainers.pages import PageSpec

# Without a dot at its front: hidden files are not uploaded with the others.
MANIFEST = "explainers-shard.json"
_FORM = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")
# A hash of each thing that a site is made from, by its name in messages.
MadeFrom: TypeAlias = Mapping[str, str]


class ShardFault(ValueError):
    """A text that is not a shard, or parts that cannot be merged."""


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
    pages: Mapping[str, ShardPage]

    def file(self, path: str) -> bytes | None:
        """A file, by its path from the site's root; None where there is none, or a link leads elsewhere."""
        whole = self.folder / path
        is_inside = whole.resolve().is_relative_to(self.folder.resolve())
        return whole.read_bytes() if is_inside and whole.is_file() else None


def parsed_shard(given: str) -> Shard:
    """A shard from a text such as `2/8`. Raises ShardFault."""
    found = _FORM.fullmatch(given)
    number, of = map(int, found.groups()) if found else (0, 0)
    if not 1 <= number <= of:
        raise ShardFault(f"`{given}` is not a shard: it is a number and how many there are, from `1/8` to `8/8`")
    return Shard(number, of)


def share(specs: Iterable[PageSpec], shard: Shard) -> tuple[PageSpec, ...]:
    """The pages that a shard makes. None that lists what other pages use: for that, all of them have to be made."""
    from explainers.pages.page_spec import FIRST  # with it come all templates, which the settings can do without

    return tuple(spec for spec in specs if spec.turn == FIRST and shard.has(spec.path))


def leave(folder: Path, shard: Shard, made_from: MadeFrom, pages: Mapping[str, ShardPage]) -> None:
    """Write the manifest of a shard."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).write_bytes(_manifests().dump_json((str(shard), dict(made_from), dict(pages))))


def pages_of_parts(
    folders: Sequence[Path], made_from: MadeFrom, repository: Path
) -> Mapping[str, tuple[ShardOutput, ShardPage]]:
    """The pages of all shards of a site, by path. Raises ShardFault with all that is wrong, a line each."""
    outputs, faults = [], []
    for folder in folders:
        try:
            outputs.append(_output(folder, made_from, repository))
        except ShardFault as fault:
            faults.append(f"`{folder}` {fault}")
    shards = sorted(output.shard for output in outputs)
    if not faults and shards != [Shard(number, len(shards)) for number in range(1, len(shards) + 1)]:
        of, are = shards[-1].of, ", ".join(map(str, shards))
        faults = [f"the parts must be all of 1/{of} to {of}/{of}, each once; they are {are}"]
    if faults:
        raise ShardFault("the parts cannot be merged:\n  " + "\n  ".join(faults))
    return {path: (output, page) for output in outputs for path, page in output.pages.items() if output.shard.has(path)}


def _output(folder: Path, made_from: MadeFrom, repository: Path) -> ShardOutput:
    try:
        shard, inputs, pages = _manifests().validate_json((folder / MANIFEST).read_bytes())
        output = ShardOutput(folder, parsed_shard(shard), pages)
    except OSError:
        raise ShardFault(f"is not part of a site: it has no file `{MANIFEST}`") from None
    except ValueError:  # pydantic's, and ours of what is not a shard
        raise ShardFault(f"is damaged, or another release of explainers made it: `{MANIFEST}` cannot be read") from None
    if folder.resolve().is_relative_to(repository):
        where = "lies in the repository, where it could have been committed"
        raise ShardFault(f"{where}: put the parts into a folder outside of it")
    if different := [name for name, mark in made_from.items() if inputs.get(name) != mark]:
        raise ShardFault(f"was made from other {' and '.join(different)} than this build has")
    return output


def _manifests() -> TypeAdapter[tuple[str, dict[str, str], dict[str, ShardPage]]]:
    """How a manifest is written and read: the shard, what it was made from, and its pages."""
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[str, dict[str, str], dict[str, ShardPage]])
