"""What the words of a statement show of its claim: the likeliest type, and when it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from explainers.drafts.article.dates import dates

# The first that fits. (English; rules)
_TYPES = (
    ("counterfactual", r"\b(?:would|could|might) have \w+"),
    ("causal", r"\b(?:because|caused|causes|due to|as a result|led to|leads to|driven by|owing to)\b"),
    ("prediction", r"\b(?:will|would|is expected to|are expected to|is likely to|are likely to|forecast)\b"),
    ("intention", r"\b(?:plans? to|aims? to|intends? to|wants? to|objective|promised? to|pledged? to)\b"),
)


def claim_type(words: str, quantities: Mapping[str, Any]) -> str:
    """The likeliest type of a claim."""
    if quantities and not re.search(_TYPES[0][1], words):
        return "measurement"
    return next((kind for kind, pattern in _TYPES if re.search(pattern, words, re.IGNORECASE)), "event")


def dates_to_decide(words: str) -> Iterator[str]:
    """What has to be decided about the time of a claim, for each date in its words."""
    for printed, edtf in dates(words):
        known = f" ({edtf})" if edtf else ""
        yield f"`time`, when it holds; the page has “{printed}”{known}"
