"""`kind` takes any short noun: it is printed as written, listed by itself, and a site's own words have labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explainers.build.check import Inputs, check
from explainers.build.declarations import declared
from explainers.build.declared_words import DeclarationFault
from explainers.build.settings import Settings
from explainers.build.site_build import SiteBuild, build
from explainers.kinds import KINDS
from explainers.kinds.site_kinds import with_declared
from explainers.model.schema import schema
from tests.build.files import FILES, page
from tests.prose.html import read

SETTINGS = Settings(root=Path("x"), content=Path("x/content"))
OWN = {"actor": {"trade-body": "Body of the trade", "ngo": {"label": "NGO", "plural": "NGOs"}}, "event": ["recall"]}


def actor(kind: str) -> dict[str, str]:
    return {"content/actors/otter-club.yml": f"name: Otter Club\nkind: {kind}\nsummary: It counts otters.\n"}


def site(kinds: Any = None, /, **more: str) -> SiteBuild:
    """The site with a club of some kind, and what it declares."""
    settings = {"kinds": kinds} if kinds else {}
    files = {path: text.encode() for path, text in (FILES | more).items()}
    found = Inputs(files, declared=declared(settings))
    return build(SETTINGS, found)


def told(kind: str, kinds: Any = None) -> list[str]:
    """What is said of a club of some kind, without that nobody links to it."""
    files = {path: text.encode() for path, text in (FILES | actor(kind)).items()}
    found = check(Inputs(files, declared=declared({"kinds": kinds} if kinds else {}))).diagnostics
    own = [d for d in found if d.span.path == "content/actors/otter-club.yml" and d.code != "orphan-record"]
    return [f"{d.span.line}:{d.span.column} {d.severity} {d.code}: {d.message}; {d.help}" for d in own]


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("think-tank", "KindThink tank"),
        ("UN agency", "KindUN agency"),
        ("self-help group", "KindSelf-help group"),
        ("media-organisation", "KindMedia organisation"),
        ("Ältestenrat", "KindÄltestenrat"),
        ("R&D lab", "KindR&D lab"),
    ],
)
def test_a_kind_is_printed_as_it_is_written(kind: str, printed: str) -> None:
    assert told(kind) == []
    assert printed in read(page(site(**actor(kind)), "actors/otter-club").html).text


def test_actors_of_other_kinds_are_listed_under_their_own_headings_before_the_unnamed() -> None:
    unnamed = {"content/actors/a-man.yml": "name: A man\nkind: unnamed-source\nnamed: false\n"}
    headings = [heading.title for heading in page(site(**actor("think-tank"), **unnamed), "actors/index").headings]
    assert headings == ["People", "Military forces", "Think tanks", "Unnamed sources"]


@pytest.mark.parametrize(("kind", "label", "plural"), [
    ("ngo", "NGO", "NGOs"), ("trade-body", "Body of the trade", "Bodies of the trade"),
])  # fmt: skip
def test_a_declared_kind_has_the_labels_of_the_site(kind: str, label: str, plural: str) -> None:
    found = site(OWN, **actor(kind))
    assert f"Kind{label}" in read(page(found, "actors/otter-club").html).text
    assert plural in [heading.title for heading in page(found, "actors/index").headings]


def test_a_slip_is_a_warning_at_its_place() -> None:
    help = "write `kind: company`, or declare `compnay` in mkdocs.yml"
    assert told("compnay") == [f"2:7 warning unfamiliar-kind: `compnay` looks like a misspelt `company`; {help}"]


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("trade-bodies", "`trade-bodies` looks like a misspelt `trade-body`"),
        ("club", "`club` is not a kind of actor on this site; declare it under `kinds` in mkdocs.yml"),
    ],
)
def test_a_site_that_declares_its_kinds_is_told_of_every_other(kind: str, message: str) -> None:
    [found] = told(kind, OWN)
    assert message in found
    assert told("ngo", OWN) == told("person", OWN) == []


def test_a_kind_of_record_of_which_nothing_is_declared_stays_open() -> None:
    assert told("club", {"event": ["recall"]}) == []


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ('"?"', "`?` is not a noun"),
        ('"[[navy]]"', "`[[navy]]` is not a noun"),
        ('"<b>club</b>"', "`<b>club</b>` is not a noun"),
        ("x" * 41, "`kind` has 41 characters; the limit is 40"),
        ("[a, b]", "`kind` must be text"),
    ],
)
def test_what_is_no_noun_is_refused(kind: str, message: str) -> None:
    [found] = told(kind)
    assert message in found
    assert found.startswith("2:7 error")


def test_editors_complete_the_words_of_the_site_and_ours_and_may_type_any() -> None:
    kinds = with_declared(tuple(KINDS), declared({"kinds": OWN}))
    found = {kind.name: schema(kind.model)["properties"] for kind in kinds}
    listed, open = found["actor"]["kind"]["anyOf"]
    assert listed["enum"][:3] == ["trade-body", "ngo", "person"]
    assert open["maxLength"] == 40
    assert found["actor"]["kind"]["description"].startswith("What it is")
    assert [*found["actor"]] == [*schema(next(kind.model for kind in KINDS if kind.name == "actor"))["properties"]]
    assert "enum" in found["place"]["kind"]["anyOf"][0]


def test_data_for_search_engines_does_not_say_that_it_is_an_organisation() -> None:
    def kind_in_data(kind: str) -> str:
        return str(json.loads(page(site(**actor(kind)), "actors/otter-club").jsonld)["@type"])

    assert kind_in_data("judge") == "Thing"
    assert kind_in_data("charity") == "Organization"


def test_a_declared_kind_changes_nothing_else() -> None:
    plain, own = site(**actor("charity")), site(OWN, **actor("charity"))
    assert {file.path: file.data for file in own.files if "schema" not in file.path} == {
        file.path: file.data for file in plain.files if "schema" not in file.path
    }
    assert [page.html for page in own.pages] == [page.html for page in plain.pages]


@pytest.mark.parametrize(
    ("kinds", "message"),
    [
        (["a"], "`kinds` must be lines of a kind of record (`actor:`) with the words below it"),
        ({"actr": ["a"]}, "`kinds` names `actr`, whose records have no `kind` – did you mean `actor`?"),
        ({"claim": ["a"]}, "whose records have no `kind` – they are `actor`, `event` or `place`"),
        ({"actor": "club"}, "`kinds: actor` must be a list of words, or lines of `word: Label`"),
        ({"actor": {False: "No"}}, "`kinds: actor` names `False`, which is not a word: put it in quotes"),
        ({"actor": {"club": 5}}, "the label of `kinds: actor: club` must be text: put it in quotes"),
        ({"actor": {"club": {"labl": "C"}}}, "`kinds: actor: club` has `label` and `plural`, and not `labl`"),
    ],
)
def test_a_declaration_that_cannot_be_used_is_reported(kinds: Any, message: str) -> None:
    with pytest.raises(DeclarationFault) as fault:
        declared({"kinds": kinds})
    assert message in str(fault.value)
