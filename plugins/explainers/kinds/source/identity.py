"""What makes two references one document: a DOI, or an address under its usual spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from explainers.kinds.source.csl import CslItem

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|ref|at_\w+|mc_\w+")


def identities(csl: CslItem) -> Iterator[tuple[str, str]]:
    """The keys of a reference that identify its document, each with what is compared."""
    if csl.doi:
        yield "DOI", csl.doi.casefold()
    if csl.URL:
        yield "URL", _address(csl.URL)


def _address(url: str) -> str:
    """An address as it is compared: one page under its usual spellings is one."""
    parts = urlsplit(url)
    host = re.sub(r"^(?:www|m|amp)\.", "", (parts.hostname or "").casefold())
    query = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    return f"{host}{parts.path.rstrip('/')}?{query}"
