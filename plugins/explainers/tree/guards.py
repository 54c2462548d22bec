"""What is refused before a file is read as YAML: wrong encoding, hidden characters, merge conflicts, size."""

from __future__ import annotations

import re

from explainers.text.characters import invisible, name
from explainers.text.diagnostic import Diagnostic, error
from explainers.text.file_text import SourceText, as_lines, whole_file

MAX_BYTES = 64 * 1024
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
_TAB = re.compile(r"^ *\t", re.MULTILINE)


def decoded(path: str, data: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """The text of a file, or None and what is wrong with its bytes."""
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1024} KiB, the most that a record may have"
        return None, [error("file-too-large", message, whole_file(path), help="split it into several records")]
    source, diagnostics = as_utf_8(path, data)
    return source, [*_conflicts(source), *hidden_characters(source), *_tabs(source)] if source else diagnostics


def as_utf_8(path: str, data: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """The text of a file, or None and the place of its first wrong byte."""
    try:
        return SourceText(path, as_lines(data.decode("utf-8"))), []
    except UnicodeDecodeError as fault:
        source = SourceText(path, as_lines(data[: fault.start].decode("utf-8")))
        span = source.span(len(source.text), len(source.text) + 1)
        message = "this is not UTF-8 text"
        return None, [error("not-utf-8", message, span, help="save the file with the encoding UTF-8")]


def hidden_character(text: str) -> str:
    """The name of the first hidden character in a text, or nothing."""
    at = next(invisible(text), None)
    return "" if at is None else name(text[at])


def _conflicts(source: SourceText) -> list[Diagnostic]:
    match = _CONFLICT.search(source.text)
    if not match or not match[0].startswith("<"):
        return []
    help = "keep one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>"
    return [error("merge-conflict", "a merge conflict was left in the file", source.span(*match.span()), help=help)]


def hidden_characters(source: SourceText) -> list[Diagnostic]:
    """Invisible characters, reported once at the first."""
    found = list(invisible(source.text))
    if not found:
        return []
    message = f"a hidden character: {name(source.text[found[0]])}{_others(len(found))}"
    return [error("hidden-character", message, source.span(found[0], found[0] + 1), help="delete it")]


def _tabs(source: SourceText) -> list[Diagnostic]:
    found = list(_TAB.finditer(source.text))
    if not found:
        return []
    message = f"a tab at the start of a line{_others(len(found))}"
    return [error("tab", message, source.span(found[0].end() - 1, found[0].end()), help="indent with spaces")]


def _others(found: int) -> str:
    """How many more there are: reported once, and not once for each."""
    return f", and {found - 1} more in this file" if found > 1 else ""
