"""The site a command works on: found in the current folder, or where the options say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial, update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from explainers.build.files import record_path
from explainers.build.inputs import Inputs, inputs
from explainers.build.settings import Settings
from explainers.engines.config_file import SettingsFault, find_config, foreign_code, has_pages
from explainers.engines.site_settings import read_settings
from explainers.text.report_frame import visible

if TYPE_CHECKING:
    from explainers.build.check import Checked, LinkedRecords
    from explainers.kinds import Kinds
    from explainers.markdown.hand_written import ByHand
    from explainers.model.decode import Document

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@dataclass(frozen=True)
class LoadedSite:
    """A site's settings and what it is made from; paths are shown relative to the current folder."""

    settings: Settings
    inputs: Inputs
    config: Path | None = None

    # The models and the rules are loaded when they are needed: that takes a fifth of a second.
    def checked(self, *, plugins: bool = False) -> Checked:
        """The records, linked, and all that is wrong with them and in other pages.

        With `plugins` the plugins and hooks of mkdocs.yml are run, whatever they are.
        """
        from explainers.build.check import check
        from explainers.build.progress import Progress

        progress = Progress("records")
        try:
            return check(self.inputs, on_progress=progress, convert=partial(self._converted, plugins=plugins))
        finally:
            progress.end()

    @property
    def foreign_code(self) -> list[str]:
        """The plugins and hooks of mkdocs.yml that are run only if somebody asks for it."""
        return foreign_code(self.config) if self.config and self.settings.docs.is_dir() else []

    def _converted(self, found: LinkedRecords, *, plugins: bool) -> ByHand:
        """The pages that are not made from records, converted as a build converts them."""
        from explainers.markdown.hand_written import ByHand

        settings = self.settings
        if not has_pages(settings.docs) and not (plugins and self.foreign_code):
            return ByHand()
        if self.inputs.strays:
            # What cannot be published is reported; MkDocs would stop at the first of it.
            return ByHand()
        # What reads Markdown takes as long to load as checking 500 records does.
        from explainers.build.site_build import site_of
        from explainers.engines.mkdocs.files.converting import ConversionFault, converted

        site = site_of(settings, found, self.inputs)
        try:
            return converted(self.config, settings.docs, site, found.graph, root=Path.cwd(), plugins=plugins)
        except ConversionFault as fault:
            raise click.UsageError(visible(str(fault))) from None

    def with_files(self, files: Mapping[str, bytes | None]) -> LoadedSite:
        """The same site with some files of records as they are now, None for those that are gone."""
        found = {path: data for path, data in {**self.inputs.files, **files}.items() if data is not None}
        return replace(self, inputs=replace(self.inputs, files=found))

    def of_files(self, files: Mapping[str, bytes]) -> LoadedSite:
        """The same site with other records: files by their path from the folder of records."""
        folder = record_path(self.settings.content, Path.cwd())
        return replace(self, inputs=replace(self.inputs, files={f"{folder}/{path}": files[path] for path in files}))

    def write(self, files: Mapping[str, bytes | None]) -> list[str]:
        """Write files of records, and delete those of None; what was written, in order. Paths are as they were read."""
        for path, data in sorted(files.items()):
            if data is None:
                Path(path).unlink()
            else:
                Path(path).write_bytes(data)
        return sorted(path for path, data in files.items() if data is not None)

    def linked(self) -> LinkedRecords:
        """The records, linked, without looking for more than wrong links."""
        from explainers.build.check import linked_records

        return linked_records(self.inputs)

    def documents(self) -> list[Document]:
        """The records alone, broken ones too, without looking for mistakes."""
        from explainers.build.load import load

        return load(self.inputs.files, self.kinds())[0]

    def kinds(self) -> Kinds:
        """The kinds of record, with what the site declares."""
        from explainers.kinds import KINDS
        from explainers.kinds.site_kinds import with_declared

        return with_declared(tuple(KINDS), self.settings.declared)


def site_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which site, for `find_site`."""
    for option in (
        click.option("--snapshots", type=_FOLDER, help="The folder with the texts of the sources."),
        click.option("--content", type=_FOLDER, help="The folder with the records."),
        click.option("--config", type=_FILE, help="The site's mkdocs.yml."),
    ):
        command = option(command)
    return command


def on_a_site(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which site, given to the command as its first argument."""

    def with_site(config: Path | None, content: Path | None, snapshots: Path | None, **arguments: Any) -> None:
        command(find_site(config, content=content, texts=snapshots), **arguments)

    wrapped: Callable[..., None] = update_wrapper(with_site, command)
    return site_options(wrapped)


def find_site(config: Path | None, *, content: Path | None, texts: Path | None) -> LoadedSite:
    """The site of the current folder, with what the options change."""
    config = config or find_config(Path())
    settings = _settings(config, content)
    settings = replace(settings, content=content or settings.content, snapshots=texts or settings.snapshots)
    if not settings.content.is_dir():
        raise click.UsageError(f"there is no folder {settings.content}: the records belong there")
    try:
        return LoadedSite(settings, inputs(settings, seen_from=Path.cwd()), config)
    except OSError as fault:
        raise click.UsageError(visible(f"{fault.filename} cannot be read: {fault.strerror}")) from None


def _settings(config: Path | None, content: Path | None) -> Settings:
    if config is None and content:
        return Settings(root=Path(), content=content, docs=content.parent / "docs")
    try:
        return read_settings(config or Path("mkdocs.yml"))
    except SettingsFault as fault:
        raise click.UsageError(visible(str(fault))) from None
