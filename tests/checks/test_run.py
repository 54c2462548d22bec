"""Severities and allowances of a run, and how its time grows."""

from explainers.build.check import Inputs, check
from explainers.build.load import load
from explainers.checks.context import Context
from explainers.checks.examples import examples
from explainers.checks.run import all_rules, run
from explainers.graph.link import link
from explainers.kinds import KINDS
from explainers.text.diagnostic import Severity
from tests.checks.test_examples import FILES, RULES, SNAPSHOTS, checked, codes, reports_in
from tests.growth import grows_in_step

UNLINKED = b"name: The clearing\nkind: other\nsummary: People were told to leave.\npart_of: spring-flood\n"
ALLOWED = UNLINKED + b"allow:\n  - rule: orphan-record\n    why: The link comes tomorrow.\n"
PLACE = "content/events/clearing.yml"


def test_a_severity_can_be_set():
    found = checked({PLACE: UNLINKED}, orphan_record="error")
    assert [d.severity for d in found.diagnostics if d.code == "orphan-record"] == [Severity.ERROR]


def test_a_rule_can_be_switched_off():
    assert "orphan-record" not in codes(checked({PLACE: UNLINKED}, orphan_record="off"))


def test_a_warning_about_a_draft_is_a_note_and_an_error_about_it_an_error():
    draft = UNLINKED + b"status: draft\n"
    found = [checked({PLACE: draft}, **severities).diagnostics for severities in ({}, {"orphan_record": "error"})]
    said = [[d.severity for d in diagnostics if d.code == "orphan-record"] for diagnostics in found]
    assert said == [[Severity.INFO], [Severity.ERROR]]


def test_an_allowed_warning_is_reported_with_its_reason_and_does_not_count():
    found = checked({PLACE: ALLOWED})
    [allowed] = [d for d in found.diagnostics if d.code == "orphan-record"]
    assert allowed.allowed == "The link comes tomorrow."
    assert not allowed.counts
    assert "unneeded-allowance" not in codes(found), reports_in(found)


def test_an_allowance_that_nothing_needs_is_reported_at_its_line():
    linked = FILES["content/explainers/flood-in-the-valley.yml"] + b"gaps:\n  - How long [[clearing]] took.\n"
    found = checked({PLACE: ALLOWED, "content/explainers/flood-in-the-valley.yml": linked})
    [unneeded] = [d for d in found.diagnostics if d.code == "unneeded-allowance"]
    assert (unneeded.span.path, unneeded.span.line, unneeded.span.column) == (PLACE, 6, 11)


def test_an_allowance_of_a_rule_that_is_switched_off_stays():
    assert "unneeded-allowance" not in codes(checked({PLACE: ALLOWED}, orphan_record="off"))


def test_an_error_cannot_be_allowed():
    found = checked({PLACE: ALLOWED}, orphan_record="error")
    assert [d.allowed for d in found.diagnostics if d.code == "orphan-record"] == [""]
    assert "unneeded-allowance" in codes(found)


def test_a_thousand_claims_take_no_square_of_time_to_check():
    claim = FILES["content/claims/people-moved.yml"]
    stock, _ = load(FILES, KINDS)
    valleys = {f"content/claims/c{n}.yml": claim.replace(b"of the valley", b"of valley %d" % n) for n in range(1000)}
    claims, _ = load(valleys, KINDS)

    def checking(size: int):
        graph, _ = link([*stock, *claims[:size]])
        return lambda: run(Context(graph, KINDS, SNAPSHOTS))

    checking(1000)()  # a file is kept with what was looked up in it
    assert {d.record for d in grows_in_step(checking, 1000)} >= {claim.id for claim in claims}


PAGE = """What.

Passes:

    # content/a/b.yml
    x: 1

    # content/a/c.yml (saved as latin-1)
    y: ü

Fails:

    # content/a/d.yml (the last line 2 times)
    z:
      - 1
"""


def test_example_files_start_at_their_headers():
    found = examples(PAGE)
    assert dict(found.passes) == {"content/a/b.yml": b"x: 1\n", "content/a/c.yml": b"y: \xfc\n"}
    assert dict(found.fails) == {"content/a/d.yml": b"z:\n  - 1\n  - 1\n  - 1\n"}


def test_every_rule_tells_its_severity_in_a_word():
    assert {rule.severity for rule in RULES.values()} <= set(Severity)


def test_two_processes_find_what_one_finds():
    failing = {path: data for rule in all_rules() for path, data in examples(rule.documentation).fails.items()}
    one, two = (check(Inputs(FILES | failing, SNAPSHOTS, workers=workers)) for workers in (1, 2))
    assert len({d.code for d in one.diagnostics}) > 15
    assert two.diagnostics == one.diagnostics
