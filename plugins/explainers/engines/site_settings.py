"""A site's settings from its mkdocs.yml, with or without MkDocs running."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from explainers.build.declarations import declared
from explainers.build.declared_words import DeclarationFault
from explainers.build.form_setting import FormFault, form_setting
from explainers.build.publisher_setting import PublisherFault, publisher
from explainers.build.settings import Policy, Settings
from explainers.build.shards import Shard, ShardFault, parsed_shard
from explainers.engines.config_file import PLUGIN, SettingsFault, entries_of, read_config
from explainers.engines.edit_addresses import content_edit_url
from explainers.text.diagnostic import Severity
from explainers.text.suggest import did_you_mean, one_of

CONTENT = "content"
# Overrides the option: a machine that builds many sites says how many processors each may use.
WORKERS = "EXPLAINERS_WORKERS"
PROFILE = "EXPLAINERS_PROFILE"
# A build makes one share of the pages, or puts together what others made: folders, as in the variable PATH.
SHARD, PARTS = "EXPLAINERS_SHARD", "EXPLAINERS_PARTS"
Glossary = Literal["section", "page", "every", "off"]
MOST_WORKERS = 64
GLOSSARY: tuple[Glossary, ...] = get_args(Glossary)
T = TypeVar("T")


def read_settings(config_file: Path) -> Settings:
    """The settings in a mkdocs.yml. MkDocs is not started and nothing that the file names is imported.

    Where there is no such file, but a folder `content` next to it, the defaults. Raises SettingsFault.
    """
    root = config_file.parent
    if config_file.is_file():
        site = read_config(config_file)
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
        form=_read_by(lambda given: form_setting(root, given, str(site.get("repo_url") or "")), options.get("edit")),
        content_security_policy=_policy(options.get("content_security_policy")),
        fast=_switch("fast", options.get("fast")),
        profile=_switch("profile", os.environ.get(PROFILE) == "1" or options.get("profile", False)),
        workers=_workers(os.environ.get(WORKERS) or options.get("workers")),
        drafts=drafts,
        shard=shard,
        parts=tuple(Path(part) for part in os.environ.get(PARTS, "").split(os.pathsep) if part),
    )


def _folder(root: Path, key: str, named: str, *, may_be_missing: bool) -> Path:
    """The folder that an option names. There may be no record yet, and not every machine has the snapshots."""
    folder = root / named
    if not folder.is_dir() and not (may_be_missing and not folder.exists()):
        raise SettingsFault(
            f"`{key}` names `{named}`, and that is {'not a folder' if folder.exists() else 'not there'}"
        )
    return folder


def _options(site: Mapping[str, Any]) -> Mapping[str, Any]:
    """The plugin's options: `plugins` is a list of names and mappings, or a mapping."""
    named = [entry[PLUGIN] for entry in entries_of(site) if isinstance(entry, Mapping) and PLUGIN in entry]
    options = named[0] if named else None
    if options is not None and not isinstance(options, Mapping):
        raise SettingsFault(f"the options of the plugin `{PLUGIN}` must be `key: value` lines")
    return options or {}


def _severities(rules: Any) -> dict[str, str]:
    if not isinstance(rules, Mapping):
        raise SettingsFault("`rules` must be lines of `rule: severity`")
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
                " – ".join(
                    filter(None, [f"`rules` names `{code}`, which is not a rule", did_you_mean(str(code), codes)])
                )
            )
        if severity not in choices:
            raise SettingsFault(f"`{given}` is not a severity of the rule `{code}`: it is {one_of(choices)}")
        severities[str(code)] = str(severity)
    return severities


def _read_by(read: Callable[[Any], T], given: Any) -> T:
    try:
        return read(given)
    except (DeclarationFault, FormFault, PublisherFault) as fault:
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
    """Whether a switch is on, which it is by default."""
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
