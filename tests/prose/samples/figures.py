"""Figures with their qualifiers: before a noun, and alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

from explainers.kinds.quantity import Quantity, Relation
from tests.prose.samples.topic import Topic
from tests.prose.saying import says

VALUES = ["0", "1", "8", "11", "0.5", "-5", "1000", "1234567", "5000000000"]
STATEMENTS = {
    "a noun": "The lake holds {q1} otters.",
    "of": "The lake holds {q1} of the otters.",
    "no noun": "The otters number {q1}.",
    "money": "The lake costs ${q1} a year.",
    "percent": "The lake is {q1}% full.",
    "an article": "The lake holds a {q1}-strong herd.",
}


def figures() -> Iterator[Topic]:
    """Every qualifier with a number, in every place that a statement has for a figure."""
    yield Topic("Figures with every qualifier", tuple(_phrases()))
    for name, statement in STATEMENTS.items():
        yield Topic(f"Figures in a statement: {name}", tuple(_stated(statement)))
    yield Topic("Figures: what is measured, and what is counted", tuple(_measured()))
    yield Topic("Figures of 1 behind a plural", tuple(_one()))


def _quantity(relation: str, value: str) -> dict[str, Any]:
    if relation == "between":
        high = str(Decimal(value) * 2 + 1).removesuffix(".0")
        return {"of": "otters", "relation": relation, "min": value, "max": high}
    return {"of": "otters", "relation": relation, "value": value}


def _phrases() -> Iterator[tuple[str, str]]:
    for relation in get_args(Relation):
        made = [Quantity.model_validate(_quantity(relation, value)) for value in VALUES]
        yield relation, " | ".join(figure.phrase for figure in made)
    ten = Quantity.model_validate(_quantity("order-of-magnitude", "10000"))
    yield "order-of-magnitude 10000", f"{ten.phrase} … | {ten.alone}"
    nothing = Quantity(relation="about")
    yield "no number", f"{nothing.phrase} … | {nothing.alone}"


def _stated(statement: str) -> Iterator[tuple[str, str]]:
    for relation in get_args(Relation):
        yield relation, says(statement, quantities={"q1": _quantity(relation, "80")}, a1={})
    ten = {"of": "otters", "relation": "order-of-magnitude", "value": "10000"}
    yield "order-of-magnitude 10000", says(statement, quantities={"q1": ten}, a1={})


def _measured() -> Iterator[tuple[str, str]]:
    for unit, noun in [
        ("person", "otters"),
        ("kilometre", "kilometres of shore"),
        ("euro", "euros"),
        ("ship", "ships"),
    ]:
        counted = {"q1": {"of": noun, "relation": "fewer-than", "value": 5, "unit": unit}}
        yield unit, says(f"The lake has {{q1}} {noun}.", quantities=counted, a1={})


def _one() -> Iterator[tuple[str, str]]:
    counted = {"q1": {"of": "otters", "relation": "more-than", "value": 1000}}
    one = {"as_printed": {"quantities": {"q1": {"relation": "about", "value": 1}}}}
    denied = {"by": ["navy"], "stance": "denies", "act": "deny"}
    yield "affirmed", says(STATEMENTS["a noun"], quantities=counted, a1={}, a2={"by": ["navy"], **one})
    yield "denied", says(STATEMENTS["a noun"], quantities=counted, a1={}, a2=denied | one)
    yield "no noun", says(STATEMENTS["no noun"], quantities=counted, a1={}, a2=denied | one)
