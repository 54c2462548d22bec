"""What a site adds to the model in its settings: words for the kind of a record, tags, and fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class DeclaredWord:
    """A word that records use, and how pages print it; without a label, from the word itself."""

    word: str
    label: str = ""
    plural: str = ""


FieldType = Literal["text", "number", "date", "url", "yes-no", "one-of", "record", "records"]


@dataclass(frozen=True, slots=True)
class DeclaredField:
    """A field of the site's own, on records of some `kinds`. What is not `shown` is for the editors alone, unless the
    search or the data has it all the same.

    `choices` are the words of `one-of`. `to` are the kinds of record that `record` and `records` lead to, all if there
    are none, and `inverse` is what the page of such a record calls those that lead to it.
    """

    name: str
    label: str
    type: FieldType
    kinds: tuple[str, ...]
    description: str = ""
    choices: tuple[DeclaredWord, ...] = ()
    to: tuple[str, ...] = ()
    inverse: str = ""
    shown: bool = True
    searched: bool = True
    in_data: bool = True

    @property
    def attribute(self) -> str:
        """Its name in the model of a record, where ours cannot be in its way."""
        return f"own_{self.name}"


@dataclass(frozen=True, slots=True)
class Declared:
    """What a site declares: words for the field `kind` of each kind of record, by its name; tags; and fields."""

    kinds: tuple[tuple[str, tuple[DeclaredWord, ...]], ...] = ()
    tags: tuple[DeclaredWord, ...] = ()
    fields: tuple[DeclaredField, ...] = ()

    def kinds_of(self, record_kind: str) -> tuple[DeclaredWord, ...]:
        """The words for the field `kind` of one kind of record."""
        return dict(self.kinds).get(record_kind, ())

    def fields_of(self, record_kind: str) -> tuple[DeclaredField, ...]:
        """The fields of one kind of record."""
        return tuple(field for field in self.fields if record_kind in field.kinds)


NOTHING_DECLARED = Declared()
