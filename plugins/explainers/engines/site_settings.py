"""A site's settings from its mkdocs.yml, with or without MkDocs running."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args
from urllib.parse import urljoin, urlsplit

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from explainers.build.declarations import declared
from explainers.build.declared_words import DeclarationFault
from explainers.build.publisher_setting import PublisherFault, publisher
from explainers.build.settings import Policy, Settings
from explainers.build.shards import Shard, ShardFault, parsed_shard
from explainers.text.diagnostic import Severity
from explainers.text.suggest import did_you_mean, one_of

CONFIG_NAMES = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")
PLUGIN = "explainers"
CONTENT = "content"
# Stands above the option: a machine that builds many sites says how many processors each may take.
WORKERS = "EXPLAINERS_WORKERS"
PROFILE = "EXPLAINERS_PROFILE"
# A build makes one share of the pages, or puts together what others made: folders, as in the variable PATH.
SHARD, PARTS = "EXPLAINERS_SHARD", "EXPLAINERS_PARTS"
Glossary = Literal["section", "page", "every", "off"]
MOST_WORKERS = 64
GLOSSARY: tuple[Glossary, ...] = get_args(Glossary)
T = TypeVar("T")
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
# Plugins that read the site's own files and nothing else: ours, and those of the theme.
_TRUSTED = frozenset({PLUGIN, "search", "blog", "tags", "meta"})
_EDIT_URIS = {
    "github.com": "edit/master/docs/",
    "gitlab.com": "edit/master/docs/",
    "bitbucket.org": "src/default/docs/",
}


class SettingsFault(Exception):
    """A site's settings cannot be used; the message is for its owner."""


def find_config(folder: Path) -> Path | None:
    """The configuration file of a folder, under the names that MkDocs and ProperDocs look for."""
    return next((folder / name for name in CONFIG_NAMES if (folder / name).is_file()), None)


def read_settings(config_file: Path) -> Settings:
    """The settings in a mkdocs.yml. MkDocs is not started and nothing that the file names is imported.

    Where there is no such file, but a folder `content` beside it, the defaults. Raises SettingsFault.
    """
    root = config_file.parent
    if config_file.is_file():
        site = _read(config_file)
        return settings(root, _options(site), site)
    if (root / CONTENT).is_dir():
        return settings(root, {}, {})
    raise SettingsFault(
        f"there is no `{config_file.name}` and no folder `{CONTENT}` in {root.resolve()}: "
        "`explainers init FOLDER` makes a site"
    )


def settings(root: Path, options: Mapping[str, Any], site: Mapping[str, Any], *, drafts: bool = False) -> Settings:
    """The settings from the plugin's options and the site's, or those of its preview. Raises SettingsFault."""
    named = str(options.get("content_dir") or CONTENT)
    content = _folder(root, "content_dir", named, may_be_missing=named == CONTENT)
    docs = root / str(site.get("docs_dir") or "docs")
    snapshots = options.get("snapshots_dir")
    shard = _shard(os.environ.get(SHARD))
    theme = site.get("theme")
    language = theme.get("language") if isinstance(theme, Mapping) else None
    # MkDocs has made the option an attribute.
    own = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    overrides = getattr(theme, "custom_dir", None) or own
    return Settings(
        root=root,
        content=content,
        docs=docs,
        overrides=root / str(overrides) if overrides else None,
        snapshots=_folder(root, "snapshots_dir", str(snapshots), may_be_missing=True) if snapshots else None,
        severities=_severities(options.get("rules") or {}),
        site_name=str(site.get("site_name") or Settings.site_name),
        site_description=str(site.get("site_description") or ""),
        site_url=str(site.get("site_url") or ""),
        language=str(language or Settings.language),
        directory_urls=site.get("use_directory_urls") is not False,
        content_edit_url=content_edit_url(site, docs=docs, content=content),
        glossary=_glossary(options.get("glossary")),
        citation_style=_citation_style(root, options.get("citation_style")),
        publisher=_read_by(publisher, options.get("publisher")),
        declared=_read_by(declared, options),
        content_security_policy=_policy(options.get("content_security_policy")),
        fast=_switch("fast", options.get("fast")),
        profile=_switch("profile", os.environ.get(PROFILE) == "1" or options.get("profile", False)),
        workers=_workers(os.environ.get(WORKERS) or options.get("workers")),
        drafts=drafts,
        shard=shard,
        parts=tuple(Path(part) for part in os.environ.get(PARTS, "").split(os.pathsep) if part),
    )


def _folder(root: Path, key: str, named: str, *, may_be_missing: bool) -> Path:
    """The folder that an option names. The first record may be yet to come, and snapshots are not on every machine."""
    folder = root / named
    if not folder.is_dir() and not (may_be_missing and not folder.exists()):
        raise SettingsFault(f"`{key}` names `{named}`, and that is {'no folder' if folder.exists() else 'not there'}")
    return folder


def has_pages(docs: Path) -> bool:
    """Whether a site has Markdown files, from which pages are made that are not records'."""
    return docs.is_dir() and any(path.suffix in _MARKDOWN for path in docs.rglob("*"))


def ensure_readable(config_file: Path) -> None:
    """Raise SettingsFault where an engine would end in a traceback, before it knows of us: nested too deep, say."""
    _read(config_file)


def read_with_names(config_file: Path) -> dict[str, Any]:
    """A mkdocs.yml in which `!!python/name:` stands for what an installed package calls so, and no other code is run.

    Raises SettingsFault.
    """
    root = config_file.parent.resolve()
    return dict(_read(config_file, lambda loader, tag, node: _named(tag, root)))


def is_trusted(plugin: str) -> bool:
    """Whether a plugin is known to run nothing that is in the repository, and to fetch nothing."""
    return plugin.removeprefix("material/") in _TRUSTED


def foreign_code(config_file: Path) -> list[str]:
    """The plugins and hooks of a mkdocs.yml that may make or change pages by code that nobody here knows."""
    site = _read(config_file)
    names = [name for entry in entries_of(site) for name in (entry if isinstance(entry, Mapping) else [entry])]
    return [*(str(name) for name in names if not is_trusted(str(name))), *map(str, site.get("hooks") or [])]


def names_our_plugin(config_file: Path) -> bool:
    """Whether a mkdocs.yml lists the plugin. Raises SettingsFault."""
    return any(PLUGIN in (entry if isinstance(entry, Mapping) else [entry]) for entry in entries_of(_read(config_file)))


def entries_of(site: Mapping[str, Any]) -> list[Any]:
    """What `plugins` lists: names, and mappings of a name to its options."""
    plugins = site.get("plugins") or []
    if isinstance(plugins, Mapping):
        return [{name: options} for name, options in plugins.items()]
    return list(plugins) if isinstance(plugins, list) else [plugins]


def _named(tag: str, root: Path) -> Any:
    """What a dotted name stands for, unless its package is one of the repository."""
    kind, found, name = tag.rpartition("python/name:")
    package = name.partition(".")[0]
    if kind != "tag:yaml.org,2002:" or not found or not package:
        return None
    spec = find_spec(package)
    places = [spec.origin or "", *(spec.submodule_search_locations or [])] if spec else []
    if not places or any(root in Path(place).resolve().parents and "site-packages" not in place for place in places):
        return None
    module, _, attribute = name.rpartition(".")
    return getattr(import_module(module), attribute, None)


def content_edit_url(site: Mapping[str, Any], *, docs: Path, content: Path) -> str:
    """Where records are edited on the repository host, or nothing: beside where the pages in `docs` are."""
    repository = str(site.get("repo_url") or "")
    template = str(site.get("edit_uri_template") or "")
    uri = site.get("edit_uri")
    if template:
        # An address with something after the path, or the path in another guise, is no prefix of a record's.
        uri = template.removesuffix("{path}") if template.endswith("{path}") else ""
    elif uri is None:
        uri = _EDIT_URIS.get(urlsplit(repository).netloc.lower(), "")
    if not uri:
        return ""
    uri = str(uri) if str(uri).endswith("/") else f"{uri}/"
    slash = "" if uri.startswith(("?", "#")) or repository.endswith("/") else "/"
    address = urljoin(f"{repository}{slash}", uri)
    return _beside(address, docs, content) if address.startswith(("https://", "http://")) else ""


def _beside(address: str, docs: Path, content: Path) -> str:
    for step in Path(os.path.relpath(content.resolve(), docs.resolve())).parts:
        if step != "..":
            address = f"{address}{step}/"
            continue
        shorter = re.sub(r"(?<=[/?#=&])[^/?#=&]+/$", "", address)
        if shorter == address:
            return ""
        address = shorter
    return address


def _read(config_file: Path, construct: Callable[..., Any] = lambda loader, tag, node: None) -> Mapping[str, Any]:
    loader = get_yaml_loader()
    # `!!python/name:…` and the like are for the build: nobody's code runs because we look up a folder's name.
    loader.yaml_multi_constructors = {"": construct}
    try:
        with config_file.open("rb") as stream:
            site = yaml_load(stream, loader)
    except RecursionError:
        what = "it is nested too deep, or inherits itself"
        raise SettingsFault(f"{config_file} cannot be read: {what}") from None
    except (ConfigurationError, OSError, TypeError, ValueError) as fault:
        raise SettingsFault(f"{config_file} cannot be read: {fault}") from None
    if not isinstance(site, Mapping):
        raise SettingsFault(f"{config_file} has to be a list of `key: value` lines")
    return site


def _options(site: Mapping[str, Any]) -> Mapping[str, Any]:
    """The plugin's options: `plugins` is a list of names and mappings, or a mapping."""
    named = [entry[PLUGIN] for entry in entries_of(site) if isinstance(entry, Mapping) and PLUGIN in entry]
    options = named[0] if named else None
    if options is not None and not isinstance(options, Mapping):
        raise SettingsFault(f"the options of the plugin `{PLUGIN}` have to be `key: value` lines")
    return options or {}


def _severities(rules: Any) -> dict[str, str]:
    if not isinstance(rules, Mapping):
        raise SettingsFault("`rules` has to be lines of `rule: severity`")
    if not rules:
        return {}
    from explainers.checks.run import all_rules  # with them comes nearly all of the program

    codes = [rule.code for rule in all_rules()]
    choices = [*(severity.value for severity in Severity), "off"]
    severities = {}
    for code, given in rules.items():
        # YAML 1.1, in which mkdocs.yml is read, takes `off` for false.
        severity = "off" if given is False else given
        if code not in codes:
            raise SettingsFault(
                " – ".join(filter(None, [f"`rules` names `{code}`, which is no rule", did_you_mean(str(code), codes)]))
            )
        if severity not in choices:
            raise SettingsFault(f"`{given}` is not a severity of the rule `{code}`: it is {one_of(choices)}")
        severities[str(code)] = str(severity)
    return severities


def _read_by(read: Callable[[Any], T], given: Any) -> T:
    try:
        return read(given)
    except (DeclarationFault, PublisherFault) as fault:
        raise SettingsFault(str(fault)) from None


def _glossary(given: Any) -> Glossary:
    wanted = "off" if given is False else given or Settings.glossary
    found = next((choice for choice in GLOSSARY if choice == wanted), None)
    if found is None:
        raise SettingsFault(f"`{given}` is not a value of `glossary`: it is {one_of(GLOSSARY)}")
    return found


def _policy(given: Any) -> Policy:
    found: dict[object, Policy] = {None: "auto", "auto": "auto", True: "on", False: "off"}
    if not isinstance(given, bool | str | None) or given not in found:
        raise SettingsFault(f"`{given}` is not a value of `content_security_policy`: it is `auto`, `true` or `false`")
    return found[given]


def _switch(name: str, given: Any) -> bool:
    """Whether something is on; without a word it is."""
    if given is not None and not isinstance(given, bool):
        raise SettingsFault(f"`{given}` is not a value of `{name}`: it is `true` or `false`")
    return given is not False


def _workers(given: Any) -> int:
    """A number of processes; 0 for `auto`."""
    if given is None or given == "auto":
        return 0
    number = int(given) if isinstance(given, str) and given.isdecimal() else given
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= MOST_WORKERS:
        raise SettingsFault(f"`{given}` is not a value of `workers`: it is `auto` or a number from 1 to {MOST_WORKERS}")
    return number


def _shard(given: str | None) -> Shard | None:
    try:
        return parsed_shard(given) if given else None
    except ShardFault as fault:
        raise SettingsFault(f"{SHARD}: {fault}") from None


def _citation_style(root: Path, given: Any) -> Path | None:
    if not given:
        return None
    path = root / str(given)
    if not path.is_file():
        raise SettingsFault(f"`citation_style` names `{given}`, and there is no such file in {root}")
    from explainers.exports.csl_style import is_installed  # few sites have a style, and all exports come with it

    if not is_installed():
        raise SettingsFault(
            "`citation_style` needs the citation processor: install it with `pip install 'mkdocs-explainers[csl]'`"
        )
    return path
