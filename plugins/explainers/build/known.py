"""What was wrong with a site when all of it was as it is now: told again without a look at its records.

It lies beside the pages that are kept and can be deleted at any time; nothing that is read from it is run.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from explainers.build.inputs import Inputs
from explainers.build.kept_file import keep, kept
from explainers.text.diagnostic import Diagnostic, Severity
from explainers.text.source import Span

# Goes up when what stands in the file is another.
_NAME = "checked-1.json"
Known = tuple[Diagnostic, ...]


class Checks:
    """The place where it is kept what was found in a site's inputs; without a folder, none."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._file = inputs.cache / _NAME if inputs.cache else None

    def found(self) -> Known | None:
        """What was found when these inputs were last checked, or None where that is not known."""
        text = kept(self._file, self._inputs.mark) if self._file else None
        return None if text is None else tuple(_read(*values) for values in json.loads(text))

    def keep(self, found: Sequence[Diagnostic]) -> None:
        """Keep what was found, if it can be written."""
        if self._file:
            keep(self._file, json.dumps([_written(each) for each in found], separators=(",", ":")), self._inputs.mark)


def _written(diagnostic: Diagnostic) -> list[object]:
    span = diagnostic.span
    place = [span.path, span.line, span.column, span.end_line, span.end_column]
    own = [diagnostic.code, diagnostic.severity, diagnostic.message, diagnostic.label, diagnostic.help]
    return [place, *own, diagnostic.record, diagnostic.allowed]


def _read(
    place: list[str | int], code: str, severity: str, message: str, label: str, help: str, record: str, allowed: str
) -> Diagnostic:
    path, *numbers = place
    span = Span(str(path), *map(int, numbers))
    return Diagnostic(code, Severity(severity), message, span, label, help, record, allowed)
