"""`explainers check`: what it prints and the status it leaves with."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CLAIM, Run


def break_claim(site: Path) -> None:
    file = site / CLAIM
    file.write_text(file.read_text("utf-8").replace("a1: northport-council", "a1: northport-counsil"), "utf-8")


def add_orphan(site: Path) -> None:
    """An actor that nothing links to: a warning."""
    (site / "content/actors/harbour.yml").write_text("name: Harbour\nkind: institution\nsummary: An office.\n", "utf-8")


def test_a_site_without_mistakes_leaves_with_0(site: Path, run: Run):
    found = run("check")
    assert (found.status, found.err) == (0, "")
    assert found.out.splitlines()[-1] == "no errors, no warnings"


def test_an_error_is_shown_and_leaves_with_1(site: Path, run: Run):
    break_claim(site)
    found = run("check")
    assert found.status == 1
    assert "error[unknown-reference]: no record has the id `northport-counsil`" in found.out
    assert f"--> {CLAIM}:" in found.out
    assert "help: did you mean `northport-council`?" in found.out


def test_a_warning_fails_only_when_strict(site: Path, run: Run):
    add_orphan(site)
    assert run("check").status == 0
    assert run("check", "--strict").status == 1


def test_an_accepted_warning_never_fails(site: Path, run: Run):
    add_orphan(site)
    file = site / "content/actors/harbour.yml"
    file.write_text(
        file.read_text("utf-8") + "allow:\n  - rule: orphan-record\n    why: It will be used soon.\n", "utf-8"
    )
    found = run("check", "--strict")
    assert (found.status, "It will be used soon." in found.out) == (0, True)


def test_json_is_json_whatever_is_wrong(site: Path, run: Run):
    break_claim(site)
    found = run("check", "--format", "json")
    data = json.loads(found.out)
    assert (found.status, data["summary"]["errors"]) == (1, 1)
    assert data["diagnostics"][0]["file"] == CLAIM


def test_github_gets_workflow_commands(site: Path, run: Run):
    break_claim(site)
    assert run("check", "--format", "github").out.startswith(f"::error file={CLAIM},line=")


def test_another_site_and_another_content_folder(site: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    break_claim(site)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert run("check", "--config", "../mkdocs.yml").status == 1
    assert run("check", "--content", "../content").status == 1


def test_quotations_are_looked_up_where_the_texts_are(site: Path, run: Run):
    (site / "texts").mkdir()
    assert run("check", "--snapshots", "texts").status == 0
    assert run("check", "--snapshots", "nowhere").status == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "there is no command `chek`: did you mean `check`?"),
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["check", "--config", "nowhere.yml"], "does not exist"),
    ],
)
def test_a_wrong_call_leaves_with_2(site: Path, run: Run, arguments: list[str], said: str):
    found = run(*arguments)
    assert (found.status, said in found.err) == (2, True)


def test_a_folder_without_a_site_is_a_wrong_call(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    found = run("check")
    assert found.status == 2
    assert "there is no `mkdocs.yml` and no folder `content`" in found.err


def test_a_bug_of_ours_says_so_and_leaves_with_70(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch):
    def fail(*arguments: object, **options: object) -> str:
        raise RuntimeError("on purpose")

    monkeypatch.setattr("explainers.text.report.human", fail)
    found = run("check")
    assert found.status == 70
    assert found.err.startswith("this is a bug in explainers")
    assert "RuntimeError: on purpose" in found.err


def test_the_module_is_the_command(site: Path):
    found = subprocess.run([sys.executable, "-m", "explainers", "check"], capture_output=True, text=True, cwd=site)
    assert (found.returncode, found.stdout.splitlines()[-1]) == (0, "no errors, no warnings")


LOADED = """
import sys
from explainers.cli import main
try:
    main(["check"])
except SystemExit as left:
    assert not left.code
print(*sys.modules, file=sys.stderr)
"""


def loaded() -> set[str]:
    """The modules that a command of its own loads to check the site of the current folder."""
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stderr.split()}


def test_a_check_loads_no_templates_and_nothing_that_reads_markdown(site: Path):
    assert loaded() & {"pydantic", "jinja2", "markdown", "edtf", "citeproc"} == {"pydantic"}
