"""The corpus of the benchmark: the same for a seed, without a mistake, and with everything in it that costs time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.corpus import records, write
from bench.yaml_text import record
from explainers.build.check import Checked, Inputs, check
from explainers.graph.origins import origins
from explainers.kinds.claim.model import Claim
from explainers.text.diagnostic import Severity

SIZE = 60


def files(size: int, seed: int = 7) -> dict[str, bytes]:
    return {f"content/{plural}/{id}.yml": record(fields).encode() for plural, id, fields in records(size, seed)}


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(Inputs(files(SIZE)))


def test_the_same_size_and_seed_give_the_same_bytes(tmp_path: Path):
    count = write(SIZE, tmp_path / "one")
    written = {
        path.relative_to(tmp_path / "one").as_posix(): path.read_bytes() for path in (tmp_path / "one").rglob("*.yml")
    }
    assert written == files(SIZE)
    assert count == len(written)


def test_another_seed_gives_other_texts():
    assert files(SIZE).keys() == files(SIZE, seed=8).keys()
    assert files(SIZE) != files(SIZE, seed=8)


@pytest.mark.parametrize("size", [SIZE, 400])
def test_no_check_has_an_error_or_a_warning(size: int):
    found = check(Inputs(files(size))).diagnostics
    assert [d.message for d in found if d.severity is not Severity.INFO] == []


def test_there_are_a_fifth_as_many_actors_a_tenth_as_many_sources_a_twentieth_as_many_terms():
    kinds = Counter(path.split("/")[1] for path in files(400))
    assert kinds == {
        "claims": 400, "actors": 80, "sources": 40, "terms": 20, "explainers": 16, "events": 16, "places": 8,
    }  # fmt: skip


def test_chains_positions_figures_and_relations_are_all_there(checked: Checked):
    claims = checked.graph.of(Claim)
    said = [attribution for claim in claims for attribution in claim.attributions]
    assert {"affirms", "denies", "doubts", "declines", "no-position-found"} <= {a.stance for a in said}
    assert any(a.joint for a in said)
    assert any(a.speaks_for for a in said)
    assert any(a.as_printed for a in said)
    assert any("#" in basis for a in said for basis in a.based_on)
    assert any(claim.relations for claim in claims)
    assert any(claim.quantities for claim in claims)


def test_some_tellings_are_far_from_the_origin(checked: Checked):
    longest = max(len(claim.attributions) for claim in checked.graph.of(Claim))
    assert longest >= 5
    assert any(len(origins(claim, checked.graph).voices) > 1 for claim in checked.graph.of(Claim))


def test_prose_has_links_citations_and_terms():
    texts = files(SIZE)
    explainers = b"".join(text for path, text in texts.items() if "/explainers/" in path)
    claims = b"".join(text for path, text in texts.items() if "/claims/" in path)
    term = next(fields["term"] for plural, _, fields in records(SIZE) if plural == "terms")
    assert b"[[claim-" in explainers
    assert b"[@source-" in explainers
    assert b"[[claim-" in claims
    assert b"[@source-" in claims
    assert str(term).encode() in claims


def test_a_hard_corpus_has_the_rarer_shapes_and_no_mistake():
    found = check(
        Inputs({f"content/{kind}/{id}.yml": record(fields).encode() for kind, id, fields in records(150, hard=1)})
    )
    assert [d.message for d in found.diagnostics if d.severity is not Severity.INFO] == []
    claims = found.graph.of(Claim)
    said = [attribution for claim in claims for attribution in claim.attributions]
    assert {"retracts", "partly"} <= {claim.stance_of(a) for claim in claims for a in claim.attributions}
    assert all(any(getattr(a, name) for a in said) for name in ("replaces", "answers", "said_in", "statement", "gives"))
    assert {"together", "as-printed", "separate"} <= {a.joint for a in said}
    assert max(len(claim.attributions) for claim in claims) > 9
