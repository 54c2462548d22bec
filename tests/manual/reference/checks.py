"""The checks: an index, and a page for each topic with the docstring of each check and what it prints."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from explainers.checks import rules
from explainers.checks.examples import examples
from explainers.checks.rule import Rule
from explainers.checks.run import all_rules
from explainers.kinds import KINDS, Kind
from explainers.model.base import Date, Record
from explainers.model.shape import keys, model_at
from explainers.text.diagnostic import Diagnostic
from explainers.text.file_text import whole_file
from explainers.text.report import one
from explainers.tree import nodes
from explainers.tree.read_tree import read
from tests.checks.test_examples import FILES, checked
from tests.manual.reference.see_also import see_also

_CODE = re.compile(r"^(Passes|Fails):\n\n((?:(?: {4}.*)?(?:\n|\Z))+)", re.MULTILINE)
_KINDS = {kind.plural: kind for kind in KINDS}
_RULES = {rule.code: rule for rule in all_rules()}
# What is found while files are read has no module that says what it is about.
_READING = "while_reading"
_TITLES = {_READING: "Checks of files", "wording": "Checks of your own words", "terms": "Checks of the glossary"}
# Reported wherever there is a value, a link, a date, an address or a text, and so not listed at one field.
ANYWHERE = frozenset(
    """unknown-reference wrong-kind-reference old-id draft-linked withdrawn-linked metonym-as-place listed-twice
    not-a-date date-missing inferred-without-note interval-reversed not-an-address odd-port unfamiliar-kind
    copied-words avoided-label ambiguous-term undefined-expression loaded-verb loaded-noun loaded-adjective
    metonym-as-speaker own-words-quoted letter-in-disguise mark-not-read markdown-in-text hidden-character
    duplicate-key empty-value missing-key unknown-key wrong-shape wrong-value too-long text-as-comment nesting tab
    merge-conflict yaml-subset yaml-syntax several-documents not-utf-8 more-mistakes""".split()
)


@cache
def topics() -> dict[str, list[str]]:
    """The codes of the checks by the folder that they are in."""
    folders = sorted(path for path in Path(rules.__path__[0]).iterdir() if path.is_dir() and path.name[0] != "_")
    found = {folder.name: sorted({path.stem.replace("_", "-") for path in folder.iterdir()}) for folder in folders}
    return {name: [code for code in codes if code in _RULES] for name, codes in found.items()}


def check_pages() -> dict[str, str]:
    """The index, and a page for each topic."""
    index = {"checks.md": "\n".join(_index())}
    return index | {f"checks/{_file(topic)}.md": "\n".join(_topic_page(topic, topics()[topic])) for topic in topics()}


def checks_of_fields() -> Mapping[tuple[str, str], Sequence[str]]:
    """The checks whose failing example is reported at a field, as links, by the model and the key of the field."""
    assert set(_RULES) >= ANYWHERE
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code in sorted(set(_RULES) - ANYWHERE):
        for field in dict.fromkeys(_fields_reported(_RULES[code])):
            found[field].append(link_to(code))
    return found


def link_to(code: str) -> str:
    """A check as a link, from a page of the reference."""
    topic = next(topic for topic, codes in topics().items() if code in codes)
    return f"[`{code}`](checks/{_file(topic)}.md#{code})"


def _file(topic: str) -> str:
    return topic.replace("_", "-")


def _title(topic: str) -> str:
    return _TITLES.get(topic, f"Checks of {topic}")


def _about(topic: str) -> str:
    if topic == _READING:
        return "What is wrong with a file before its record is looked at: encoding, YAML, keys, ids."
    module = ast.parse(Path(rules.__path__[0], topic, "__init__.py").read_text("utf-8"))
    return (ast.get_docstring(module) or "").replace("Rules about", "About")


def _index() -> Iterator[str]:
    yield "Every check, with its severity and what it finds.\n"
    yield "# Checks\n"
    yield (
        "`explainers check` reports what these find; `explainers help CODE` prints the page of one. "
        "[How to find and fix mistakes](../how-to/check.md)\n"
    )
    for topic, codes in topics().items():
        yield f"## [{_title(topic).removeprefix('Checks of ').capitalize()}](checks/{_file(topic)}.md)\n"
        yield "| Check | Severity | What it finds |\n|---|---|---|"
        for code in codes:
            yield f"| {link_to(code)} | {_RULES[code].severity} | {_RULES[code].headline} |"
        yield ""


def _topic_page(topic: str, codes: Sequence[str]) -> Iterator[str]:
    yield f"{_about(topic)}\n"
    yield f"# {_title(topic)}\n"
    yield f"{_about(topic)} [All checks](../checks.md)\n"
    for code in codes:
        yield f"## `{code}`\n"
        yield from _check(_RULES[code])


def _check(rule: Rule) -> Iterator[str]:
    words = rule.documentation.strip()
    yield f"*{rule.severity.value.capitalize()}.* {_CODE.sub('', words).strip()}\n"
    for head, code in _CODE.findall(f"{words}\n"):
        shown = re.sub(r"^ {4}", "", code, flags=re.MULTILINE).strip("\n")
        yield f"{head}:\n\n```yaml\n{shown}\n```\n"
    yield f"```text\n{one(_reported(rule.code)[0], _texts(rule.code))}\n```\n"
    topic = link_to(rule.code).partition("(")[2].partition(".md")[0]
    pages = see_also().get((topic, rule.code))
    if pages:
        yield f"See: {', '.join(page.replace('](', '](../') for page in pages)}\n"


@cache
def _reported(code: str) -> list[Diagnostic]:
    """What is reported of the failing example under the check's own code."""
    failing = examples(_RULES[code].documentation).fails
    found = checked(dict(failing)).diagnostics
    own = [d for d in found if d.code == code]
    return [d for d in own if d.span.path in failing] or own


def _texts(code: str) -> Mapping[str, str]:
    files = FILES | dict(examples(_RULES[code].documentation).fails)
    return {path: data.decode("utf-8", "replace") for path, data in files.items()}


def _fields_reported(rule: Rule) -> Iterator[tuple[str, str]]:
    files = examples(rule.documentation).fails
    for diagnostic in _reported(rule.code):
        span = diagnostic.span
        if span.path not in files or span == whole_file(span.path):
            continue
        tree, _ = read(span.path, files[span.path])
        if tree is not None:
            before = tree.text.splitlines(keepends=True)[: span.line - 1]
            loc = _loc_at(tree.root, sum(map(len, before)) + span.column - 1)
            yield from _field(_KINDS[span.path.split("/")[1]], loc)


def _field(kind: Kind, loc: nodes.Loc) -> Iterator[tuple[str, str]]:
    """The model and the key of what stands at a place: of a key of a date, its date."""
    while loc:
        *above, last = loc
        owner = model_at(kind.model, tuple(above)) if isinstance(last, str) else None
        if owner is not None and last in keys(owner) and owner is not Date:
            yield "Record" if last in keys(Record) and not above else owner.__name__, str(last)
            return
        loc = tuple(above)


def _loc_at(node: nodes.Node, offset: int) -> nodes.Loc:
    """The keys and indexes that lead to a place."""
    if isinstance(node, nodes.Sequence):
        for index, item in enumerate(node.items):
            if item.start <= offset < item.end:
                return (index, *_loc_at(item, offset))
    if isinstance(node, nodes.Mapping):
        for key, value in node.entries:
            if key.start <= offset < key.end or value.start <= offset < value.end:
                return (key.value, *_loc_at(value, offset))
    return ()
