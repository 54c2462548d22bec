"""Notes of ours beside Markdown's own footnotes: two rows of numbers, which a reader has to tell apart."""

from __future__ import annotations

import pytest
from markdown import Markdown
from playwright.sync_api import Browser

from explainers.markdown.extension import ExplainersExtension
from explainers.prose.site import Site
from tests.markdown.test_extension import GRAPH
from tests.site.building import ROOT

pytestmark = pytest.mark.browser
CSS = (ROOT / "plugins/explainers/assets/explainers.css").read_text("utf-8")
SIGNS = """() => [[".xp-marks", "::before"], [".xp-marks", "::after"], [".xp-notes > li", "::marker"]].map(
  ([what, part]) => getComputedStyle(document.querySelector(what), part).content)"""
BOTH = "So [@paper] it[^1] is.\n\n[^1]: It is."


@pytest.mark.parametrize(
    ("text", "signs"),
    [(BOTH, ['"["', '"]"', '"[" counter(list-item) "] "']), ("So [@paper] it is.", ["none", "none", "normal"])],
)
def test_ours_are_in_brackets_where_a_page_has_both(text: str, signs: list[str], browser: Browser) -> None:
    html = Markdown(extensions=["footnotes", ExplainersExtension(Site(GRAPH))]).convert(text)
    page = browser.new_page()
    page.set_content(f"<style>{CSS}</style><body>{html}")
    assert page.evaluate(SIGNS) == signs
    page.close()
