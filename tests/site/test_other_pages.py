"""Pages that are not made from records: read once, as the site's own set-up converts them, and where it puts them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.site.building import Built, build, new_site
from tests.site.other_team import FILES

SETTINGS = (
    "site_name: Northport\nsite_url: https://example.org/\ntheme: {{name: material, font: false}}\nplugins: [{}]\n"
)
PLAIN = SETTINGS.format("search, explainers")
BLOG = SETTINGS.format("search, blog, explainers")
PLACE = re.compile(r"--> (docs/\S+|inc/\S+)")


def site(folder: Path, settings: str, files: Mapping[str, str]) -> Path:
    return new_site(folder / "project", {**FILES, "mkdocs.yml": settings, **files})


def places(said: str) -> list[str]:
    """Where outside the records something was told."""
    return sorted(set(PLACE.findall(said)))


def checked(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """`explainers check`, run where an editor stands."""
    command = [sys.executable, "-m", "explainers", "check", *options]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=120, check=False)


def links(built: Built, address: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', built.page(address))


EXTENDED = (
    PLAIN
    + """markdown_extensions:
  - admonition
  - pymdownx.superfences
  - pymdownx.details
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.snippets: {base_path: [inc]}
hooks: [made.py]
"""
)
HOOK = """from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "made.md", content="# Made\\n\\nSee [[no-such-made]].\\n"))
    return files
"""
ODD = {
    "made.py": HOOK,
    "inc/part.txt": "A part.\n\nOf [[no-such-part]].\n",
    "docs/code.md": "# Code\n\n!!! note\n\n    ``` bash\n    if [[ -d x ]]; then echo '[@nobody]'; fi\n    ```\n\n"
    "$a_{[[1]]}$\n",
    "docs/list.md": "# List\n\n1. Do:\n\n    ~~~ bash\n    if [[ -f x ]]; then ls; fi\n    ~~~\n",
    "docs/tab.md": '# Tab\n\n=== "One"\n\n    Of [[no-such-tab]] [@council-notice].\n\n'
    '??? note "More"\n\n    So [@no-such-note].\n',
    "docs/part.md": '# Part\n\n--8<-- "part.txt"\n',
}
WRONG = ["docs/made.md:3:7", "docs/tab.md:5:10", "docs/tab.md:9:10", "inc/part.txt:3:6"]


def test_mistakes_are_those_of_the_conversion_that_makes_the_page(tmp_path: Path) -> None:
    project = site(tmp_path, EXTENDED, ODD)
    built, found = build(project), checked(project, "--plugins")
    assert built.status == 0, built.said
    assert places(built.said) == places(found.stdout) == WRONG
    assert (found.returncode, found.stderr) == (1, "")
    # What is used in a tab is used.
    assert "../../tab/#ref-1-a" in links(built, "sources/council-notice/")
    assert "if [[ -d x ]]; then echo" in re.sub(r"<[^>]+>", "", built.page("code/"))


@pytest.mark.parametrize("hidden", ["exclude_docs", "draft_docs"])
def test_a_page_that_is_not_published_is_not_read(tmp_path: Path, hidden: str) -> None:
    draft = "# Draft\n\nSo [@council-notice]. See [[no-such-record]].\n"
    project = site(tmp_path, f"{PLAIN}{hidden}: later/\n", {"docs/later/draft.md": draft})
    built = build(project)
    assert built.status == 0, built.said
    assert places(built.said) == places(checked(project).stdout) == []
    assert not [link for link in links(built, "sources/council-notice/") if "later" in link]


EVIL = """{}hooks: [evil.py]
extra:
  ran: !!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path [ran]]
  named: !!python/name:evil.ran
"""


def test_check_runs_nothing_of_the_repository_unless_it_is_told_to(tmp_path: Path) -> None:
    code = "from pathlib import Path\n\nPath(__file__).with_name('ran').touch()\nran = 1\n"
    files = {"evil.py": code, "docs/a.md": "# A\n\nOf [[no-such-record]].\n"}
    project = site(tmp_path, EVIL.format(SETTINGS.format("search, explainers, no-such-plugin")), files)
    found = checked(project)
    assert places(found.stdout) == ["docs/a.md:3:6"]
    assert found.stderr == (
        "pages as `no-such-plugin`, `evil.py` would make or change them were not checked: "
        "use --plugins where you trust these\n"
    )
    assert not (project / "ran").exists()


def test_check_reads_pages_with_the_functions_that_settings_name(tmp_path: Path) -> None:
    fenced = "  - pymdownx.superfences:\n      custom_fences:\n        - name: mermaid\n          class: mermaid\n"
    named = "          format: !!python/name:pymdownx.superfences.fence_code_format\n"
    page = "# A\n\n``` mermaid\nA[[no-such]] --> B\n```\n\n[[no-such-record]]\n"
    project = site(tmp_path, f"{PLAIN}markdown_extensions:\n{fenced}{named}", {"docs/a.md": page})
    assert places(checked(project).stdout) == ["docs/a.md:7:3"]


def test_a_page_is_named_where_the_engine_puts_it(tmp_path: Path) -> None:
    files = {"docs/guide/README.md": "# Our guide\n\nSo [@council-notice].\n"}
    built = build(site(tmp_path, f"{PLAIN}use_directory_urls: false\nnav: [{{Reading: guide/README.md}}]\n", files))
    html = built.page("sources/council-notice.html")
    assert '<a href="../guide/index.html#ref-1-a">' in html
    # The name that the navigation gives it.
    assert ">Reading</a>" in html


def test_a_readme_takes_the_place_of_a_page_of_ours(tmp_path: Path) -> None:
    files = {"docs/README.md": "# Our own home\n", "docs/claims/README.md": "# Our own list\n"}
    built = build(site(tmp_path, PLAIN, files))
    assert "Our own home" in built.page("")
    assert "Our own list" in built.page("claims/")
    assert "WARNING" not in built.said
    assert ".md" not in "".join(links(built, "claims/homes-without-power/"))


POST = """---
date: 2024-03-05
---
# Lights out

A cut [@council-notice]. See [[homes-without-power]], as @council-notice has it.

<!-- more -->

More [@council-notice].
"""


def test_a_post_has_its_notes_and_what_lists_it_shows_an_extract_without_them(tmp_path: Path) -> None:
    built = build(site(tmp_path, BLOG, {"docs/blog/index.md": "# Blog\n", "docs/blog/posts/one.md": POST}))
    assert built.status == 0, built.said
    assert "../../blog/2024/03/05/lights-out/#ref-1-a" in links(built, "sources/council-notice/")
    assert "../../../../../claims/homes-without-power/" in links(built, "blog/2024/03/05/lights-out/")
    extract = built.page("blog/").partition('<article class="md-post')[2].partition("</article>")[0]
    assert 'A cut. See <a href="../claims/homes-without-power/">' in extract
    assert 'as <a href="../sources/council-notice/">' in extract
    assert "#note-" not in extract


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (SETTINGS.format("search, explainers, no-such-plugin"), "no-such-plugin"),
        (f"{PLAIN}hooks: [fault.py]\n", "no such luck"),
        (f"{PLAIN}markdown_extensions: [no.such.extension]\n", "no.such.extension"),
    ],
)
def test_pages_that_cannot_be_converted_are_reported_plainly(tmp_path: Path, settings: str, said: str) -> None:
    hook = "def on_page_markdown(markdown, **kwargs):\n    raise ValueError('no such luck')\n"
    found = checked(site(tmp_path, settings, {"docs/a.md": "# A\n", "fault.py": hook}), "--plugins")
    assert found.returncode == 2
    assert "the pages cannot be converted" in found.stderr
    assert said in found.stderr
    assert "Traceback" not in found.stderr


def test_pages_are_converted_where_no_site_is_set_up_yet(tmp_path: Path) -> None:
    project = site(tmp_path, PLAIN, {"docs/a.md": "# A\n\nOf [[no-such-record]].\n"})
    (project / "mkdocs.yml").unlink()
    assert places(checked(project).stdout) == ["docs/a.md:3:6"]
