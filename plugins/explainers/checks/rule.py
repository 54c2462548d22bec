"""A rule: its code, its severity, its docstring with examples that pass and fail, and its check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from explainers.checks.context import Context
from explainers.model.base import Record
from explainers.model.messages import part_in_words
from explainers.text.diagnostic import Diagnostic, Severity
from explainers.text.file_text import Span
from explainers.tree.nodes import Loc


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a rule is broken. The reporter adds the rule's code and severity.

    If a text may have the same words more than once, `text` and `start` say which of them. `in_prose` marks
    what was read in our own sentences: it is never more than a warning, which its record can allow.
    """

    record: Record
    loc: Loc
    message: str
    help: str = ""
    words: str = ""
    key: bool = False
    text: str = ""
    start: int = 0
    in_prose: bool = False

    @property
    def nth(self) -> int:
        """How often the text has the words before: counted only for what is reported."""
        return self.text.count(self.words, 0, self.start)

    def span(self, context: Context) -> Span:
        """The smallest place that shows it: the words named, the key, or the value."""
        if self.words:
            return context.find(self.record, self.loc, self.words, nth=self.nth)
        return context.key_span(self.record, self.loc) if self.key else context.span(self.record, self.loc)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rules found, and the codes of the rules that looked."""

    diagnostics: Sequence[Diagnostic]
    looked: frozenset[str]


Check = Callable[[Context], Iterable[Fault]]
Review = Callable[[Context, Findings], Iterable[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, named after its file.

    `check` looks at the records, `review` at what the other rules found. A rule with neither is a page about
    a fault that is found while a file is read.
    """

    code: str
    severity: Severity
    documentation: str
    check: Check | None = None
    review: Review | None = None
    reads_sentences: bool = False

    @property
    def headline(self) -> str:
        """What it finds, in one line."""
        return self.documentation.strip().splitlines()[0]

    @property
    def found_while_reading(self) -> bool:
        """Whether it is found before any rule looks; its severity cannot be set."""
        return self.check is None and self.review is None


# The modules that read our sentences and the figures in quotations: half of what all rules take.
_SENTENCES = frozenset(
    {"own_sentences", "own_figures", "own_positions", "figure_comparison", "quoted_figures", "telling_figures"}
)


def rule_from(module: ModuleType) -> Rule:
    """The rule in a module: its `SEVERITY`, its docstring, and its `check` or `review`."""
    code = module.__name__.rpartition(".")[2].replace("_", "-")
    check: Check | None = getattr(module, "check", None)
    review: Review | None = getattr(module, "review", None)
    # What it takes from others says what it looks at.
    uses = {getattr(value, "__module__", "").rpartition(".")[2] for value in vars(module).values()}
    # Who looks for words in all texts has these gathered already.
    reads_sentences = not _SENTENCES.isdisjoint(uses) and "wording" not in uses
    return Rule(code, module.SEVERITY, module.__doc__ or "", check, review, reads_sentences)


# What is found while a file is read is an error, but for this: the link still leads to its record.
_WARNINGS = frozenset({"old-id"})


def rule_found_while_reading(page: Path) -> Rule:
    """The rule whose fault is found while a file is read, from its page."""
    severity = Severity.WARNING if page.stem in _WARNINGS else Severity.ERROR
    return Rule(page.stem, severity, page.read_text("utf-8"))


def to_diagnostic(
    rule: Rule, fault: Fault, context: Context, severity: Severity, *, counted: bool = False
) -> Diagnostic:
    """A fault as a diagnostic; a warning that its record allows carries the editors' reason.

    What is only `counted` has the place of its text: to find words in it takes as long as the text.
    """
    if fault.in_prose and severity is Severity.ERROR:
        severity = Severity.WARNING
    allowed = next((a.why for a in fault.record.allow if a.rule == rule.code), "")
    label = part_in_words(context.graph.documents[fault.record.id].in_file(fault.loc)[0])
    why = allowed if severity is not Severity.ERROR else ""
    span = context.span(fault.record, fault.loc) if counted else fault.span(context)
    return Diagnostic(rule.code, severity, fault.message, span, label, fault.help, fault.record.id, why)
