"""While a site is looked at, a page is what a build of the files as they are now would make of it."""

from __future__ import annotations

from pathlib import PurePosixPath
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from explainers.build.cache import Cache
from explainers.build.check import Inputs
from explainers.build.preview import Edited, Preview
from explainers.build.site import Built, build
from tests.build.edits import Files, more_words, other_value, without_a_part
from tests.build.files import CLAIM, FILES
from tests.build.test_cache import OURS, SETTINGS

SMALL = {path: text.encode() for path, text in FILES.items()}
OTTERS = "content/claims/otters.yml"


def previewed(files: Files) -> tuple[Preview, dict[str, str]]:
    """A preview of some files, and the HTML of their pages."""
    cache, found = Cache(), Inputs(files)
    built = build(SETTINGS, found, cache=cache)
    return Preview(built.site, built.documents, found, cache), pages(built)


def pages(built: Built) -> dict[str, str]:
    return {page.path: page.html for page in built.pages}


def html(preview: Preview, path: str) -> str:
    """A page that is another than it was."""
    page = preview.page(path)
    assert page is not None
    return page.html


def anew(files: Files) -> Built:
    return build(SETTINGS, Inputs(files))


# To make a failing example smaller takes more builds than anyone waits for.
@settings(max_examples=1, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_after_any_edit_every_page_is_the_same_as_in_a_site_built_anew(random: Random) -> None:
    preview, shown = previewed(OURS)
    files = dict(OURS)
    for _ in range(4):
        now = dict(files)
        random.choice([other_value, other_value, more_words, without_a_part])(now, random)
        [path] = [path for path in now if now[path] != files[path]] or [""]
        edited = preview.edit(path, now[path]) if path else None
        if edited is None or edited.outcome != "shown":
            continue
        files = now
        built = anew(files)
        asked = [*shown]
        random.shuffle(asked)
        shown |= {path: page.html for path in asked if (page := preview.page(path))}
        assert [path for path, html in pages(built).items() if shown[path] != html] == []
        assert {file.path: file.data for file in preview.files()} == {file.path: file.data for file in built.files}
        assert edited.diagnostics == () or {d.message for d in edited.diagnostics} <= {
            d.message for d in built.diagnostics
        }


def test_an_edited_record_is_shown_on_its_page_and_where_it_is_named() -> None:
    preview, _ = previewed(SMALL)
    edited = preview.edit(OTTERS, CLAIM.replace("Otters in the lake", "Otters at home").encode())
    assert edited == Edited("shown")
    assert "Otters at home" in html(preview, "claims/otters")
    assert "Otters at home" in html(preview, "claims/index")
    assert preview.page("actors/navy") is None
    assert preview.page("claims/otters") is None


def test_a_broken_record_is_shown_as_it_was() -> None:
    preview, _ = previewed(SMALL)
    edited = preview.edit(OTTERS, CLAIM.replace("type: measurement", "type: rumour").encode())
    assert edited
    assert (edited.outcome, [d.code for d in edited.diagnostics]) == ("last good", ["wrong-value"])
    assert preview.page("claims/otters") is None


def test_a_mended_record_is_shown_again() -> None:
    preview, _ = previewed(SMALL)
    preview.edit(OTTERS, b"{")
    assert preview.edit(OTTERS, CLAIM.replace("Otters in the lake", "Otters at home").encode()) == Edited("shown")
    assert "Otters at home" in html(preview, "claims/otters")


def test_a_file_that_was_saved_without_a_change_is_no_edit() -> None:
    preview, _ = previewed(SMALL)
    assert preview.edit(OTTERS, SMALL[OTTERS]) is None


def test_what_changes_who_has_a_page_is_for_a_whole_build() -> None:
    outcomes = {
        name: edited.outcome if (edited := previewed(SMALL)[0].edit(path, data)) else ""
        for name, path, data in (
            ("new", str(PurePosixPath(OTTERS).with_name("new.yml")), SMALL[OTTERS]),
            ("draft", OTTERS, SMALL[OTTERS] + b"status: draft\n"),
            ("withdrawn", OTTERS, SMALL[OTTERS] + b"status: withdrawn\nreason: It was wrong.\n"),
            ("old id", OTTERS, SMALL[OTTERS] + b"formerly: [beavers]\n"),
        )
    }
    assert {*outcomes.values()} == {"whole"}, outcomes
