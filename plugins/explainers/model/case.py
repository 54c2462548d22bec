"""One validation error: where it is in the file, and what could be there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from explainers.model.fields import MAX_ID
from explainers.model.shape import keys_at
from explainers.tree.nodes import Loc
from explainers.tree.tree import Tree


@dataclass(frozen=True)
class Case:
    """One validation error, the model it comes from and the file it is about."""

    model: type[BaseModel]
    tree: Tree
    detail: ErrorDetails

    @property
    def type(self) -> str:
        return self.detail["type"]

    @property
    def names_key(self) -> bool:
        """Whether the key itself is wrong, and not its value."""
        return self.detail["loc"][-1:] == ("[key]",)

    @property
    def loc(self) -> Loc:
        """The path in the file."""
        return tuple(step for step in self.detail["loc"] if step != "[key]" and not str(step).startswith("function-"))

    @property
    def field(self) -> str:
        """The nearest key."""
        return next((str(step) for step in reversed(self.loc) if isinstance(step, str)), "the record")

    @property
    def subject(self) -> str:
        """The field, or an entry of it, as a sentence begins with it."""
        return f"an entry of `{self.field}`" if self.loc and isinstance(self.loc[-1], int) else f"`{self.field}`"

    @property
    def typed(self) -> Any:
        return self.detail["input"]

    @property
    def limit(self) -> str:
        """The bound that was passed, for errors that have one."""
        context: dict[str, Any] = self.detail.get("ctx", {})
        bounds = ("ge", "le", "max_length", "max_digits", "decimal_places")
        bound = next((context[name] for name in bounds if name in context), MAX_ID)
        return f"{bound:g}"

    @property
    def known(self) -> tuple[str, ...]:
        """The keys that are allowed here."""
        return keys_at(self.model, self.loc[:-1])
