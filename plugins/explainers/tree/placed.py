"""A file's text as nodes that know their places; everything outside the subset is refused with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from explainers.text.characters import as_seen
from explainers.text.diagnostic import Diagnostic, error
from explainers.text.file_text import SourceText, whole_file
from explainers.tree.guards import hidden_character
from explainers.tree.nodes import NULLS, Mapping, Node, Scalar, Sequence
from explainers.tree.yaml_messages import in_plain_words

MAX_DEPTH = 12
# Behind a text, a `#` after a space begins a comment: `Storm #1`. Who writes a comment puts a space after it.
_CUT = re.compile(r",?[ \t]+(?P<cut>#[^\s#=-][^\n]*?)[ \t]*$", re.MULTILINE)
_WHOLE_TEXT = re.compile(r"\s*(?:- +|[\w-]+: +)+(?P<text>[^\s\[{].*)")
_SHOWN = 40
_ONE_RECORD = "one file is one record"
_REMOVE = "remove it, or put the text in quotes"
_WRITE_OUT = "write the value out, or put the text in quotes"
_BLOCKS = {"|", ">"}


def placed(source: SourceText) -> tuple[Mapping | None, list[Diagnostic]]:
    """The nodes of one record's text, or None, and every mistake found on the way."""
    reader = _Reader(source)
    try:
        root = reader.document()
    except yaml.MarkedYAMLError as fault:
        found = in_plain_words(fault, source)
        # What follows a text that a comment cuts off in the middle fits nowhere.
        follows = any(d.code == "text-as-comment" and d.span.line + 1 >= found.span.line for d in reader.diagnostics)
        return None, [*reader.diagnostics, *([] if follows else [found])]
    except yaml.YAMLError as fault:  # pragma: no cover - the guards refuse such characters first
        return None, [error("yaml-syntax", str(fault).splitlines()[0], whole_file(source.path))]
    except _Stop:
        return None, reader.diagnostics
    if not isinstance(root, Mapping):
        span = source.span(0, 0) if root is None else source.span(root.start, root.end)
        message = "the file is empty" if root is None else "a record is a list of `key: value` lines"
        return None, [*reader.diagnostics, error("not-a-record", message, span)]
    return root, reader.diagnostics


Mapped = dict[str, tuple[Scalar, Node]]


class _Stop(Exception):
    """Reading on would be of no use."""


class _Reader:
    """Builds nodes from the parser's events, refusing what the subset leaves out."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[yaml.Event] = yaml.parse(source.text, Loader=loader)

    def document(self) -> Node | None:
        """The only document's root, or None in an empty file."""
        root: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse("several-documents", "a second document starts here", event, _ONE_RECORD)
                    raise _Stop
                root = self._node(next(self.events), 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            # Most nodes are plain words without anything to refuse, and there are very many.
            if event.style or event.anchor or event.tag or depth > MAX_DEPTH:
                self._check(event, depth)
            return self._scalar(event)
        self._check(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        return Scalar(*_range(event), "", empty=True)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _range(event)
        if event.style in _BLOCKS:
            # The parser ends a block of text where the next thing begins.
            end = start + len(self.source.text[start:end].rstrip())
        # What is invisible is refused where it is written (`_escapes`), and printed nowhere.
        value = as_seen(event.value) if event.style == '"' else event.value
        if not event.style and (cut := _CUT.match(self.source.text, end)):
            self._report_cut(cut)
            # `name: #1` has a value, which is read as no more than a comment.
            value = value or cut["cut"]
        empty = not value.strip() or (not event.style and value in NULLS)
        return Scalar(start, end, value, empty)

    def _report_cut(self, cut: re.Match[str]) -> None:
        line = self.source.line(self.source.span(cut.start(), cut.start()).line)
        whole = _WHOLE_TEXT.fullmatch(line.rstrip())
        quoted = f"write `{_in_quotes(whole['text'])}`" if whole else "put the whole text in quotes"
        help = f"if it belongs to the text, {quoted}; in a comment, a space follows the `#`"
        message = f"`{cut['cut'][:_SHOWN]}` is read as a comment, and left out"
        self.diagnostics.append(error("text-as-comment", message, self.source.span(*cut.span("cut")), help=help))

    def _sequence(self, opening: yaml.Event, depth: int) -> Sequence:
        items = []
        event = next(self.events)
        while not isinstance(event, yaml.SequenceEndEvent):
            item = self._node(event, depth + 1)
            # An alias is refused, and reported; it is not reported as an empty item too.
            if not isinstance(event, yaml.AliasEvent):
                items.append(item)
            event = next(self.events)
        return Sequence(_range(opening)[0], _range(event)[1], tuple(items))

    def _mapping(self, opening: yaml.MappingStartEvent, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        event = next(self.events)
        while not isinstance(event, yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            following = next(self.events)
            value = self._node(following, depth + 1)
            aliased = isinstance(event, yaml.AliasEvent) or isinstance(following, yaml.AliasEvent)
            if self._is_good(key, event, entries) and isinstance(key, Scalar) and not aliased:
                entries[key.value] = (key, value)
            event = next(self.events)
        start, end = _range(opening)[0], _range(event)[1]
        return Mapping(start, end, tuple(entries.values()), bool(opening.flow_style))

    def _is_good(self, key: Node, event: yaml.Event, entries: Mapped) -> bool:
        """Whether a key can be read; if not, that is reported."""
        if not isinstance(key, Scalar):
            self._refuse("yaml-subset", "a key must be a word", event, "")
        elif key.value == "<<":
            self._refuse("yaml-subset", "merge keys (`<<`) are not read", event, "write the lines out")
        elif key.value in entries:
            first = self.source.span(entries[key.value][0].start, key.start).line
            message = f"`{key.value}` is written twice in the same place; the first is on line {first}"
            self._refuse("duplicate-key", message, event, "keep one of the two")
        else:
            return True
        return False

    def _check(self, event: yaml.Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            self._refuse("nesting", f"nested more than {MAX_DEPTH} deep", event, "")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._refuse("yaml-subset", f"an alias (`*{event.anchor}`) is not read", event, _WRITE_OUT)
        elif getattr(event, "anchor", None):
            self._refuse("yaml-subset", "an anchor (`&`) is not read", event, _REMOVE)
        elif getattr(event, "tag", None):
            self._refuse("yaml-subset", "a tag (`!`) is not read", event, _REMOVE)
        elif isinstance(event, yaml.ScalarEvent) and event.style == '"':
            self._escapes(event)

    def _escapes(self, event: yaml.ScalarEvent) -> None:
        """Only in double quotes can a file write characters that it may not contain."""
        hidden = hidden_character(event.value)
        if hidden:
            self._refuse("hidden-character", f"this writes a hidden character: {hidden}", event, "delete it")

    def _refuse(self, code: str, message: str, event: yaml.Event, help: str) -> None:
        self.diagnostics.append(error(code, message, self.source.span(*_range(event)), help=help))


def _in_quotes(text: str) -> str:
    return f'"{text}"' if "'" in text else f"'{text}'"


def _range(event: yaml.Event) -> tuple[int, int]:
    """Where an event starts and ends, in characters; the parser sets both marks."""
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0), (end.index if end else 0)
