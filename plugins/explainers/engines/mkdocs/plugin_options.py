"""The options of the plugin, as they stand in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as option


class ExplainersConfig(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options."""

    content_dir = option.Type(str, default="content")
    snapshots_dir = option.Type(str, default="")
    rules = option.Type(dict, default={})
    glossary = option.Type((str, bool), default="section")  # YAML 1.1 reads `off` as false; `settings` judges
    citation_style = option.Type(str, default="")
    kinds = option.Type((dict, list, str), default={})  # `build.declared` judges
    tags = option.Type((dict, list, str), default={})  # `build.declared` judges
    fields = option.Type((dict, list, str), default={})  # `build.declared` judges
    publisher = option.Type((dict, list, str), default={})  # `build.publisher` judges
    edit = option.Type((str, dict, list, bool), default="")  # `build.form` judges
    content_security_policy = option.Type((bool, str), default="auto")  # `settings` judges
    fast = option.Type((bool, str), default=True)  # `settings` judges
    cache = option.Optional(option.Type((bool, str)))  # of old: nothing is kept between builds, and it does nothing
    workers = option.Type((int, str), default="auto")  # `settings` judges
    profile = option.Type((bool, str), default=False)  # `settings` judges
