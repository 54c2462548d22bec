"""Words that a site declares, each with what pages print for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from explainers.model.declared import DeclaredWord
from explainers.tree.guards import hidden_character


class DeclarationFault(Exception):
    """A declaration cannot be used; the message is for the site's owner."""


def declared_words(given: Any, place: str) -> Iterator[DeclaredWord]:
    """Words in a list, or each with its label, or with `label` and `plural`."""
    entries = given if isinstance(given, Mapping) else dict.fromkeys(given) if _is_list(given) else None
    if entries is None:
        raise DeclarationFault(f"`{place}` must be a list of words, or lines of `word: Label`")
    for word, details in entries.items():
        if not isinstance(word, str) or not word.strip():
            raise DeclarationFault(f"`{place}` names `{word}`, which is not a word: put it in quotes")
        without_hidden(word, f"a word of `{place}`")
        yield _word(word.strip(), details, f"{place}: {word}")


def _is_list(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(word, str) for word in given)


def _word(word: str, details: Any, place: str) -> DeclaredWord:
    labels = details if isinstance(details, Mapping) else {"label": details}
    for key, label in labels.items():
        if key not in {"label", "plural"}:
            raise DeclarationFault(f"`{place}` has `label` and `plural`, and not `{key}`")
        if label is not None and not isinstance(label, str):
            raise DeclarationFault(f"the {key} of `{place}` must be text: put it in quotes")
        without_hidden(label or "", f"the {key} of `{place}`")
    return DeclaredWord(word, *((labels.get(key) or "").strip() for key in ("label", "plural")))


def without_hidden(text: str, place: str) -> str:
    """A text without hidden characters. Raises DeclarationFault."""
    hidden = hidden_character(text)
    if hidden:
        raise DeclarationFault(f"{place} has a hidden character: {hidden}")
    return text
