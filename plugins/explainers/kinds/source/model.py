"""A source: a document in which we read something, or which others cite."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from explainers.kinds.kind import Kind
from explainers.kinds.source.csl import CslItem
from explainers.kinds.source.csl_dates import as_edtf
from explainers.model.base import Date, Edtf, Part, Record
from explainers.model.edtf_dates import extent
from explainers.model.fields import Several, Text, WebAddress, link


class Derivation(Part):
    """What a document is made from. (PROV wasDerivedFrom)"""

    source: Annotated[str, link("source", inverse="derivatives", label="Rewritten, translated or quoted in")]
    """The document it is made from."""
    how: Literal["republishes", "rewrites", "translates", "updates", "quotes", "cites", "excerpts"]
    """What it does with it."""
    credited: bool = True
    """Whether it says so."""
    basis: Literal["stated", "inferred"] = "stated"
    """Whether it says so itself, or we concluded it."""
    note: Text | None = None
    """What an inference is concluded from."""


class Snapshot(Part):
    """The text we read, kept outside the published site."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """The file's fingerprint."""
    chars: Annotated[int, Field(ge=1)]
    """Its length in characters."""
    file: Annotated[str, StringConstraints(pattern=r"^[\w][\w .-]*$", max_length=200)]
    """Its name in the snapshots folder."""


class Archive(Part):
    """A copy that stays when the page goes."""

    url: WebAddress
    """Where the copy is."""
    made: Edtf | None = None
    """When it was made, in EDTF."""
    status: Literal["live", "dead", "usurped", "missing"] = "live"
    """What has become of the page itself."""


class Rights(Part):
    """How much may be quoted."""

    quote_max_words: Annotated[int, Field(ge=0, le=200)] = 25
    """The longest quotation, in words."""


class Source(Record):
    """An article, address, report or post."""

    csl: CslItem
    """The text as a reference lists it: its kind, title, author and address."""
    publisher: Annotated[str, link("actor", inverse="published", label="What it published")]
    """Who published it."""
    published: Date
    """When it was published."""
    accessed: Date = Date(basis="unknown")
    """When we read it; of a `cited-only` source there is nothing to say."""
    role: Literal["primary", "secondary", "aggregate"]
    """Relative to what it is cited for."""
    seen: Literal["full-text", "excerpt", "cited-only"]
    """What of it we have read. A `cited-only` source is known from others and never cited as if read."""
    named_inputs: Several[Annotated[str, link("actor", "source", inverse="credited_in", label="Credited in")]] = ()
    """Whom and what it credits."""
    derived_from: tuple[Derivation, ...] = ()
    """What it is made from."""
    snapshot: Snapshot | None = None
    """The text we read."""
    archive: Archive | None = None
    """A copy that stays."""
    rights: Rights = Rights()
    """How much may be quoted."""
    note: Text | None = None
    """What a reader should know about it."""

    @model_validator(mode="before")
    @classmethod
    def _read_when_the_reference_says(cls, values: Any) -> Any:
        """A reference manager notes the day of reading in the reference itself."""
        reference = values.get("csl") if isinstance(values, Mapping) else None
        if isinstance(reference, Mapping) and "accessed" in reference and "accessed" not in values:
            day = reference["accessed"]
            edtf = as_edtf(day) if isinstance(day, Mapping) else day
            # A wrong date is reported where it is.
            return {**values, "accessed": edtf} if isinstance(edtf, str) and extent(edtf) else values
        return values

    @property
    def title(self) -> str:
        return self.csl.title


SOURCE = Kind("source", "sources", Source, Path(__file__).parent, "Source", "Sources")
