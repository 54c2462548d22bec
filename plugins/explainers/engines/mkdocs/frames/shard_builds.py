"""A build that makes one share of the pages, and one that merges the shares: how both go through MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files, InclusionLevel

from explainers.build.check import Inputs
from explainers.build.settings import Settings
from explainers.build.shards import MadeFrom, Shard, share
from explainers.build.site_build import SiteBuild
from explainers.engines.mkdocs.files.generated_pages import GeneratedFile, GeneratedPage
from explainers.engines.mkdocs.files.other_pages import published_texts
from explainers.prose.site import Site
from explainers.text.suggest import one_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# What a hand-written page may link to, and only a whole build makes.
_FOR_PROGRAMS = (".bib", ".csv", ".json", ".ris", ".ttl", ".xml")
_RELEASES = {"mkdocs-explainers", "mkdocs", "properdocs", "mkdocs-material", "Jinja2", "citeproc-py"}


def ensure_can_be_cut(settings: Settings, config: MkDocsConfig, *, listening: Sequence[str], once: bool) -> None:
    """Raise ConfigurationError if a build of this kind can neither make a shard nor merge parts, but is to.

    `once` is false for a preview, which builds repeatedly.
    """
    if not (settings.shard or settings.parts):
        return
    site = Path(config.site_dir).resolve()
    inside = [str(part) for part in settings.parts if part.resolve().is_relative_to(site)]
    for is_so, message in (
        (settings.shard and settings.parts, "a build makes a shard or merges the parts, not both"),
        (not once, "shards are made and merged by `build`, without `--dirty`"),
        (listening, f"a build cannot be cut into shards: {one_of(listening or [''])} may change each page"),
        (not settings.fast, "a build cannot be cut into shards with `fast: false`"),
        (inside, f"`{''.join(inside[:1])}` lies in the folder of the site, which is emptied"),
    ):
        if is_so:
            raise ConfigurationError(f"plugin 'explainers': {message}")


def needs_files(files: Iterable[File]) -> bool:
    """Whether a hand-written page may link to files for programs, so that a shard has to know them."""
    return any(ending in text for _, text in published_texts(files) for ending in _FOR_PROGRAMS)


def site_inputs(site: Site, found: Inputs, config: MkDocsConfig, files: Iterable[File]) -> MadeFrom:
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
    pages = (file.page for file in files if isinstance(file, GeneratedFile) and file.is_ours_to_write)
    ours = {page.spec for page in pages if isinstance(page, GeneratedPage)}
    return replace(built, specs=tuple(spec for spec in share(built.specs, shard) if spec in ours))


def leave_the_rest(config: MkDocsConfig, files: Files, plugin: Any) -> None:
    """Nothing else is written, copied or asked of other plugins: the build that merges the parts does it."""
    for file in files:
        file.inclusion = InclusionLevel.EXCLUDED
    config.theme.static_templates.clear()
    config.extra_templates.clear()
    after = config.plugins.events["post_build"]
    after[:] = [listener for listener in after if getattr(listener, "__self__", None) is plugin]
