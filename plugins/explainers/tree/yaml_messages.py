"""The YAML parser's complaints in an editor's words, at the place that an editor would look at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from explainers.text.characters import name
from explainers.text.diagnostic import Diagnostic, error
from explainers.text.file_text import SourceText

_QUOTE = "put the whole text in quotes"
_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?")
_KEY_BEFORE = re.compile(r"(?P<indent> +)(?:- +)?[\w-]+ *")
_NO_SPACE = re.compile(r"\s*(?:- +)?(?P<key>[\w-]+):(?P<value>\S.*)")

# What is typed for the dash of a list, or what a word processor makes of it.
_BULLET = re.compile(r"\s*(?P<bullet>[*+•·–—−‣◦])[ \u00a0]+(?P<entry>(?:[\w-]+:(?: .*)?|(?<=\* )\S.*))")
_ODD_SPACE = re.compile(r" *(?:- +)*(?P<before>(?:[\w-]+:|-)?)(?P<space>[^\S\x00-\x7f]+)")
# The parser notices a few lines later.
_LINES = 5

_LIST = ("the lines of this list do not line up", "start every item with `- ` in the same column")
_LINE = ("this line does not fit the lines above it", "line the keys up in one column")
_BACKSLASH = (
    "a backslash in double quotes has a special meaning",
    "use single quotes, or write the backslash twice",
)
_ITEM = ("a list item (`- `) is not allowed here", "put it on its own line, below its key")
_BLOCK = ("after `|` or `>` the text starts on the next line", "")

# A part of what the parser says: what it means, and what mends it.
_WORDS: dict[str, tuple[str, str]] = {
    "expected '-' indicator": _LIST,
    "did not find expected key": _LINE,
    "expected <block end>": _LINE,
    "escape": _BACKSLASH,
    "block sequence entries are not allowed": _ITEM,
    "comment or line break": _BLOCK,
    "comment or a line break": _BLOCK,
    "mapping keys are not allowed": ("text cannot start with `?`", _QUOTE),
    "hexdecimal": _BACKSLASH,
    "found unexpected ':'": ("a colon is not allowed here", f"if the text itself has a colon, {_QUOTE}"),
    "node content": (
        "there is a sign where a value should be",
        f"if the sign belongs to a text, {_QUOTE}",
    ),
    "directive": ("a line cannot start with `%`", _QUOTE),
    "document start": ("a record is a list of `key: value` lines, and nothing else", ""),
}


@dataclass(frozen=True, slots=True)
class _Fault:
    """What the parser says, where the trouble shows, and where what it was reading began."""

    said: str
    source: SourceText
    at: int
    began: int

    @property
    def line(self) -> str:
        return self.source.line(self.source.span(self.at, self.at).line)

    @property
    def before(self) -> str:
        """The line up to where the trouble shows."""
        return self.line[: self.source.span(self.at, self.at).column - 1]

    def diagnostic(self, message: str, help: str, start: int, end: int = -1) -> Diagnostic:
        return error("yaml-syntax", message, self.source.span(start, max(end, start + 1)), help=help)


def in_plain_words(fault: yaml.MarkedYAMLError, source: SourceText) -> Diagnostic:
    """A syntax error with its place; where we have no better words, the parser's own."""
    marks = [mark for mark in (fault.problem_mark, fault.context_mark) if mark]
    at, began = (marks[0].index, marks[-1].index) if marks else (0, 0)
    said = f"{fault.context or ''} {fault.problem or ''}".strip()
    found = _Fault(said, source, min(at, len(source.text)), began)
    for explain in _EXPLANATIONS:
        diagnostic = explain(found)
        if diagnostic:
            return diagnostic
    unknown = (f"this is not valid YAML: {said}", "")
    message, help = next((words for part, words in _WORDS.items() if part in said), unknown)
    return found.diagnostic(message, help, found.at)


def _opened(fault: _Fault) -> Diagnostic | None:
    """A quotation mark or a bracket that nothing closes."""
    sign = fault.source.text[fault.began : fault.began + 1]
    if "quoted scalar" in fault.said and "end of stream" in fault.said:
        other = "double quotes" if sign == "'" else "single quotes"
        help = f"close it; if it belongs to the text, put the whole text in {other}"
        return fault.diagnostic("a quotation mark is opened and never closed", help, fault.began)
    if "flow" in fault.said:
        message = f"what `{sign}` opens is not closed, or a comma is missing"
        return fault.diagnostic(message, "write it one item a line instead", fault.began)
    return None


def _sign(fault: _Fault) -> Diagnostic | None:
    """Text that begins with a sign of YAML's own."""
    if "cannot start any token" in fault.said:
        sign = fault.source.text[fault.at : fault.at + 1]
        return fault.diagnostic(f"text cannot start with `{sign}`", _QUOTE, fault.at)
    if any(word in fault.said for word in ("alias", "anchor", "tag")):
        sign = fault.source.text[fault.began : fault.began + 1]
        return fault.diagnostic(f"text cannot start with `{sign}`", _QUOTE, fault.began)
    return None


def _goes_on(fault: _Fault) -> Diagnostic | None:
    """Text in quotes or brackets, and then more text: `note: "High water" is the same`."""
    value = _VALUE.match(fault.before)
    start = value.end() if value else 0
    opening, ending = fault.before[start : start + 1], fault.before.rstrip()[-1:]
    if not opening or len(fault.before.rstrip()) <= start + 1:
        return None
    offset = fault.at - len(fault.before) + start
    if opening in "\"'" and ending == opening:
        other = "single quotes" if opening == '"' else "double quotes"
        message = "the text goes on after the quotation that it begins with"
        return fault.diagnostic(message, f"put the whole text in {other}", offset)
    if opening in "[{*&!" and (ending in "]}" or opening in "*&!"):
        return fault.diagnostic(f"text cannot start with `{opening}`", _QUOTE, offset)
    return None


def _too_deep(fault: _Fault) -> Diagnostic | None:
    """A colon where none can be: the line is indented too deep, or the text itself has a colon."""
    if "mapping values are not allowed" not in fault.said:
        return None
    key = _KEY_BEFORE.fullmatch(fault.before)
    help = f"if the text itself has a colon, {_QUOTE}"
    deeper = "this line is indented deeper than the line above it"
    if key is None:
        return fault.diagnostic("a colon is not allowed here", help, fault.at)
    start = fault.at - len(fault.before) + len(key["indent"])
    return fault.diagnostic(deeper, f"line the keys up in one column; {help}", start, fault.at)


def _without_colon(fault: _Fault) -> Diagnostic | None:
    if "could not find expected ':'" not in fault.said:
        return None
    span = fault.source.span(fault.began, fault.began)
    line = fault.source.line(span.line)
    end = fault.began + len(line.rstrip()) - span.column + 1
    close = _NO_SPACE.fullmatch(line)
    if close:
        help = f"write `{close['key']}: {close['value']}`"
        return fault.diagnostic("there is no space after the colon", help, fault.began, end)
    return fault.diagnostic("a key without a colon", "write `key: value`", fault.began, end)


def _odd_space(fault: _Fault) -> Diagnostic | None:
    """A space that the space bar does not make where YAML needs one: the line looks perfect."""
    first = max(fault.source.span(fault.began, fault.began).line - 1, 1)
    last = fault.source.span(fault.at, fault.at).line
    for number in range(first, min(last, first + _LINES) + 1):
        found = _ODD_SPACE.match(fault.source.line(number))
        if found:
            start = fault.source.start(number) + found.start("space")
            where = f"after `{found['before']}`" if found["before"] else "at the start of the line"
            message = f"there is a {name(found['space'][0])} {where}, and no plain space"
            return fault.diagnostic(message, "delete it and type a space", start, start + len(found["space"]))
    return None


def _bullet(fault: _Fault) -> Diagnostic | None:
    """An entry of a list that begins with another sign than a dash."""
    number = fault.source.span(fault.at, fault.at).line
    for line in (number, max(number - 1, 1)):
        found = _BULLET.fullmatch(fault.source.line(line))
        if found:
            message = f"an entry of a list begins with `-`, not with `{found['bullet']}`"
            start = fault.source.start(line) + found.start("bullet")
            return fault.diagnostic(message, f"write `- {found['entry']}`", start)
    return None


def _stray_item(fault: _Fault) -> Diagnostic | None:
    if "expected key" not in fault.said or not fault.source.text.startswith("- ", fault.at):
        return None
    return fault.diagnostic(*_LIST, fault.at)


_EXPLANATIONS: tuple[Callable[[_Fault], Diagnostic | None], ...] = (
    _bullet,
    _odd_space,
    _opened,
    _sign,
    _goes_on,
    _too_deep,
    _without_colon,
    _stray_item,
)
