"""A story's claims: their figures, who takes which position, and what rests on what."""

from __future__ import annotations

from collections.abc import Iterator

from bench.shapes import ShapeWriter
from bench.words import capitalised
from bench.world import Document, Figure, Story, World
from bench.yaml_text import Ids, Text

_TYPES = "measurement measurement event event intention prediction evaluation causal".split()
_RELATIONS = "supports attacks undercuts contradicts refines compare-with compare-with supersedes".split()
# How a figure's qualifier is printed. Few tellings are exact.
_QUALIFIERS = {
    "more-than": "more than ",
    "about": "about ",
    "nearly": "nearly ",
    "at-least": "at least ",
    "up-to": "up to ",
    "unqualified": "",
}
# How far the last telling is from the origin; most claims have one voice or two.
_DEPTHS = (1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5)


class ClaimWriter:
    """The claims of one story, one after the other, with the speaker of each one's first telling."""

    def __init__(self, world: World, story: Story) -> None:
        self.world, self.story = world, story
        self.random = world.random(f"claims {story.number}")
        self.chance = world.random(f"shapes {story.number}")
        self.shapes = ShapeWriter(world, story, self.chance)
        self.read = [document for document in story.documents if document.seen != "cited-only"]

    def records(self) -> Iterator[tuple[str, dict[str, object], Figure]]:
        """Each claim's id, its fields, and who says so first."""
        for at, id in enumerate(self.story.claims):
            speaker = self.story.speakers[at % len(self.story.speakers)]
            fields = self._claim(at, speaker)
            if self.chance.random() < self.world.hard:
                self.shapes.shape(id, fields)
            yield id, fields, speaker

    def _claim(self, at: int, speaker: Figure) -> dict[str, object]:
        random, words = self.random, self.world.words
        place = int(id_number(self.story.claims[at])) % len(self.world.places)
        counted = random.choice(words.common)
        figure = random.random() < 0.4
        number = random.choice((3, 12, 25, 40, 120, 300, 1_500, 7_000, 50_000))
        quantity = {"relation": random.choice(list(_QUALIFIERS)), "value": number}
        said = words.phrase(random, random.randint(3, 6))
        what = f"{{q1}} {counted}s {said}" if figure else f"the {counted} {said}"
        term = int(id_number(self.story.claims[at])) % len(self.world.terms)
        about = [random.choice(self.world.states).id, f"place-{place:04d}", self.story.event]
        return {
            "label": capitalised(words.phrase(random, 4))[:60].strip(),
            "statement": f"The {random.choice(words.common)} of {self.world.places[place]} has {what}.",
            "type": "measurement" if figure else random.choice(_TYPES[2:]),
            "about": Ids([*dict.fromkeys(about), *([f"term-{term:05d}"] if at % 7 == 0 else [])]),
            "summary": Text(self._summary(self.world.terms[term])),
            "time": {"edtf": self.story.day.isoformat(), "basis": "stated"} if random.random() < 0.7 else None,
            "quantities": {"q1": {"of": f"{counted}s {said}", **quantity, "unit": counted}} if figure else None,
            "attributions": self._attributions(at, speaker, quantity if figure else {}, counted),
            "relations": self._relations(at),
            "gaps": [Text(self._sentence())] if random.random() < 0.3 else None,
            "updates": [self._update()] if random.random() < 0.03 else None,
        }

    def _summary(self, term: str) -> str:
        """One or two sentences, with a term, a link to another claim and a citation."""
        random = self.random
        rows = [self._sentence(term)]
        if random.random() < 0.6:
            cited = f" [@{random.choice(self.read).id}, p. {random.randint(1, 90)}]"
            rows.append(f"{self._sentence(f'[[{random.choice(self.story.claims)}]]')[:-1]}{cited}.")
        return "\n".join(rows)

    def _attributions(
        self, at: int, speaker: Figure, quantity: dict[str, object], counted: str
    ) -> list[dict[str, object]]:
        """The origin, each telling that rests on the one before it, then those who hold otherwise or say nothing."""
        found = [self._origin(at, speaker, quantity, counted)]
        for depth in range(1, self.random.choice(_DEPTHS)):
            found.append(self._telling(at, depth, quantity, counted))
        others = [figure for figure in self.story.speakers if figure is not speaker]
        self.random.shuffle(others)
        for other, stance in zip(others, self._stances(), strict=False):
            found.append(self._position(at, other, stance))
        return [{"id": f"a{number}", **fields} for number, fields in enumerate(found, 1)]

    def _origin(self, at: int, speaker: Figure, quantity: dict[str, object], counted: str) -> dict[str, object]:
        random = self.random
        basis = random.choice(("own-observation", "own-estimate", "not-stated", "not-stated"))
        # Some stories rest on an earlier one.
        number = int(id_number(self.story.claims[at]))
        if number and random.random() < 0.04:
            basis = f"claim-{random.randrange(number):06d}#a1"
        others = [f for f in self.story.speakers if f is not speaker and f.kind != "unnamed-source"]
        joint = bool(others) and random.random() < 0.12
        voices = [speaker.id, *([random.choice(others).id] if joint else [])]
        person = not joint and speaker.kind == "person" and random.random() < 0.15
        quoted = random.random() < 0.2
        return {
            "by": Ids(voices),
            "joint": random.choice(("as-printed", "separate")) if joint else None,
            "speaks_for": random.choice(self.world.states).id if person else None,
            "act": random.choice(("say", "say", "say", "estimate", "allege", "suggest")),
            "verb": random.choice(("said", "told reporters", "estimated", "wrote")),
            "certainty": random.choice(("unstated", "unstated", "certain", "probable", "possible")),
            "mode": "quotation" if quoted else "paraphrase",
            "quote_status": "not-checked" if quoted else None,
            "said": {"edtf": self.story.after(random.randint(0, 3)).isoformat(), "basis": "stated"},
            "based_on": Ids([basis]),
            "cites": [self._citation(self._document(at), quantity, counted)],
        }

    def _telling(self, at: int, depth: int, quantity: dict[str, object], counted: str) -> dict[str, object]:
        """A paper passes on the telling before it, sometimes with another figure."""
        random = self.random
        document = self._document(at + depth)
        changed = {}
        if quantity and random.random() < 0.25:
            changed = {"relation": random.choice(list(_QUALIFIERS)), "value": quantity["value"]}
        note = self._sentence(f"[@{random.choice(self.read).id}, p. {random.randint(1, 40)}]")
        return {
            "by": Ids([document.publisher.id]),
            "act": random.choice(("report", "relay")),
            "mode": random.choice(("paraphrase", "summary", "headline")),
            "as_printed": {"quantities": {"q1": changed}} if changed else None,
            "based_on": Ids([f"a{depth}"]),
            "basis": random.choice(("stated", "inferred")),
            "note": Text(note) if random.random() < 0.4 else None,
            "cites": [self._citation(document, changed or quantity, counted)],
        }

    def _position(self, at: int, other: Figure, stance: str) -> dict[str, object]:
        acts = {"denies": "deny", "doubts": "question"}
        silent = stance in {"declines", "no-position-found"}
        looked = {"edtf": self.story.after(24).isoformat(), "basis": "stated"}
        return {
            "by": Ids([other.id]),
            "stance": stance,
            "act": acts.get(stance, "no-comment"),
            "as_of": looked if silent else None,
            "looked_in": Text("statements of that month") if stance == "no-position-found" else None,
            "cites": [self._citation(self._document(at), {}, "")],
        }

    def _stances(self) -> list[str]:
        chances = {"denies": 0.14, "doubts": 0.05, "declines": 0.1, "no-position-found": 0.15}
        return [stance for stance, chance in chances.items() if self.random.random() < chance]

    def _citation(self, document: Document, quantity: dict[str, object], counted: str) -> dict[str, object]:
        random, exact = self.random, None
        if document.seen == "full-text" or (document.seen == "excerpt" and random.random() < 0.7):
            exact = " ".join(self.world.words.some(random, random.randint(4, 14)))
            if quantity:
                exact = f"{exact} with {printed(quantity)} {counted}s"
        return {
            "source": document.id,
            "exact": exact,
            "locator": f"para. {random.randint(1, 30)}" if random.random() < 0.6 else None,
        }

    def _relations(self, at: int) -> list[dict[str, object]]:
        random = self.random
        others = [id for id in self.story.claims if id != self.story.claims[at]]
        chosen = random.sample(others, min(random.choice((0, 0, 1, 1, 2)), len(others)))
        return [self._relation(other) for other in chosen]

    def _relation(self, other: str) -> dict[str, object]:
        random = self.random
        ours = random.random() < 0.8
        return {
            "type": random.choice(_RELATIONS),
            "to": other,
            "drawn_by": "editors" if ours else "source",
            "source": None if ours else random.choice(self.read).id,
            "note": Text(self._sentence(f"[[{random.choice(self.story.claims)}]]")) if random.random() < 0.5 else None,
        }

    def _update(self) -> dict[str, object]:
        random, words = self.random, self.world.words
        return {
            "date": {"edtf": self.story.after(60).isoformat(), "basis": "stated"},
            "field": "summary",
            "from": words.phrase(random, 4),
            "to": words.phrase(random, 4),
            "kind": random.choice(("correction", "update", "clarification")),
            "why": Text(self._sentence()),
        }

    def _document(self, at: int) -> Document:
        return self.story.documents[at % len(self.story.documents)]

    def _sentence(self, *planted: str) -> str:
        return self.world.words.sentence(self.random, planted)


def printed(quantity: dict[str, object]) -> str:
    """A figure as a page prints it: nearly 50,000."""
    return f"{_QUALIFIERS[str(quantity['relation'])]}{quantity['value']:,}"


def id_number(id: str) -> str:
    """The number at an id's end."""
    return id.rpartition("-")[2]
