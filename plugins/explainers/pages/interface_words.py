"""Words of the interface for the values of a record."""

from __future__ import annotations

SEEN = {
    "full-text": "Read in full",
    "excerpt": "Read in part",
    "cited-only": "Not read: known from other sources",
}
# What has become of a page, after its address.
GONE = {
    "dead": "gone, as far as we know",
    "missing": "the text is no longer there, as far as we know",
    "usurped": "another page is at this address now, as far as we know",
}
DERIVATIONS = {
    "republishes": "It republishes",
    "rewrites": "It rewrites",
    "translates": "It translates",
    "quotes": "It quotes",
    "cites": "It cites",
    "updates": "It updates",
    "excerpts": "It is an excerpt of",
}
# What the marks of a chart of figures mean.
LEGEND = {
    "bare": "a bare number",
    "about": "may be lower or higher",
    "under": "may be lower",
    "over": "may be higher",
    "range": "a range",
    "magnitude": "tapered: a range open at both ends",
    "inferred": "hatched: the date is our inference",
    "unknown": "hollow: the date is not established",
}
ACTOR_GROUPS = {
    "person": "People",
    "state": "States",
    "government": "Governments",
    "parliament": "Parliaments",
    "court": "Courts",
    "political-party": "Political parties",
    "military-force": "Military forces",
    "institution": "Institutions",
    "university": "Universities",
    "alliance": "Alliances",
    "media-organisation": "News media",
    "company": "Companies",
    "trade-union": "Trade unions",
    "charity": "Charities",
    "unnamed-group": "Unnamed groups",
    "unnamed-source": "Unnamed sources",
}
INDEX_WORDS = {
    "explainer": "Questions that an article leaves open, answered from the record.",
    "claim": "One checkable statement each, always with whoever made it.",
    "actor": "Everyone who says or does something here, including unnamed speakers.",
    "source": "Everything we read, and what we know only from others.",
    "place": "Where it happens. A city that stands for a government is not a place here.",
    "event": "What happened, what is said to have happened and by whom, and what was said on which occasion.",
    "term": "What the words mean here. In running text, the first use in each section links to its entry.",
}
