"""Sites of five fields: complete, without a fault in a strict build, and in words that an editor has read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from explainers.text.diagnostic import Severity
from tests.fields.sites import HERE, NAMES, golden, sentences, site
from tests.site.building import build


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_reported(name: str) -> None:
    assert [str(d) for d in site(name).diagnostics if d.severity in {Severity.ERROR, Severity.WARNING}] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_as_it_was_read(name: str) -> None:
    """After a change that is wanted: `python -m tests.fields.sites`, and read the difference aloud."""
    assert sentences(name) == golden(name).read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_strict_build_succeeds(name: str, tmp_path: Path) -> None:
    project = tmp_path / name
    shutil.copytree(HERE / name, project)
    (project / "docs").mkdir()
    built = build(project, "--strict")
    assert built.status == 0, built.said
