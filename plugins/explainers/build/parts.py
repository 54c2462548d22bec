"""What a shard leaves beside its files, so that the build that merges them knows each page and whether it is whole.

A line of JSON with what has to be the same in all parts of a site, and one with the pages. Where the pages lie it does
not say: the build that merges them knows.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from explainers.build.packs import mark_of
from explainers.build.shards import Shard, ShardFault, parsed_shard

# Without a dot at its front: hidden files are not uploaded with the others.
MANIFEST = "explainers-shard.jsonl"
# The number goes up when what is written changes its form.
_FORM = 1
# So many of the shards that are missing are named.
_MOST = 10
# What a site is made from, by name: a mark of each.
Same: TypeAlias = Mapping[str, str]
# How parts are told to differ, with more about it where the mistake is a common one.
_OTHER = {
    "records": ("of other records", ""),
    "texts": ("with other texts of the sources, or another citation style,", ""),
    "days": ("with other days of the last changes", ": a checkout without its history has none"),
    "settings": ("with other settings or releases", ""),
    "frame": ("with another theme or navigation, or with other settings of the site,", ""),
}


class PartFault(Exception):
    """Parts that cannot be merged; the message tells all that is wrong, a line each."""


class PartPage(NamedTuple):
    """The marks of what a page was made from, of its bytes, and of its record's file; without one it is empty."""

    made: str
    page: str
    data: str


@dataclass(frozen=True)
class Part:
    """What a shard left in a folder."""

    folder: Path
    shard: Shard
    same: Same
    body: str

    def known(self) -> tuple[Mapping[str, Any], Mapping[str, PartPage]]:
        """What the shard's cache knew of its pages, and the marks of their files by path. Raises PartFault."""
        with (self.folder / MANIFEST).open("rb") as stream:
            stream.readline()
            text = stream.read()
        if mark_of(text) != self.body:
            raise PartFault(_damaged(self.folder))
        found = json.loads(text)
        return found["cache"], {path: PartPage(*marks) for path, marks in found["files"].items()}


def leave(folder: Path, shard: Shard, same: Same, cache: Mapping[str, Any], files: Mapping[str, PartPage]) -> None:
    """Write what a shard leaves."""
    body = json.dumps({"cache": cache, "files": files}, separators=(",", ":")).encode()
    head = {"form": _FORM, "shard": str(shard), "same": same, "body": mark_of(body)}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).write_bytes(json.dumps(head).encode() + b"\n" + body)


def parts_in(folders: Sequence[Path], site: Path) -> tuple[Part, ...]:
    """The parts in some folders, to be merged into a site's folder. Raises PartFault."""
    found, faults = [], []
    for folder in folders:
        try:
            found.append(_part(folder, site))
        except PartFault as fault:
            faults.append(str(fault))
    faults += _not_one_set(found, whole=not faults)
    faults += [fault for name in _OTHER for fault in _of_others(name, found)]
    if faults:
        raise PartFault("\n".join(faults))
    return tuple(sorted(found, key=lambda part: part.shard))


def held_against(parts: Sequence[Part], same: Same) -> None:
    """Hold parts against what the site is made from now. Raises PartFault."""
    faults = []
    for name in _OTHER:
        strange = [part for part in parts if part.same.get(name) != same[name]]
        if strange:
            faults.append(_differing(name, strange, "the build that merges them"))
    if faults:
        raise PartFault("\n".join(faults))


def _part(folder: Path, site: Path) -> Part:
    if folder.resolve().is_relative_to(site.resolve()):
        raise PartFault(f"`{folder}` lies in the folder of the site, which is emptied")
    try:
        with (folder / MANIFEST).open("rb") as stream:
            head = json.loads(stream.readline())
            body = mark_of(stream.read())
        if head["form"] != _FORM:
            raise PartFault(f"`{folder}` was built by another release of explainers")
        if head["body"] != body:
            raise PartFault(_damaged(folder))
        return Part(folder, parsed_shard(head["shard"]), dict(head["same"]), body)
    except OSError:
        raise PartFault(f"`{folder}` is no part of a site: it has no file `{MANIFEST}`") from None
    except (ValueError, TypeError, KeyError, ShardFault):
        raise PartFault(_damaged(folder)) from None


def _damaged(folder: Path) -> str:
    return f"`{folder}` is damaged: its file `{MANIFEST}` is not as it was written"


def _not_one_set(parts: Sequence[Part], *, whole: bool) -> Iterator[str]:
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
        missing = [found for at in range(1, of + 1) if (found := Shard(at, of)) not in there]
        if missing and whole:
            more = f" and {len(missing) - _MOST:,} more" if len(missing) > _MOST else ""
            named = ", ".join(map(str, missing[:_MOST]))
            yield f"{_several('a shard is', 'shards are', missing)} missing: {named}{more}"


def _of_others(name: str, parts: Sequence[Part]) -> Iterator[str]:
    """The parts for which something is not as it is for most."""
    numbers = Counter(part.same.get(name) for part in parts)
    if len(numbers) > 1:
        most = numbers.most_common(1)[0][0]
        strange = [part for part in parts if part.same.get(name) != most]
        usual = _names(part for part in parts if part.same.get(name) == most)
        yield _differing(name, strange, usual)


def _differing(name: str, strange: Sequence[Part], usual: str) -> str:
    other, more = _OTHER[name]
    return f"{_names(strange)} {_several('was', 'were', strange)} built {other} than {usual}{more}"


def _names(parts: Iterable[Part]) -> str:
    *others, last = (f"`{part.folder}`" for part in parts)
    return f"{', '.join(others)} and {last}" if others else last


def _several(one: str, several: str, of: Sequence[object]) -> str:
    return one if len(of) == 1 else several
