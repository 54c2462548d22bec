"""Record pages written once the theme is ready, past MkDocs' own loops: all of them, or those of a shard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import Files

from explainers.build.files import repository
from explainers.build.garbage import kept_to_the_end
from explainers.build.shards import leave, pages_of_parts
from explainers.engines.mkdocs.frames import shard_builds
from explainers.engines.mkdocs.frames.record_writer import RecordWriter
from explainers.engines.mkdocs.reporting import faults_explained

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from explainers.engines.mkdocs.plugin import ExplainersPlugin


@kept_to_the_end()
def write_records(plugin: ExplainersPlugin, env: Any, config: MkDocsConfig, files: Files) -> None:
    """Write the record pages, and the files for programs."""
    with faults_explained():
        shard, parts = plugin.settings.shard, plugin.settings.parts
        made_from = shard_builds.site_inputs(plugin.built.site, plugin.found, config, files) if shard or parts else {}
        known = pages_of_parts(parts, made_from, repository(plugin.settings.root)) if parts else {}
        if shard:
            plugin.built = shard_builds.of_share(plugin.built, files, shard)
        writing = RecordWriter(
            env, plugin.nav, config=config, search=plugin.search, finishing=plugin.finishing, folder=plugin.folder,
            parts=known,
        )  # fmt: skip
        with plugin.phases("pages, in the theme and written"):
            pages = writing.pages(plugin.built, files)
        if shard:
            leave(Path(config.site_dir), shard, made_from, pages)
            shard_builds.leave_the_rest(config, files, plugin)
            return
        with plugin.phases("records for programs, together"):
            writing.files(plugin.built)
