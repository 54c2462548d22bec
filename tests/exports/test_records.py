"""The JSON of all records: what is in it, how it is written, what is computed."""

import json
from collections.abc import Iterator
from decimal import Decimal

from explainers.exports import exports
from tests.exports.stock import STOCK, file_of, graph_of, json_of, paths, site_of


def claim(**options: object) -> dict:
    return json_of(site_of(**options))["records"]["otters-in-the-lake"]


def test_every_published_record_is_in_it_by_id():
    records = json_of(site_of())["records"]
    assert list(records) == sorted(path.split("/")[1] for path in STOCK if "draft" not in path)


def test_a_draft_leaves_no_trace():
    assert not [file.path for file in exports(site_of()) if b"freezes" in file.data or "draft" in file.path]


def test_a_withdrawn_record_says_so_and_why():
    fields = json_of(site_of())["records"]["withdrawn-claim"]["fields"]
    assert (fields["status"], fields["reason"]) == ("withdrawn", "The report counts no beavers.")


def test_a_record_has_its_own_file_with_the_same_object():
    site = site_of()
    for id, record in json_of(site)["records"].items():
        assert json_of(site, site.data(id)) == record


def test_the_same_site_gives_the_same_bytes():
    backwards = dict(reversed(STOCK.items()))
    assert exports(site_of()) == exports(site_of(backwards))


def test_every_file_is_utf_8_and_ends_in_one_newline():
    for file in exports(site_of()):
        text = file.data.decode("utf-8")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_paths_are_unique():
    found = paths(exports(site_of()))
    assert len(found) == len(set(found))


def test_a_site_without_records_has_an_export_too():
    assert json_of(site_of({})) == {
        "version": 1,
        "site": {"name": "Lakes", "description": "", "url": "https://example.org/lakes/", "language": "en"},
        "records": {},
        "figures": [],
        "collisions": [],
    }


def test_an_actors_own_kind_and_its_kind_of_record_are_kept_apart():
    ministry = json_of(site_of())["records"]["the-ministry"]
    assert (ministry["kind"], ministry["fields"]["kind"]) == ("actor", "government")


def test_keys_are_those_of_the_files():
    records = json_of(site_of())["records"]
    assert records["the-ministry"]["fields"]["roles"] == [{"title": "guardian of otters", "from": "2020"}]
    assert records["the-report"]["fields"]["csl"]["container-title"] == "Lake Papers"


def test_the_fields_make_the_record_again():
    for id, record in json_of(site_of(), parse_float=Decimal)["records"].items():
        original = graph_of().records[id]
        assert type(original).model_validate({"id": id, **record["fields"]}) == original


def test_numbers_are_numbers_digit_by_digit():
    site = site_of()
    assert b'"value":1200.50,' in file_of(site, "data/claims/otters-in-the-lake.json")
    assert b'"lat":46.25,"lon":-7.5' in file_of(site, "data/places/the-lake.json")


def test_a_long_number_keeps_every_digit():
    text = STOCK["claims/boats-on-the-lake"].replace("1200.5", "123456789012.345678901234")
    site = site_of({**STOCK, "claims/boats-on-the-lake": text})
    assert b"123456789012.345678901234" in file_of(site, "data/records.json")


def test_defaults_that_say_something_are_written_and_empty_ones_are_not():
    attribution = claim()["fields"]["attributions"][0]
    assert attribution["certainty"] == "unstated"
    assert "verb" not in attribution
    assert "updates" not in json_of(site_of())["records"]["the-lake"]["fields"]


def test_text_stays_in_the_inline_grammar():
    text = json_of(site_of())["records"]["how-many-otters"]["fields"]["sections"][0]["text"]
    assert text == "The count is *one estimate* [@the-report, p. 4]."


def test_addresses_are_full_where_the_sites_own_is_known():
    assert claim()["url"] == "https://example.org/lakes/claims/otters-in-the-lake/"
    assert claim(url="", directory_urls=False)["url"] == "/claims/otters-in-the-lake.html"


def test_the_day_of_the_last_change_is_given_where_it_is_known():
    assert claim(changed={"otters-in-the-lake": "2024-12-03"})["changed"] == "2024-12-03"
    assert "changed" not in claim()


def test_a_claim_is_given_with_its_speakers():
    begins = "The Ministry of Lakes estimated that the lake is home to about 1,200.5 otters."
    assert claim()["sentence"].startswith(begins)


def test_figures_are_given_in_words_of_those_who_say_so():
    assert claim()["figures"] == {"q1": "about 1,200.5"}
    given = [attribution.get("figures") for attribution in claim()["attributions"]]
    assert given == [{"q1": "about 1,200.5"}, {"q1": "more than 1,300"}, None]


def test_an_attribution_knows_what_it_rests_on_and_what_rests_on_it():
    second = claim()["attributions"][1]
    assert second["distance"] == 1
    assert second["chain"] == ["otters-in-the-lake#a1"]
    assert second["passed_on_by"] == ["boats-on-the-lake#a1"]


def test_origins_are_counted():
    assert claim()["origins"] == {
        "words": "2 tellings, 2 voices, 1 origin",
        "trail": (
            "Traced from The Gazette to a text that we have not seen (Otters & other animals), "
            "and on to the Ministry of Lakes."
        ),
        "tellings": ["otters-in-the-lake#a1", "otters-in-the-lake#a2"],
        "voices": ["the-ministry", "the-gazette"],
        "count": 1,
        "independent": [
            {
                "actors": ["the-ministry"],
                "stated": True,
                "roots": [{"attribution": "otters-in-the-lake#a1", "actor": "the-ministry", "stated": True}],
            }
        ],
    }


def test_tellings_say_what_changed_on_the_way():
    first, second = claim()["tellings"]
    assert "changed" not in first
    assert {"figure", "qualifier"} <= set(second["changed"])
    assert (first["aspects"]["figure"], second["aspects"]["figure"]) == ("about 1,200.5", "more than 1,300")
    assert first["printed"] == ["qualifier"]


def test_what_was_worked_out_and_says_nothing_is_not_written():
    worked_out = [
        {key: value for key, value in record.items() if key != "fields"}
        for record in json_of(site_of())["records"].values()
    ]
    found = dict(values(worked_out))
    assert found["1/kind"]
    assert [path for path, value in found.items() if value in ("", [], {}) or value is False] == []


def values(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    yield path, value
    for key, item in value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ()):
        yield from values(item, f"{path}/{key}".lstrip("/"))


def test_the_steps_of_a_chain_lead_from_stop_to_stop():
    chain = claim()["chain"]
    kinds = [stop["kind"] for stop in chain["stops"]]
    steps = [(kinds[step["near"]], kinds[step["far"]], step.get("stated", False)) for step in chain["steps"]]
    assert steps == [("unread", "origin", False), ("text", "unread", True)]


def test_positions_name_actor_stance_time_and_where_it_is_shown():
    first, second, third = claim()["positions"]
    assert (first["actor"], first["stance"], first["dates"]) == ("the-ministry", "affirms", ["2024-06-01"])
    assert (second["when"], second["last"]) == ("present", "2024-06-12")
    assert third == {
        "actor": "a-fisherman",
        "stance": "denies",
        "when": "not-placed",
        "attributions": ["otters-in-the-lake#a3"],
    }


def test_where_everyone_stood_is_given_for_each_day_on_which_it_changed():
    first, second = claim()["as_of"]
    stands = [{"actor": "the-ministry", "stance": "affirms", "new": True}]
    assert first == {"day": "2024-06-01", "stands": stands}
    assert second["day"] == "2024-06-12"
    # The page has a stretch of days for its date.
    assert {"actor": "the-gazette", "stance": "affirms", "new": True, "by_then": True} in second["stands"]
    assert {"actor": "the-ministry", "stance": "affirms"} in second["stands"]


def test_unknowns_are_reported():
    found = claim()["unknowns"]
    [unnamed] = [unknown for unknown in found if unknown["kind"] == "unnamed-speaker"]
    assert unnamed["actors"] == ["a-fisherman"]
    assert unnamed["sentence"].endswith("; no page that we read gives a name.")
    [gap] = [unknown for unknown in found if unknown["kind"] == "gap"]
    assert gap["words"] == "Who counted the young ones, [[the-ministry]] does not say."
    assert gap["sentence"] == "Who counted the young ones, Ministry of Lakes does not say."
    [searched] = [unknown for unknown in found if unknown["kind"] == "searched-gap"]
    assert searched["sentence"] == (
        "Who counted the old ones. Not found in the reports of the Ministry of Lakes (looked for on 2 December 2024)."
    )
    assert claim()["fields"]["gaps"] == [
        "Who counted the young ones, [[the-ministry]] does not say.",
        {
            "text": "Who counted the old ones",
            "looked_in": "The reports of [[the-ministry]]",
            "as_of": {"edtf": "2024-12-02", "basis": "stated"},
        },
    ]


def test_links_are_given_from_their_other_end():
    incoming = json_of(site_of())["records"]["the-ministry"]["incoming"]
    assert incoming["positions"]["label"] == "Positions taken"
    assert {"record": "otters-in-the-lake", "path": "/attributions/0/by/0"} in incoming["positions"]["links"]
    assert {"record": "how-many-otters", "path": "/answer"} in incoming["mentioned_in"]["links"]


def test_a_links_path_leads_to_it():
    records = json_of(site_of())["records"]
    for id, record in records.items():
        for sort, links in record.get("incoming", {}).items():
            for link in links["links"]:
                value = followed(records[link["record"]]["fields"], link["path"])
                assert value == id or (sort in {"mentioned_in", "noted_in"} and id in value)


def followed(value: object, path: str) -> object:
    for step in path.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def test_a_related_claim_says_how():
    links = json_of(site_of())["records"]["boats-on-the-lake"]["incoming"]["related"]["links"]
    assert links == [{"record": "otters-in-the-lake", "path": "/relations/0/to", "relation": "compare-with"}]


def test_an_explainer_has_its_matrix_and_the_empties_have_names():
    silent = """  - id: a9
    by: [the-ministry]
    stance: no-position-found
    act: no-comment
    as_of: {edtf: 2024-12-01, basis: stated}
    cites: [{source: the-article}]
"""
    boats = STOCK["claims/boats-on-the-lake"] + silent
    records = json_of(site_of({**STOCK, "claims/boats-on-the-lake": boats}))["records"]
    [told] = [a for a in records["boats-on-the-lake"]["attributions"] if a["id"] == "a9"]
    assert "act" not in told
    explainer = records["how-many-otters"]
    assert explainer["matrix"]["a-fisherman"] == {"otters-in-the-lake": {"stances": ["denies"]}}
    found = explainer["matrix"]["the-ministry"]["boats-on-the-lake"]
    assert found == {"stances": ["no-position-found"], "empty": "nothing-found"}
    assert explainer["missing_cell"] == "not-recorded"


def test_a_source_has_its_reference_and_through_whom_we_know_it():
    report = json_of(site_of())["records"]["the-report"]
    assert report["reference"].startswith("Ann van Reed and Working Group on Lakes, Otters & other animals")
    assert report["cited_by"] == ["the-article"]


def test_a_statement_is_nowhere_but_in_its_own_field():
    """It has no speaker. Beside the field itself, only sentences that name one may hold its words."""
    data = json_of(site_of(), object_pairs_hook=without_statement_and_sentence)
    text = json.dumps(data, ensure_ascii=False) + file_of(site_of(), "changes/feed.xml").decode()
    assert "is home to {q1}" not in text
    assert "lets {q1}" not in text


def without_statement_and_sentence(pairs: list[tuple[str, object]]) -> dict:
    found = {key: value for key, value in pairs if key not in {"statement", "sentence"}}
    # What changed is a field of the record too; the feed, which is read alone, leaves it out.
    return {} if found.get("field") == "statement" else found


def test_a_source_has_the_verbs_it_prints():
    text = STOCK["claims/otters-in-the-lake"].replace("    act: report\n", "    act: report\n    verb: revealed\n", 1)
    records = json_of(site_of({**STOCK, "claims/otters-in-the-lake": text}))["records"]
    [where] = [id for id, record in records.items() if record.get("verbs")]
    [verb] = records[where]["verbs"]
    assert (verb["verb"], verb["lean"], verb["ours"]) == ("revealed", "belief", "reported")
    assert (verb["actors"], verb["count"], verb["claims"]) == (["the-gazette"], 1, ["otters-in-the-lake"])
