"""Everything that a site is made from, read from disk."""

from __future__ import annotations

from pathlib import Path

from explainers.build.check import Inputs
from explainers.build.files import citation_style, hand_written, record_files, snapshots
from explainers.build.settings import Settings


def inputs(settings: Settings, *, told_from: Path | None = None) -> Inputs:
    """The files of a site, with their paths from its root, or from another folder in which someone stands."""
    root = told_from or settings.root
    return Inputs(
        files=record_files(settings.content, root),
        snapshots=snapshots(settings.snapshots),
        severities=settings.severities,
        citation_style=citation_style(settings.citation_style),
        pages=hand_written(settings.docs, root, directory_urls=settings.directory_urls),
        directory_urls=settings.directory_urls,
        glossary=settings.glossary,
        language=settings.language,
        workers=settings.workers,
    )
