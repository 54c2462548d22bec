"""Any text in any field, any damage to any file, any set of records, any declaration: it is checked, and it is built.

`make test` tries the same few each time. `make fuzz` tries others for as long as it is asked to.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from explainers.build.check import Inputs
from explainers.build.declarations import declared
from explainers.build.declared_words import DeclarationFault
from explainers.kinds import KINDS
from tests.build.files import SMALL
from tests.fuzz.judged import LONG, judge
from tests.fuzz.pieces import ALL, EXAMPLES, WORDS, damaged
from tests.fuzz.worlds import world
from tests.model.whole import Path, fields, whole

FIELDS = [(kind.name, path) for kind in KINDS for path in fields(kind.name)]
SEEDS = st.integers(0, 2**40)
TEXTS = st.lists(st.sampled_from(ALL) | st.text(max_size=4), min_size=1, max_size=6).map("".join)


def tried(times: int) -> Callable[[Any], Any]:
    """So many inputs in `make test`, the same each time; in `make fuzz` more, and others."""
    phases = [*Phase] if LONG else [Phase.explicit, Phase.generate]
    return settings(
        max_examples=30 * times if LONG else times,
        derandomize=not LONG,
        database=None,
        phases=[phase for phase in phases if phase is not Phase.explain],
        suppress_health_check=[*HealthCheck],
    )


def as_file(kind: str, fill: Callable[[Path], str | None]) -> bytes:
    record = {key: value for key, value in whole(kind, fill).items() if key != "id"}
    return json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def records(kind: str, texts: dict[Path, str]) -> dict[str, bytes]:
    """A record of each kind with every field filled in, some texts in those of one kind."""
    return {
        f"content/{each.plural}/the-{each.name}.yml": as_file(each.name, texts.get if each.name == kind else {}.get)
        for each in KINDS
    }


@tried(15)
@given(st.dictionaries(st.sampled_from(FIELDS), TEXTS, min_size=1, max_size=3))
def test_any_text_in_any_field(texts: dict[tuple[str, Path], str]) -> None:
    kind = next(iter(texts))[0]
    judge(Inputs(records(kind, {path: text for (of, path), text in texts.items() if of == kind})))


@tried(15)
@given(SEEDS)
def test_any_damage_to_any_file(seed: int) -> None:
    chance = random.Random(seed)
    files = dict(EXAMPLES)
    for path in chance.sample([*files], chance.choice([1, 1, 2, 4])):
        files[path] = damaged(files[path], chance)
        note(f"{path}: {files[path]!r}")
    judge(Inputs(files))


@tried(10)
@given(SEEDS)
def test_any_set_of_records(seed: int) -> None:
    judge(Inputs(world(random.Random(seed))))


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(ALL)
    | st.sampled_from(["actor", "text", "record", "one-of"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ALL, "actor", "event", "docket"]), inner)
    ),
    max_leaves=6,
)
TYPES = ["text", "number", "date", "url", "yes-no", "one-of", "record", "records"]
DETAILS: dict[str, st.SearchStrategy[Any]] = {
    "label": st.sampled_from([*WORDS, "Docket"]),
    "type": st.sampled_from(TYPES),
    "kinds": st.sampled_from(["actor", ["claim", "place"], []]),
    "inverse": st.sampled_from(WORDS),
    "choices": st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    "to": st.just("actor"),
    "description": st.sampled_from(WORDS),
    **{key: st.booleans() for key in ("shown", "searched", "in_json")},
}


@tried(25)
@given(
    st.dictionaries(st.sampled_from(["kinds", "tags", "fields"]), VALUES, max_size=3)
    | st.fixed_dictionaries(
        {"fields": st.dictionaries(st.just("docket"), st.fixed_dictionaries({}, optional=DETAILS))}
    ),
    st.sampled_from([*ALL, "navy", "otters"]),
)
def test_any_declaration(options: dict[str, Any], held: str) -> None:
    try:
        own = declared(options)
    except DeclarationFault:
        return
    navy = "content/actors/navy.yml"
    judge(
        Inputs(SMALL | {navy: SMALL[navy] + f"docket: {json.dumps(held)}\n".encode("utf-8", "replace")}, declared=own)
    )
