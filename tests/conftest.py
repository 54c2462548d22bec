"""What tests of the whole share: the first site, built once and served, and one browser."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.browser.chromium import launched
from tests.site.building import Built, build, our_site
from tests.site.serving import Served, served

# A slow machine is no fault of a property: how long things take is measured in `bench/`.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# A run in the background ignores interruptions, and so would the servers that it starts, which end by one.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Servers and browsers run in threads, and a process with threads cannot be copied: files that need one come last.

    Whole files do, so that what their tests share is made once; `make test` keeps them in this order too.
    """
    threaded = {item.path for item in items if {"browser", "server"} & {*getattr(item, "fixturenames", ())}}
    items.sort(key=lambda item: item.path in threaded)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The place where the first site is served; `published` puts it there."""
    with served(tmp_path_factory.mktemp("served") / "site") as place:
        yield place


@pytest.fixture(scope="session")
def published(server: Served, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The first site as it is published: under a sub-path, with its repository.

    Whether it is built without a fault, `tests/site/test_build.py` says.
    """
    project = our_site(tmp_path_factory.mktemp("ours") / "project")
    built = build(
        project,
        "--strict",
        site=server.folder,
        SITE_URL=server.address,
        REPO_URL="https://github.com/example/explainers",
        EDIT_URI="edit/main/docs/",
    )
    assert (built.site / "index.html").exists(), built.said
    return built


@pytest.fixture(scope="session")
def home(published: Built, server: Served) -> str:
    """The address of the first site's home page, which ends in a slash."""
    return server.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; a test that needs it fails where there is none."""
    with launched() as chromium:
        yield chromium
