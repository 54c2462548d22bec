"""Every rule on every record, in one run."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

from explainers.checks import rules
from explainers.checks.context import Context
from explainers.checks.rule import Fault, Findings, Rule, rule_found_while_reading, rule_from, to_diagnostic
from explainers.text.diagnostic import MOST_OF_A_FILE, Diagnostic, Severity, in_order

Rules: TypeAlias = tuple[Rule, ...]
# Runs each part of the rules, and returns what they found.
Share: TypeAlias = Callable[[Callable[[Rules], list[Diagnostic]], Sequence[Rules]], Sequence[list[Diagnostic]]]


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules, by code: a file in a folder of `rules/` is a rule."""
    modules = (found.name for found in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}.") if not found.ispkg)
    looking = (rule_from(importlib.import_module(name)) for name in modules)
    pages = Path(rules.__path__[0], "while_reading").glob("*.md")
    return tuple(sorted((*looking, *map(rule_found_while_reading, pages)), key=lambda rule: rule.code))


@cache
def codes() -> frozenset[str]:
    """The code of every rule."""
    return frozenset(rule.code for rule in all_rules())


def one_by_one(work: Callable[[Rules], list[Diagnostic]], parts: Sequence[Rules]) -> list[list[Diagnostic]]:
    """What each part of the rules finds."""
    return [work(part) for part in parts]


def run(
    context: Context, *, severities: Mapping[str, str] | None = None, share: Share = one_by_one
) -> list[Diagnostic]:
    """What the rules find. `severities` sets a rule to error, warning, info or off; `share` may use processes."""
    looking = _looking(severities or {})

    def look(rules: Rules) -> list[Diagnostic]:
        return [
            to_diagnostic(rule, fault, context, _severity(fault, looking[rule]), counted=number > MOST_OF_A_FILE)
            for rule in rules
            if rule.check
            for fault, number in _numbered(_each_word_once(rule.check(context)))
        ]

    # In two parts of similar weight, each of which gathers little that the other does too.
    of_sentences = tuple(rule for rule in looking if rule.reads_sentences)
    others = tuple(rule for rule in looking if not rule.reads_sentences)
    found = [diagnostic for part in share(look, (of_sentences, others)) for diagnostic in part]
    findings = Findings(tuple(found), frozenset(rule.code for rule in looking))
    for rule, severity in looking.items():
        if rule.review:
            faults = rule.review(context, findings)
            found += [to_diagnostic(rule, fault, context, _severity(fault, severity)) for fault in faults]
    return in_order(found)


def as_set(diagnostics: Iterable[Diagnostic], severities: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Diagnostics from hand-written pages, with the severities of this site."""
    settable = {rule.code for rule in all_rules() if not rule.found_while_reading}
    for diagnostic in diagnostics:
        severity = severities.get(diagnostic.code, "") if diagnostic.code in settable else ""
        if severity != "off":
            yield replace(diagnostic, severity=Severity(severity)) if severity else diagnostic


def _looking(severities: Mapping[str, str]) -> dict[Rule, Severity]:
    """The rules that are enabled, each with its severity on this site."""
    wanted = {rule: severities.get(rule.code, rule.severity) for rule in all_rules() if not rule.found_while_reading}
    return {rule: Severity(severity) for rule, severity in wanted.items() if severity != "off"}


def _severity(fault: Fault, severity: Severity) -> Severity:
    """How bad a fault is in its record: a warning about a draft, which is not published, is a note."""
    is_draft = fault.record.status == "draft"
    return Severity.INFO if is_draft and severity is Severity.WARNING else severity


def _numbered(faults: Iterable[Fault]) -> Iterator[tuple[Fault, int]]:
    """Each fault, with the number of faults in its record so far."""
    of_record: Counter[str] = Counter()
    for fault in faults:
        of_record[fault.record.id] += 1
        yield fault, of_record[fault.record.id]


def _each_word_once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults, but only the first for the same words in the same text: fixing it shows the others."""
    seen = set()
    for fault in faults:
        words = (fault.record.id, fault.loc, fault.words)
        if not fault.words or words not in seen:
            seen.add(words)
            yield fault
