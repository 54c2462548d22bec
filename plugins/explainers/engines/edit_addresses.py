"""Where records are edited, derived from where MkDocs says that the pages are."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

_EDIT_URIS = {
    "github.com": "edit/master/docs/",
    "gitlab.com": "edit/master/docs/",
    "bitbucket.org": "src/default/docs/",
}


def content_edit_url(site: Mapping[str, Any], *, docs: Path, content: Path) -> str:
    """Where records are edited on the repository host, relative to the pages in `docs`; empty if it is not known."""
    repository = str(site.get("repo_url") or "")
    template = str(site.get("edit_uri_template") or "")
    uri = site.get("edit_uri")
    if template:
        # A template with something after the path, or with an encoded path, gives no prefix for a record's address.
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
