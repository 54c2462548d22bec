"""A slip of the pen is told from a word of one's own."""

import pytest

from explainers.checks.misspelt import misspelt
from explainers.kinds import KINDS

KNOWN = {kind.name: kind.words.known for kind in KINDS if kind.words}


@pytest.mark.parametrize(
    ("kind", "word", "meant"),
    [
        ("actor", "compnay", "company"),
        ("actor", "Company", "company"),
        ("actor", "companies", "company"),
        ("actor", "persons", "person"),
        ("actor", "media-organization", "media-organisation"),
        ("actor", "media organisation", "media-organisation"),
        ("actor", "Trade_Union", "trade-union"),
        ("actor", "institutoin", "institution"),
        ("actor", "insitution", "institution"),
        ("actor", "unamed-source", "unnamed-source"),
        ("event", "earthqake", "earthquake"),
        ("event", "speechact", "speech-act"),
        ("event", "militray-operation", "military-operation"),
        ("place", "vilage", "village"),
        ("place", "cities", "city"),
    ],
)
def test_a_slip_is_known(kind: str, word: str, meant: str) -> None:
    assert misspelt(word, KNOWN[kind]) == meant


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("actor", "agency"),
        ("actor", "think-tank"),
        ("actor", "authority"),
        ("actor", "institute"),
        ("actor", "estate"),
        ("actor", "judge"),
        ("actor", "club"),
        ("actor", "unnamed-official"),
        ("actor", "Gewerkschaft"),
        ("event", "greeting"),
        ("event", "legal-action"),
        ("event", "clearing"),
        ("event", "wave"),
        ("event", "recall"),
        ("place", "villa"),
        ("place", "subdistrict"),
        ("place", "waterfall"),
        ("place", "waterway"),
        ("place", "street"),
        ("place", "pond"),
        ("place", "townland"),
        ("place", "fountain"),
        ("place", "estate"),
    ],
)
def test_a_word_that_is_merely_like_another_one_is_no_slip(kind: str, word: str) -> None:
    assert misspelt(word, KNOWN[kind]) is None


def test_a_known_word_is_itself() -> None:
    words = [(word, known) for known in KNOWN.values() for word in known]
    assert [word for word, known in words if misspelt(word, known) != word] == []
