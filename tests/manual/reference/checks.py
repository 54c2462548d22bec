"""The checks: an index, and a page for each topic with the docstring of each check and what it prints."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from explainers.build.check import Inputs, check
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
from tests.checks.test_examples import FILES, SNAPSHOTS
from tests.manual.reference.topics import ANYWHERE, TOPICS, Topic, topic_of

_CODE = re.compile(r"^(Passes|Fails):\n\n((?:(?: {4}.*)?(?:\n|\Z))+)", re.MULTILINE)
_KINDS = {kind.plural: kind for kind in KINDS}


def check_pages() -> dict[str, str]:
    """The index and the page of each topic."""
    index = {"checks.md": "\n".join(_index())}
    return index | {f"checks/{topic.name}.md": "\n".join(_topic_page(topic)) for topic in TOPICS}


def checks_of_fields() -> Mapping[tuple[str, str], Sequence[str]]:
    """The checks whose failing example is reported at a field, as links, by the model and the key of the field."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for rule in all_rules():
        if topic_of(rule.code).name != "files" and rule.code not in ANYWHERE:
            for field in dict.fromkeys(_fields_reported(rule)):
                found[field].append(link_to(rule.code))
    return found


def link_to(code: str) -> str:
    """A check as a link, from a page of the reference."""
    return f"[`{code}`](checks/{topic_of(code).name}.md#{code})"


def _index() -> Iterator[str]:
    yield "Every check, with its severity and what it finds.\n"
    yield "# Checks\n"
    yield (
        "`explainers check` reports what these find; `explainers help CODE` prints the page of one. "
        "[How to find and fix mistakes](../how-to/check.md)\n"
    )
    rules = {rule.code: rule for rule in all_rules()}
    for code in rules:
        topic_of(code)
    for topic in TOPICS:
        yield f"## [{topic.title.removeprefix('Checks of ').capitalize()}](checks/{topic.name}.md)\n"
        yield "| Check | Severity | What it finds |\n|---|---|---|"
        for code in topic.codes.split():
            yield f"| [`{code}`](checks/{topic.name}.md#{code}) | {rules[code].severity} | {rules[code].headline} |"
        yield ""


def _topic_page(topic: Topic) -> Iterator[str]:
    rules = {rule.code: rule for rule in all_rules()}
    yield f"{topic.about}\n"
    yield f"# {topic.title}\n"
    yield f"{topic.about} [All checks](../checks.md)\n"
    for code in topic.codes.split():
        yield f"## `{code}`\n"
        yield from _check(rules[code])


def _check(rule: Rule) -> Iterator[str]:
    words = rule.documentation.strip()
    yield f"*{rule.severity.value.capitalize()}.* {_CODE.sub('', words).strip()}\n"
    for head, code in _CODE.findall(f"{words}\n"):
        shown = re.sub(r"^ {4}", "", code, flags=re.MULTILINE).strip("\n")
        yield f"{head}:\n\n```yaml\n{shown}\n```\n"
    first, texts = _reported(rule.code)[0], _texts(rule.code)
    yield f"```text\n{one(first, texts)}\n```\n"


@cache
def _reported(code: str) -> list[Diagnostic]:
    """What is reported of the failing example under the check's own code."""
    rule = next(rule for rule in all_rules() if rule.code == code)
    failing = examples(rule.documentation).fails
    found = check(Inputs(FILES | dict(failing), SNAPSHOTS, {})).diagnostics
    own = [d for d in found if d.code == code]
    return [d for d in own if d.span.path in failing] or own


def _texts(code: str) -> Mapping[str, str]:
    rule = next(rule for rule in all_rules() if rule.code == code)
    files = FILES | dict(examples(rule.documentation).fails)
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
