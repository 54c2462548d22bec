"""What a copy editor would strike out of a claim's sentences: one rule each, for whatever the claim is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainers.graph.graph import AttributionRef, Graph
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, Claim
from explainers.prose.groups import certainty
from explainers.prose.proposition import figures
from explainers.prose.sentence import Clause
from explainers.text.inline import plain, uncited

MEANING = {
    "affirms": r"",
    "denies": r"(?<!nor )\bdenied\b|\buntrue\b|\bfound\b.* not\b",
    "doubts": r"\b(doubted|questioned|doubtful)\b",
    "declines": r"\b(neither confirmed nor denied|declined to comment|did not answer|took no position)\b"
    r"|\bcould not be reached\b",
    "none": r"\bpassed\b.* on\b|\bpassed on\b|\basked\b|\bcontested\b",
    "partly": r"\b(put|putting) it differently\b|\bonly in part\b",
    "no-position-found": r"^(On whether .+, n|N)o position of .+ was found\b",
    "retracts": r"\bwithdrew\b",
}
MEANING |= {f"{stance}-other": MEANING[stance] for stance in ("denies", "doubts", "declines")}
HOW_SURE = {
    "certain": r"\bcertain(ly)?\b",
    "probable": r"\bprobabl[ey]\b",
    "possible": r"\bpossibl[ey]\b",
    "unstated": "",
}
# No sentence of ours has one of these, whatever its names are.
NEVER = {
    "two spaces": r"  ",
    "a space before a mark": r"\s[,.;:!?)”]",
    "a space after an opening bracket": r"[(“]\s",
    "two marks in a row": r",,|,\.|\.\.|: :|,:|;;|;,|,;",
    "a name for a figure": r"[{}]",
    "a mark of the inline grammar": r"\[\[|\]\]|\*",
    "a for an": r"\b[Aa] (8|11\b|18\b|about|at|up|unstated|in)",
    "an for a": r"\b[Aa]n (1\b|[2-79]|nearly|more|fewer|less|between)",
    "a missing word": r"\bNone\b",
    "an id": r"\bzz-",
    "one of many": r"(?<![\d.,])(?<!and )(?<!to )1 otters\b",
    "of with nothing behind it": r"\bof (of|in|and|or)\b|\bof[.,)]",
}
_DOUBLED = re.compile(r"\b([^\W\d_]+) \1\b", re.IGNORECASE)
_DAY = re.compile(r"\((?:looked for|as of) [^)]*\)")
_FIGURE = re.compile(r"\d|\b(?:tens|hundreds|thousands|millions|billions)\b")
# Of more than seven speakers the sentence names five, and says how many others there are.
_OTHERS = re.compile(r"[,;]? (?:and|or) ([\d,]+) others(?: \((?:[\d,]+ of them )?not named\))?")
_QUALIFIER = re.compile(r"\b((?<!asked )about|nearly|more than|fewer than|less than|at least|at most)\b")
_NUMBER = re.compile(r"a number \((.+?)\) of ")


def _is_shown(attribution: Attribution, claim: Claim) -> bool:
    """Whether nothing that its actors said, on that day or earlier, contradicts a silence without a search."""
    if attribution.stance != "no-position-found" or attribution.looked_in:
        return True
    last = attribution.as_of.extent.last if attribution.as_of else None
    spoken = {
        actor
        for other in claim.attributions
        if other.stance != "no-position-found" and not other.answers
        if not (last and other.said and other.said.extent.first and other.said.extent.first > last)
        for actor in other.by
    }
    return not spoken.issuperset(attribution.by)


def faults(claim: Claim, clauses: tuple[Clause, ...], graph: Graph) -> list[str]:
    """Everything wrong with the sentences of a claim, each with the sentence."""
    found = [fault for index, clause in enumerate(clauses) for fault in _faults(claim, clauses[:index], clause, graph)]
    told = [attribution.id for clause in clauses for attribution in clause.attributions]
    if sorted(told) != sorted(attribution.id for attribution in claim.attributions if _is_shown(attribution, claim)):
        found.append("an attribution is told twice, or not at all")
    return found


def text_of(clause: Clause) -> str:
    """A sentence as a reader reads it."""
    return plain(uncited(clause.parts))


def said_name(id: str, graph: Graph) -> str:
    """An actor's name in running text."""
    found = graph.get(id, Actor)
    assert found is not None
    return found.in_sentence


def has(name: str, text: str) -> bool:
    """Whether a name stands in a text, case of its first letter aside."""
    start = next((index for index, letter in enumerate(name) if letter.isalnum()), 0)
    return name in text or f"{name[:start]}{name[start : start + 1].upper()}{name[start + 1 :]}" in text


def _faults(claim: Claim, before: tuple[Clause, ...], clause: Clause, graph: Graph) -> Iterator[str]:
    text = text_of(clause)
    names = {said_name(id, graph) for attribution in claim.attributions for id in _people(attribution)}
    for fault in (
        *_of_form(text, names),
        *_of_speakers(claim, clause, text, graph),
        *_of_figures(claim, clause, _without(names, text), graph),
    ):
        yield f"{fault}: {text}"
    if " the same" in text and "affirms" in {claim.stance_of(a) for a in clause.attributions}:
        first = clause.attributions[0]
        for other in (a for earlier in before for a in earlier.attributions):
            own, given = (figures(AttributionRef(claim, one), graph) for one in (other, first))
            if own != given or other.certainty != first.certainty:
                yield f"`the same` after something else: {text}"
    if (
        before
        and re.search(r"\b(it|the statement)\b", text.split(" that ")[0])
        and text_of(before[0])[:11] == "No position"
    ):
        yield f"`it` after no position: {text}"


def _without(names: set[str], text: str) -> str:
    """A text in which a name is no more than a name."""
    for name in sorted(names, key=len, reverse=True):
        for form in (name, f"{name[:1].upper()}{name[1:]}", f"{name[:1]}{name[1:2].upper()}{name[2:]}"):
            text = text.replace(form, "Name")
    return text


def _people(attribution: Attribution) -> list[str]:
    return [*attribution.by, *([attribution.speaks_for] if attribution.speaks_for else [])]


def _of_form(text: str, names: set[str]) -> Iterator[str]:
    start = next((letter for letter in text if letter.isalnum()), "")
    if start != start.upper() and not any(text.startswith(name) for name in names):
        yield "no capital at the start"
    bare = text.rstrip("”’\")'")
    if not bare.endswith((".", "!", "?", "…")) or bare[:-1].endswith((".", "!", "?")):
        yield "not one mark at the end"
    without = _without(names, text)
    for fault, pattern in NEVER.items():
        if re.search(pattern, without):
            yield fault
    if match := _DOUBLED.search(without):
        yield f"{match[0]!r} doubled"
    for opening, closing in ("“”", "()"):
        if without.count(opening) != without.count(closing):
            yield f"{opening}{closing} out of balance"


def _of_speakers(claim: Claim, clause: Clause, text: str, graph: Graph) -> Iterator[str]:
    voices = list(dict.fromkeys(id for attribution in clause.attributions for id in attribution.by))
    unlisted = voices[5:] if len(voices) > 7 else []
    counts = [match[1] for match in _OTHERS.finditer(text)]
    if counts != ([f"{len(unlisted):,}"] if unlisted else []):
        yield "the others are not counted, or wrongly"
    for attribution in clause.attributions:
        for id in _people(attribution):
            if id not in unlisted and not has(said_name(id, graph), text):
                yield f"{said_name(id, graph)} is missing"
        stance = claim.stance_of(attribution)
        if not re.search(MEANING[stance], text):
            yield f"it does not say that they stand at `{stance}`"
        others = [MEANING[other] for other in MEANING if other not in {"affirms", stance}]
        if stance == "affirms" and any(re.search(other, text) for other in others):
            yield "an affirmation reads as something else"
        if attribution.stance == "declines" and re.search(MEANING["denies"], text):
            yield "a refusal reads as a denial"
        if stance != "partly" and not re.search(HOW_SURE[certainty(attribution)], text):
            yield f"it does not say `{attribution.certainty}`"
        unnamed = [id for id in attribution.by if not _is_named(id, graph)]
        if unnamed and attribution.stance != "no-position-found" and not re.search(r"not named|[Uu]nnamed", text):
            yield "it does not say that somebody is not named"


def _is_named(id: str, graph: Graph) -> bool:
    found = graph.get(id, Actor)
    return found is not None and found.named


def _of_figures(claim: Claim, clause: Clause, text: str, graph: Graph) -> Iterator[str]:
    """Every figure is one that these speakers give, right behind its qualifier."""
    rest = _NUMBER.sub(r"\1 ", _OTHERS.sub("", _DAY.sub("", text)))
    refs = [AttributionRef(claim, attribution) for attribution in clause.attributions]
    own = {figure for ref in refs for figure in figures(ref, graph)}
    for figure in sorted(own, key=len, reverse=True):
        rest = re.sub(rf"(?<![\w.,]){re.escape(figure)}(?!\w)", "", rest)
    if _FIGURE.search(rest) or re.search(
        r"\b((?<!asked )about|nearly|more than|fewer than|less than|at least|at most)\b", rest
    ):
        yield "a figure that is not theirs, or not with its qualifier"
    if clause.attributions[0].stance not in {"affirms", "none"} and re.search(r"\b(gave|giving|as \d)", text):
        yield "whoever affirms nothing gives no figure"
