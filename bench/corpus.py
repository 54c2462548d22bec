"""A corpus of records in our model, of any size: the same bytes for the same size and seed.

    python -m bench.corpus 1000 FOLDER [--seed 7] [--hard 0.1]

It writes FOLDER/content with so many claims, a fifth as many actors, a tenth as many sources, a twentieth as many
terms, and an explainer and an event for every twenty-five claims. No word of it is anyone's: all are made up.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.claims import ClaimWriter
from bench.words import capitalised
from bench.world import HARD, Document, Figure, Story, World
from bench.yaml_text import Ids, Text, record

Record = tuple[str, str, dict[str, object]]
_ITEMS = "article-newspaper article-newspaper report broadcast post-weblog webpage speech".split()


def records(size: int, seed: int = 7, *, hard: float = HARD) -> Iterator[Record]:
    """Each record's folder, id and fields; `hard` is the share of claims of rarer shapes."""
    world = World(size, seed, hard)
    yield from _shared(world)
    for number in range(world.stories_count):
        yield from _story(world, world.story(number))


def write(size: int, folder: Path, seed: int = 7, *, hard: float = HARD) -> int:
    """Write the records below a folder; how many there are."""
    made: set[str] = set()
    count = 0
    for plural, id, fields in records(size, seed, hard=hard):
        if plural not in made:
            (folder / "content" / plural).mkdir(parents=True)
            made.add(plural)
        (folder / "content" / plural / f"{id}.yml").write_bytes(record(fields).encode())
        count += 1
    return count


def _shared(world: World) -> Iterator[Record]:
    """What all stories share: states, papers, places and terms."""
    random = world.random("shared")
    for figure in (*world.states, *world.media):
        yield "actors", figure.id, {"name": figure.name, "kind": figure.kind, "summary": _text(world, random, 2)}
    countries = max(len(world.places) // 10, 1)
    for at, name in enumerate(world.places):
        yield "places", f"place-{at:04d}", {
            "name": name,
            "kind": "country" if at < countries else random.choice(("city", "town", "region", "village")),
            "summary": _text(world, random, 1),
            "within": f"place-{random.randrange(countries):04d}" if at >= countries else None,
            "point": {"lat": random.randint(-60, 60), "lon": random.randint(-180, 180), "precision": "the middle"},
        }  # fmt: skip
    for at, label in enumerate(world.terms):
        near = random.randrange(len(world.terms))
        yield "terms", f"term-{at:05d}", {
            "term": label,
            "definition": Text(world.words.sentence(random, shortest=10, longest=18)),
            "note": _text(world, random, 1) if at % 3 == 0 else None,
            "related": Ids([f"term-{near:05d}"]) if near != at else None,
        }  # fmt: skip


def _story(world: World, story: Story) -> Iterator[Record]:
    random = world.random(f"story text {story.number}")
    place = f"place-{story.number % len(world.places):04d}"
    yield "events", story.event, {
        "name": f"{capitalised(world.words.phrase(random, 3))} {story.number}",
        "kind": random.choice(("meeting", "movement", "transfer", "speech-act", "other")),
        "time": {"edtf": story.day.isoformat(), "basis": "stated"},
        "summary": _text(world, random, 1),
        "where": Ids([place]),
        "participants": [{"actor": f.id, "role": random.choice(world.words.common)} for f in story.speakers[:3]],
    }  # fmt: skip
    for figure in story.speakers:
        yield "actors", figure.id, _speaker(world, figure)
    for at, document in enumerate(story.documents):
        yield "sources", document.id, _source(world, story, document, at)
    first_said: dict[str, Figure] = {}
    for id, fields, speaker in ClaimWriter(world, story).records():
        first_said[id] = speaker
        yield "claims", id, fields
    yield "explainers", story.id, _explainer(world, story, first_said)


def _speaker(world: World, figure: Figure) -> dict[str, object]:
    random = world.random(figure.id)
    state = random.choice(world.states).id
    person = figure.kind == "person"
    return {
        "name": capitalised(figure.name) if figure.kind == "unnamed-source" else figure.name,
        "in_text": figure.name if figure.kind == "unnamed-source" else None,
        "kind": figure.kind,
        "named": "false" if figure.kind == "unnamed-source" else None,
        "summary": _text(world, random, 2, f"[[{state}]]"),
        "also": [f"{figure.name} {random.choice(world.words.common)}"] if random.random() < 0.2 else None,
        "roles": [{"title": random.choice(world.words.common), "of": state, "from": "2012"}] if person else None,
        "part_of": None if person else state,
    }


def _source(world: World, story: Story, document: Document, at: int) -> dict[str, object]:
    random = world.random(document.id)
    words = world.words
    full = document.seen == "full-text"
    author = {"family": capitalised(random.choice(words.common)), "given": capitalised(random.choice(words.common))}
    day = {"edtf": story.after(document.days).isoformat(), "basis": "stated"}
    earlier = story.documents[random.randrange(at)].id if at and random.random() < 0.4 else ""
    return {
        "csl": {
            "type": random.choice(_ITEMS),
            "title": capitalised(words.phrase(random, random.randint(5, 9))),
            "author": [author] if random.random() < 0.7 else None,
            "container-title": document.publisher.name,
            "URL": f"https://example.org/{document.id}",
            "language": "en",
        },
        "publisher": document.publisher.id,
        "published": day,
        "accessed": {"edtf": story.after(30).isoformat(), "basis": "stated"},
        "role": "primary" if at == 0 else "secondary",
        "seen": document.seen,
        "summary": _text(world, random, 1),
        "derived_from": [{"source": earlier, "how": random.choice(("rewrites", "quotes", "cites"))}]
        if earlier
        else None,
        "snapshot": {
            "sha256": hashlib.sha256(document.id.encode()).hexdigest(),
            "chars": random.randint(2_000, 9_000),
            "file": f"{document.id}.txt",
        }
        if full
        else None,
    }


def _explainer(world: World, story: Story, first_said: dict[str, Figure]) -> dict[str, object]:
    random = world.random(story.id)
    words = world.words
    shown = random.sample(story.claims, min(3, len(story.claims)))
    answer = [f"{_starting(first_said[id])} said that [[{id}|{words.phrase(random, 6)}]]." for id in shown]
    day = {"edtf": story.after(31).isoformat(), "basis": "stated"}
    return {
        "question": f"What do we know of {words.phrase(random, 4)} in {random.choice(world.places)}?",
        "summary": _text(world, random, 2),
        "answer": Text("\n".join(answer)),
        "article": story.documents[0].id,
        "claims": list(story.claims),
        "sections": [_section(world, story, first) for first in range(0, len(story.claims), 5)],
        "method": _text(world, random, 2, f"[@{random.choice(story.documents).id}]"),
        "as_of": day,
        "published": day,
        "gaps": [Text(words.sentence(random)) for _ in range(random.randint(1, 3))],
    }


def _section(world: World, story: Story, first: int) -> dict[str, object]:
    """Two paragraphs on five claims: a link to each, a term in each sentence, every second with a citation."""
    random = world.random(f"{story.id} section {first}")
    words = world.words
    paragraphs: list[list[str]] = [[], []]
    for at, id in enumerate(story.claims[first : first + 5]):
        cited = random.choice(story.documents).id
        note = f" [@{cited}, p. {random.randint(1, 90)}]" if at % 2 == 0 else ""
        linked = f"[[{id}|{words.phrase(random, 3)}]]" if at % 3 else f"[[{id}]]"
        term = world.terms[int(random.random() ** 2 * len(world.terms))]
        sentence = words.sentence(random, (linked, term), shortest=12, longest=22)
        paragraphs[at // 3] += [f"{sentence[:-1]}{note}.", words.sentence(random)]
    return {
        "heading": capitalised(words.phrase(random, 3)),
        "text": Text("\n\n".join("\n".join(sentences) for sentences in paragraphs if sentences)),
    }


def _starting(figure: Figure) -> str:
    return capitalised(figure.name)


def _text(world: World, random: Random, number: int, *planted: str) -> Text:
    """So many sentences; what is planted is in the first."""
    rows = [world.words.sentence(random, planted if at == 0 else ()) for at in range(number)]
    return Text("\n".join(rows))


def main() -> None:
    """Write a corpus where the arguments say."""
    parser = argparse.ArgumentParser(description="Write a corpus of records.")
    parser.add_argument("claims", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--hard", type=float, default=HARD, help="the share of claims of rarer shapes")
    given = parser.parse_args()
    print(f"{write(given.claims, given.folder, given.seed, hard=given.hard):,} records in {given.folder / 'content'}")


if __name__ == "__main__":
    main()
