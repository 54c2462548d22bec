"""`explainers watch`: what is wrong with a site, again after each save."""

from __future__ import annotations

import os
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from explainers.cli.command_site import LoadedSite, find_site, site_options
from explainers.engines.mkdocs.serving.file_watcher import FileWatcher
from explainers.text.diagnostic import Diagnostic, in_order
from explainers.text.report import human, one, summary
from explainers.text.report_frame import visible

# Saves that come within this time (seconds) of each other are one.
_BURST = 0.1


class Problems(NamedTuple):
    """What is wrong with a site, and the texts that it is shown in."""

    found: Sequence[Diagnostic] = ()
    texts: Mapping[str, str] = {}


@click.command()
@site_options
def watch(config: Path | None, content: Path | None, snapshots: Path | None) -> None:
    """Check the site again whenever a file of it is saved, and print what is new and what is mended.

    Ctrl-C ends it.
    """
    saved = threading.Event()
    watcher = FileWatcher(lambda paths: saved.set())
    site = find_site(config, content=content, texts=snapshots)
    for path in _watched(site):
        watcher.schedule(str(path))
    watcher.start()
    try:
        _follow(lambda: find_site(config, content=content, texts=snapshots), saved)
    except KeyboardInterrupt:
        click.echo()
    finally:
        watcher.stop()
        watcher.join()


def _watched(site: LoadedSite) -> Iterator[Path]:
    """What a site is checked from, as far as it is there."""
    settings = site.settings
    for path in (settings.content, settings.docs, settings.snapshots, site.config):
        if path and path.exists():
            yield path.resolve()


def _follow(site: Callable[[], LoadedSite], saved: threading.Event) -> None:
    before = _problems(site())
    click.echo(human(*before, colour=_colour()), nl=False)
    while True:
        saved.wait()
        # A program may save in several steps.
        saved.clear()
        while saved.wait(_BURST):
            saved.clear()
        try:
            now = _problems(site())
        except click.UsageError as fault:
            click.echo(fault.format_message(), err=True)
            continue
        for line in news(before, now, colour=_colour()):
            click.echo(line)
        before = now


def _problems(site: LoadedSite) -> Problems:
    checked = site.checked()
    return Problems(checked.diagnostics, checked.texts(site.inputs))


def news(before: Problems, now: Problems, *, colour: bool = False) -> Iterator[str]:
    """What is mended and what is new, and how much is left. A mistake that only moved to another line is neither."""
    for gone in _only_in(before.found, now.found):
        span = gone.span
        yield visible(f"mended: {span.path}:{span.line}:{span.column}: {gone.code}: {gone.message}")
    for new in _only_in(now.found, before.found):
        yield f"new: {one(new, now.texts, colour=colour)}\n"
    yield summary(now.found).sentence


def _only_in(these: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    known = Counter(map(_same, in_order(others)))
    for diagnostic in in_order(these):
        if known[_same(diagnostic)] > 0:
            known[_same(diagnostic)] -= 1
        else:
            yield diagnostic


def _same(diagnostic: Diagnostic) -> tuple[str, ...]:
    """What a mistake is, wherever in its file it is."""
    return diagnostic.span.path, diagnostic.code, diagnostic.message, diagnostic.severity, diagnostic.allowed


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
