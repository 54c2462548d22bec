"""What a kind of record is: its name, its folder of files, its model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from explainers.model.base import Record
from explainers.model.fields import OpenWord
from explainers.model.shape import open_word


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. Everything else about it lies in its folder: page, example, documentation."""

    name: str
    plural: str
    model: type[Record]
    folder: Path
    label: str
    plural_label: str

    @property
    def example(self) -> str:
        """The example record: documentation, test input and the template of new records at once."""
        return (self.folder / "example.yml").read_text(encoding="utf-8")

    @property
    def words(self) -> OpenWord | None:
        """What is known of its records' own field `kind`, if they have one."""
        return open_word(self.model, "kind")


Kinds = Sequence[Kind]


def kind_of(kinds: Kinds, name: str) -> Kind:
    """The kind of that name."""
    return next(kind for kind in kinds if kind.name == name)
