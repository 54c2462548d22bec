"""`init`: what it writes, what it leaves alone, and what it refuses."""

from __future__ import annotations

import os
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from explainers.cli.init import example_files
from explainers.engines.site_settings import read_settings
from explainers.kinds import KINDS
from explainers.starter.new_site import REMOVE_EXAMPLE
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_new_site_has_everything(tmp_path: Path, run: Run):
    done = run("init", "my-site")
    assert (done.status, done.err) == (0, "")
    found = files(tmp_path / "my-site")
    assert {
        *("mkdocs.yml", "README.md", "requirements.txt", "docs/about.md", "docs/assets/icon.svg"),
        *(".gitignore", ".editorconfig", ".vscode/settings.json", ".vscode/extensions.json", ".vscode/tasks.json"),
        *(".github/workflows/check.yml", ".github/workflows/pages.yml", ".github/dependabot.yml"),
        *(f"content/{kind.plural}/.gitkeep" for kind in KINDS),
        *(f"schemas/{kind.name}.json" for kind in KINDS),
        *example_files(),
    } <= found.keys()
    # The schemas are made, and git ignores them.
    unmade = [path for path in found if not path.startswith("schemas/")]
    assert done.out.startswith(f"wrote a site to my-site, with an invented example: {len(unmade)} files\n")
    assert "\n  cd my-site\n" in done.out


def test_every_kind_of_record_is_in_the_example():
    assert {path.split("/")[1] for path in example_files()} == {kind.plural for kind in KINDS}


def test_the_example_says_that_it_is_invented():
    for path, content in example_files().items():
        record = yaml.safe_load(content)
        assert record["tags"] == ["invented-example"], path
        assert "xample" in content.decode().splitlines()[0], path


def test_the_name_is_that_of_the_folder(tmp_path: Path, run: Run):
    run("init", "the_harbour-desk")
    assert read_settings(tmp_path / "the_harbour-desk/mkdocs.yml").site_name == "The harbour desk"


def test_the_current_folder_becomes_a_site(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "harbour").mkdir()
    monkeypatch.chdir(tmp_path / "harbour")
    done = run("init", ".")
    assert "\n  cd " not in done.out
    assert read_settings(Path("mkdocs.yml")).site_name == "Harbour"


@pytest.mark.parametrize(
    "name",
    ["Who said “no”?", "Storm: #1", "yes", "@CONTACT@", "a\\b 'c'", "Прапор 🏳️‍🌈", "R&D", "- x", "!ENV x"],
)
def test_an_answer_is_in_the_settings_as_it_was_given(name: str, run: Run):
    done = run("init", "site", "--name", name, "--publisher", name, "--description", name)
    assert done.status == 0, done.err
    found = read_settings(Path("site/mkdocs.yml"))
    assert (found.site_name, found.publisher.name, found.site_description) == (name, name, name)


def test_corrections_go_to_the_contact_unless_it_is_said_otherwise(run: Run):
    run("init", "one", "--contact", "desk@example.org")
    run("init", "two", "--contact", "desk@example.org", "--corrections", "https://example.org/mistakes")
    one, two = (read_settings(Path(folder) / "mkdocs.yml").publisher for folder in ("one", "two"))
    assert (one.contact, one.corrections) == ("desk@example.org", "desk@example.org")
    assert (two.contact, two.corrections) == ("desk@example.org", "https://example.org/mistakes")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--contact", "desk"], "`desk` is not an address: `contact` of `publisher`"),
        (["--corrections", "javascript:alert(1)"], "`javascript:alert(1)` is not an address"),
        (["--corrections", 'a@b.c" onclick="x'], "is not an address"),
        (["--language", "dee"], "the theme does not know `dee`: did you mean `de`?"),
        (["--language", "../../x"], "the theme does not know `../../x`"),
        (["--url", "example.org"], "`example.org` is not a web address"),
        (["--name", 'Who said "no"?'], "the theme prints the site name as HTML"),
        (["--description", "<b>bold</b>"], "the theme prints the description as HTML"),
        (["--name", "two\nlines"], "the site name must be one line"),
    ],
)
def test_what_no_site_can_have_is_refused_before_a_file_is_written(
    tmp_path: Path, run: Run, arguments: list[str], said: str
):
    done = run("init", "site", *arguments)
    assert (done.status, said in done.err) == (2, True), done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["en", "de", "uk", "zh-Hant"])
def test_the_example_has_no_mistake_whatever_the_language(run: Run, monkeypatch: pytest.MonkeyPatch, language: str):
    run("init", "site", "--language", language)
    monkeypatch.chdir("site")
    found = run("check", "--strict")
    assert (found.status, found.out.endswith("no errors, no warnings\n")) == (0, True), found.out


def test_what_is_there_is_left_alone_and_named(tmp_path: Path, run: Run):
    mine = {"README.md": b"mine", "docs/about.md": b"# Mine", ".gitignore": b"*.log\n"}
    for path, content in mine.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_bytes(content)
    done = run("init", "site")
    found = files(tmp_path / "site")
    assert {path: found[path] for path in mine} == mine
    assert (
        "left alone, because it is there already:\n" + "".join(f"  site/{path}\n" for path in sorted(mine)) in done.out
    )
    assert "mkdocs.yml" in found


def test_the_second_time_nothing_is_missing(tmp_path: Path, run: Run):
    run("init", "site")
    before = files(tmp_path / "site")
    assert run("init", "site").out == "nothing is missing in site\n"
    assert files(tmp_path / "site") == before


def test_what_was_deleted_to_be_renewed_is_written_again_and_the_site_stays(tmp_path: Path, run: Run):
    run("init", "site")
    before = files(tmp_path / "site")
    (tmp_path / "site/requirements.txt").unlink()
    subprocess.run(f"rm -r vendor && {REMOVE_EXAMPLE} && rm docs/about.md", shell=True, cwd="site", check=True)
    assert run("init", "site").out.startswith("wrote what builds and checks the site to site: 2 files\n")
    gone = {*example_files(), "docs/about.md"}
    assert files(tmp_path / "site") == {path: content for path, content in before.items() if path not in gone}


def test_to_a_site_that_is_there_only_what_builds_it_is_added(tmp_path: Path, run: Run):
    (tmp_path / "site/docs").mkdir(parents=True)
    (tmp_path / "site/mkdocs.yml").write_text("site_name: Mine\nplugins: [search]\n", "utf-8")
    done = run("init", "site")
    found = files(tmp_path / "site")
    assert not [path for path in found if path.startswith(("docs/", "content/", "schemas/"))]
    assert found["mkdocs.yml"] == b"site_name: Mine\nplugins: [search]\n"
    assert ".github/workflows/check.yml" in found
    assert "site/mkdocs.yml does not name the plugin: add `explainers` to its `plugins`" in done.out


def test_among_records_there_is_no_example(tmp_path: Path, run: Run):
    (tmp_path / "site/content/places").mkdir(parents=True)
    (tmp_path / "site/content/places/here.yml").write_text("name: Here\nkind: town\nsummary: A town.\n", "utf-8")
    assert "example" not in run("init", "site").out
    assert not example_files().keys() & files(tmp_path / "site").keys()


def test_the_lock_fits_the_program_that_is_there(tmp_path: Path, run: Run):
    run("init", "site")
    kept = next((tmp_path / "site/vendor").iterdir())
    kept.write_bytes(b"another release under the same name")
    (tmp_path / "site/requirements.txt").unlink()
    run("init", "site")
    digest = sha256(kept.read_bytes()).hexdigest()
    assert f"./vendor/{kept.name} \\\n    --hash=sha256:{digest}\n" in (tmp_path / "site/requirements.txt").read_text()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, run: Run):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/docs").symlink_to(tmp_path / "elsewhere")
    done = run("init", "site")
    assert (done.status, "site/docs cannot be written: it leads out of the folder of the site" in done.err) == (2, True)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_reported(tmp_path: Path, run: Run):
    (tmp_path / "site").write_text("x", "utf-8")
    assert "is a file" in run("init", "site").err
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/docs").write_text("x", "utf-8")
    done = run("init", "folder")
    assert (done.status, "Traceback" in done.err) == (2, False)
    assert f"folder{os.sep}docs" in done.err
