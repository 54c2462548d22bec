"""Files written into a folder that may have files already: none of these is touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class WrittenFiles:
    """The paths of the files that were written, and of those that were there with other content."""

    new: tuple[str, ...]
    kept: tuple[str, ...]


def write_new(folder: Path, files: Mapping[str, bytes]) -> WrittenFiles:
    """Write the files that are not there. Raises OSError, and for a folder that is a link to elsewhere."""
    new, kept = [], []
    for path, content in sorted(files.items()):
        target = folder / path
        if not target.parent.resolve().is_relative_to(folder.resolve()):
            raise OSError(0, "it leads out of the folder of the site", str(target.parent))
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with target.open("xb") as file:
                file.write(content)
            new.append(path)
        except FileExistsError:
            if not target.is_file() or target.read_bytes() != content:
                kept.append(path)
    return WrittenFiles(tuple(new), tuple(kept))
