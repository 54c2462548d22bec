"""The plugin and the command read one mkdocs.yml, and find the same in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.base import load_config
from mkdocs.exceptions import ConfigurationError

from explainers.build.settings import Settings
from explainers.engines.config_file import SettingsFault
from explainers.engines.mkdocs.plugin import ExplainersPlugin
from explainers.engines.site_settings import read_settings


def by_the_plugin(file: Path) -> Settings:
    """The settings that a build uses."""
    config = load_config(str(file))
    plugin = config.plugins["explainers"]
    assert isinstance(plugin, ExplainersPlugin)
    plugin.on_config(config)
    return plugin.settings


def absolute(found: Settings) -> dict[str, object]:
    """Settings that can be compared: paths in full, and the site's address with the slash that MkDocs adds."""
    names = {name: getattr(found, name) for name in Settings.__dataclass_fields__}
    paths = {name: value.resolve() for name, value in names.items() if isinstance(value, Path)}
    return names | paths | {"site_url": names["site_url"].rstrip("/")}


def site(folder: Path, text: str) -> Path:
    for name in ("docs", "pages", "content", "records"):
        (folder / name).mkdir(exist_ok=True)
    file = folder / "mkdocs.yml"
    file.write_text(text, "utf-8")
    return file


OPTIONS = """
site_name: Lakes
site_url: https://example.org/lakes/
site_description: Otters and boats.
repo_url: https://github.com/who/what
edit_uri: edit/main/pages/
docs_dir: pages
use_directory_urls: false
theme: {name: material, language: fr}
plugins:
  - explainers:
      kinds: {actor: {ngo: {label: Campaign group, plural: Campaign groups}}, event: [recall]}
      tags: {water: , public-health: Health & safety}
      fields:
        docket: {label: Docket number, type: text, shown: false}
        keeper: {label: Keeper, type: records, to: [actor], inverse: Keeper of}
      content_dir: records
      snapshots_dir: ../texts
      glossary: page
      fast: false
      workers: 3
      rules: {orphan-record: error, unused-source: off}
"""


@pytest.mark.parametrize(
    "text",
    [
        "site_name: x\nplugins: [explainers]\n",
        "site_name: x\nplugins:\n  - explainers: {}\n",
        "site_name: x\nplugins:\n  explainers: {}\n",
        "site_name: x\nplugins:\n  explainers: {glossary: every}\n",
        "site_name: x\ntheme: mkdocs\nplugins: [explainers]\n",
        "site_name: x\nsite_url: ''\nrepo_url: https://gitlab.com/a/b\nplugins: [explainers]\n",
        "site_name: x\nsite_url: https://example.org\nplugins: [explainers]\n",
        "site_name: x\nrepo_url: https://github.com/a/b/\nedit_uri: ''\nplugins: [explainers]\n",
        "site_name: x\nedit_uri_template: 'https://x.org/e/{path}'\nrepo_url: https://x.org\nplugins: [explainers]\n",
        OPTIONS,
    ],
)
def test_the_build_and_the_command_agree(tmp_path: Path, text: str) -> None:
    file = site(tmp_path, text)
    assert absolute(by_the_plugin(file)) == absolute(read_settings(file))


def test_what_is_written_is_what_is_used(tmp_path: Path) -> None:
    found = by_the_plugin(site(tmp_path, OPTIONS))
    assert (found.site_name, found.site_url, found.site_description) == (
        "Lakes",
        "https://example.org/lakes/",
        "Otters and boats.",
    )
    assert (found.content, found.docs) == (tmp_path / "records", tmp_path / "pages")
    assert found.snapshots is not None
    assert found.snapshots.resolve() == tmp_path.parent / "texts"
    assert (found.language, found.directory_urls, found.glossary) == ("fr", False, "page")
    assert not found.fast
    assert found.workers == 3
    assert found.severities == {"orphan-record": "error", "unused-source": "off"}
    assert found.content_edit_url == "https://github.com/who/what/edit/main/records/"


def test_a_machine_says_how_many_workers_each_site_may_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPLAINERS_WORKERS", "2")
    file = site(tmp_path, OPTIONS)
    assert (read_settings(file).workers, by_the_plugin(file).workers) == (2, 2)
    monkeypatch.setenv("EXPLAINERS_WORKERS", "auto")
    assert read_settings(file).workers == 0


def test_one_build_can_be_asked_where_its_time_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = site(tmp_path, OPTIONS)
    assert not by_the_plugin(file).profile
    monkeypatch.setenv("EXPLAINERS_PROFILE", "1")
    assert by_the_plugin(file).profile


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("rules: {orphan-recrod: error}", "did you mean `orphan-record`?"),
        ("rules: {orphan-record: loud}", "`loud` is not a severity of the rule `orphan-record`"),
        ("fast: quick", "`quick` is not a value of `fast`: it is `true` or `false`"),
        ("workers: 0", "`0` is not a value of `workers`: it is `auto` or a number from 1 to 64"),
        ("workers: many", "`many` is not a value of `workers`: it is `auto` or a number from 1 to 64"),
        ("rules: {orphan-record: }", "is not a severity of the rule `orphan-record`"),
        ("content_dir: mkdocs.yml", "`content_dir` names `mkdocs.yml`, and that is not a folder"),
        ("content_dir: nowhere", "`content_dir` names `nowhere`, and that is not there"),
        ("snapshots_dir: mkdocs.yml", "`snapshots_dir` names `mkdocs.yml`, and that is not a folder"),
    ],
)
def test_a_wrong_option_is_reported_in_both(tmp_path: Path, options: str, told: str) -> None:
    file = site(tmp_path, f"site_name: x\nplugins:\n  - explainers:\n      {options}\n")
    with pytest.raises(SettingsFault) as said:
        read_settings(file)
    with pytest.raises(ConfigurationError) as built:
        by_the_plugin(file)
    assert told in str(said.value)
    assert str(built.value) == f"plugin 'explainers': {said.value}"
