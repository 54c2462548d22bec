"""What a site adds to the model in its settings: words for the kind of a record, and tags."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeclaredWord:
    """A word that records use, and how pages print it; without a label, from the word itself."""

    word: str
    label: str = ""
    plural: str = ""


@dataclass(frozen=True, slots=True)
class Declared:
    """The words that a site declares: `kinds` for the field `kind` of each kind of record, by its name; and `tags`."""

    kinds: tuple[tuple[str, tuple[DeclaredWord, ...]], ...] = ()
    tags: tuple[DeclaredWord, ...] = ()

    def kinds_of(self, record_kind: str) -> tuple[DeclaredWord, ...]:
        """The words for the field `kind` of one kind of record."""
        return dict(self.kinds).get(record_kind, ())


NOTHING_DECLARED = Declared()
