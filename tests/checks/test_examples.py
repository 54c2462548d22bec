"""Every rule's page is true: what it says passes does pass, and what it says fails is reported under its code."""

import re
from pathlib import Path

import pytest

from explainers import build
from explainers.build.check import Checked, Inputs, check
from explainers.build.files import record_files, snapshots
from explainers.checks.examples import examples
from explainers.checks.rule import Rule
from explainers.checks.run import all_rules
from explainers.text.diagnostic import Severity
from tests.markdown.converting import gathered

STOCK = Path(__file__).parent / "stock"
FILES = record_files(STOCK / "content", STOCK)
SNAPSHOTS, _ = snapshots(STOCK / "snapshots")
PAGE = "docs/about.md"
RULES = {rule.code: rule for rule in all_rules()}


def checked(files: dict[str, bytes], language: str = "en", **severities: str) -> Checked:
    """The stock with some files added or written anew."""
    by_code = {name.replace("_", "-"): severity for name, severity in severities.items()}
    records = {path: data for path, data in files.items() if path != PAGE}
    page = files.get(PAGE, b"").decode()
    return check(
        Inputs(FILES | records, SNAPSHOTS, by_code, language=language),
        convert=lambda found: gathered(page, graph=found.graph),
    )


def codes(found: Checked) -> list[str]:
    return [d.code for d in found.diagnostics]


def reports_in(found: Checked) -> str:
    """All that was found, for a test that fails."""
    return "\n".join(f"{d.span.path}:{d.span.line}: [{d.code}] {d.message}" for d in found.diagnostics)


def test_the_stock_has_no_fault():
    found = checked({})
    assert [d for d in found.diagnostics if d.severity is not Severity.INFO] == [], reports_in(found)


@pytest.mark.parametrize("code", RULES)
def test_what_passes_passes(code: str):
    passing = examples(RULES[code].documentation).passes
    assert passing, "the page has no example that passes"
    found = checked(dict(passing))
    assert code not in codes(found), reports_in(found)


@pytest.mark.parametrize("code", RULES)
def test_what_passes_has_no_error_of_any_kind(code: str):
    found = checked(dict(examples(RULES[code].documentation).passes))
    assert [d.message for d in found.diagnostics if d.severity is Severity.ERROR] == [], reports_in(found)


@pytest.mark.parametrize("code", RULES)
def test_what_fails_is_reported(code: str):
    failing = examples(RULES[code].documentation).fails
    assert failing, "the page has no example that fails"
    found = checked(dict(failing))
    assert code in codes(found), reports_in(found)
    own = [d for d in found.diagnostics if d.code == code]
    assert {d.span.path for d in own} <= {*failing, *FILES}
    assert any(d.span.path in failing for d in own)


@pytest.mark.parametrize("code", RULES)
def test_a_failing_example_is_reported_with_the_severity_of_its_page(code: str):
    found = checked(dict(examples(RULES[code].documentation).fails))
    assert {d.severity for d in found.diagnostics if d.code == code} == {RULES[code].severity}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_page_starts_with_what_is_found_and_then_says_why(rule: Rule):
    headline, blank, why, *_ = rule.documentation.splitlines()
    assert re.fullmatch(r"\S.+[.]", headline)
    assert blank == ""
    assert why
    assert not why.startswith("Passes")


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_message_is_lower_case_without_a_full_stop(rule: Rule):
    found = checked(dict(examples(rule.documentation).fails))
    for words in (text for d in found.diagnostics if d.code == rule.code for text in (d.message, d.help)):
        assert not words.endswith(".")
        assert not re.match(r"[A-Z][a-z]", words)


def test_there_are_at_least_forty_rules_that_look():
    assert sum(1 for rule in RULES.values() if rule.check or rule.review) >= 40


def test_every_code_in_the_program_has_a_page():
    package = Path(build.__file__).parents[1]
    told = re.compile(
        r"""(?:\berror|Diagnostic|self\._refuse)\(\s*"([a-z0-9-]+)"   # error("tab", …)
          | return\ "([a-z]+(?:-[a-z0-9]+)+)",\ f?"                    # return "too-long", f"…", ""
          | ^(?:CODE|_\w*SPEAKER)\ =\ "([a-z]+(?:-[a-z0-9]+)+)"$         # CODE = "endless-markdown"
        """,
        re.VERBOSE | re.MULTILINE,
    )
    folders = ("tree", "model", "graph", "build", "markdown")
    texts = [path.read_text(encoding="utf-8") for name in folders for path in (package / name).rglob("*.py")]
    found = {code for text in texts for match in told.finditer(text) for code in match.groups() if code}
    assert len(found) > 20
    assert found - set(RULES) == set()
