"""What the search has of a page is made from its record: whole words, and every claim with its speakers."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from explainers.pages import SearchEntry, plan, search_entries
from explainers.prose.site import Site
from tests.graph.records import actor, claim, graph_of, place, record, source, term
from tests.pages.test_named import bare, sites

OTTERS = {
    "statement": "The lake holds {q1} otters.",
    "label": "Otters in the lake",
    "quantities": {"q1": {"of": "otters", "relation": "about", "value": 11000}},
}
SITE = Site(
    graph_of(
        claim("otters", a1={"cites": [{"source": "paper", "exact": "11,000 otters"}]}, **OTTERS),
        actor("mara", "Mara Lind", summary="She counts otters.", also=["M. Lind"]),
        actor("gazette", "The Gazette"),
        place("lake", "Long Lake"),
        source("paper", summary="A report on otters."),
        term("holt", definition="The den of an otter."),
        record(
            "explainer", "how-many", question="How many otters?", answer="See [[otters]].", claims=["otters"],
            sections=[{"heading": "The count", "text": "It was a long day."}],
        ),
    ),
    description="Otters and their lake.",
)  # fmt: skip


def entries(path: str, site: Site = SITE, *, brief: bool = False) -> list[SearchEntry]:
    spec = next(spec for spec in plan(site) if spec.path == path)
    return [*search_entries(spec, site, brief=brief)]


def test_a_claim_is_found_with_its_speakers_and_its_words_with_their_source() -> None:
    said = "Mara Lind said that the lake holds about 11,000 otters."
    passage = "The Gazette: “11,000 otters”"
    assert entries("claims/otters") == [SearchEntry("Otters in the lake, according to Mara Lind", (said, passage))]
    assert entries("claims/otters", brief=True) == [SearchEntry("Otters in the lake, according to Mara Lind", (said,))]


def test_an_explainer_is_found_section_by_section() -> None:
    assert entries("explainers/how-many") == [
        SearchEntry("How many otters?", ("See Otters in the lake (according to Mara Lind).",)),
        SearchEntry("The count", ("It was a long day.",), "the-count"),
    ]


def test_a_term_is_found_in_the_glossary_on_a_large_site_too() -> None:
    for brief in (False, True):
        assert entries("glossary/index", brief=brief)[1:] == [SearchEntry("holt", ("The den of an otter.",), "holt")]


def test_other_records_are_found_by_what_their_editors_wrote() -> None:
    assert entries("actors/mara") == [SearchEntry("Mara Lind", ("She counts otters.", "M. Lind"))]
    assert entries("sources/paper")[0].paragraphs[1:] == ("A report on otters.",)
    assert entries("index") == [SearchEntry("Explainers", ("Otters and their lake.",))]


def test_a_claim_with_hundreds_of_tellings_has_a_short_entry() -> None:
    people = [actor(f"m{n}", f"Speaker {n}") for n in range(300)]
    said = {f"a{n + 1}": {"by": [f"m{n}"], "act": "say" if n % 2 else "report"} for n in range(300)}
    denials = {
        f"a{n + 301}": {"by": [f"m{n}"], "act": "deny", "certainty": ("certain", "probable", "possible")[n % 3]}
        for n in range(300)
    }
    many = Site(graph_of(claim("otters", **said, **denials), *people, actor("gazette"), source("paper")))
    assert len(entries("claims/otters", many)[0].paragraphs[0]) < 2_500


@given(sites())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_entry_has_a_claim_without_its_speaker(site: Site) -> None:
    for spec in plan(site):
        for brief in (False, True):
            for entry in search_entries(spec, site, brief=brief):
                assert bare(entry.title, site.graph) == []
                assert bare(" ".join(entry.paragraphs), site.graph) == []
