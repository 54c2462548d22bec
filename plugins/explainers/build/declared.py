"""What a site declares in its settings, read and judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from explainers.model.declared import Declared, DeclaredWord
from explainers.model.fields import ID_PATTERN, MAX_ID
from explainers.model.ids import as_tag
from explainers.text.suggest import did_you_mean, one_of


class DeclarationFault(Exception):
    """A declaration cannot be used; the message is for the site's owner."""


def declared(options: Mapping[str, Any]) -> Declared:
    """What the plugin's options declare. Raises DeclarationFault."""
    kinds, tags = options.get("kinds") or {}, options.get("tags") or {}
    return Declared(kinds=tuple(_kinds(kinds)) if kinds else (), tags=tuple(_tags(tags)) if tags else ())


def _tags(given: Any) -> Iterator[DeclaredWord]:
    for tag in _words(given, "tags"):
        if not re.fullmatch(ID_PATTERN, tag.word) or len(tag.word) > MAX_ID:
            raise DeclarationFault(
                f"`tags` names `{tag.word}`, which cannot be a tag – write `{as_tag(tag.word)}: {tag.word}`"
            )
        yield tag


def _kinds(given: Any) -> Iterator[tuple[str, tuple[DeclaredWord, ...]]]:
    from explainers.kinds import KINDS  # nearly no site needs them to read its settings

    if not isinstance(given, Mapping):
        raise DeclarationFault("`kinds` has to be lines of a kind of record (`actor:`) with the words below it")
    open = {kind.name for kind in KINDS if kind.words}
    for name, words in given.items():
        if name not in open:
            help = did_you_mean(str(name), open) or f"they are {one_of(sorted(open))}"
            raise DeclarationFault(f"`kinds` names `{name}`, whose records have no `kind` – {help}")
        yield str(name), tuple(_words(words, f"kinds: {name}"))


def _words(given: Any, place: str) -> Iterator[DeclaredWord]:
    """Words in a list, or each with its label, or with `label` and `plural`."""
    entries = given if isinstance(given, Mapping) else dict.fromkeys(given) if _is_list(given) else None
    if entries is None:
        raise DeclarationFault(f"`{place}` has to be a list of words, or lines of `word: Label`")
    for word, told in entries.items():
        if not isinstance(word, str) or not word.strip():
            raise DeclarationFault(f"`{place}` names `{word}`, which is no word: put it in quotes")
        yield _word(word.strip(), told, f"{place}: {word}")


def _is_list(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(word, str) for word in given)


def _word(word: str, told: Any, place: str) -> DeclaredWord:
    labels = told if isinstance(told, Mapping) else {"label": told}
    for key, label in labels.items():
        if key not in {"label", "plural"}:
            raise DeclarationFault(f"`{place}` has `label` and `plural`, and not `{key}`")
        if label is not None and not isinstance(label, str):
            raise DeclarationFault(f"the {key} of `{place}` has to be text: put it in quotes")
    return DeclaredWord(word, *((labels.get(key) or "").strip() for key in ("label", "plural")))
