"""Figures in our own sentences, held against those that the linked claim and its tellings give. (English; rules)

A figure within the words of a link is one of the claim. Outside of them it is only where the noun after it is what the
claim counts, no other record has that number, and the sentence links no other claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from explainers.checks.gathered import gathered
from explainers.checks.given_figures import (
    GivenNumber,
    all_given,
    all_values,
    figures_in,
    given_by,
    matching,
    mentioned,
)
from explainers.checks.named_speakers import attributions_named
from explainers.checks.own_positions import attributed_to
from explainers.checks.own_sentences import LinkedWords, Objection, Sentence, fault, linking
from explainers.checks.rule import Fault
from explainers.glossary.quotations import inside, quotations
from explainers.graph.graph import Graph
from explainers.graph.telling_figures import claim_figures, gives_figures
from explainers.kinds.claim.model import Attribution, Claim
from explainers.text.numbers import Figure

Change = Literal["differs", "missing", "added"]
_WORD = re.compile(r"[^\W\d_]+")
_NOT_COUNTED = frozenset("the a an of in on at and or for to from by with who that were was is are not only".split())
# A number after these names a figure, or is one of several words that qualify it: nothing is said of its qualifier.
_NAMED = re.compile(
    r"""\b(?: the | this | these | those | his | her | its | their | our | such | another | other | same
      | further | all | only | just | exactly | precisely | even | both | barely | hardly | additional | each | every
      | not | estimated | projected | perhaps | maybe | possibly | probably | likely | circa | ca\.? | nearer
      | closer\ to | from | (?:figure|number|toll|estimate|total|count|sum|claim|average|mean|median|record|maximum
      | minimum|limit)(?:\ of)? )\ $
    | [~≈<>≥≤]\ ?$""",
    re.IGNORECASE | re.VERBOSE,
)
_POINTERS = ("See ", "Compare ", "Cf. ")
_NEAR_AFTER = 50
# 280 against 1,150; 80 per cent or so.
_COMPARED = re.compile(r"\s(?:to|against|versus|vs\.?|or|then)\s[\d]", re.IGNORECASE)
_QUALIFIED_LATER = re.compile(r"(?:\s[^\s,;.]+){0,3},?\s(?:or (?:so|more|less|fewer)|at (?:least|most)|roughly)\b")
_ASKED = re.compile(r"\b(?:whether|if|asked|question(?:s|ed)?|how|why|den(?:y|ies|ied)|false)\b", re.IGNORECASE)
_PART_OF = re.compile(
    r"\b(?:of|among|out of|unlike|than|with|to|from)(?: the| its| his| their| all| about)? $", re.IGNORECASE
)
# Numbers that are no figures: a 24-hour strike, 6 a.m., Boeing 737, type 2, 2023-24.
_COMPOUND = re.compile(r"-(?!strong\b)[A-Za-z]|\s?[ap]\.?m\b|\s?o[’']clock")
_NAME_BEFORE = re.compile(
    r"\b(?:type|phase|stage|grade|level|class|category|version|season|week|day|line|gate|bus|channel|model|highway|step"
    r"|round|volume|unit|sector|zone|district|aged?|year|point|item|footnote|figure|table|rule) $",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(?:in|since|until|by|of|before|after) $", re.IGNORECASE)
_CAPITALISED = re.compile(r"(?<=[\w,;’”)] )[A-Z][\w’'-]* $")
_YEARS_BEFORE = re.compile(r"\b(?:19|20)\d\d[-–]$")
# A range whose first end has its thousands only at the second: 30–45,000.
_RANGE_AFTER = re.compile(r"\s?(?:-|–|to)\s?\d{1,3}(?:,\d{3})+")


class FigureOfClaim(NamedTuple):
    """A figure of a sentence that is about a claim: where it is, and whether in the words of the link."""

    claim: Claim
    link: LinkedWords
    start: int
    end: int
    figure: Figure


@gathered
def figure_faults(graph: Graph) -> Mapping[Change, Sequence[Fault]]:
    """Every fault of the figures in the records' own texts, by what became of the figure."""
    found: dict[Change, list[Fault]] = {"differs": [], "missing": [], "added": []}
    for passage, sentence in linking(graph):
        for change, doubt in figure_doubts(sentence):
            found[change].append(fault(passage, doubt))
    return found


def figure_doubts(sentence: Sentence) -> Iterator[tuple[Change, Objection]]:
    """Every figure of a sentence that differs from its claim's, or lost, changed or got its qualifier."""
    for printed in figures_of_claims(sentence):
        found = _change(printed, sentence)
        if found:
            change, message, help = found
            yield change, sentence.doubt(message, help, printed.start, printed.end)


def figures_of_claims(sentence: Sentence) -> Iterator[FigureOfClaim]:
    """The figures of a sentence that are about a claim that it links."""
    all_of_them = [figure for figure in figures_in(sentence.words) if not _is_no_figure(sentence.words, figure)]
    claims = sentence.claims if all_of_them else ()
    for link, claim in claims:
        within = [figure for figure in all_of_them if link.has_words and link.start <= figure.start < link.end]
        yield from (FigureOfClaim(claim, link, figure.start, figure.end, figure) for figure in within)
    is_pointer = sentence.words.lstrip().startswith(_POINTERS)
    if len({claim.id for _, claim in claims}) == 1 and claims[0][1].quantities and not is_pointer:
        link, claim = claims[0]
        yield from _outside(sentence, link, claim, all_of_them)


def _outside(sentence: Sentence, link: LinkedWords, claim: Claim, found: Sequence[Figure]) -> Iterator[FigureOfClaim]:
    """The figures outside the link that count what the claim counts, where no other figure is the claim's."""
    given = all_given(sentence.graph, claim.id)
    known = [figure.start for figure in found if matching(figure, given)]
    for figure in found:
        start, end = figure.start, figure.end
        if any(one.start <= start < one.end for one in sentence.links) or not _counts_the_same(sentence, claim, end):
            continue
        is_part = bool(_PART_OF.search(sentence.just_before(start)))
        if start in known or not (known or is_part or figure.value in all_values(sentence.graph)):
            yield FigureOfClaim(claim, link, start, end, figure)


def _change(printed: FigureOfClaim, sentence: Sentence) -> tuple[Change, str, str] | None:
    """What became of a figure in our words, with what to say of it."""
    figure, claim = printed.figure, printed.claim
    everything = all_given(sentence.graph, claim.id)
    if not matching(figure, everything):
        if figure.value in mentioned(sentence.graph, claim.id) or _is_rounded(figure, everything, sentence, printed):
            return None
        numbers = " and ".join(dict.fromkeys(g.quantity.number for g in everything if g.quantity)) or "no figure"
        message = f"our words give {figure.words}, and `{claim.id}` has {numbers}"
        return "differs", message, "give a figure that the claim or one of its tellings gives"
    tellings = _tellings(printed, sentence)
    same = matching(figure, given_by(claim, tellings, sentence.graph))
    relations = frozenset(relation for given in same for relation in given.relations)
    if not relations or _leaves_open(printed, relations, sentence):
        return None
    return _qualified(figure, relations, sentence, printed)


def _leaves_open(printed: FigureOfClaim, relations: frozenset[str], sentence: Sentence) -> bool:
    """Whether a qualifier is not ours to give: in a quotation, a question, a range, or an order of magnitude."""
    is_magnitude = printed.figure.relations == ("order-of-magnitude",) and "order-of-magnitude" not in relations
    is_asked = bool(_ASKED.search(sentence.just_before(printed.start)))
    is_quoted = inside(quotations(sentence.words), printed.start, printed.end)
    return "between" in relations or is_magnitude or is_asked or is_quoted


def _qualified(
    figure: Figure, relations: frozenset[str], sentence: Sentence, printed: FigureOfClaim
) -> tuple[Change, str, str] | None:
    """Whether a figure has the qualifier that the speakers named in the sentence have given it."""
    as_recorded = " or ".join(f"`{relation}`" for relation in sorted(relations))
    help = "give the figure as the speakers gave it"
    if figure.relations:
        if relations & set(figure.relations):
            return None
        if relations == {"unqualified"}:
            return "added", f"our words say `{figure.qualifier}`, and the record gives {figure.words} bare", help
        return "missing", f"our words say `{figure.qualifier}`, and the record has {as_recorded}", help
    if "unqualified" in relations or _is_only_named(printed, relations, sentence):
        return None
    return "missing", f"our words give {figure.words} bare, and the record has {as_recorded}", help


def _is_only_named(printed: FigureOfClaim, relations: frozenset[str], sentence: Sentence) -> bool:
    """Whether a bare figure is mentioned, compared, or qualified by a word that is not adjacent to it."""
    after = sentence.words[printed.end : printed.end + _NEAR_AFTER]
    if _NAMED.search(sentence.just_before(printed.start)) or _COMPARED.match(after) or _QUALIFIED_LATER.match(after):
        return True
    same = (figure for figure in figures_in(sentence.words) if figure.value == printed.figure.value)
    return any(relations & set(figure.relations) for figure in same)


def _tellings(printed: FigureOfClaim, sentence: Sentence) -> Sequence[Attribution]:
    """The tellings that a figure is one of; none, where those who are named do not give it but speak of it."""
    direct = attributed_to(sentence, printed.link)
    named = direct or attributions_named(printed.claim, sentence) or printed.claim.attributions
    return [attribution for attribution in named if gives_figures(attribution)]


def _is_rounded(figure: Figure, given: Sequence[GivenNumber], sentence: Sentence, printed: FigureOfClaim) -> bool:
    """Whether a figure is said to be a rounded one of those given, or the end of a range with shared thousands."""
    shared = _RANGE_AFTER.match(sentence.words, printed.end)
    if shared and any(matching(_times(figure, scale), given) for scale in (1000, 10**6)):
        return True
    off = [value - figure.value for each in given for value in each.values]
    near = abs(figure.value) / 20
    upward = {"more-than", "at-least"} & set(figure.relations)
    downward = {"nearly", "fewer-than", "up-to", "at-most"} & set(figure.relations)
    about = "about" in figure.relations
    return any(((upward or about) and 0 < by <= near) or ((downward or about) and -near <= by < 0) for by in off)


def _times(figure: Figure, scale: int) -> Figure:
    number = figure.numbers[0]
    return figure._replace(numbers=(number._replace(values=(number.value * scale,)),))


def _is_no_figure(words: str, figure: Figure) -> bool:
    before, after = words[max(0, figure.start - 40) : figure.start], words[figure.end :][:20]
    if _COMPOUND.match(after) or _YEARS_BEFORE.search(before):
        return True
    is_plain = figure.words.isdigit() and len(figure.words) <= 4
    is_year = is_plain and len(figure.words) == 4 and _YEAR_BEFORE.search(before)
    return bool(is_year or (is_plain and (_NAME_BEFORE.search(before) or _CAPITALISED.search(before))))


def _counts_the_same(sentence: Sentence, claim: Claim, end: int) -> bool:
    """Whether a figure is followed by a noun that is counted by the claim: 50,000 foreign soldiers."""
    following = [word.casefold() for word in _WORD.findall(sentence.words[end : end + 60])[:3]]
    counted = {
        _singular(word)
        for quantity in claim_figures(claim, sentence.graph).values()
        for word in _WORD.findall(f"{(quantity.of or '').casefold()} {(quantity.unit or '').casefold()}")
    } - _NOT_COUNTED
    return bool(following) and _singular(following[0]) in counted


def _singular(word: str) -> str:
    return {"people": "person", "men": "man", "women": "woman", "children": "child"}.get(word, word.removesuffix("s"))
