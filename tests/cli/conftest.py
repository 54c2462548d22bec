"""A small site in the current folder, and the command run on it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from explainers.cli import main
from explainers.kinds import KINDS

EXAMPLES = {kind.example.splitlines()[0].removeprefix("# "): kind.example for kind in KINDS}
CLAIM = "content/claims/homes-without-power.yml"


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example records, as a site with a mkdocs.yml."""
    for path, text in EXAMPLES.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A site\nplugins: [explainers]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_it(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        told = capsys.readouterr()
        return Outcome(int(left.value.code or 0), told.out, told.err)

    return run_it
