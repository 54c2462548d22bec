"""While a site is looked at, a page is what a build of the files as they are now would make of it."""

from __future__ import annotations

from pathlib import PurePosixPath
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from explainers.build.cache import Cache
from explainers.build.check import Inputs
from explainers.build.edited import Edited
from explainers.build.preview import Preview
from explainers.build.site import Built, build
from explainers.exports import ExportedFile
from tests.build.edits import Files
from tests.build.edits import edited as edited_by
from tests.build.files import CLAIM, FILES
from tests.build.test_cache import OURS, SETTINGS

SMALL = {path: text.encode() for path, text in FILES.items()}
OTTERS = "content/claims/otters.yml"


def previewed(files: Files) -> tuple[Preview, dict[str, str], dict[str, ExportedFile | None]]:
    """A preview of some files, the HTML of their pages, and the files of their records by the same paths."""
    cache, found = Cache(), Inputs(files)
    built = build(SETTINGS, found, cache=cache)
    data = {made.page.path: made.data for made in built.made}
    return Preview(built.site, built.documents, found, cache), pages(built), data


def pages(built: Built) -> dict[str, str]:
    return {page.path: page.html for page in built.pages}


def html(preview: Preview, path: str) -> str:
    """A page that is another than it was."""
    found = preview.page(path)
    assert found is not None
    return found.page.html


def anew(files: Files) -> Built:
    return build(SETTINGS, Inputs(files))


# To make a failing example smaller takes more builds than anyone waits for.
@settings(max_examples=1, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_after_any_edit_every_page_is_the_same_as_in_a_site_built_anew(random: Random) -> None:
    preview, shown, data = previewed(OURS)
    files = dict(OURS)
    for _ in range(4):
        now = edited_by(files, random)
        changed = {path: now.get(path) for path in files | now if now.get(path) != files.get(path)}
        edited = preview.edit(changed)
        if edited is None or edited.outcome != "shown" or edited.broken:
            if edited and edited.outcome != "shown":
                continue
            preview, shown, data = previewed(now)
            files = now
            continue
        files = now
        built = anew(files)
        for job in edited.went:
            del shown[job.path]
        asked = [*preview.jobs]
        random.shuffle(asked)
        own = {made.page.path: made.data for made in built.made}
        # The file of a record may be asked for before its page, and after a page that lists what others use.
        for path in asked[::3]:
            if found := preview.glance(path):
                data[path] = found.data
        assert [path for path in asked[::3] if data.get(path) != own[path]] == []
        for path in asked:
            if found := preview.page(path):
                shown[path], data[path] = found.page.html, found.data
        assert sorted(shown) == sorted(pages(built))
        assert [path for path, html in pages(built).items() if shown[path] != html] == []
        assert [m.page.path for m in built.made if data[m.page.path] != m.data] == []
        assert edited.diagnostics == () or {d.message for d in edited.diagnostics} <= {
            d.message for d in built.diagnostics
        }


def test_an_edited_record_is_shown_on_its_page_and_where_it_is_named() -> None:
    preview, *_ = previewed(SMALL)
    edited = preview.edit({OTTERS: CLAIM.replace("Otters in the lake", "Otters at home").encode()})
    assert edited == Edited("shown")
    assert "Otters at home" in html(preview, "claims/otters")
    assert "Otters at home" in html(preview, "claims/index")
    assert preview.page("actors/navy") is None
    assert preview.page("claims/otters") is None


def test_a_broken_record_is_shown_as_it_was() -> None:
    preview, *_ = previewed(SMALL)
    edited = preview.edit({OTTERS: CLAIM.replace("type: measurement", "type: rumour").encode()})
    assert edited
    assert (edited.outcome, [d.code for d in edited.diagnostics]) == ("last good", ["wrong-value"])
    assert preview.page("claims/otters") is None


def test_a_mended_record_is_shown_again() -> None:
    preview, *_ = previewed(SMALL)
    preview.edit({OTTERS: b"{"})
    assert preview.edit({OTTERS: CLAIM.replace("Otters in the lake", "Otters at home").encode()}) == Edited("shown")
    assert "Otters at home" in html(preview, "claims/otters")


def test_a_file_that_was_saved_without_a_change_is_no_edit() -> None:
    preview, *_ = previewed(SMALL)
    assert preview.edit({OTTERS: SMALL[OTTERS]}) is None


def test_a_record_that_comes_or_goes_has_a_page_or_none() -> None:
    preview, *_ = previewed(SMALL)
    new = str(PurePosixPath(OTTERS).with_name("new.yml"))
    edited = preview.edit({new: CLAIM.replace("Otters in the lake", "Otters at home").encode()})
    assert edited
    assert (edited.outcome, [job.path for job in edited.came], edited.went) == ("shown", ["claims/new"], ())
    assert "Otters at home" in html(preview, "claims/new")
    assert "Otters at home" in html(preview, "claims/index")
    gone = preview.edit({new: None})
    assert gone
    assert [job.path for job in gone.went] == ["claims/new"]
    assert "Otters at home" not in html(preview, "claims/index")
    draft = preview.edit({OTTERS: SMALL[OTTERS] + b"status: draft\n"})
    assert draft
    assert (draft.outcome, [job.path for job in draft.went]) == ("whole", []), "a site without claims has other lists"


def test_a_record_that_went_is_told_where_it_is_named() -> None:
    preview, *_ = previewed(SMALL)
    edited = preview.edit({"content/actors/mara-lind.yml": None})
    assert edited
    assert "no record has the id `mara-lind`" in {d.message for d in edited.diagnostics}


def test_what_leads_from_old_addresses_is_for_a_whole_build() -> None:
    preview, *_ = previewed(SMALL)
    assert preview.edit({OTTERS: SMALL[OTTERS] + b"formerly: [beavers]\n"}) == Edited("whole")


def test_a_site_that_could_not_be_taken_in_is_as_it_was() -> None:
    preview, *_ = previewed(SMALL)
    preview.edit({OTTERS: SMALL[OTTERS] + b"formerly: [beavers]\n"})
    preview.edit({OTTERS: CLAIM.replace("Otters in the lake", "Otters at home").encode()})
    assert "Otters at home" in html(preview, "claims/otters")


def test_for_a_whole_build_a_record_with_mistakes_is_as_it_was_last_good() -> None:
    preview, *_ = previewed(SMALL)
    files, diagnostics = preview.last_good(SMALL | {OTTERS: b"{", "content/claims/new.yml": b"{"})
    assert files == SMALL | {"content/claims/new.yml": b"{"}
    assert {d.span.path for d in diagnostics} == {OTTERS}


def test_what_goes_while_the_first_edit_is_prepared_is_left_out() -> None:
    total = len([*previewed(SMALL)[0].warm()])
    for done in range(total):
        preview = previewed(SMALL)[0]
        steps = preview.warm()
        for _ in range(done):
            next(steps)
        edited = preview.edit({"content/actors/navy.yml": None, "content/places/long-lake.yml": None})
        assert edited
        assert edited.went
        # One step for each kind of record; that of places has none left.
        assert done + len([*steps]) in {total - 1, total}
