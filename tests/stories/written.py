"""The records that an honest editor writes of a story: only what stands in the texts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tests.stories.story import MADE_ON, OTHER_LABEL, READ_ON, SEARCHED_ON, Story, Telling, Text, Who, spoken

CLAIM, OTHER_CLAIM, EXPLAINER, EVENT = "flooded-homes", "late-trains", "flood-in-short", "the-flood"


def files(story: Story) -> dict[str, str]:
    """The records by path."""
    found = {f"content/actors/{who.id}.yml": _actor(who) for who in story.cast.values()}
    found |= {f"content/sources/{text.id}.yml": _source(text, story) for text in story.texts.values()}
    found[f"content/claims/{CLAIM}.yml"] = _claim(story)
    if story.besides:
        found[f"content/claims/{OTHER_CLAIM}.yml"] = _other_claim(story)
    found[f"content/events/{EVENT}.yml"] = {
        "name": "The flood",
        "kind": "other",
        "summary": "A flood.",
        "in_text": "the flood",
    }
    found[f"content/explainers/{EXPLAINER}.yml"] = _explainer(story)
    return {path: "\n".join(block(record)) + "\n" for path, record in found.items()}


def block(value: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """A record in YAML's block style."""
    for key, item in value.items():
        if isinstance(item, Mapping):
            yield f"{indent}{key}:"
            yield from block(item, f"{indent}  ")
        elif isinstance(item, Sequence) and not isinstance(item, str):
            yield f"{indent}{key}:"
            yield from _entries(item, f"{indent}  ")
        else:
            yield f"{indent}{key}: {_scalar(item)}"


def _entries(items: Sequence[Any], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping):
            first, *rest = block(item, f"{indent}  ")
            yield f"{indent}- {first.strip()}"
            yield from rest
        else:
            yield f"{indent}- {_scalar(item)}"


def _scalar(item: Any) -> str:
    return str(item) if isinstance(item, int) else json.dumps(item, ensure_ascii=False)


def _day(day: date, clock: str = "") -> dict[str, str]:
    return {"edtf": f"{day.isoformat()}{clock}", "basis": "stated"}


def _actor(who: Who) -> dict[str, Any]:
    found: dict[str, Any] = {"name": who.name, "kind": who.kind, "summary": "Somebody in this story."}
    if who.part_of:
        found["part_of"] = who.part_of
    return found if who.named else found | {"named": "false"}


def _source(text: Text, story: Story) -> dict[str, Any]:
    publisher = story.cast[text.publisher]
    csl: dict[str, Any] = {"type": text.kind, "title": text.title, "language": "en"}
    if publisher.is_medium:
        csl |= {"container-title": publisher.name, "URL": f"https://news.example.org/{text.id}"}
    else:
        csl["author"] = [{"literal": publisher.name}]
    accessed = _day(READ_ON) if text.read else {"basis": "unknown", "note": "We have not read it."}
    found: dict[str, Any] = {"csl": csl, "summary": "A text.", "publisher": text.publisher}
    found |= {"published": _day(text.day), "accessed": accessed}
    found |= {
        "role": "secondary" if publisher.is_medium else "primary",
        "seen": "excerpt" if text.read else "cited-only",
    }
    derived = []
    for made in text.made_from:
        entry = {
            "source": made.source,
            "how": made.how,
            "credited": str(made.basis == "stated").lower(),
            "basis": made.basis,
        }
        derived.append(entry if made.basis == "stated" else entry | {"note": "It has the same slip."})
    return found | ({"derived_from": derived} if derived else {})


def _claim(story: Story) -> dict[str, Any]:
    figure = story.first_figure
    quantity: dict[str, Any] = {
        "of": f"{story.noun} in {story.town} that the flood reached",
        "relation": figure.relation,
    }
    quantity |= {"value": figure.value, "unit": story.unit}
    attributions = [_attribution(telling, story) for telling in story.tellings.values() if not telling.elsewhere]
    for id in story.silent:
        number = f"a{len(story.tellings) + len(story.besides) + story.silent.index(id) + 1}"
        silence = {"id": number, "by": [id], "stance": "no-position-found", "as_of": _day(SEARCHED_ON)}
        attributions.append(silence | {"looked_in": "the web pages of the parties"})
    return {
        "label": story.label, "statement": story.statement, "type": "measurement", "about": [EVENT],
        "quantities": {"q1": quantity}, "attributions": attributions,
    }  # fmt: skip


def _other_claim(story: Story) -> dict[str, Any]:
    """What is said besides, and what answers to the first claim and was read with it."""
    found: list[dict[str, Any]] = []
    for telling in (*story.besides.values(), *(t for t in story.tellings.values() if t.elsewhere)):
        answers = {"answers": [f"{CLAIM}#{id}" for id in telling.answers]} if telling.answers else {}
        found.append(_attribution(telling.but(answers=()), story) | answers)
    return {
        "label": OTHER_LABEL, "statement": "Trains came late.", "type": "event", "about": [EVENT],
        "attributions": found,
    }  # fmt: skip


def _attribution(telling: Telling, story: Story) -> dict[str, Any]:
    found: dict[str, Any] = {"id": telling.id, "by": list(telling.by), "act": telling.act}
    for key in ("stance", "statement", "said_in", "speaks_for", "joint", "speakers", "as_named", "quote_status"):
        if getattr(telling, key):
            found[key] = getattr(telling, key)
    if telling.certainty != "unstated":
        found["certainty"] = telling.certainty
    if telling.mode != "paraphrase":
        found["mode"] = telling.mode
    if telling.said:
        found["said"] = _day(telling.said, telling.clock)
    found |= _own_figure(telling, story) | _links(telling)
    cites: dict[str, Any] = {"source": telling.page}
    if exact := _exact(telling, story):
        cites["exact"] = exact
    return found | {"cites": [cites]}


def _own_figure(telling: Telling, story: Story) -> dict[str, Any]:
    """What this telling prints otherwise than the claim does."""
    of_claim = story.first_figure
    same = telling.figure == of_claim and telling.unit in {story.unit, ""}
    if same or telling.statement or telling.elsewhere or not prints_figure(telling):
        return {}
    own: dict[str, Any] = {"relation": telling.figure.relation}
    if telling.figure.word:
        own["qualifier"] = telling.figure.word
    if telling.figure.value != of_claim.value:
        own["value"] = telling.figure.value
    if telling.unit not in {story.unit, ""}:
        own["unit"] = telling.unit
    return {"as_printed": {"quantities": {"q1": own}}}


def _links(telling: Telling) -> dict[str, Any]:
    found: dict[str, Any] = {}
    grounds = list(telling.comes_from) if telling.recorded == "based_on" else []
    grounds += [telling.ground] if telling.ground else []
    if grounds:
        found["based_on"] = grounds
    if telling.basis == "inferred":
        found |= {"basis": "inferred", "note": "It has the same slip."}
    for key in ("answers", "replaces"):
        if getattr(telling, key):
            found[key] = list(getattr(telling, key))
    return found


def prints_figure(telling: Telling) -> bool:
    """Whether the figure stands in the words of this telling; a refusal and an answer to another have none."""
    return telling.act not in {
        "decline",
        "no-answer",
        "not-reached",
        "neither",
        "no-comment",
        "question",
        "contest",
    } and not (telling.act == "deny" and telling.answers)


def _exact(telling: Telling, story: Story) -> str:
    if telling.statement:
        return telling.statement.rstrip(".").removeprefix("The flood ")
    if telling.elsewhere:
        return "trains came late" if telling.act == "say" else ""
    if prints_figure(telling):
        noun = story.noun if telling.unit in {story.unit, ""} else f"{telling.unit}s"
        changed = " and more" if telling.quote_status == "found-changed" else ""
        return f"{telling.figure.printed} {noun}{changed}"
    return {"decline": "declined to comment", "no-answer": "did not answer", "not-reached": "could not be reached"}.get(
        telling.act, ""
    )


def _explainer(story: Story) -> dict[str, Any]:
    first = next(iter(story.tellings.values()))
    who = story.cast[first.by[0]].name
    found: dict[str, Any] = {
        "question": f"What did the flood do to {story.town}?", "summary": "A flood.",
        "answer": f"{who} spoke about [[{CLAIM}|the {story.noun} in {story.town}]].", "claims": [CLAIM],
        "method": "We read some pages.", "as_of": _day(READ_ON), "published": _day(MADE_ON),
    }  # fmt: skip
    return found | ({"article": story.explained} if story.explained else {})


def published_days(story: Story) -> set[str]:
    """Every day that may be printed: those of the story, and our own."""
    days = {text.day for text in story.texts.values()} | {t.said for t in story.tellings.values() if t.said}
    return {spoken(day) for day in (*days, READ_ON, MADE_ON, *([SEARCHED_ON] if story.silent else []))}
