"""A site owner's settings, independent of the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from explainers.build.form_setting import FormSetting
from explainers.build.shards import Shard
from explainers.model.declared import NOTHING_DECLARED, Declared
from explainers.prose.publisher import NO_PUBLISHER, Publisher

Policy = Literal["auto", "on", "off"]


@dataclass(frozen=True)
class Settings:
    """A site's settings. `content_edit_url` leads to the records on the repository host, or is empty.

    `overrides`: the folder of the site's own templates and files for its theme.
    `content_security_policy`: which pages have one: all (`on`), those that lose nothing by it (`auto`), none (`off`).
    `fast`: what the pages of a site share is rendered once.
    `workers`: the number of processes, 0 for as many as help. `profile`: the build ends with where its time went.
    `drafts`: the site is a preview, which shows them too.
    `shard`: only this share of the pages is made. `parts`: folders with the shares that others made.
    """

    root: Path
    content: Path
    docs: Path = Path("docs")
    overrides: Path | None = None
    snapshots: Path | None = None
    severities: Mapping[str, str] = field(default_factory=dict)
    site_name: str = "Explainers"
    site_description: str = ""
    site_url: str = ""
    language: str = "en"
    directory_urls: bool = True
    content_edit_url: str = ""
    glossary: Literal["section", "page", "every", "off"] = "section"
    citation_style: Path | None = None
    publisher: Publisher = NO_PUBLISHER
    form: FormSetting | None = None
    declared: Declared = NOTHING_DECLARED
    content_security_policy: Policy = "auto"
    fast: bool = True
    workers: int = 0
    profile: bool = False
    drafts: bool = False
    shard: Shard | None = None
    parts: tuple[Path, ...] = ()
