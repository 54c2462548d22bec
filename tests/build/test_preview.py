"""While a site is looked at, a page is what a build of the files as they are now would make of it."""

from __future__ import annotations

from pathlib import PurePosixPath
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from explainers.build.check import Inputs
from explainers.build.edited import Edited
from explainers.build.files import record_files
from explainers.build.preview import Preview
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from tests.build.edits import Files
from tests.build.edits import edited as edited_by
from tests.build.files import CLAIM, SMALL
from tests.site.building import ROOT

OURS = record_files(ROOT / "content", ROOT)
OTTERS = "content/claims/otters.yml"
AT_HOME = CLAIM.replace("Otters in the lake", "Otters at home").encode()


def previewed(files: Files) -> Preview:
    """A preview of some files."""
    built = anew(files)
    assert built.made
    return Preview(built, Inputs(files))


def anew(files: Files) -> SiteBuild:
    return build(Settings(root=ROOT, content=ROOT / "content", drafts=True), Inputs(files))


def html(preview: Preview, path: str) -> str:
    return preview.page(path).html


# To make a failing example smaller takes more builds than anyone waits for.
@settings(max_examples=1, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_after_any_edit_every_page_is_the_same_as_in_a_clean_build(random: Random) -> None:
    assert differing_after_edits(OURS, random, edits=4) == []


def differing_after_edits(files: Files, random: Random, *, edits: int) -> list[str]:
    """The pages that a preview makes otherwise than a build does, after edits of which some pages are looked at."""
    preview, found = previewed(files), []
    for _ in range(edits):
        now = edited_by(files, random)
        changed = {path: now.get(path) for path in files | now if now.get(path) != files.get(path)}
        edited = preview.edit(changed)
        if edited and edited.outcome != "shown":
            continue
        if edited is None or edited.broken:
            preview = previewed(now)
        files = now
        built = anew(files)
        assert [*preview.specs] == [page.path for page in built.pages]
        assert not edited or {d.message for d in edited.diagnostics} <= {d.message for d in built.diagnostics}
        expected = {page.path: page.html for page in built.pages}
        # A source and the glossary may be asked for before or after the pages that use them.
        asked = random.sample([*preview.specs], len(preview.specs) // 2)
        found += [path for path in asked if html(preview, path) != expected[path]]
    return found


def test_an_edited_record_is_shown_on_its_page_and_where_it_is_named() -> None:
    preview = previewed(SMALL)
    edited = preview.edit({OTTERS: AT_HOME})
    assert edited == Edited("shown")
    assert "Otters at home" in html(preview, "claims/otters")
    assert "Otters at home" in html(preview, "claims/index")


def test_a_source_knows_at_once_what_cites_it_no_longer_and_what_does_now() -> None:
    other = "content/sources/other.yml"
    preview = previewed(SMALL | {other: SMALL["content/sources/the-paper.yml"].replace(b"Otters at", b"Beavers at")})
    assert "Otters in the lake" in html(preview, "sources/the-paper")
    assert "Otters in the lake" not in html(preview, "sources/other")
    preview.edit({OTTERS: SMALL[OTTERS].replace(b"the-paper", b"other")})
    assert "Otters in the lake" not in html(preview, "sources/the-paper")
    assert "Otters in the lake" in html(preview, "sources/other")


def test_a_figure_collides_on_another_page_as_soon_as_it_is_the_same() -> None:
    other = "content/claims/boats.yml"
    boats = SMALL[OTTERS].replace(b"otters in the lake", b"boats in the lake")
    preview = previewed(SMALL | {other: boats.replace(b"1000", b"40")})
    assert "boats in the lake" not in html(preview, "claims/otters")
    preview.edit({other: boats})
    assert "boats in the lake" in html(preview, "claims/otters")
    preview.edit({other: boats.replace(b"1000", b"40")})
    assert "boats in the lake" not in html(preview, "claims/otters")


def test_a_part_follows_its_whole_into_another_chart() -> None:
    def counting(of: str, number: int = 1000, part_of: str = "") -> bytes:
        relation = f"relation: unqualified\n    part_of: {part_of}" if part_of else "relation: more-than"
        words = {"of: otters in the lake": f"of: {of}", "relation: more-than": relation, "1000": str(number)}
        text = CLAIM
        for before, now in words.items():
            text = text.replace(before, now)
        return text.encode()

    animals = {"content/claims/animals.yml": counting("animals"), OTTERS: counting("beasts")}
    parts = {
        "content/claims/cubs.yml": counting("cubs", 7, part_of="otters#q1"),
        "content/claims/pups.yml": counting("cubs", 40, part_of="animals#q1"),
    }
    preview = previewed(SMALL | animals | parts)
    assert "elsewhere it is <strong>40" not in html(preview, "claims/cubs")
    preview.edit({OTTERS: counting("animals")})
    assert "elsewhere it is <strong>40" in html(preview, "claims/cubs")


def test_an_answer_in_another_claim_comes_and_goes() -> None:
    other = "content/claims/boats.yml"
    plain = CLAIM.replace("by: [mara-lind]\n    act: estimate", "by: [navy]\n    act: deny")
    answer = plain.replace("    cites:", "    answers: otters#a1\n    cites:")
    preview = previewed(SMALL | {other: plain.encode()})
    assert "Navy" not in html(preview, "claims/otters")
    preview.edit({other: answer.encode()})
    assert "Navy" in html(preview, "claims/otters")
    preview.edit({other: plain.encode()})
    assert "Navy" not in html(preview, "claims/otters")


def test_a_claim_with_many_attributions_can_be_edited_again_and_again() -> None:
    rows = "".join(f"  - {{id: a{n}, by: mara-lind, act: say, based_on: a1, cites: the-paper}}\n" for n in range(2, 12))
    preview = previewed(SMALL | {OTTERS: f"{CLAIM}{rows}".encode()})
    for words in ("Otters at home", "Otters at sea"):
        assert preview.edit({OTTERS: f"{CLAIM}{rows}".replace("Otters in the lake", words).encode()}) == Edited("shown")
        assert words in html(preview, "claims/otters")


def test_a_broken_record_is_shown_as_it_was() -> None:
    preview = previewed(SMALL)
    before = html(preview, "claims/otters")
    edited = preview.edit({OTTERS: CLAIM.replace("type: measurement", "type: rumour").encode()})
    assert edited
    assert (edited.outcome, [d.code for d in edited.diagnostics]) == ("last good", ["wrong-value"])
    assert html(preview, "claims/otters") == before


def test_a_record_that_was_never_good_is_not_said_to_be_shown() -> None:
    preview = previewed(SMALL)
    new = str(PurePosixPath(OTTERS).with_name("new.yml"))
    edited = preview.edit({new: b"{", OTTERS: b"{"})
    assert edited
    assert (sorted(edited.broken), edited.unseen) == ([new, OTTERS], (new,))


def test_a_mended_record_is_shown_again() -> None:
    preview = previewed(SMALL)
    preview.edit({OTTERS: b"{"})
    assert preview.edit({OTTERS: AT_HOME}) == Edited("shown")
    assert "Otters at home" in html(preview, "claims/otters")


def test_a_file_that_was_saved_without_a_change_is_no_edit() -> None:
    preview = previewed(SMALL)
    assert preview.edit({OTTERS: SMALL[OTTERS]}) is None


def test_a_record_that_comes_or_goes_has_a_page_or_none() -> None:
    preview = previewed(SMALL)
    new = str(PurePosixPath(OTTERS).with_name("new.yml"))
    edited = preview.edit({new: AT_HOME})
    assert edited
    assert (edited.outcome, [spec.path for spec in edited.came], edited.went) == ("shown", ["claims/new"], ())
    assert "Otters at home" in html(preview, "claims/new")
    assert "Otters at home" in html(preview, "claims/index")
    gone = preview.edit({new: None})
    assert gone
    assert [spec.path for spec in gone.went] == ["claims/new"]
    assert "Otters at home" not in html(preview, "claims/index")
    last = preview.edit({OTTERS: None})
    assert last
    assert (last.outcome, [spec.path for spec in last.went]) == ("whole", []), "a site without claims has other lists"


def test_a_draft_is_shown_and_says_so_until_it_is_none() -> None:
    preview = previewed(SMALL)
    new = str(PurePosixPath(OTTERS).with_name("new.yml"))
    edited = preview.edit({new: AT_HOME + b"status: draft\n"})
    assert edited
    assert [spec.title for spec in edited.came] == ["Draft: Otters at home, according to Mara Lind"]
    for path in ("claims/new", "claims/index", "index"):
        assert "Draft: Otters at home" in html(preview, path), path
    assert preview.edit({new: AT_HOME.replace(b"home", b"rest") + b"status: draft\n"}) == Edited("shown")
    assert "Draft: Otters at rest" in html(preview, "index")
    assert preview.edit({new: AT_HOME})
    for path in ("claims/new", "claims/index", "index"):
        assert "raft" not in html(preview, path), path


def test_a_record_that_went_is_reported_where_it_is_named() -> None:
    preview = previewed(SMALL)
    edited = preview.edit({"content/actors/mara-lind.yml": None})
    assert edited
    assert "no record has the id `mara-lind`" in {d.message for d in edited.diagnostics}


def test_what_leads_from_old_addresses_is_for_a_whole_build() -> None:
    preview = previewed(SMALL)
    assert preview.edit({OTTERS: SMALL[OTTERS] + b"formerly: [beavers]\n"}) == Edited("whole")


def test_a_site_that_could_not_be_taken_in_is_as_it_was() -> None:
    preview = previewed(SMALL)
    preview.edit({OTTERS: SMALL[OTTERS] + b"formerly: [beavers]\n"})
    preview.edit({OTTERS: AT_HOME})
    assert "Otters at home" in html(preview, "claims/otters")


def test_for_a_whole_build_a_record_with_mistakes_is_as_it_was_last_good() -> None:
    preview = previewed(SMALL)
    files, diagnostics = preview.last_good(SMALL | {OTTERS: b"{", "content/claims/new.yml": b"{"})
    assert files == SMALL | {"content/claims/new.yml": b"{"}
    assert {d.span.path for d in diagnostics} == {OTTERS}
