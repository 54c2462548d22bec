"""A build that makes one share of the pages, and one that puts the shares together: how both go through MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files, InclusionLevel

from explainers.build.check import Inputs
from explainers.build.parts import MadeFrom, Part, PartFault, PartPage, pages_of, parts_in
from explainers.build.settings import Settings
from explainers.build.shards import Shard, share
from explainers.build.site_build import Built
from explainers.engines.mkdocs.files.generated_pages import GeneratedFile, GeneratedPage
from explainers.engines.mkdocs.files.other_pages import published_texts
from explainers.engines.mkdocs.foreign_plugins import foreign_plugins
from explainers.prose.site import Site
from explainers.text.suggest import one_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# What a page written by hand may link to, and only a whole build makes.
_FOR_PROGRAMS = (".bib", ".csv", ".json", ".ris", ".ttl", ".xml")
_RELEASES = ("mkdocs-explainers", "mkdocs", "properdocs", "mkdocs-material", "jinja2", "edtf", "citeproc-py")


def parts(settings: Settings, config: MkDocsConfig, *, once: bool) -> tuple[Part, ...]:
    """The parts that a build puts together. `once` if it is a whole build, that nobody waits behind.

    Raises ConfigurationError where they cannot be put together, or where a build can make no share of the pages.
    """
    if not (settings.shard or settings.parts):
        return ()
    if settings.shard and settings.parts:
        raise ConfigurationError("plugin 'explainers': a build makes a shard or merges the parts, not both")
    if not once:
        raise ConfigurationError("plugin 'explainers': shards are made and merged by `build`, without `--dirty`")
    if listening := foreign_plugins(config):
        raise ConfigurationError(
            f"plugin 'explainers': a build cannot be cut into shards: {one_of(listening)} may change each page"
        )
    if not settings.fast:
        raise ConfigurationError("plugin 'explainers': a build cannot be cut into shards with `fast: false`")
    for part in settings.parts:
        if part.resolve().is_relative_to(Path(config.site_dir).resolve()):
            raise ConfigurationError(f"plugin 'explainers': `{part}` lies in the folder of the site, which is emptied")
    with _plainly():
        return parts_in(settings.parts, settings.root)


def pages(parts: Sequence[Part], made_from: MadeFrom) -> Mapping[str, tuple[Part, PartPage]]:
    """The pages that other builds made, by path, each with its part. Raises ConfigurationError."""
    with _plainly():
        return pages_of(parts, made_from)


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except PartFault as fault:
        lines = "".join(f"\n  {line}" for line in str(fault).splitlines())
        raise ConfigurationError(f"plugin 'explainers': the parts cannot be merged:{lines}") from None


def needs_files(files: Iterable[File]) -> bool:
    """Whether a page by hand may link to files for programs, so that a shard has to know them."""
    return any(ending in text for _, text in published_texts(files) for ending in _FOR_PROGRAMS)


def made_from(site: Site, found: Inputs, config: MkDocsConfig, files: Iterable[File]) -> MadeFrom:
    """Marks of all that the shards of a site have to have in common."""
    own = (site.name, site.description, site.url, site.language, site.directory_urls, site.edit_url, site.glossary)
    return {
        "records": _mark(*sorted(found.files.items())),
        "pages": _mark(*published_texts(files)),
        "texts of sources": _mark(*sorted(site.checked), *sorted(site.references.items())),
        "days of the last changes (a checkout without its history has none)": _mark(*sorted(site.changed.items())),
        "settings": _mark(own, *_files(config)),
        "releases": _mark(*map(_release, _RELEASES)),
    }


def _mark(*values: object) -> str:
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _files(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """The file of the settings, and those of the site's own theme."""
    if config.config_file_path:
        yield "", Path(config.config_file_path).read_bytes()
    own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    for path in sorted(own.rglob("*")) if own else ():
        if own and path.is_file():
            yield path.relative_to(own).as_posix(), path.read_bytes()


def _release(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def of_share(built: Built, files: Files, shard: Shard) -> Built:
    """A site of which only the pages of a shard are made, as far as they are ours to write."""
    ours = (file.page for file in files if isinstance(file, GeneratedFile) and file.is_ours_to_write)
    jobs = {page.job for page in ours if isinstance(page, GeneratedPage)}
    return replace(built, jobs=share((job for job in built.jobs if job in jobs), shard))


def leave_the_rest(config: MkDocsConfig, files: Files, plugin: Any) -> None:
    """Nothing else is written, copied or asked of other plugins: the build that merges the parts does it."""
    for file in files:
        file.inclusion = InclusionLevel.EXCLUDED
    config.theme.static_templates.clear()
    config.extra_templates.clear()
    after = config.plugins.events["post_build"]
    after[:] = [listener for listener in after if getattr(listener, "__self__", None) is plugin]
