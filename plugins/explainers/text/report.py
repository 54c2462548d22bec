"""Diagnostics in the three forms they are printed in: for people, for programs, for GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from explainers.text.diagnostic import Diagnostic, Severity, count, in_order, worst_first
from explainers.text.file_text import SourceText, as_lines, whole_file
from explainers.text.report_frame import Marked, marked_lines, visible

_COLOURS = {"error": "31", "warning": "33", "info": "36", "allowed": "32"}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of each there are. What is allowed counts as nothing else."""

    errors: int
    warnings: int
    allowed: int
    infos: int

    @property
    def sentence(self) -> str:
        """In words: 2 errors, 1 warning, 3 warnings allowed."""
        found = [_many(self.errors, "error"), _many(self.warnings, "warning")]
        parts = [part for part in found if part] or ["no errors", "no warnings"]
        return ", ".join([*parts, *([f"{_many(self.allowed, 'warning')} allowed"] if self.allowed else [])])


def summary(diagnostics: Iterable[Diagnostic]) -> Summary:
    """The counts that all three forms give."""
    found = in_order(diagnostics)
    errors, warnings, infos = (count(found, severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    return Summary(errors, warnings, sum(1 for d in found if d.allowed), infos)


def human(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], *, colour: bool = False) -> str:
    """For people: each with the lines around it, and a last line that counts them. `texts` is by path."""
    found = in_order(diagnostics)
    sources = {
        path: SourceText(path, as_lines(texts[path]))
        for path in dict.fromkeys(d.span.path for d in found)
        if path in texts
    }
    blocks = ["\n".join(_block(d, sources.get(d.span.path), _Paint(colour))) for d in found]
    return "".join(f"{block}\n\n" for block in blocks) + f"{summary(found).sentence}\n"


def diagnostics_as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """For programs: sorted, with the same keys always."""
    found = in_order(diagnostics)
    counts = summary(found)
    numbers = {
        "errors": counts.errors,
        "warnings": counts.warnings,
        "allowed": counts.allowed,
        "infos": counts.infos,
    }
    data = {"version": 1, "summary": numbers, "diagnostics": [_plain(d) for d in found]}
    # Some hosts look for `##[command]` anywhere in a line of a log.
    return json.dumps(data, indent=2).replace("##", "#\\u0023") + "\n"


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """For GitHub Actions: a workflow command a mistake, shown at its line in the pull request.

    The worst come first: of each severity, the host shows ten.
    """
    found = worst_first(diagnostics)
    return "".join(f"{_command(d)}\n" for d in found) + f"{summary(found).sentence}\n"


class _Paint:
    """Colours for a terminal, or none."""

    def __init__(self, colour: bool) -> None:  # noqa: FBT001
        self._colour = colour

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text else text


def _block(diagnostic: Diagnostic, source: SourceText | None, paint: _Paint) -> Iterator[str]:
    kind = "allowed" if diagnostic.allowed else diagnostic.severity.value
    shade = _COLOURS[kind]
    why = f" — {visible(diagnostic.allowed)}" if diagnostic.allowed else ""
    title = paint(f"{kind}[{visible(diagnostic.code)}]", f"1;{shade}")
    yield f"{title}: {paint(visible(diagnostic.message), '1')}{why}"
    marked = _lines(diagnostic, source)
    gutter = " " * max((len(str(line.number)) for line in marked), default=1)
    span = diagnostic.span
    yield f"{gutter}{paint('-->', '34')} {visible(span.path)}:{span.line}:{span.column}"
    yield from _frame(marked, visible(diagnostic.label), gutter=gutter, paint=paint, shade=shade)
    if diagnostic.help and not diagnostic.allowed:
        yield f"{gutter} {paint('=', '34')} help: {visible(diagnostic.help)}"


def _lines(diagnostic: Diagnostic, source: SourceText | None) -> Sequence[Marked]:
    """The lines to show: none of a file as a whole, none if a warning is accepted."""
    span = diagnostic.span
    if source is None or diagnostic.allowed or span == whole_file(span.path) or not 1 <= span.line <= source.lines:
        return ()
    return marked_lines(source, span)


def _frame(marked: Sequence[Marked], label: str, *, gutter: str, paint: _Paint, shade: str) -> Iterator[str]:
    if marked:
        yield f"{gutter} {paint('|', '34')}"
    for index, line in enumerate(marked):
        if index and line.number > marked[index - 1].number + 1:
            yield paint("...", "34")
        number = f"{line.number:>{len(gutter)}}"
        yield f"{paint(f'{number} |', '34')} {line.text}".rstrip()
        words = f"{'^' * line.length} {label if index == len(marked) - 1 else ''}".rstrip()
        yield f"{gutter} {paint('|', '34')} {' ' * line.offset}{paint(words, shade)}"


def _plain(diagnostic: Diagnostic) -> dict[str, str | int]:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "file": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "label": diagnostic.label,
        "help": diagnostic.help,
        "record": diagnostic.record,
        "allowed": diagnostic.allowed,
    }


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    command = "notice" if diagnostic.allowed else _COMMANDS[diagnostic.severity]
    place = {"file": visible(span.path), "line": str(max(span.line, 1))}
    # GitHub drops an annotation's columns where it runs over several lines, and complains.
    if span.end_line == span.line:
        place |= {"col": str(max(span.column, 1)), "endLine": str(max(span.line, 1))}
        place |= {"endColumn": str(max(span.end_column, span.column, 1))}
    else:
        place |= {"endLine": str(max(span.end_line, span.line, 1))}
    title = f"allowed: {diagnostic.code}" if diagnostic.allowed else diagnostic.code
    properties = ",".join(f"{key}={_property(value)}" for key, value in {**place, "title": visible(title)}.items())
    return f"::{command} {properties}::{_data(_said(diagnostic))}"


def _said(diagnostic: Diagnostic) -> str:
    label = f" ({visible(diagnostic.label)})" if diagnostic.label else ""
    message = f"{visible(diagnostic.message)}{label}"
    if diagnostic.allowed:
        return f"{message} — {visible(diagnostic.allowed)}"
    return f"{message}\nhelp: {visible(diagnostic.help)}" if diagnostic.help else message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def one(diagnostic: Diagnostic, texts: Mapping[str, str], *, colour: bool = False) -> str:
    """One diagnostic for people, without the line that counts: for a log that adds its own."""
    return human([diagnostic], texts, colour=colour).rstrip("\n").rpartition("\n")[0].rstrip("\n")
