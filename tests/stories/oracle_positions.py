"""Who says so, who does not, who gave which figure, and who took what back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.stories import vocabulary as v
from tests.stories.builder import LESS
from tests.stories.names import Names
from tests.stories.reading import Block, sentences
from tests.stories.truth import REFUSALS, Truth

# Where one clause ends; a verb ends the subject of the next as well.
_STOPS = re.compile(r"[.;|]| while | but ")
_ANY_VERB = re.compile(
    "|".join(
        f"(?:{p.pattern})"
        for p in (v.SAYS_SO, v.SAID_THAT, v.HAS, *v.ACTS.values(), v.TAKEN_BACK, v.DECLINES, v.NO_POSITION)
    ),
    re.IGNORECASE,
)
_GROUPS = {"Say so": "affirms", "Deny it": "denies", "Did not say": "declines", "Took it back": "retracts"}


@dataclass(frozen=True)
class Clause:
    """A subject, its verb, and what follows up to the next verb."""

    subject: tuple[str, ...]
    start: int
    end: int
    rest: str


def clauses(text: str, verb: re.Pattern[str], names: Names, row: Sequence[str] = ()) -> Iterator[Clause]:
    """Where a verb occurs: the actors named before it in its clause; in a row without such, those of the row."""
    if not verb.search(text):
        return
    plain = _without_asides(text)
    for found in verb.finditer(plain):
        begin = max((m.end() for m in _STOPS.finditer(plain, 0, found.start())), default=0)
        verbs = [m.end() for m in _ANY_VERB.finditer(plain) if begin < m.end() <= found.start()]
        before = plain[max([begin, *verbs]) : found.start()]
        account = v.ACCORDING_TO.search(before)
        subject = names.actors(account["who"] if account else before)
        if subject and re.search(r"\((?:since |then |later )?$", before):
            # Ana Vale (since taken back): it is said of the name right before.
            subject = [names.mentions(before)[-1].key]
        after = [m.start() for m in _ANY_VERB.finditer(plain) if m.start() >= found.end()]
        end = min([*after, *(m.start() for m in re.finditer(r"\. |; |$", plain) if m.start() >= found.end())])
        yield Clause(tuple(subject or row), found.start(), found.end(), plain[found.end() : end])


def _without_asides(text: str) -> str:
    """The same text, asides blanked, so that places in it stay."""
    return v.ASIDES.sub(lambda found: " " * len(found[0]), text)


def row_subject(block: Block, names: Names) -> list[str]:
    """Of a row: who stands at its head, before anything is said about them."""
    head = block.cells.get("who", "").partition(";")[0]
    return names.subject(head)


def _texts(block: Block, names: Names) -> Iterator[tuple[str, list[str]]]:
    """The sentences of a block, or the cells of a row with those of whom they speak."""
    if not block.is_row:
        yield from ((text, []) for text in sentences(block.text))
        return
    subject = row_subject(block, names)
    who = block.cells.get("who", "")
    for cell in (who[len(who.partition(";")[0]) :], *(text for head, text in block.cells.items() if head != "who")):
        yield cell, subject


def untrue_positions(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """Who is put down as saying so, denying, refusing, asking or passing on, and did not."""
    for text, row in _texts(block, names):
        if not _ANY_VERB.search(text):
            continue
        yield from _wrong(text, v.SAYS_SO, truth.affirmers(), "says so", names, row)
        yield from _wrong(text, v.SAID_THAT, _sayers(truth), "said that", names, row)
        for act, pattern in v.ACTS.items():
            text_here = v.NEITHER_DENIES.sub(lambda m: " " * len(m[0]), text) if act == "deny" else text
            yield from _wrong(text_here, pattern, truth.who_did(act), act, names, row)
        yield from _wrong(text, v.DECLINES, truth.who_takes("declines"), "declines", names, row)
        nobody = truth.who_takes("none") | truth.who_did("no-comment")
        yield from _wrong(text, v.NO_POSITION, nobody, "takes no position", names, row)
        yield from _reported(text, truth, names)
        yield from _accounts(text, truth, names)
        yield from _passive(text, truth, names)
    for title, stance in _GROUPS.items():
        if block.group == title and block.is_row:
            allowed = truth.affirmers() if stance == "affirms" else truth.who_takes(stance)
            allowed = allowed | truth.took_back if stance == "retracts" else allowed
            for actor in set(row_subject(block, names)) - allowed:
                yield f"{actor} stands under “{title}”"


def untrue_presents(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """Who is put down as saying so still, and took it back or was replaced."""
    if not block.is_row:
        return
    listed = block.group == "Say so" and not any(v.EARLIER.search(cell) for cell in block.cells.values())
    tells = any(v.SAYS_SO_NOW.search(cell) for cell in block.cells.values())
    if listed or tells:
        for actor in row_subject(block, names):
            if truth.affirmers() & {actor} and not truth.stands_by_it(actor):
                yield f"{actor} says so no more"


def _reported(text: str, truth: Truth, names: Names) -> Iterator[str]:
    """Whose words a page is said to report: those of somebody who is read in it."""
    for found in v.HAS.finditer(text):
        papers = names.subject(text[: found.start()])[-1:]
        for actor in names.subject(found["who"]):
            if papers and not any(truth.story.page_of(t).publisher in papers for t in truth.of(actor)):
                yield f"{papers[0]} does not report {actor}"


def _accounts(text: str, truth: Truth, names: Names) -> Iterator[str]:
    """Whose account of what somebody said is given: of pages in which that is read."""
    plain = _without_asides(text)
    for verb in _ANY_VERB.finditer(plain):
        account = v.ACCORDING_TO.search(plain[: verb.start()].rstrip())
        for actor in names.actors(account["who"]) if account else []:
            pages = {truth.story.page_of(t).publisher for t in truth.of(actor)}
            yield from (f"{paper} has nothing of {actor}" for paper in set(names.actors(account["papers"])) - pages)


def _passive(text: str, truth: Truth, names: Names) -> Iterator[str]:
    """What is said to have been done with the claim, and by whom: it has been denied by Ana Vale."""
    for found in v.DONE_BY.finditer(text):
        stance = v.STANCES_OF_PARTICIPLES[found[1].casefold()]
        allowed = truth.took_back if stance == "retracts" else truth.who_takes(stance) | truth.who_did(stance)
        yield from (f"“{found[1]} by” {actor}, who did not" for actor in set(names.subject(found[2])) - allowed)


def _sayers(truth: Truth) -> set[str]:
    """Who may be said to have said that something is so."""
    return truth.spoke - {a for a in truth.spoke if all(t.act in REFUSALS for t in truth.of(a))}


def _wrong(
    text: str, verb: re.Pattern[str], allowed: set[str], what: str, names: Names, row: Sequence[str]
) -> Iterator[str]:
    for clause in clauses(text, verb, names, row):
        for actor in set(clause.subject) - allowed:
            yield f"“{what}” of {actor}, who did not"


def untrue_figures(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """Who is named for a figure that they did not give, or not with that qualifier."""
    if block.is_row:
        yield from _figures_of_row(block, truth, names)
        return
    for text in sentences(block.text):
        if v.BECAME.search(text):
            continue
        for clause in clauses(text, v.GIVES, names):
            for mention in names.figures(clause.rest, truth.values):
                for actor in clause.subject:
                    if not truth.gives(actor, mention.figure) and not truth.prints(actor, mention.figure):
                        yield f"{actor} did not give {mention.figure.printed}"
        for mention in names.figures(text, truth.values):
            if text[: mention.start].endswith(": "):
                for actor in names.list_before(_without_asides(text), mention.start - 2):
                    if not truth.gives(actor, mention.figure):
                        yield f"{actor} did not give {mention.figure.printed}"
            if text[mention.end :].startswith(" ("):
                inside = _in_brackets(text, mention.end + 1)
                # 400 (Ana Vale: nearly 400): the number first, how it is put behind the name.
                if v.TAKEN_BACK.search(inside) or v.REPLACED.search(inside):
                    continue
                again = any(other.figure.value == mention.figure.value for other in names.figures(inside, truth.values))
                for actor in names.subject(inside):
                    if not truth.gives(actor, mention.figure.value if again else mention.figure):
                        yield f"{actor} did not give {mention.figure.printed}"


def _in_brackets(text: str, at: int) -> str:
    """What is in the brackets that open at a place, those within them included: officials (not named), 3 March."""
    depth = 0
    for place in range(at, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return text[at:place]
    return text[at:]


def _figures_of_row(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    who = row_subject(block, names)
    for head, cell in block.cells.items():
        if head.casefold() in {"figure", "figures"}:
            for mention in names.figures(cell, truth.values):
                for actor in who:
                    if not truth.gives(actor, mention.figure):
                        yield f"{actor} did not give {mention.figure.printed}"


def untrue_statements(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """Whose words a smaller or another statement is put down to."""
    for text in sentences(block.text):
        for statement in (less.format(town=truth.story.town).rstrip(".").removeprefix("The flood ") for less in LESS):
            place = text.casefold().find(statement.casefold())
            if place < 0 or v.CHANGE_STEMS.search(text):
                continue
            speakers = {a for t in truth.tellings if statement in t.statement for a in (*t.by, t.speaks_for) if a}
            papers = {truth.story.page_of(t).publisher for t in truth.tellings if statement in t.statement}
            subject = names.subject(text[:place])
            for actor in set(subject[-1:]) - speakers - papers:
                yield f"{actor} did not say that the flood {statement}"


def untrue_revisions(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """What is told as taken back or replaced, and was not."""
    for text, row in _texts(block, names):
        if v.OF_THE_PAGE.search(text) and truth.ended:
            continue
        for pattern, allowed in ((v.TAKEN_BACK, truth.took_back), (v.REPLACED, _revisers(truth))):
            for found in pattern.finditer(text):
                if not allowed:
                    yield f"“{found[0]}”, and nobody did"
            for clause in clauses(text, pattern, names, row):
                for actor in set(clause.subject) - allowed:
                    yield f"“{text[clause.start : clause.end]}” of {actor}, who did not"
        yield from _replacement_taken_back(text, truth, names)
    if block.is_row and any(v.TAKEN_BACK.search(cell) for head, cell in block.cells.items() if head == "Figure"):
        yield from _replacement_taken_back(block.cells["Figure"], truth, names)


def _revisers(truth: Truth) -> set[str]:
    ended = [t for id, other in truth.ended.items() for t in (other, truth.story.tellings[id])]
    return {actor for t in ended for actor in (*t.by, t.speaks_for) if actor} | truth.took_back


def _replacement_taken_back(text: str, truth: Truth, names: Names) -> Iterator[str]:
    """A figure that is called taken back right after it: it must be one that ended and that nobody gives still."""
    ended = {telling.figure.value for telling in truth.tellings if truth.is_given_up(telling)}
    for mention in names.figures(text, truth.values):
        after = text[mention.end : mention.end + 45].partition(" | ")[0]
        if (
            re.match(r"[^.\d]*?(?:taken back|withdrawn|replaced|superseded)", after)
            and mention.figure.value not in ended
        ):
            yield f"{mention.figure.printed} is told as ended, and was not"


def untrue_silences(block: Block, truth: Truth, names: Names) -> Iterator[str]:
    """Who is put down as silent, and spoke."""
    for text in sentences(block.text):
        silent = [found[1] for found in v.NOT_FOUND.finditer(text)]
        silent += [text[: found.start()] for found in v.SAYS_NOTHING.finditer(text)]
        for words in silent:
            for actor in names.actors(words):
                if actor in truth.spoke:
                    yield f"{actor} is put down as silent, and spoke"
                elif actor not in truth.story.silent:
                    yield f"{actor} is put down as silent, and nobody looked"
