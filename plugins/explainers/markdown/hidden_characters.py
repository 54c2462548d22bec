"""Invisible characters in a hand-written page, in its front matter or in its title."""

from __future__ import annotations

from explainers.markdown.front_matter import FrontMatter
from explainers.text.diagnostic import Diagnostic, error
from explainers.text.file_text import SourceText, whole_file
from explainers.tree.guards import hidden_character, hidden_characters


def hidden_in_page(title: str, head: FrontMatter, source: SourceText) -> list[Diagnostic]:
    """Where the page has the first of them; what the navigation calls the page has no place in it."""
    found = hidden_characters(source) or [*head.hidden]
    if found or not (hidden := hidden_character(title)):
        return found
    message = f"the title of this page has a hidden character: {hidden}"
    return [error("hidden-character", message, whole_file(source.path), help="delete it in `nav`")]
