"""A build that makes one share of the pages, and one that merges the shares: how both go through MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files, InclusionLevel

from explainers.build.check import Inputs
from explainers.build.files import repository
from explainers.build.settings import Settings
from explainers.build.shards import MadeFrom, Shard, ShardFault, ShardOutput, ShardPage, outputs_in, pages_of, share
from explainers.build.site_build import SiteBuild
from explainers.engines.mkdocs.files.generated_pages import GeneratedFile, GeneratedPage
from explainers.engines.mkdocs.files.other_pages import published_texts
from explainers.engines.mkdocs.foreign_plugins import foreign_plugins
from explainers.prose.site import Site
from explainers.text.suggest import one_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# What a hand-written page may link to, and only a whole build makes.
_FOR_PROGRAMS = (".bib", ".csv", ".json", ".ris", ".ttl", ".xml")
_RELEASES = {"mkdocs-explainers", "mkdocs", "properdocs", "mkdocs-material", "Jinja2", "citeproc-py"}


def shard_outputs(settings: Settings, config: MkDocsConfig, *, once: bool) -> Sequence[ShardOutput]:
    """The outputs of the shards that this build merges. `once` is false for a preview, which builds repeatedly.

    Raises ConfigurationError where they cannot be merged, or where a build can make no share of the pages.
    """
    if not (settings.shard or settings.parts):
        return ()
    site, listening = Path(config.site_dir).resolve(), foreign_plugins(config)
    inside = [part for part in settings.parts if part.resolve().is_relative_to(site)]
    for is_so, message in (
        (settings.shard and settings.parts, "a build makes a shard or merges the parts, not both"),
        (not once, "shards are made and merged by `build`, without `--dirty`"),
        (listening, f"a build cannot be cut into shards: {one_of(listening or [''])} may change each page"),
        (not settings.fast, "a build cannot be cut into shards with `fast: false`"),
        (inside, f"`{inside[0] if inside else ''}` lies in the folder of the site, which is emptied"),
    ):
        if is_so:
            raise ConfigurationError(f"plugin 'explainers': {message}")
    with _explained():
        return outputs_in(settings.parts, repository(settings.root)) if settings.parts else ()


def shard_pages(outputs: Sequence[ShardOutput], made_from: MadeFrom) -> Mapping[str, tuple[ShardOutput, ShardPage]]:
    """The pages that the shards made, by path, each with what its shard left. Raises ConfigurationError."""
    with _explained():
        return pages_of(outputs, made_from)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except ShardFault as fault:
        lines = "".join(f"\n  {line}" for line in str(fault).splitlines())
        raise ConfigurationError(f"plugin 'explainers': the parts cannot be merged:{lines}") from None


def needs_files(files: Iterable[File]) -> bool:
    """Whether a hand-written page may link to files for programs, so that a shard has to know them."""
    return any(ending in text for _, text in published_texts(files) for ending in _FOR_PROGRAMS)


def made_from(site: Site, found: Inputs, config: MkDocsConfig, files: Iterable[File]) -> MadeFrom:
    """Hashes of all that the shards of a site must have in common."""
    own = (site.name, site.description, site.url, site.language, site.directory_urls, site.edit_url, site.glossary)
    folder = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    theme = [path for path in sorted(folder.rglob("*")) if path.is_file()] if folder else []
    file = Path(config.config_file_path).read_bytes() if config.config_file_path else b""
    return {
        "records": _mark(*sorted(found.files.items())),
        "pages": _mark(*published_texts(files)),
        "texts of sources": _mark(*sorted(site.checked), *sorted(site.references.items())),
        "days of the last changes (a checkout without its history has none)": _mark(*sorted(site.changed.items())),
        "settings": _mark(own, file, *((str(path.relative_to(str(folder))), path.read_bytes()) for path in theme)),
        "releases": _mark(*sorted((each.name, each.version) for each in distributions() if each.name in _RELEASES)),
    }


def _mark(*values: object) -> str:
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def of_share(built: SiteBuild, files: Files, shard: Shard) -> SiteBuild:
    """A site of which only the pages of a shard are made, as far as they are ours to write."""
    ours = (file.page for file in files if isinstance(file, GeneratedFile) and file.is_ours_to_write)
    specs = {page.spec for page in ours if isinstance(page, GeneratedPage)}
    return replace(built, specs=share((spec for spec in built.specs if spec in specs), shard))


def leave_the_rest(config: MkDocsConfig, files: Files, plugin: Any) -> None:
    """Nothing else is written, copied or asked of other plugins: the build that merges the parts does it."""
    for file in files:
        file.inclusion = InclusionLevel.EXCLUDED
    config.theme.static_templates.clear()
    config.extra_templates.clear()
    after = config.plugins.events["post_build"]
    after[:] = [listener for listener in after if getattr(listener, "__self__", None) is plugin]
