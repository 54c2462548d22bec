"""The setting `edit`: what it takes, and what is said of anything else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explainers.build.form_setting import FormFault, FormSetting, form_files, form_setting
from explainers.form.cms_package import FILE, NAME, VERSION
from explainers.kinds import KINDS
from tests.site.building import build, new_site
from tests.site.commands import ROOT

STARTER = "plugins/explainers/starter/site"
NAMED_IN = ["docs/manual/how-to/form.md", f"{STARTER}/mkdocs.yml", f"{STARTER}/dot_github/workflows/pages.yml"]
GITHUB = "https://github.com/example/site"


def test_a_site_has_no_form_unless_it_says_so():
    assert [form_setting(Path(), given, GITHUB) for given in (None, "", False, {})] == [None] * 4


@pytest.mark.parametrize(
    ("address", "repository"),
    [
        (GITHUB, "example/site"),
        (f"{GITHUB}/", "example/site"),
        (f"{GITHUB}.git", "example/site"),
        ("https://gitlab.com/example/site", ""),
        ("https://github.com/example", ""),
        ("https://github.com.example.org/example/site", ""),
        ("", ""),
    ],
)
def test_the_repository_is_the_sites_own(address: str, repository: str):
    found = form_setting(Path("/site"), "cms.tgz", address)
    assert found == FormSetting(Path("/site/cms.tgz"), repository)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["cms.tgz"], "`edit` must name a file, or be lines of `key: value`, with `cms` or `sign_in`"),
        (True, "`edit` must name a file, or be lines of `key: value`, with `cms` or `sign_in`"),
        ({"cmss": "x"}, "`cmss` is not a key of `edit`: it is `cms` or `sign_in` – did you mean `cms`?"),
        ({"cms": 3}, "`cms` of `edit` must be text"),
        ({"sign_in": "https://x.example"}, "`edit` needs a line `cms:` with the file of the package that …"),
        ({"cms": "x", "sign_in": "http://x.example"}, "`http://x.example` is not an address: `sign_in` of `edit` is …"),
        (
            {"cms": "x", "sign_in": "https://x.example; img-src *"},
            "`https://x.example; img-src *` is not an address: …",
        ),
    ],
)
def test_what_cannot_be_used_is_said(given: object, message: str):
    with pytest.raises(FormFault) as fault:
        form_setting(Path(), given, GITHUB)
    start, dots, _ = message.partition("…")
    assert str(fault.value).startswith(start) if dots else str(fault.value) == message


def test_another_file_than_the_package_is_refused(tmp_path: Path):
    file = tmp_path / "sveltia-cms.tgz"
    files = {"site_name": "S", "content": tmp_path / "content", "repository": tmp_path}
    with pytest.raises(FormFault, match=r"`edit` names `sveltia-cms.tgz`, and it cannot be read: No such file"):
        form_files(FormSetting(file), KINDS, **files)
    file.write_bytes(b"something else")
    with pytest.raises(FormFault, match=r"`edit` needs the records in the repository of the site, .*, and they are in"):
        form_files(FormSetting(file), KINDS, **files | {"repository": tmp_path / "content" / "deeper"})
    with pytest.raises(FormFault, match=r"and it is not @sveltia/cms .*, the one release .* – `npm pack @sveltia/cms@"):
        form_files(FormSetting(file), KINDS, **files)


@pytest.mark.parametrize("path", NAMED_IN)
def test_the_package_that_is_named_is_the_one_that_fits(path: str):
    named = re.findall(r"sveltia-cms-\d[\d.]*\d\.tgz|@sveltia/cms@[\d.]*\d", (ROOT / path).read_text("utf-8"))
    assert named
    assert {*named} <= {FILE, f"{NAME}@{VERSION}"}


def test_what_is_published_has_no_form_that_could_not_write(tmp_path: Path):
    config = "site_name: S\nplugins:\n  - explainers:\n      edit: missing.tgz\n"
    built = build(new_site(tmp_path / "site", {"mkdocs.yml": config}), "--strict")
    assert built.status == 0, built.said
    assert "the form is in previews alone: `repo_url` leads to no repository on GitHub" in built.said
    assert not (built.site / "edit").exists()


def test_a_page_of_the_owners_is_not_lost_to_the_form(tmp_path: Path):
    config = f"site_name: S\nrepo_url: {GITHUB}\nplugins:\n  - explainers:\n      edit: missing.tgz\n"
    built = build(new_site(tmp_path / "site", {"mkdocs.yml": config, "docs/edit.md": "# How we edit\n"}))
    assert built.status == 1
    assert "plugin 'explainers': `edit.md` is at `edit/`, where `edit` puts the form" in built.said


def test_a_build_without_the_package_ends_with_the_command_that_fetches_it(tmp_path: Path):
    config = f"site_name: S\nrepo_url: {GITHUB}\nplugins:\n  - explainers:\n      edit: missing.tgz\n"
    built = build(new_site(tmp_path / "site", {"mkdocs.yml": config}))
    assert built.status == 1
    assert "plugin 'explainers': `edit` names `missing.tgz`, and it cannot be read" in built.said
    assert "`npm pack @sveltia/cms@" in built.said
    assert "Traceback" not in built.said
