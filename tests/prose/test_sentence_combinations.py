"""All that a record can combine in a claim, told in sentences without a fault; `make fuzz` reads other combinations."""

from __future__ import annotations

from itertools import combinations, product
from random import SystemRandom

import pytest

from explainers.prose.sentence import Clause
from explainers.text.inline import Words
from tests.fuzz.judged import LONG
from tests.prose.combinations import AXES, claim_of_combination, every, graph, read
from tests.prose.sentence_faults import faults

# It shares no factor with the number of values on any axis, so that no value is left out.
STEP = 1597
START = SystemRandom().randrange(STEP) if LONG else 0


def test_no_combination_has_a_fault() -> None:
    count, sentences, wrong = read(STEP, START)
    assert wrong == []
    assert count > 4_000
    assert len(sentences) > 1_500


def test_every_two_values_of_two_axes_meet_in_one_of_them() -> None:
    met = {pair for made in every(STEP, START) for pair in combinations(enumerate(made), 2)}
    axes = [[(at, value) for value in axis] for at, axis in enumerate(AXES)]
    assert {pair for one, other in combinations(axes, 2) for pair in product(one, other)} == met


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("Mara Lind said that the lake holds 1,000 otters.", "a figure that is not theirs"),
        ("The lake holds more than 1,000 otters.", "Mara Lind is missing"),
        ("Mara Lind denied that the lake holds more than 1,000 otters.", "an affirmation reads as something else"),
        ("Mara Lind said that the lake holds more than 1,000 otters..", "not one mark at the end"),
        ("Mara Lind said that that the lake holds more than 1,000 otters.", "'that that' doubled"),
        ("Mara Lind said , that the lake holds more than 1,000 otters.", "a space before a mark"),
        ("Mara Lind said that the lake holds more than 1,000 “otters.", "“” out of balance"),
        ("Mara Lind said that zz-claim holds more than 1,000 otters.", "an id"),
        ("Mara Lind said that the lake holds {q1} otters.", "a name for a figure"),
        ("mara Lind said that the lake holds more than 1,000 otters.", "no capital at the start"),
        ("Mara Lind said that the lake holds a 800 otters.", "a for an"),
    ],
)
def test_the_faults_would_be_found(sentence: str, fault: str) -> None:
    values = ("affirms", "say", "unstated", "more-than", "one", "named", "first", "as the claim has it", "published")
    assert all(value in axis for value, axis in zip(values, AXES, strict=True))
    claim = claim_of_combination(values)
    told = Clause(claim.attributions, (Words(sentence),))
    assert any(found.startswith(fault) for found in faults(claim, (told,), graph()))
