"""Shapes that a few claims of a real site have, and that take their own way through the code.

Retractions and replaced statements, joint and unnamed speakers, texts known only from others, silences, partial
support, long chains, notes, and figures that grow from day to day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from bench.words import capitalised
from bench.world import Document, Figure, Story, World
from bench.yaml_text import Ids, Text

Fields = dict[str, Any]
_LONGEST = 9


class ShapeWriter:
    """Gives claims of one story a shape each, in turn, from the same chance."""

    def __init__(self, world: World, story: Story, random: Random) -> None:
        self.world, self.story, self.random, self.id = world, story, random, ""
        self._shapes: Sequence[Callable[[Fields], None]] = (
            self._retraction, self._replaced, self._together, self._run_together, self._unnamed, self._said_in,
            self._silences, self._in_part, self._in_other_words, self._long_chain, self._own_statement, self._answer,
            self._growing, self._undated, self._related,
        )  # fmt: skip

    def shape(self, id: str, fields: Fields) -> None:
        """Give a claim a shape; what a shape needs and the story lacks is left out."""
        self.id = id
        self.random.choice(self._shapes)(fields)

    def _retraction(self, fields: Fields) -> None:
        first = self._first(fields)
        taken_back = {"stance": "retracts", "act": "say", "said": self._day(4), "replaces": Ids([first["id"]])}
        self._add(fields, {"by": first["by"], **taken_back})

    def _replaced(self, fields: Fields) -> None:
        first = self._first(fields)
        later = {"act": "say", "statement": self._sentence(), "said": self._day(4), "replaces": Ids([first["id"]])}
        self._add(fields, {"by": first["by"], **later})

    def _together(self, fields: Fields) -> None:
        self._several(fields, "together")

    def _run_together(self, fields: Fields) -> None:
        self._several(fields, "as-printed")

    def _several(self, fields: Fields, joint: str) -> None:
        voices = self._named()[:3]
        if len(voices) > 1:
            spoken = {"joint": joint, "speakers": len(voices) + 2, "act": "say", "said": self._day(3)}
            self._add(fields, {"by": Ids(figure.id for figure in voices), **spoken})

    def _unnamed(self, fields: Fields) -> None:
        paper = self._read()[0].publisher
        unnamed = [figure for figure in self.story.speakers if figure.kind == "unnamed-source"]
        for figure in unnamed[:1]:
            self._add(fields, {"by": Ids([figure.id]), "act": "say", "said": self._day(2), "speakers": "several"})
            rests = Ids([fields["attributions"][-1]["id"]])
            self._add(fields, {"by": Ids([paper.id]), "act": "report", "based_on": rests, "basis": "inferred",
                               "note": self._sentence()})  # fmt: skip

    def _said_in(self, fields: Fields) -> None:
        for figure, place in zip(self._named()[1:3], (self._read()[-1].id, self.world.media[0].id), strict=False):
            self._add(fields, {"by": Ids([figure.id]), "act": "allege", "said": self._day(1), "said_in": place})

    def _silences(self, fields: Fields) -> None:
        for at, figure in enumerate(self._unheard(fields)[:3]):
            silence = {"stance": "no-position-found", "as_of": self._day(24), "cites": None}
            looked = {"looked_in": self._sentence()} if at else {}
            self._add(fields, {"by": Ids([figure.id]), **silence, **looked})

    def _in_part(self, fields: Fields) -> None:
        for figure in self._unheard(fields)[:1]:
            self._add(fields, {"by": Ids([figure.id]), "act": "say", "said": self._day(4)}, role="partly")

    def _in_other_words(self, fields: Fields) -> None:
        for figure in self._unheard(fields)[:2]:
            words = self.world.words.phrase(self.random, 3)
            self._add(fields, {"by": Ids([figure.id]), "act": "say", "as_printed": {"predicate": words}})

    def _long_chain(self, fields: Fields) -> None:
        for depth in range(_LONGEST):
            paper = self.story.documents[depth % len(self.story.documents)].publisher
            rests = {"based_on": Ids([fields["attributions"][-1 if depth % 3 else 0]["id"]])}
            act = ("report", "relay", "report")[depth % 3]
            self._add(fields, {"by": Ids([paper.id]), "act": act, **rests, "note": self._sentence()}, at=depth)

    def _own_statement(self, fields: Fields) -> None:
        for figure in self._unheard(fields)[:1]:
            self._add(fields, {"by": Ids([figure.id]), "act": "say", "statement": self._sentence()})

    def _answer(self, fields: Fields) -> None:
        for act, figure in zip(("deny", "decline", "question"), self._unheard(fields), strict=False):
            answered = Ids([fields["attributions"][0]["id"]])
            self._add(fields, {"by": Ids([figure.id]), "act": act, "answers": answered, "said": self._day(4)})

    def _growing(self, fields: Fields) -> None:
        """A figure without a number: each telling has its own, as of its day."""
        counted = self.random.choice(self.world.words.common)
        fields["statement"] = f"The storm of {self.world.words.phrase(self.random, 2)} took {{q1}} {counted}s."
        fields["type"] = "measurement"
        fields["quantities"] = {"q1": {"of": f"{counted}s of that storm", "unit": counted}}
        first = fields["attributions"][0]["by"][0]
        speakers = [first, *(figure.id for figure in self._named() * 2)][:4]
        fields["attributions"] = []
        for at, speaker in enumerate(speakers):
            given = {"act": "say", "said": self._day(at), "gives": {"q1": f"{12 + 9 * at}"}}
            self._add(fields, {"by": Ids([speaker]), **given})

    def _undated(self, fields: Fields) -> None:
        first = fields["attributions"][0]
        first["said"] = {"edtf": self.story.after(2).isoformat(), "basis": "inferred", "note": self._sentence()}
        for figure in self._unheard(fields)[:1]:
            self._add(fields, {"by": Ids([figure.id]), "act": "suggest", "certainty": "possible"})

    def _related(self, fields: Fields) -> None:
        others = [one for one in self.story.claims if one > self.id]
        for kind, other in zip(("outcome-of", "part-of"), others, strict=False):
            fields["relations"].append({"type": kind, "to": other, "drawn_by": "editors", "note": self._sentence()})

    def _add(self, fields: Fields, own: Fields, *, role: str | None = None, at: int | None = None) -> None:
        read = self._read()
        source = read[(len(fields["attributions"]) if at is None else at) % len(read)]
        words = " ".join(self.world.words.some(self.random, 6)) if source.seen == "full-text" else None
        cited = {"source": source.id, "exact": words, "locator": f"para. {self.random.randint(1, 30)}", "role": role}
        cites = {"cites": [cited]} if "cites" not in own else {}
        fields["attributions"].append({"id": f"a{len(fields['attributions']) + 1}", **own, **cites})

    def _first(self, fields: Fields) -> Fields:
        """The first telling, said before what ends it."""
        first: Fields = fields["attributions"][0]
        first["said"] = self._day(0)
        return first

    def _named(self) -> list[Figure]:
        return [figure for figure in self.story.speakers if figure.kind != "unnamed-source"]

    def _unheard(self, fields: Fields) -> list[Figure]:
        heard = {id for one in fields["attributions"] for id in one["by"]}
        return [figure for figure in self._named() if figure.id not in heard]

    def _read(self) -> list[Document]:
        return [document for document in self.story.documents if document.seen != "cited-only"]

    def _day(self, days: int) -> dict[str, str]:
        return {"edtf": self.story.after(days).isoformat(), "basis": "stated"}

    def _sentence(self) -> Text:
        return Text(capitalised(self.world.words.sentence(self.random)))
