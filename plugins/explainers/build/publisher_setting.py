"""The publisher that a site's settings name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from explainers.prose.publisher import Publisher
from explainers.text.suggest import did_you_mean, one_of

_KEYS = [field.name for field in fields(Publisher)]
_ADDRESSES = {"contact", "corrections"}
_MAIL_OR_WEB = re.compile(r"[^@\s/?&]+@[^@\s/?&]+\.[^@\s/?&]+|https?://\S+")


class PublisherFault(Exception):
    """What the settings say of the publisher cannot be used; the message is for the site's owner."""


def publisher(given: Any) -> Publisher:
    """The publisher of a site. What is empty, such as a variable that is not set, is unnamed. Raises PublisherFault."""
    if not given:
        return Publisher()
    if not isinstance(given, Mapping):
        raise PublisherFault(f"`publisher` must be lines of `key: value`, with {one_of(_KEYS)}")
    values: dict[str, str] = {}
    for key, value in given.items():
        if key not in _KEYS:
            fault = f"`{key}` is not a key of `publisher`: it is {one_of(_KEYS)}"
            raise PublisherFault(" – ".join(filter(None, [fault, did_you_mean(str(key), _KEYS)])))
        if not isinstance(value, str | None):
            raise PublisherFault(f"`{key}` of `publisher` must be text")
        values[key] = (value or "").strip()
        if values[key] and key in _ADDRESSES and not _MAIL_OR_WEB.fullmatch(values[key]):
            raise PublisherFault(
                f"`{value}` is not an address: `{key}` of `publisher` is `name@example.org` or `https://…`"
            )
    return Publisher(**values)
