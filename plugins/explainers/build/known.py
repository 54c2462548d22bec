"""What was wrong with a site when all of it was as it is now: told again without a look at its records.

It lies beside the pages that are kept, in one file: safe with two at work, after a crash, and to delete at any time. A
file that is damaged, of other inputs or of another program is as good as none; nothing that is read from it is run.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from explainers.build.inputs import Inputs
from explainers.text.diagnostic import Diagnostic, Severity
from explainers.text.source import Span

# Goes up when what stands in the file is another.
_NAME = "checked-1.json"
_PACKAGE = Path(__file__).parents[1]
_RUNS_ON = ("pydantic", "pydantic_core", "pyyaml", "markdown", "edtf")
_SIZE = 16
Known = tuple[Diagnostic, ...]


class Checks:
    """The place where it is kept what was found in a site's inputs; without a folder, none."""

    def __init__(self, inputs: Inputs) -> None:
        self._file = inputs.cache / _NAME if inputs.cache else None
        self._key = f"{_program()} {inputs.mark}" if self._file else ""

    def found(self) -> Known | None:
        """What was found when these inputs were last checked, or None where that is not known."""
        with suppress(OSError, ValueError):
            head, _, body = self._file.read_text("utf-8").partition("\n") if self._file else ("", "", "")
            if head and head == self._head(body):
                return tuple(_read(*values) for values in json.loads(body))
        return None

    def keep(self, found: Sequence[Diagnostic]) -> None:
        """Keep what was found, if it can be written."""
        if self._file:
            body = json.dumps([_written(diagnostic) for diagnostic in found], separators=(",", ":"))
            with suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                _replace(self._file, f"{self._head(body)}\n{body}")

    def _head(self, body: str) -> str:
        return f"{self._key} {blake2b(body.encode(), digest_size=_SIZE).hexdigest()}"


@cache
def _program() -> str:
    """A mark of the program, and of what it runs on."""
    made = blake2b("\0".join((sys.version, *_releases())).encode(), digest_size=_SIZE)
    for path in sorted(_PACKAGE.rglob("*.py")):
        made.update(path.read_bytes())
    return made.hexdigest()


def _releases() -> Iterator[str]:
    for name in _RUNS_ON:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield name


def _replace(file: Path, text: str) -> None:
    """Write a file so that whoever reads it meanwhile sees the old one or the new one."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.replace(name, file)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


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
