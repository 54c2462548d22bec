"""Pages in turns: what lists the uses of others comes after them, whoever makes the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainers.build.check import Inputs
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from tests.build.files import FILES, page
from tests.build.test_workers import forks


def of(files: dict[str, str], workers: int = 1) -> SiteBuild:
    settings = Settings(root=Path("x"), content=Path("x/content"), workers=workers)
    return build(settings, Inputs({path: text.encode() for path, text in files.items()}))


@forks
@pytest.mark.parametrize("workers", [2, 5])
def test_any_number_of_workers_makes_the_same_pages(workers: int) -> None:
    alone, together = of(FILES), of(FILES, workers)
    assert len(alone.pages) > 10
    assert alone.pages == together.pages
    assert alone.files == together.files


def test_a_source_says_which_other_source_cites_it_wherever_that_is() -> None:
    path = next(path for path in FILES if path.startswith("content/sources/"))
    text, id = FILES[path], path.rpartition("/")[2].removesuffix(".yml")
    for other in ("aaa-first", "zzz-last"):
        citing = f"{text}summary: It draws on a report [@{id}].\n"
        site = of({**FILES, f"content/sources/{other}.yml": citing})
        listed = page(site, f"sources/{id}").html.partition('id="cited-in"')[2]
        assert f'href="../{other}/' in listed, other
        assert 'id="cited-in"' not in page(site, f"sources/{other}").html
