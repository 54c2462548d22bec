"""The form in the browser among the files of a site: no page of MkDocs, so that it is in no list, search or sitemap."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files

from explainers.build.files import repository
from explainers.build.form_setting import FORM, FormFault, form_files
from explainers.build.settings import Settings
from explainers.kinds import Kinds

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.explainers")


def add_form(settings: Settings, kinds: Kinds, files: Files, config: MkDocsConfig, *, is_served: bool) -> None:
    """The form, where the site has one; published only where it can write: the records are on GitHub."""
    form = settings.form
    if not form:
        return
    if not form.repository and not is_served:
        log.info("the form is in previews alone: `repo_url` leads to no repository on GitHub")
        return
    if own := next((file for file in files if file.dest_uri == f"{FORM}index.html"), None):
        raise ConfigurationError(f"plugin 'explainers': `{own.src_uri}` is at `{FORM}`, where `edit` puts the form")
    root = repository(settings.root)
    try:
        made = form_files(form, kinds, site_name=settings.site_name, content=settings.content, repository=root)
    except FormFault as fault:
        raise ConfigurationError(f"plugin 'explainers': {fault}") from None
    for path, data in made.items():
        files.append(File.generated(config, path, content=data))
