"""The defaults of a claim: what its attributions share is written once."""

from __future__ import annotations

from typing import Annotated, Any

from explainers.kinds.claim.attribution import Act, Mode
from explainers.kinds.shared_parts import Citation
from explainers.model.base import Date, Part
from explainers.model.fields import Several, link
from explainers.model.short_forms import ATTRIBUTION, DEFAULTS, full_citation, leaves_its_source


class AttributionDefaults(Part):
    """What the attributions of the claim say where they do not say otherwise; a silence takes none of it."""

    act: Act | None = None
    """What they did with words."""
    mode: Mode | None = None
    """How the page gives their words."""
    said: Date | None = None
    """When it was said."""
    said_in: Annotated[str, link("source", "actor", inverse="heard_in", label="What was said in it")] | None = None
    """The text, speech or post in which it was said."""
    cites: Several[Citation] = ()
    """Where you read it. A citation with `exact` alone takes its source from here, if one is named."""


def written_out(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a claim in which each attribution says what it takes from the defaults."""
    defaults, attributions = values.get(DEFAULTS), values.get("attributions")
    if not isinstance(defaults, dict) or not isinstance(attributions, list):
        return values
    shared = {key: value for key, value in defaults.items() if key in AttributionDefaults.model_fields}
    return {**values, "attributions": [_with(shared, entry) for entry in attributions]}


def without_defaults(values: dict[str, Any]) -> dict[str, Any]:
    """The same without the defaults themselves, as a record has them."""
    return {key: value for key, value in written_out(values).items() if key != DEFAULTS}


def _with(shared: dict[str, Any], attribution: Any) -> Any:
    entry = ATTRIBUTION.in_full(attribution)
    # A silence was read nowhere, and said by no act.
    if not isinstance(entry, dict) or entry.get("stance") == "no-position-found":
        return entry
    full = {**shared, **entry}
    source = _source(shared.get("cites"))
    if source is not None and isinstance(full.get("cites"), list):
        full["cites"] = [_from(source, citation) for citation in full["cites"]]
    return full


def _from(source: str, citation: Any) -> Any:
    is_without = isinstance(citation, dict) and leaves_its_source(citation)
    return {"source": source, **citation} if is_without else citation


def _source(cites: Any) -> str | None:
    """The source of citations without one: that of the only citation among the defaults."""
    only = full_citation(cites[0] if isinstance(cites, list) and len(cites) == 1 else cites)
    source = only.get("source") if isinstance(only, dict) else None
    return source if isinstance(source, str) else None
