"""Values as YAML that people go on with: keys in their order, long texts folded, every value read back as it was."""

from __future__ import annotations

from typing import Any

import yaml

_WIDTH = 110
_FOLDED = 90


class _Dumper(yaml.SafeDumper):
    """Lists are indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # A folded text would lose the spaces at the ends of its lines.
    ragged = any(line != line.strip() for line in text.split("\n"))
    style = None if ragged or "\t" in text else "|" if "\n" in text else ">" if len(text) > _FOLDED else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def as_yaml(value: Any) -> str:
    """Mappings, lists and texts as YAML."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
