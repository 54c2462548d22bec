"""The package of the CMS, and one site with the form."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.form.opened import FILLED, IN_THE_FOLDER, Form
from tests.site.building import build, new_site
from tests.site.serving import served


@pytest.fixture(scope="session")
def package() -> Path:
    """The package of the CMS, which `tests/form/install` fetches where it is not there."""
    found = subprocess.run([Path(__file__).with_name("install")], stdout=subprocess.PIPE, text=True, check=True)
    return Path(found.stdout.strip())


@pytest.fixture(scope="session")
def form(package: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Form]:
    """A site with the form, and a folder of records, opened as its editor opens it."""
    folder = tmp_path_factory.mktemp("form")
    config = (
        "site_name: A site\nrepo_url: https://github.com/example/site\n"
        f"plugins:\n  - search\n  - explainers:\n      edit: {package}\n"
    )
    project = new_site(folder / "project", {"mkdocs.yml": config, "content/actors/a.yml": "name: A\nkind: person\n"})
    with served(folder / "site") as place:
        built = build(project, site=folder / "site", SITE_URL=place.address)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        answers: list[str] = []
        page.on("response", lambda response: answers.append(response.url))
        page.add_init_script("window.showDirectoryPicker = () => navigator.storage.getDirectory()")
        page.goto(f"{place.address}edit/")
        page.evaluate(FILLED, IN_THE_FOLDER)
        page.get_by_role("button", name="Work with Local Repository").click()
        expect(page.get_by_role("grid", name="Entries")).to_be_visible()
        yield Form(built, page, place.address, answers)
        page.close()
