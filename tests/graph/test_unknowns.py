"""What could not be established, claim by claim, and what several claims share."""

from __future__ import annotations

from typing import Any

import pytest

from explainers.graph.unknowns import Unknown, unknowns
from explainers.graph.unknowns_folded import under_heads
from explainers.kinds.claim.model import Claim
from tests.graph.records import DATE, actor, claim, claim_of, graph_of, read_in, source

KNOWN = {"said": DATE, "based_on": ["own-observation"]}
OTHERS = [
    actor("mara"),
    actor("insider", named=False),
    actor("gazette"),
    source("paper", role="primary"),
    source("copy"),
    source("part", role="primary", seen="excerpt"),
    source("unread", role="primary", seen="cited-only"),
]


def all_of(*more: Any, gaps: tuple[Any, ...] = (), **said: Any) -> list[Unknown]:
    graph = graph_of(claim(gaps=gaps, **said), *OTHERS, *more)
    return unknowns([claim_of(graph)], graph)


def found(*more: Any, gaps: tuple[Any, ...] = (), **said: Any) -> list[tuple[str, tuple[str, ...]]]:
    """The kinds, with whom or what they are about."""
    return [(u.kind, (u.words,) if u.words else u.actors or u.sources) for u in all_of(*more, gaps=gaps, **said)]


def test_a_claim_that_is_well_known_has_nothing_unknown() -> None:
    assert found(a1=KNOWN) == []


def test_a_speaker_whom_no_one_names_and_who_tells_of_it() -> None:
    [unknown] = all_of(a1=KNOWN, a2={"by": ["insider"], **KNOWN})
    assert (unknown.kind, unknown.actors, unknown.through) == ("unnamed-speaker", ("insider",), ("gazette",))


def test_who_rests_on_an_unnamed_speaker_in_the_same_text_tells_of_it() -> None:
    told = all_of(a1=KNOWN | {"based_on": ["a2"]}, a2={"by": ["insider"], **KNOWN})
    assert [(u.kind, u.through) for u in told] == [("unnamed-speaker", ("mara",))]


def test_an_origin_without_a_stated_basis() -> None:
    assert found(a1=KNOWN | {"based_on": ["not-stated"]}) == [("no-stated-basis", ("mara",))]


def test_who_rests_on_another_has_a_basis() -> None:
    assert found(a1=KNOWN, a2=KNOWN | {"by": ["gazette"], "based_on": ["a1"]}) == []


def test_a_step_back_that_no_text_states() -> None:
    [unknown] = all_of(a1=KNOWN, a2=KNOWN | {"by": ["gazette"], "based_on": ["a1"], "basis": "inferred"})
    assert (unknown.kind, unknown.actors, unknown.through) == ("inferred-link", ("gazette",), ("mara",))
    assert (unknown.sources, unknown.beyond, unknown.at) == (("paper",), ("paper",), "rain#a2")


def test_dates_that_are_unknown_or_inferred_each_actor_once() -> None:
    inferred = KNOWN | {"said": {"edtf": "2024", "basis": "inferred"}}
    undated = KNOWN | {"said": {"basis": "unknown"}, "stance": "denies"}
    assert found(a1=inferred, a2=inferred, a3=undated, a4=undated) == [
        ("inferred-date", ("mara",)),
        ("no-date", ("mara",)),
    ]


def test_what_a_publisher_says_itself_has_the_date_of_its_page() -> None:
    assert found(a1=KNOWN | {"by": ["gazette"], "said": None}) == []


@pytest.mark.parametrize("stance", ["affirms", "denies", "declines"])
def test_where_the_record_gives_no_date_the_pages_date_is_the_last_day_and_nothing_is_unknown(stance: str) -> None:
    assert found(a1=KNOWN, a2=KNOWN | {"said": None, "stance": stance, "act": "say"}) == []


def test_a_refusal_needs_no_date() -> None:
    inferred = {"edtf": "2024-11-12", "basis": "inferred"}
    refusal = {"by": ["gazette"], "act": "decline"}
    assert found(a1=KNOWN, a2=refusal | {"said": {"basis": "unknown"}}, a3=refusal | {"as_of": inferred}) == []


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ({"act": "deny", "answers": ["a1"]}, "none"),
        ({"act": "deny"}, "denies"),
        ({"statement": "The lake is low."}, "none"),
        ({}, "none"),
    ],
)
def test_a_date_is_that_of_a_denial_only_where_the_claim_itself_is_denied(said: dict[str, Any], stance: str) -> None:
    dated = {"said": {"edtf": "2024-11-12", "basis": "inferred"}}
    assert [u.stance for u in all_of(a1=KNOWN, a2=KNOWN | dated | said) if u.kind == "inferred-date"] == [stance]


def test_a_day_on_which_more_than_the_claim_was_said_is_one() -> None:
    dated = {"said": {"edtf": "2024-11-12", "basis": "inferred"}}
    said = all_of(a1=KNOWN | dated, a2=KNOWN | dated | {"statement": "The lake is low."})
    assert len({u.facts for u in said if u.kind == "inferred-date"}) == 1


def test_a_silence_has_no_date_and_no_basis_but_is_a_gap() -> None:
    looked = {"by": ["gazette"], "stance": "no-position-found", "as_of": {"edtf": "2024-11-12", "basis": "inferred"}}
    [unknown] = all_of(a1=KNOWN, a2=looked)
    assert (unknown.kind, unknown.actors, unknown.edtf, unknown.inferred) == (
        "no-position",
        ("gazette",),
        "2024-11-12",
        True,
    )


def test_nothing_is_unknown_of_a_silence_that_was_broken() -> None:
    silence = {"by": ["gazette", "mara"], "stance": "no-position-found", "as_of": DATE, "cites": []}
    assert found(a1=KNOWN, a2=silence) == [("no-position", ("gazette",))]
    assert found(a1=KNOWN | {"speaks_for": "gazette"}, a2=silence) == []


def heads(*more: Any, **said: Any) -> list[tuple[str, int]]:
    return [(group.head, group.count) for group in under_heads(all_of(*more, **said))]


def test_only_a_recorded_search_is_looked_for() -> None:
    search = {"looked_in": "the reports", "as_of": DATE}
    silence = {"by": ["gazette"], "stance": "no-position-found", "as_of": DATE, "cites": []}
    assert heads(a1=KNOWN, a2=silence, gaps=("Who counted.",)) == [("left-open", 2)]
    assert heads(a1=KNOWN, a2=silence | search, gaps=({"text": "Who counted.", **search},)) == [("looked-for", 2)]


def test_who_passes_on_without_naming_a_source_has_no_ground_that_is_missing() -> None:
    relay = {"by": ["gazette"], "act": "relay", "said": DATE}
    assert found(a1=KNOWN, a2=relay) == [("origin-not-named", ("gazette",))]
    assert found(a1=KNOWN, a2=relay | {"based_on": ["a1"]}) == []
    assert found(a1=KNOWN, a2=relay | {"said_in": "part"}) == []
    assert found(a1=KNOWN, a2=relay | {"stance": "affirms"}) == [("no-recorded-basis", ("gazette",))]
    written = relay | {"stance": "affirms", "based_on": ["not-stated"]}
    assert found(a1=KNOWN, a2=written) == [("no-stated-basis", ("gazette",))]


def test_where_a_news_page_has_a_figure_from_is_not_known() -> None:
    counted = {"type": "measurement", "a1": {"by": ["daily"], "act": "report"}}
    graph = graph_of(
        claim(**counted), *OTHERS, actor("daily", kind="media-organisation"), source("paper", publisher="daily")
    )
    assert [(u.kind, u.actors) for u in unknowns(graph.of(Claim), graph)] == [("origin-not-named", ("daily",))]


@pytest.mark.parametrize("act", ["rule", "order", "promise"])
def test_what_needs_no_ground_has_none_that_is_missing(act: str) -> None:
    assert found(a1={"said": DATE, "act": act}) == []


def test_an_inferred_step_names_the_text_in_which_it_was_said() -> None:
    base = KNOWN | {"said_in": "unread"}
    [link] = all_of(a1=base, a2=KNOWN | {"based_on": ["a1"], "basis": "inferred"})
    assert (link.kind, link.sources, link.beyond) == ("inferred-link", ("paper",), ("unread",))


def test_words_that_were_found_changed_were_looked_up() -> None:
    assert found(a1=KNOWN | {"mode": "quotation", "quote_status": "found-changed", "cites": read_in("paper")}) == []


def test_what_is_read_in_no_primary_source() -> None:
    [unknown] = all_of(a1=KNOWN | {"cites": read_in("copy")})
    assert (unknown.kind, unknown.actors, unknown.sources) == ("no-primary-source", ("mara",), ("copy",))
    assert found(a1=KNOWN | {"cites": read_in("unread")}) == [
        ("no-primary-source", ("mara",)),
        ("unread-source", ("unread",)),
    ]
    assert found(a1=KNOWN | {"cites": read_in("copy", "paper")}) == []


def test_each_origin_has_the_texts_in_which_it_was_read_and_no_others() -> None:
    ones = {"a1": KNOWN | {"cites": read_in("copy")}, "a2": KNOWN | {"by": ["gazette"], "cites": read_in("far")}}
    told = all_of(source("far", publisher="mara"), **ones)
    assert [(u.actors, u.sources) for u in told] == [(("mara",), ("copy",)), (("gazette",), ("far",))]


def test_who_speaks_without_a_name_is_not_asked_what_it_rests_on() -> None:
    said = KNOWN | {"by": ["insider"], "based_on": ["not-stated"]}
    assert found(a1=said) == [("unnamed-speaker", ("insider",))]


def test_the_nearest_text_is_the_one_at_the_end_of_the_chain() -> None:
    said = KNOWN | {"cites": read_in("copy")}
    [unknown] = all_of(source("far"), a1=said, a2=said | {"based_on": ["a1"], "cites": read_in("far")})
    assert unknown.sources == ("copy",)


@pytest.mark.parametrize(
    ("ways", "nearest"),
    [
        (("rewrites", "translates"), ("other",)),
        (("translates", "rewrites"), ("one",)),
        (("quotes", "translates"), ("one", "other")),
        (("cites", None), ("one",)),
    ],
)
def test_of_two_texts_at_one_step_a_translation_is_nearer_than_a_rewriting(
    ways: tuple[str, str | None], nearest: tuple[str, ...]
) -> None:
    made = [[{"source": "speech", "how": how}] if how else [] for how in ways]
    texts = [source(id, derived_from=steps) for id, steps in zip(("one", "other"), made, strict=True)]
    tellings = {f"a{n}": KNOWN | {"cites": read_in(id)} for n, id in enumerate(("one", "other"), 1)}
    [unknown] = all_of(*texts, source("speech", seen="cited-only"), **tellings)
    assert (unknown.kind, unknown.sources) == ("no-primary-source", nearest)


def test_a_speakers_own_text_is_where_the_chain_should_end() -> None:
    said = KNOWN | {"by": ["gazette"], "cites": read_in("copy")}
    assert found(a1=said) == []
    assert found(a1=said | {"based_on": ["a2"]}, a2=said | {"by": ["mara"]}) == [("no-primary-source", ("mara",))]


def test_a_primary_source_at_the_origin_is_enough_in_another_claim_too() -> None:
    told = KNOWN | {"by": ["gazette"], "cites": read_in("copy"), "based_on": ["snow#a1"]}
    assert found(claim("snow", a1=KNOWN), a1=told) == []


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ({"mode": "quotation", "quote_status": "found-upstream"}, []),
        ({"mode": "quotation", "quote_status": "not-found-upstream"}, ["quotation-not-found"]),
        ({"mode": "translated-quotation", "quote_status": "not-checked"}, ["quotation-not-checked"]),
        ({"mode": "quotation"}, []),
        ({"mode": "quotation", "cites": read_in("copy")}, ["no-primary-source", "quotation-not-checked"]),
        ({"mode": "paraphrase", "quote_status": "not-checked"}, []),
    ],
)
def test_quotations_that_were_not_found_nearer_to_the_speaker(said: dict[str, Any], kinds: list[str]) -> None:
    assert [kind for kind, _ in found(a1=KNOWN | said)] == kinds


def test_a_source_read_in_part_and_one_known_only_from_others() -> None:
    told = all_of(a1=KNOWN | {"cites": read_in("part", "unread")})
    assert [(u.kind, u.sources, u.beyond) for u in told] == [
        ("part-read-source", ("part",), ()),
        ("unread-source", ("unread",), ("part",)),
    ]


@pytest.mark.parametrize(
    ("step", "attributions_named"),
    [
        ({}, ("part", "named")),
        ({"basis": "inferred"}, ("part",)),
        ({"credited": False}, ("part",)),
    ],
)
def test_a_text_that_we_only_conclude_to_be_made_from_another_does_not_tell_of_it(
    step: dict[str, Any], attributions_named: tuple[str, ...]
) -> None:
    made = source("named", derived_from=[{"source": "unread", "how": "rewrites"} | step])
    told = all_of(made, a1=KNOWN | {"cites": read_in("part", "unread")})
    [unread] = [u for u in told if u.kind == "unread-source"]
    assert set(unread.beyond) == set(attributions_named)


def test_the_editors_own_gaps() -> None:
    assert found(a1=KNOWN, gaps=("Who counted, nobody says.",)) == [("gap", ("Who counted, nobody says.",))]


def test_a_circle_does_not_hang() -> None:
    said = KNOWN | {"cites": read_in("copy")}
    kinds = [kind for kind, _ in found(a1=said | {"based_on": ["a2"]}, a2=said | {"based_on": ["a1"]})]
    assert kinds == ["no-recorded-basis", "no-primary-source"]


def test_an_id_without_a_record_is_not_told_of() -> None:
    lost = KNOWN | {"by": ["nobody"], "based_on": ["not-stated"], "said": None}
    assert {actor for u in all_of(a1=lost) for actor in u.actors} == set()


def shared(*claims: Any) -> list[tuple[str, int, list[tuple[tuple[str, ...], list[str]]]]]:
    """What some claims share, head by head: the count, and whom and which claims each sentence is about."""
    graph = graph_of(*claims, *OTHERS)
    return [
        (group.head, group.count, [(fold.unknown.actors, [c.id for c in fold.claims]) for fold in group.folds])
        for group in under_heads(unknowns(graph.of(Claim), graph))
    ]


GROUNDLESS = KNOWN | {"based_on": ["not-stated"]}


def test_what_several_claims_share_is_reported_once() -> None:
    assert shared(claim("rain", a1=GROUNDLESS), claim("snow", a1=GROUNDLESS)) == [
        ("no-stated-basis", 2, [(("mara",), ["rain", "snow"])])
    ]


def test_several_actors_on_the_same_claims_are_told_of_together() -> None:
    both = {"a1": GROUNDLESS, "a2": GROUNDLESS | {"by": ["gazette"]}}
    assert shared(claim("rain", **both), claim("snow", **both)) == [
        ("no-stated-basis", 4, [(("mara", "gazette"), ["rain", "snow"])])
    ]


def test_a_speaker_without_a_name_counts_once_on_all_claims() -> None:
    hidden = KNOWN | {"by": ["insider"]}
    assert shared(claim("rain", a1=hidden), claim("snow", a1=hidden)) == [
        ("not-named", 1, [(("insider",), ["rain", "snow"])])
    ]


def test_a_speaker_without_a_name_is_one_whoever_tells_of_it() -> None:
    hidden = KNOWN | {"by": ["insider"]}
    told = {"a1": hidden, "a2": KNOWN | {"by": ["mara"], "based_on": ["a1"]}}
    assert shared(claim("rain", a1=hidden), claim("snow", **told)) == [
        ("not-named", 1, [(("insider",), ["rain", "snow"])])
    ]


def test_other_days_are_told_of_apart() -> None:
    said = [KNOWN | {"said": {"edtf": day, "basis": "inferred"}} for day in ("2024-11-11", "2024-11-12")]
    assert shared(claim("rain", a1=said[0]), claim("snow", a1=said[1])) == [
        ("inferred", 2, [(("mara",), ["rain"]), (("mara",), ["snow"])])
    ]


def test_where_no_one_says_so_no_way_leads_to_a_primary_source() -> None:
    assert "no-primary-source" not in [kind for kind, _ in found(a1={"stance": "denies", "act": "deny"})]


def test_sources_that_were_not_read_and_those_read_in_part_are_under_one_head() -> None:
    told = KNOWN | {"cites": read_in("part", "unread")}
    assert shared(claim("rain", a1=told)) == [("not-read", 2, [((), ["rain"]), ((), ["rain"])])]
