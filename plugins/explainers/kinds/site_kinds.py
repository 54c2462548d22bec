"""The kinds of record as a site has them: with the words and the fields that it declares."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from explainers.kinds.kind import Kind
from explainers.kinds.quantity import Number
from explainers.model.base import Date, Record
from explainers.model.declared import Declared, DeclaredField
from explainers.model.descriptions import descriptions
from explainers.model.fields import Line, Link, Noun, OpenWord, Several, Text, WebAddress


@lru_cache(maxsize=4)
def with_declared(kinds: tuple[Kind, ...], declared: Declared) -> tuple[Kind, ...]:
    """The kinds with what a site declares. A kind of which it declares nothing is the same."""
    return tuple(_with(kind, declared) for kind in kinds)


def _with(kind: Kind, declared: Declared) -> Kind:
    fields = _words(kind, declared) | {each.attribute: _field(each) for each in declared.fields_of(kind.name)}
    if not fields:
        return kind
    base: type[Record] = kind.model
    name, doc = base.__name__, base.__doc__
    model: Any = create_model(name, __base__=base, __module__=__name__, __doc__=doc, **fields)
    return replace(kind, model=model)


def _words(kind: Kind, declared: Declared) -> dict[str, Any]:
    """The field `kind` with the site's own words before ours."""
    own = tuple(each.word for each in declared.kinds_of(kind.name))
    if not own or not kind.words:
        return {}
    known = OpenWord(tuple(dict.fromkeys([*own, *kind.words.known])), is_closed=True)
    return {"kind": (Annotated[Noun, known], Field(description=descriptions(kind.model)["kind"]))}


def _field(field: DeclaredField) -> tuple[Any, Any]:
    """A type and what goes with it, as pydantic takes them. No record has to have a field of the site's own."""
    several = field.type == "records"
    own: Any = _type(field)
    described = field.description or field.label
    found = Field(
        default=() if several else None, alias=field.name, title=field.label, description=described,
        exclude=not field.in_data,
    )  # fmt: skip
    return (Several[own] if several else own | None), found


def _type(field: DeclaredField) -> Any:
    if field.type in {"record", "records"}:
        return Annotated[str, Link(field.to, f"field_{field.name}", field.inverse, shown=field.shown)]
    types: dict[str, Any] = {
        # The links of a text that is on no page are never followed.
        "text": Text if field.shown else Line,
        "number": Number,
        "date": Date,
        "url": WebAddress,
        "yes-no": Literal["yes", "no"],
    }
    return Literal[tuple(each.word for each in field.choices)] if field.type == "one-of" else types[field.type]
