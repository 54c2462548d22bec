"""A build that makes one share of the pages, and one that puts the shares together: how both go through MkDocs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import Files, InclusionLevel

from explainers.build.check import Inputs
from explainers.build.keys import key
from explainers.build.packs import mark_of
from explainers.build.parts import MANIFEST, PartFault, PartPage, Same, held_against, leave, parts_in
from explainers.build.settings import Settings
from explainers.build.shards import Shard, share
from explainers.build.site import Built
from explainers.engines.mkdocs.generated import GeneratedFile, GeneratedPage
from explainers.engines.mkdocs.listeners import others
from explainers.engines.mkdocs.merged import Merged
from explainers.engines.mkdocs.standing import Standing
from explainers.graph.fingerprints import mark
from explainers.prose.site import Site
from explainers.text.suggest import one_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# What a page written by hand may link to, and only a whole build makes.
_FOR_PROGRAMS = (".bib", ".csv", ".json", ".ris", ".ttl", ".xml")


def refuse(settings: Settings, config: MkDocsConfig, *, once: bool) -> None:
    """Raise ConfigurationError where a build can make no share of the pages, or put none together.

    `once` if it is a whole build, that nobody waits behind.
    """
    if not (settings.shard or settings.parts):
        return
    if settings.shard and settings.parts:
        raise ConfigurationError("plugin 'explainers': a build makes a shard or merges the parts, not both")
    if not once:
        raise ConfigurationError("plugin 'explainers': shards are made and merged by `build`, without `--dirty`")
    if listening := others(config):
        raise ConfigurationError(
            f"plugin 'explainers': a build cannot be cut into shards: {one_of(listening)} may change each page"
        )
    if not settings.fast:
        raise ConfigurationError("plugin 'explainers': a build cannot be cut into shards with `fast: false`")


def folder_of(settings: Settings, site: Path, kept: Path | None) -> Standing:
    """The site's folder, with what is `kept` of it in another. Raises ConfigurationError."""
    if not settings.parts:
        return Standing(site, kept)
    try:
        return Merged(site, kept, parts_in(settings.parts, site))
    except PartFault as fault:
        raise _not_merged(fault) from None


def open_parts(standing: Standing, built: Built, found: Inputs, frame: str) -> None:
    """Where a site is put together from parts, read what they know of their pages. Raises ConfigurationError."""
    if isinstance(standing, Merged):
        assert built.cache
        try:
            held_against(standing.parts, same(built.site, found, frame))
            standing.open(built.cache)
        except PartFault as fault:
            raise _not_merged(fault) from None


def _not_merged(fault: PartFault) -> ConfigurationError:
    """What MkDocs tells of parts that cannot be merged."""
    lines = "".join(f"\n  {line}" for line in str(fault).splitlines())
    return ConfigurationError(f"plugin 'explainers': the parts cannot be merged:{lines}")


def needs_files(found: Inputs) -> bool:
    """Whether a page by hand may link to files for programs, so that a shard has to know them."""
    return any(ending in page.text for page in found.pages for ending in _FOR_PROGRAMS)


def same(site: Site, found: Inputs, frame: str) -> Same:
    """Marks of all that the shards of a site have to have in common."""
    return {
        "records": mark(*(f"{path} {mark_of(data)}" for path, data in sorted(found.files.items()))),
        "texts": mark(*sorted(site.checked), *(f"{id} {text!r}" for id, text in sorted(site.references.items()))),
        "days": mark(*(f"{id} {day}" for id, day in sorted(site.changed.items()))),
        "settings": key(site),
        "frame": frame,
    }


def of_share(built: Built, files: Files, shard: Shard) -> Built:
    """A site of which only the pages of a shard are made, as far as they are ours to write."""
    ours = (file.page for file in files if isinstance(file, GeneratedFile) and file.is_ours_to_write)
    jobs = {page.job for page in ours if isinstance(page, GeneratedPage)}
    return replace(built, jobs=share((job for job in built.jobs if job in jobs), shard))


def leave_part(shard: Shard, built: Built, files: Files, *, standing: Standing, same: Same) -> None:
    """Write what the build that merges the parts has to know of those pages that were made here."""
    assert built.cache
    pages = {f.page.job.path: f.page for f in files if isinstance(f.page, GeneratedPage)}
    marks = {}
    for path, found in standing.kept().items():
        data = ""
        if found.data:
            own = built.site.data(pages[path].job.record)
            data = mark_of(standing.text(own))
            standing.leave([own])
        marks[path] = PartPage(found.mark, mark_of(standing.text(pages[path].file.dest_uri)), data)
    leave(standing.folder, shard, same, built.cache.index(), marks)
    standing.leave([MANIFEST])


def leave_the_rest(config: MkDocsConfig, files: Files, plugin: Any) -> None:
    """Nothing else is written, copied or asked of other plugins: the build that merges the parts does it."""
    for file in files:
        file.inclusion = InclusionLevel.EXCLUDED
    config.theme.static_templates.clear()
    config.extra_templates.clear()
    after = config.plugins.events["post_build"]
    after[:] = [listener for listener in after if getattr(listener, "__self__", None) is plugin]
