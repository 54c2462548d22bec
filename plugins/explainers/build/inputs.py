"""Everything that a site is made from, read from disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from explainers.build.files import citation_style, record_files, snapshots, unpublishable
from explainers.build.settings import Settings
from explainers.model.declared import NOTHING_DECLARED, Declared
from explainers.text.diagnostic import Diagnostic


@dataclass(frozen=True)
class Inputs:
    """What a site is made from: record `files` by path, `snapshots` by the sha256 of their bytes, `fingerprints` by the
    names of their files, the CSL file of its `citation_style`. Its pages are for its engine to find.

    `declared` is what the site adds to the model.
    `workers` is a number of processes, 0 for as many as help. `strays` are files that could not be read, and what is in
    the folders and is no file.
    """

    files: Mapping[str, bytes]
    snapshots: Mapping[str, str] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    citation_style: bytes | None = None
    language: str = "en"
    workers: int = 1
    declared: Declared = NOTHING_DECLARED
    strays: tuple[Diagnostic, ...] = ()
    fingerprints: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts of records by path, to show where a mistake is."""
        return _Texts(self.files)


class _Texts(Mapping[str, str]):
    """Texts by path, decoded on demand, which few are."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def __getitem__(self, path: str) -> str:
        return self._files[path].decode("utf-8", errors="replace")

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def inputs(settings: Settings, *, seen_from: Path | None = None) -> Inputs:
    """The files of a site, with their paths from its root, or from another folder, such as the current one."""
    root = seen_from or settings.root
    strays: list[Diagnostic] = []
    texts, fingerprints = snapshots(settings.snapshots, root, strays.append)
    return Inputs(
        files=record_files(settings.content, root, strays.append),
        snapshots=texts,
        fingerprints=fingerprints,
        severities=settings.severities,
        citation_style=citation_style(settings.citation_style),
        language=settings.language,
        workers=settings.workers,
        declared=settings.declared,
        strays=(*strays, *unpublishable(settings, root)),
    )
