"""The words of the form: labels, hints, and which fields it leaves to the file."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic import BaseModel

from explainers.kinds import KINDS, kind_of
from explainers.kinds.claim.model import Attribution
from explainers.kinds.quantity import Quantity
from explainers.kinds.source.csl import CslItem
from explainers.model.shape import keys

# A label is the key in words, so that a message on `as_named` leads to its field. These are no words, or wrong ones.
_LABELS: Mapping[str, str] = {
    "by": "By whom",
    "edtf": "Date",
    "csl": "Reference",
    "of": "Of what",
    "to": "To",
    "also": "Also called",
    "min": "From",
    "max": "To",
    "cites": "Read in",
    "url": "Address",
    "sha256": "SHA-256",
    "chars": "Characters",
    "lat": "Latitude",
    "lon": "Longitude",
    "DOI": "DOI",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "URL": "Address",
    "allow": "Accepted warnings",
}
# What the form says of a field beside its description.
DATE_HINT = "A date, such as 2024-11-11, 2024-08, 2024-08? (uncertain) or 2022/.. (since)."
TELLING_HINT = "Such as a4, or other-claim#a2 for one of another claim."
# What one entry of a list is called, where that is not the key without its s.
_ENTRIES: Mapping[str, str] = {
    "also": "Name",
    "avoid": "Label",
    "allow": "Accepted warning",
    "capitals": "Label",
    "cites": "Citation",
    "derived_from": "Document",
    "formerly": "Id",
    "parties": "Party",
    "same_as": "Address",
    "quantities": "Figure",
    "not_to_confuse": "Text",
    "based_on": "Attribution",
    "answers": "Attribution",
    "replaces": "Attribution",
}
_CSL_IN_THE_FORM = frozenset(
    "type title author editor container-title publisher issued volume issue page number authority language DOI ISBN "
    "URL".split()
)
# What the form asks first, of a part with many fields; the others follow in the order of the keys.
_FIRST: Mapping[type[BaseModel], str] = {
    Attribution: "by as_named act verb mode cites said based_on statement gives speaks_for speakers joint note",
    CslItem: "type title author container-title URL language",
    Quantity: "of printed relation value min max unit",
}
NUMBER_HINT = "Left empty, it is the next that is free."
_MARKS = re.compile(r"`([^`]*)`")


def title_key(kind: str) -> str:
    """The key of what a kind of record is called, with dots where it is deeper."""
    return ".".join(kind_of(KINDS, kind).model.title_at)


def shown_as(kind: str) -> str:
    """How lists show a record of a kind. Titles of sources are alike, and their ids say whose they are, and when."""
    return "{{slug}} · {{csl.title}}" if kind == "source" else f"{{{{{title_key(kind)}}}}}"


def label(key: str) -> str:
    """What the form calls a key."""
    words = key.replace("_", " ").replace("-", " ")
    return _LABELS.get(key) or f"{words[:1].upper()}{words[1:]}"


def entry_label(key: str) -> str:
    """What the form calls an entry of a list: `Attribution` of `attributions`."""
    return _ENTRIES.get(key) or label(key.removesuffix("s"))


def hint(description: str, more: str = "") -> str:
    """The help below a field, in the little Markdown that the CMS takes."""
    words = " ".join(filter(None, [description, more]))
    # A key is named as its field is labelled.
    return _MARKS.sub(lambda found: f"**{label(found[1]) if '_' in found[1] else found[1]}**", words)


def keys_in_form(model: type[BaseModel]) -> list[str]:
    """The keys of a model in the order in which the form asks for them; an id, which it can give itself, comes last."""
    first = _FIRST.get(model, "").split()
    return sorted(keys(model), key=lambda key: (key == "id", key not in first, first.index(key) if key in first else 0))


def left_out(model: type[BaseModel]) -> frozenset[str]:
    """The keys of a model that the form has no field for, and keeps as they are: those of a reference that are rare."""
    return frozenset(keys(model)) - _CSL_IN_THE_FORM if model is CslItem else frozenset()
