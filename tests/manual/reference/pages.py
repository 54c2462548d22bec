"""All pages of the reference that are made from the code, by their path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from tests.manual.examples import MANUAL
from tests.manual.reference.checks import check_pages, checks_of_fields
from tests.manual.reference.commands import commands_page
from tests.manual.reference.fields import every_record_page, kind_pages
from tests.manual.reference.marks import MADE
from tests.manual.reference.settings import settings_page

REFERENCE = MANUAL / "reference"


@cache
def pages() -> dict[str, str]:
    """The text of each page by its path below the reference."""
    checks = checks_of_fields()
    made: Mapping[str, Callable[[], str]] = {
        "every-record.md": lambda: every_record_page(checks),
        "settings.md": settings_page,
        "commands.md": commands_page,
    }
    texts = kind_pages(checks) | check_pages() | {name: make() for name, make in made.items()}
    return {name: _marked(text) for name, text in texts.items()}


def stale() -> list[Path]:
    """Pages that were made once and are made no more."""
    made = pages()
    return [
        path
        for path in sorted(REFERENCE.rglob("*.md"))
        if MADE in path.read_text("utf-8") and path.relative_to(REFERENCE).as_posix() not in made
    ]


def _marked(text: str) -> str:
    """A page whose file says that it is made; terms are not marked on it."""
    # The title comes first: a comment before it would have MkDocs name the page after its file.
    description, title, rest = text.split("\n\n", 2)
    return f'---\ndescription: "{description}"\nglossary: off\n---\n\n{title}\n\n{MADE}\n\n{rest}'
