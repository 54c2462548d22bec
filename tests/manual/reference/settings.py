"""The settings of the plugin: their names, defaults, and the text below each in the plugin's options."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise

from explainers.engines.mkdocs import plugin_options as options
from tests.manual.reference.shapes import listed

_OPENING = """Every setting of the plugin, its default, and what it does.

# Settings

Settings are options of the plugin in `mkdocs.yml`; each may be left out:

```yaml
plugins:
  - explainers:
      glossary: page
      rules:
        missing-summary: off
```

Settings of MkDocs that matter here are `site_name`, `site_description`, `site_url`, `repo_url`, `edit_uri` and `nav`:
see [pages of a site](pages.md). The `language` of the theme is the language of your texts.
"""


def settings_page() -> str:
    """The page of all settings."""
    described = _described()
    names = list(dict(options.ExplainersConfig._schema))
    assert sorted(described) == sorted(names), "each option in `plugin_options.py` needs a text below it"
    return "\n".join([_OPENING, *(line for name in sorted(names) for line in _setting(name, described[name]))])


def _setting(name: str, words: str) -> Iterator[str]:
    default = getattr(options.ExplainersConfig, name).default
    yield f"## {name}\n"
    yield f"{words}\n"
    yield f"Default: {listed(default) if default not in ('', {}, None) else 'none'}\n"


def _described() -> dict[str, str]:
    """The text below each option."""
    tree = ast.parse(inspect.getsource(options))
    body = next(part.body for part in tree.body if isinstance(part, ast.ClassDef))
    found = {}
    for option, below in pairwise(body):
        match option, below:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = inspect.cleandoc(words)
    return found
