"""The kinds of record as a site has them: with the words that it declares."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Annotated, Any

from pydantic import Field, create_model

from explainers.kinds.kind import Kind
from explainers.model.base import Record
from explainers.model.declared import Declared
from explainers.model.descriptions import descriptions
from explainers.model.fields import Noun, OpenWord


@lru_cache(maxsize=4)
def with_declared(kinds: tuple[Kind, ...], declared: Declared) -> tuple[Kind, ...]:
    """The kinds with what a site declares. A kind of which it declares nothing is the same."""
    return tuple(_with(kind, declared) for kind in kinds)


def _with(kind: Kind, declared: Declared) -> Kind:
    fields = _words(kind, declared)
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
