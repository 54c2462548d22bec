"""Random edits to a site's records, such as editors make, sensible or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import PurePosixPath
from random import Random
from typing import Any

import yaml

Files = dict[str, bytes]
Edit = Callable[[Files, Random], None]
Leaf = tuple[Any, Any]


def edited(files: Files, random: Random) -> Files:
    """The files after one to three edits."""
    found = dict(files)
    for _ in range(random.randint(1, 3)):
        random.choice(EDITS)(found, random)
    return found


def other_value(files: Files, random: Random) -> None:
    """A value is taken over from another record of the kind: its name, a speaker, a stance, a date, a figure."""
    path, record = _some(files, random)
    like = [p for p in files if PurePosixPath(p).parent == PurePosixPath(path).parent]
    donor = _read(files[random.choice(like)])
    leaves = [*_leaves(record)]
    holder, key = random.choice(leaves)
    values = [held[found] for held, found in _leaves(donor) if found == key or isinstance(key, int)]
    if values:
        holder[key] = deepcopy(random.choice(values))
    _write(files, path, record)


def more_words(files: Files, random: Random) -> None:
    """A text gets longer, links to a record or cites a source."""
    path, record = _some(files, random)
    id = PurePosixPath(random.choice(sorted(files))).stem
    texts = [(holder, key) for holder, key in _leaves(record) if isinstance(holder[key], str) and " " in holder[key]]
    if texts:
        holder, key = random.choice(texts)
        holder[key] += random.choice([" More.", f" See [[{id}]].", f" [@{id}]", " NATO and the Kremlin."])
    _write(files, path, record)


def without_a_part(files: Files, random: Random) -> None:
    """A key or an entry of a list is taken out."""
    path, record = _some(files, random)
    holder, key = random.choice([*_leaves(record)])
    del holder[key]
    _write(files, path, record)


def other_status(files: Files, random: Random) -> None:
    """A record becomes a draft, is withdrawn or is published again."""
    path, record = _some(files, random)
    record["status"] = random.choice(["draft", "withdrawn", "published"])
    record["reason"] = "It was wrong."
    _write(files, path, record)


def removed(files: Files, random: Random) -> None:
    """A record goes."""
    if len(files) > 20:
        del files[random.choice(sorted(files))]


def renamed(files: Files, random: Random) -> None:
    """A record gets another id; all links to it are by its old one."""
    path, record = _some(files, random)
    old = PurePosixPath(path)
    record["formerly"] = [*(record.get("formerly") or []), old.stem]
    del files[path]
    _write(files, str(old.with_name(f"{old.stem}-{random.randint(0, 9)}.yml")), record)


def added(files: Files, random: Random) -> None:
    """A record like another one is added."""
    path, record = _some(files, random)
    _write(files, str(PurePosixPath(path).with_name(f"new-{random.randint(0, 99)}.yml")), record)


EDITS: tuple[Edit, ...] = (
    other_value, other_value, other_value, more_words, without_a_part, other_status, removed, renamed, added,
)  # fmt: skip


def _some(files: Files, random: Random) -> tuple[str, Any]:
    folder = random.choice(sorted({PurePosixPath(path).parent for path in files}))
    path = random.choice(sorted(path for path in files if PurePosixPath(path).parent == folder))
    return path, _read(files[path])


def _read(data: bytes) -> Any:
    return yaml.load(data, yaml.BaseLoader)


def _write(files: Files, path: str, record: Any) -> None:
    files[path] = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=10_000).encode()


def _leaves(value: Any) -> Iterator[Leaf]:
    """Each place of a record where a value stands, as what holds it and its key."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield value, key
        yield from _leaves(inner)
