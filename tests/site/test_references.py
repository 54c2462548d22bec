"""References on a built site: the downloads of a source, and a citation style of the site's own."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from explainers.engines.config_file import SettingsFault
from explainers.engines.site_settings import read_settings
from tests.site.building import ROOT, Built, build, new_site
from tests.site.other_team import FILES, MKDOCS
from tests.site.reading import read

STYLE = ROOT / "tests/exports/styles/plain-author-date.csl"
STYLED = {
    **FILES,
    "style.csl": STYLE.read_text("utf-8"),
    "mkdocs.yml": f"{MKDOCS.rstrip()}:\n      citation_style: style.csl\n",
}


@pytest.fixture(scope="module")
def styled(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(new_site(tmp_path_factory.mktemp("styled") / "project", STYLED), "--strict")


def test_a_source_and_the_index_of_sources_link_their_downloads(styled: Built) -> None:
    for page, stem in (("sources/council-notice", "council-notice"), ("sources", "../data/sources")):
        links = read((styled.site / page / "index.html").read_text("utf-8")).followed
        found = [link for link in links if re.search(r"\.(bib|ris|csl\.json)$", link)]
        assert [Path(link).name for link in found] == [Path(stem).name + end for end in (".bib", ".ris", ".csl.json")]
        assert all((styled.site / page / link).is_file() for link in found)


def test_pages_and_data_have_the_references_of_the_style(styled: Built) -> None:
    assert styled.status == 0, styled.said
    page = (styled.site / "sources/council-notice/index.html").read_text("utf-8")
    lead = re.search(r'<p class="xp-lead">(.*?)</p>', page)
    assert lead
    assert re.search(r"\(\d{4}\)\. “", lead[1]), lead[1]
    data = (styled.site / "data/records.json").read_text("utf-8")
    assert re.search(r'"reference":"[^"]+\(\d{4}\)\. “', data)


def test_a_file_that_is_no_style_ends_the_build_with_a_word_on_it(tmp_path: Path) -> None:
    built = build(new_site(tmp_path / "project", {**STYLED, "style.csl": "<html/>"}))
    assert built.status != 0
    assert "`citation_style`: it is no CSL style with its own bibliography" in built.said
    assert "Traceback" not in built.said


def settings_fault(folder: Path) -> str:
    with pytest.raises(SettingsFault) as fault:
        read_settings(folder / "mkdocs.yml")
    return str(fault.value)


def test_a_style_that_is_not_there_is_reported(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - explainers:\n      citation_style: no.csl\n", "utf-8")
    assert settings_fault(tmp_path).startswith("`citation_style` names `no.csl`, and there is no such file")


def test_without_its_processor_one_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc", None)
    (tmp_path / "style.csl").write_bytes(STYLE.read_bytes())
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - explainers:\n      citation_style: style.csl\n", "utf-8")
    assert "pip install 'mkdocs-explainers[csl]'" in settings_fault(tmp_path)
