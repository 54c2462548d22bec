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
from explainers.model.edtf_dates import extent, placed
from explainers.model.fields import Several, Text, WebAddress, link


class Derivation(Part):
    """What a document is made from. (PROV wasDerivedFrom)"""

    source: Annotated[str, link("source", inverse="derivatives", label="Rewritten, translated or quoted in")]
    """The document it is made from."""
    how: Literal["republishes", "rewrites", "translates", "updates", "quotes", "cites", "excerpts"]
    """What it does with that document. To quote or to cite is not to be made from it."""
    credited: bool = True
    """Whether it names that document."""
    basis: Literal["stated", "inferred"] = "stated"
    """Whether it says itself that it is made from it (`stated`), or you inferred it (`inferred`)."""
    note: Text | None = None
    """What you inferred it from."""


class Snapshot(Part):
    """The text that you read, kept outside the site."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """The fingerprint of the file (SHA-256)."""
    chars: Annotated[int, Field(ge=1)]
    """The length of the text in characters."""
    file: Annotated[str, StringConstraints(pattern=r"^[\w][\w .-]*$", max_length=200)]
    """The name of the file in the folder `snapshots_dir`."""


class Archive(Part):
    """A copy that stays when the page goes."""

    url: WebAddress
    """The address of the copy."""
    made: Edtf | None = None
    """When the copy was made."""
    status: Literal["live", "dead", "usurped", "missing"] | None = None
    """What has become of the page itself: it is there (`live`), gone (`dead`), there without the text (`missing`), or
    something else is at its address (`usurped`). Readers are not sent to a page that is not there."""

    @property
    def placed(self) -> str:
        """When the copy was made, as it goes with a verb; may be empty."""
        return placed(self.made) if self.made else ""


class Rights(Part):
    """How much may be quoted."""

    quote_max_words: Annotated[int, Field(ge=0, le=200)] = 25
    """The longest quotation that is allowed, in words."""


class Source(Record):
    """An article, address, report or post."""

    title_at = ("csl", "title")
    summary_after = "seen"

    csl: CslItem
    """The reference: title, authors, address and so on, in the terms of CSL-JSON."""
    publisher: Annotated[str, link("actor", inverse="published", label="What it published")]
    """The actor who published it."""
    published: Date
    """When it was published."""
    accessed: Date = Date(basis="unknown")
    """When you read it. A source that is `cited-only` has none."""
    role: Literal["primary", "secondary", "aggregate"]
    """What it is for what is cited from it: it speaks of its own doing (`primary`), reports (`secondary`), or gathers
    the reports of others (`aggregate`)."""
    seen: Literal["full-text", "excerpt", "cited-only"]
    """How much of it you have read. A `cited-only` source is known from others, and never quoted as if read."""
    named_inputs: Several[Annotated[str, link("actor", "source", inverse="credited_in", label="Credited in")]] = ()
    """Actors and sources that it credits."""
    derived_from: tuple[Derivation, ...] = ()
    """The documents that it is made from."""
    snapshot: Snapshot | None = None
    """The text that you read, kept outside the site: `explainers keep` writes this."""
    archive: Archive | None = None
    """A copy that stays when the page goes."""
    rights: Rights = Rights()
    """How much of it may be quoted."""
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

    @property
    def is_online(self) -> bool:
        """Whether the text is still at its address, as far as the record says."""
        return self.archive is None or self.archive.status in {None, "live"}


SOURCE = Kind("source", "sources", Source, Path(__file__).parent, "Source", "Sources")
