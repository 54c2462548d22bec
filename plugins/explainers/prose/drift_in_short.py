"""What one telling has otherwise than another, in a few words, for a table."""

from __future__ import annotations

from explainers.graph.aspects import Aspect
from explainers.graph.drift import ComparedTelling, Comparison

VERB_CLASS_NOUNS = {
    "says": "a statement", "passes on": "something passed on", "vouches for": "a confirmation",
    "estimates": "an estimate", "suggests": "a suggestion", "alleges": "an allegation", "predicts": "a prediction",
    "promises": "a promise", "orders": "an order", "rules": "a ruling",
}  # fmt: skip
# What sentences report; a table has quotation marks too. That words lose their quotation marks is how news is written.
FIGURES = ("unit", "figure", "qualifier")
REPORTED = (*FIGURES, "statement", "counted", "certainty", "speakers", "role", "act", "predicate")


def changed(found: ComparedTelling | Comparison) -> list[str]:
    """What a telling has otherwise than one before, or than all of them, each in a few words."""
    link = found.link if isinstance(found, Comparison) else next((one.link for one in found.compared), "way")
    aspects = (found.aspect(name) for name in (*REPORTED, "quotation"))
    return [words for aspect in aspects if aspect.changed and (words := _few(aspect, link))]


def _few(aspect: Aspect, link: str) -> str:
    """One difference in a few words, for a table."""
    name, before, after = aspect.name, aspect.before, aspect.value
    if name == "quotation":
        return "put in quotation marks" if after.startswith("yes") else "without quotation marks"
    if name == "act":
        if "passes on" in {before, after}:
            return ""
        before, after = VERB_CLASS_NOUNS[before], VERB_CLASS_NOUNS[after]
    quote = name in {"predicate", "role", "qualifier"} or (name == "counted" and aspect.printed)
    before, after = ((f"“{words}”" if quote and words else words) for words in (before, after))
    if name == "statement":
        return "another statement"
    if link == "sibling":
        return f"{_NAMES[name]}: {before or 'none'} there, {after or 'none'} here"
    if name == "qualifier" and not (before and after):
        return f"{before} was lost" if before else f"{after} was added"
    if name == "act":
        return f"{before} became {after}"
    return f"{_NAMES[name]}: {before or _NONE[name]} became {after or _NONE[name]}"


_NAMES = {
    "unit": "unit", "figure": "figure", "qualifier": "qualifier", "statement": "statement",
    "counted": "subject", "certainty": "certainty", "speakers": "speakers", "role": "description",
    "act": "form", "predicate": "wording",
}  # fmt: skip
_NONE = dict.fromkeys(_NAMES, "none") | {
    "statement": "the claim’s", "counted": "that of the claim", "certainty": "not stated",
}  # fmt: skip
