"""Sets of records that nobody would write and that are records: any value of any field, linked at random.

What a field can hold is found from the models, so that a new field is in here from its first day.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from explainers.kinds import KINDS
from explainers.model.fields import AttributionLink, Link, OpenWord, Prose, TagWord
from explainers.model.walk import typed_fields
from tests.fuzz.pieces import VALUES

EACH = 3
# Without these, little of a record is left.
OFTEN = {"act", "cites", "quantities", "relation", "status"}
DATES = """
2024 2024-03 2024-03-03 2024-03-04 2024-03-03T10:00 2024-03-03T23:59:59Z 2024-03-03T10:00+02:00 2024-08? 2024~ 2024-03%
2022/.. ../2023 2024-03-01/2024-03-05 2024/ 198X 2024-XX 2024-21 -0044-03-15 0000 Y12024 [2023,2024] {2023..2025}
2024-02-30 9999-12-31 0001 1900/1901 ?2024-03 2024-?03
""".split()
NUMBERS = ["0", "1", "-1", "2.50", "1200", "50000", "1000000", "0.001", "1e3", "-0.5", "2024", "999999999"]
PROSE = [
    *(
        "the storm",
        "said that",
        "denied it.",
        "nearly 1,200 homes",
        "five",
        "{q1}",
        "{q2}",
        "in March 2024",
        "“a few words”",
    ),
    *(
        "*big*",
        "[[actor-0]]",
        "[[claim-1]]",
        "[[claim-0|those words]]",
        "[@source-0]",
        "[@source-1, p. 3]",
        "[[term-0]]",
    ),
    *(
        "Nobody",
        "is",
        "not",
        "per cent",
        "$5 million",
        "or",
        "and",
        "a\n\nb",
        "**",
        ".",
        "?",
        "the Council",
        "admitted",
        "he",
    ),
]
LINES = [
    "Council",
    "the Council",
    "North Port",
    "almost 50,000",
    "at least 280",
    "two-thirds",
    "up to $8 billion",
    "homes",
]
FIGURES = [*NUMBERS, "1/3"]
ADDRESSES = ["https://example.org/a", "https://example.org/b?c=d&e=%22"]
FORMED = {
    **dict.fromkeys(("edtf", "made", "issued", "from", "to"), DATES),
    **dict.fromkeys(("accessed", "available-date", "container", "event-date", "original-date", "submitted"), DATES),
    **dict.fromkeys(("url", "URL", "same_as"), ADDRESSES),
    **dict.fromkeys(("value", "min", "max"), FIGURES),
    "part_of": ["q1", "q2", "claim-0#q1"],
    "id": ["a1", "a2", "a3"],
    "sha256": ["0" * 64],
    "file": ["a text.txt"],
    "language": ["en", "uk", "pt-BR"],
    "rule": ["loaded-verb", "no-such-rule"],
    "DOI": ["10.5/a_b", "doi:10.5/%3C"],
    "locator": ["p. 3", "pp. iv–xii", "2:30"],
    "unit": ["home", "EUR", "per cent", "km", "person", "year"],
    "page": ["4–18", "A3"],
    "label": ["homes", "no power"],
}


def world(chance: random.Random) -> dict[str, bytes]:
    """Some records of each kind."""
    found = {}
    for kind in KINDS:
        for number in range(EACH):
            record = dict(_fields(kind.model, chance))
            record |= {"formerly": [f"old-{kind.name}-{number}"]} if record.pop("formerly", None) else {}
            found[f"content/{kind.plural}/{kind.name}-{number}.yml"] = json.dumps(record, ensure_ascii=False).encode()
    return found


def _fields(model: type[BaseModel], chance: random.Random) -> Iterator[tuple[str, Any]]:
    often = chance.choice([0.2, 0.5, 0.8])
    for name, key, annotation in typed_fields(model):
        is_record_id = key == "id" and "status" in model.model_fields
        likely = 1 if model.model_fields[name].is_required() else 0.9 if key in OFTEN else often
        if not is_record_id and chance.random() < likely:
            yield key, _value(annotation, key, chance)


def _value(annotation: Any, key: str, chance: random.Random, *metadata: Any) -> Any:
    if chance.random() < 0.003:
        return chance.choice(["", None, [], {}, *VALUES])
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inner[0], key, chance, *metadata, *inner[1:])
    if origin in {Union, UnionType}:
        return _value(chance.choice([option for option in inner if option is not NoneType]), key, chance, *metadata)
    if origin is tuple:
        return [_value(inner[0], key, chance) for _ in range(chance.choice([1, 1, 2, 3]))]
    if origin is dict:
        return {name: _value(inner[1], key, chance) for name in chance.choice([["q1"], ["q1", "q2"]])}
    if origin is Literal:
        return "published" if key == "status" and chance.random() < 0.7 else chance.choice(inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return dict(_fields(annotation, chance))
    if annotation in {int, float, Decimal}:
        return chance.choice(NUMBERS)
    return chance.choice(["true", "false"]) if annotation is bool else _text(key, metadata, chance)


def _text(key: str, metadata: tuple[Any, ...], chance: random.Random) -> str:
    for one in metadata:
        match one:
            case Link():
                return f"{chance.choice(one.kinds or [kind.name for kind in KINDS])}-{chance.randrange(EACH)}"
            case AttributionLink():
                return chance.choice([*one.words, "a1", "a2", "a3", "claim-0#a1", "claim-1#a2", "claim-2#a1"])
            case OpenWord():
                return chance.choice([*one.known, "lighthouse", "compnay"])
            case TagWord():
                return chance.choice(["wildlife", "homes", "power"])
            case Prose():
                return " ".join(chance.choices(PROSE, k=chance.choice([1, 3, 8])))
    return chance.choice(FORMED.get(key, LINES))
