"""What a page wants of the glossary: how often terms are marked, which ones, and in which field's sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from explainers.kinds.explainer.model import Explainer

SCOPES = ("section", "page", "every", "off")
_KEYS = ("only", "not", "mark")


@dataclass(frozen=True, slots=True)
class Choice:
    """`scope` is empty if the site's setting applies; without `only`, every term but those in `without` is chosen."""

    scope: str = ""
    only: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    domain: str = ""

    def allows(self, id: str) -> bool:
        """Whether a term is in the glossary as far as this page goes."""
        return (not self.only or id in self.only) and id not in self.without


@dataclass(frozen=True, slots=True)
class ChoiceFault:
    """What cannot be read in a page's choice, and where it is; `id` is set where it should be one of a term."""

    loc: tuple[str | int, ...]
    message: str
    id: str = ""


EVERYTHING = Choice()


def of_explainer(explainer: Explainer) -> Choice:
    """The choice in an explainer's record."""
    chosen = explainer.glossary
    domain = explainer.domain or ""
    if chosen is None:
        return Choice(domain=domain)
    return Choice(chosen.mark or "", frozenset(chosen.only), frozenset(chosen.not_), domain)


def from_front_matter(meta: Mapping[str, object]) -> Choice:
    """The choice in a page's front matter; what cannot be read is left out."""
    given = meta.get("glossary")
    parts = given if isinstance(given, Mapping) else {"mark": given}
    return Choice(
        scope=_scope(parts.get("mark")),
        only=frozenset(_ids(parts.get("only"))),
        without=frozenset(_ids(parts.get("not"))),
        domain=str(meta.get("domain") or "").strip(),
    )


def faults(meta: Mapping[str, object], known: Mapping[str, object]) -> Iterator[ChoiceFault]:
    """What is wrong in a page's choice; `known` are the terms by id."""
    given = meta.get("glossary")
    if not isinstance(given, Mapping):
        if given is not None and not _scope(given):
            yield ChoiceFault(("glossary",), f"`{given}` is not a value of `glossary`")
        return
    for key, value in given.items():
        if key not in _KEYS:
            yield ChoiceFault(("glossary", str(key)), f"`{key}` is not a key of `glossary`")
        elif key == "mark":
            if not _scope(value):
                yield ChoiceFault(("glossary", "mark"), f"`{value}` is not a value of `mark`")
        else:
            for index, id in enumerate(_ids(value)):
                loc = ("glossary", str(key), index) if isinstance(value, list) else ("glossary", str(key))
                if id not in known:
                    yield ChoiceFault(loc, f"no term has the id `{id}`", id)


def _scope(given: object) -> str:
    # YAML 1.1, in which MkDocs reads front matter, takes `off` for false.
    word = "off" if given is False else str(given or "")
    return word if word in SCOPES else ""


def _ids(given: object) -> list[str]:
    return [str(id) for id in given] if isinstance(given, list) else [str(given)] if given else []
