"""What a site declares in its settings, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from explainers.build.declared_fields import declared_fields
from explainers.build.declared_words import DeclarationFault, declared_words
from explainers.model.declared import Declared, DeclaredWord
from explainers.model.fields import ID_PATTERN, MAX_ID
from explainers.model.id_forms import as_tag
from explainers.text.suggest import did_you_mean, one_of


def declared(options: Mapping[str, Any]) -> Declared:
    """What the plugin's options declare. Raises DeclarationFault."""
    kinds, tags, fields = (options.get(key) or {} for key in ("kinds", "tags", "fields"))
    return Declared(
        kinds=tuple(_kinds(kinds)) if kinds else (),
        tags=tuple(_tags(tags)) if tags else (),
        fields=declared_fields(fields) if fields else (),
    )


def _tags(given: Any) -> Iterator[DeclaredWord]:
    for tag in declared_words(given, "tags"):
        if not re.fullmatch(ID_PATTERN, tag.word) or len(tag.word) > MAX_ID:
            raise DeclarationFault(
                f"`tags` names `{tag.word}`, which cannot be a tag – write `{as_tag(tag.word)}: {tag.word}`"
            )
        yield tag


def _kinds(given: Any) -> Iterator[tuple[str, tuple[DeclaredWord, ...]]]:
    from explainers.kinds import KINDS  # nearly no site needs them to read its settings

    if not isinstance(given, Mapping):
        raise DeclarationFault("`kinds` must be lines of a kind of record (`actor:`) with the words below it")
    open = {kind.name for kind in KINDS if kind.words}
    for name, words in given.items():
        if name not in open:
            help = did_you_mean(str(name), open) or f"they are {one_of(sorted(open))}"
            raise DeclarationFault(f"`kinds` names `{name}`, whose records have no `kind` – {help}")
        yield str(name), tuple(declared_words(words, f"kinds: {name}"))
