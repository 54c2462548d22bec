"""A site's settings as mkdocs.yml holds them, read without MkDocs."""

from pathlib import Path

import pytest

from explainers.build.settings import Settings
from explainers.engines.config_file import SettingsFault
from explainers.engines.edit_addresses import content_edit_url
from explainers.engines.site_settings import read_settings


def read(folder: Path, text: str) -> Settings:
    (folder / "records").mkdir(exist_ok=True)
    file = folder / "mkdocs.yml"
    file.write_text(text, "utf-8")
    return read_settings(file)


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [search, explainers]",
        "plugins:\n  - explainers",
        "plugins:\n  - explainers: {}",
        "plugins:\n  - explainers:",
        "plugins:\n  explainers: {}",
        "plugins:\n  explainers:",
        "plugins:",
        "site_name: x",
        "",
    ],
)
def test_the_defaults(tmp_path: Path, plugins: str):
    found = read(tmp_path, plugins)
    assert found.content == tmp_path / "content"
    assert (found.snapshots, dict(found.severities), found.glossary) == (None, {}, "section")


@pytest.mark.parametrize("form", ["plugins:\n  - explainers:\n{}", "plugins:\n  explainers:\n{}"])
def test_the_options(tmp_path: Path, form: str):
    options = (
        "      content_dir: records\n"
        "      snapshots_dir: ../texts\n"
        "      glossary: page\n"
        "      rules:\n"
        "        orphan-record: error\n"
    )
    found = read(tmp_path, form.format(options))
    assert found.content == tmp_path / "records"
    assert found.snapshots == tmp_path / "../texts"
    assert (dict(found.severities), found.glossary) == ({"orphan-record": "error"}, "page")


def test_the_sites_own_settings(tmp_path: Path):
    found = read(
        tmp_path,
        "site_name: A site\nsite_url: https://example.org/x/\nsite_description: About it\n"
        "use_directory_urls: false\n"
        "theme:\n  name: material\n  language: fr\n",
    )
    assert (found.site_name, found.site_url, found.site_description) == (
        "A site",
        "https://example.org/x/",
        "About it",
    )
    assert (found.language, found.directory_urls) == ("fr", False)


def test_off_is_a_word_though_yaml_takes_it_for_false(tmp_path: Path):
    found = read(tmp_path, "plugins:\n  - explainers:\n      glossary: off\n      rules:\n        orphan-record: off\n")
    assert (found.glossary, dict(found.severities)) == ("off", {"orphan-record": "off"})


def test_variables_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEXTS", "/texts")
    text = "plugins:\n  - explainers:\n      snapshots_dir: !ENV [{}, '']\n"
    assert read(tmp_path, text.format("TEXTS")).snapshots == Path("/texts")
    assert read(tmp_path, text.format("NO_SUCH_VARIABLE")).snapshots is None


def test_a_file_that_inherits(tmp_path: Path):
    (tmp_path / "base.yml").write_text("plugins:\n  explainers:\n    content_dir: records\n", "utf-8")
    assert read(tmp_path, "INHERIT: base.yml\nsite_name: x\n").content == tmp_path / "records"


def test_tags_for_the_build_are_passed_over_and_nothing_runs(tmp_path: Path):
    ran = tmp_path / "ran"
    found = read(
        tmp_path,
        "site_name: x\n"
        "markdown_extensions:\n"
        "  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        f"      worse: !!python/object/apply:os.mkdir ['{ran}']\n"
        "  - pymdownx.snippets:\n"
        "      base_path: !relative $config_dir\n",
    )
    assert found.site_name == "x"
    assert not ran.exists()


def test_without_a_file_the_folder_content_is_enough(tmp_path: Path):
    with pytest.raises(SettingsFault, match=r"there is no `mkdocs\.yml` and no folder `content`"):
        read_settings(tmp_path / "mkdocs.yml")
    (tmp_path / "content").mkdir()
    assert read_settings(tmp_path / "mkdocs.yml").content == tmp_path / "content"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [", "cannot be read"),
        ("- a", "must be a list of `key: value` lines"),
        ("just text", "must be a list of `key: value` lines"),
        ("INHERIT: mkdocs.yml", "cannot be read: it is nested too deep, or inherits itself"),
        (f"extra: {'[' * 3000}{']' * 3000}", "cannot be read: it is nested too deep, or inherits itself"),
        ("INHERIT: nowhere.yml", "cannot be read"),
        ("plugins:\n  - explainers: yes", "the options of the plugin `explainers`"),
        ("plugins:\n  - explainers:\n      rules: [x]", "`rules` must be lines of `rule: severity`"),
        ("plugins:\n  - explainers:\n      rules: {orphan-recrd: error}", "did you mean `orphan-record`?"),
        ("plugins:\n  - explainers:\n      rules: {orphan-record: bad}", "`bad` is not a severity"),
        ("plugins:\n  - explainers:\n      glossary: pages", "`pages` is not a value of `glossary`"),
    ],
)
def test_what_cannot_be_used_is_told_to_the_sites_owner(tmp_path: Path, text: str, said: str):
    with pytest.raises(SettingsFault) as fault:
        read(tmp_path, text)
    assert said in str(fault.value)


REPOSITORY = "https://github.com/who/what"


@pytest.mark.parametrize(
    ("site", "address"),
    [
        ({"repo_url": REPOSITORY, "edit_uri": "edit/main/docs/"}, f"{REPOSITORY}/edit/main/content/"),
        ({"repo_url": REPOSITORY, "edit_uri": "edit/main/docs"}, f"{REPOSITORY}/edit/main/content/"),
        (
            {"repo_url": f"{REPOSITORY}/", "edit_uri": "blob/x/site/docs/"},
            f"{REPOSITORY}/blob/x/site/content/",
        ),
        ({"repo_url": REPOSITORY}, f"{REPOSITORY}/edit/master/content/"),
        ({"repo_url": "https://bitbucket.org/a/b"}, "https://bitbucket.org/a/b/src/default/content/"),
        ({"repo_url": "https://git.example.org/a/b"}, ""),
        ({"repo_url": REPOSITORY, "edit_uri": ""}, ""),
        ({"edit_uri": "https://host.example/docs/"}, "https://host.example/content/"),
        (
            {"repo_url": "https://host.example/r", "edit_uri": "?file=docs/"},
            "https://host.example/r?file=content/",
        ),
        ({"edit_uri_template": f"{REPOSITORY}/edit/main/docs/{{path}}"}, f"{REPOSITORY}/edit/main/content/"),
        (
            {"repo_url": REPOSITORY, "edit_uri_template": "edit/main/docs/{path}"},
            f"{REPOSITORY}/edit/main/content/",
        ),
        ({"repo_url": REPOSITORY, "edit_uri_template": "edit/{path_noext}.adoc"}, ""),
        ({"repo_url": "javascript:alert(1)", "edit_uri": "edit/main/docs/"}, ""),
        ({}, ""),
    ],
)
def test_records_are_edited_beside_the_pages(tmp_path: Path, site: dict[str, str], address: str):
    assert content_edit_url(site, docs=tmp_path / "docs", content=tmp_path / "content") == address


def test_records_inside_the_pages_folder(tmp_path: Path):
    site = {"repo_url": REPOSITORY, "edit_uri": "edit/main/docs/"}
    found = content_edit_url(site, docs=tmp_path / "docs", content=tmp_path / "docs/content")
    assert found == f"{REPOSITORY}/edit/main/docs/content/"


def test_records_outside_of_the_repository_have_no_address(tmp_path: Path):
    site = {"repo_url": "https://host.example", "edit_uri": "docs/"}
    assert content_edit_url(site, docs=tmp_path / "a/b/docs", content=tmp_path / "content") == ""
