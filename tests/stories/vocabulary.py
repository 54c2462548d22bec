"""The words that say something of a story: one table, to be read and added to when pages are worded otherwise.

What is in no row is not understood. A word of change that is in no row is reported where nothing changed, so that a new
wording does not pass by unread.
"""

from __future__ import annotations

import re
from re import Pattern

Q = r"[“‘\"]([^”’\"]*)[”’\"]"

# Who says that the whole claim is so. The subject comes before, or stands in the row.
SAYS_SO = re.compile(
    r"\b(?:also )?(?:say|says|said|saying|affirms?|affirmed) (?:so|it|this|the same)\b(?! is our)"
    r"|\bgave (?:the same figure|the figure)\b|\bsay so\b",
    re.IGNORECASE,
)
# In a row, that somebody says so to this day: before anything that is marked as earlier.
SAYS_SO_NOW = re.compile(r"^(?!.*read in)(?:(?!earlier).)*\bsays so\b")
EARLIER = re.compile(r"earlier position|not counted|taken back|replaced")
# What somebody did with words: only who did just that may be the subject.
ACTS: dict[str, Pattern[str]] = {
    "estimate": re.compile(r"\bestimat(?:es|ed|ing)\b"),
    "suggest": re.compile(r"\bsuggest(?:s|ed|ing)\b"),
    "report": re.compile(r"\breport(?:s|ed)\b(?! (?:as|by)\b)(?![^.;]* as [a-z]+ing\b)|\breporting\b"),
    "rule": re.compile(r"\b(?:ruled|ordered|found(?= (?:that|the|so)))\b"),
    "deny": re.compile(r"\b(?:denies|denied|deny|denying)\b"),
    "question": re.compile(r"\b(?:asks|asked|questions|questioned)\b(?= (?:whether|it|this|about))"),
    "contest": re.compile(r"\b(?:contests|contested)\b"),
    "relay": re.compile(r"\bpass(?:es|ed|) (?:it |this |them )?on\b(?! from)"),
    "decline": re.compile(r"\b(?:declines?|declined) (?:to )?comment\b"),
    "no-answer": re.compile(r"\b(?:did|does) not (?:answer|reply|respond)\b"),
    "not-reached": re.compile(r"\bcould not be reached\b"),
    "neither": re.compile(r"\bneither (?:confirmed|confirms) nor (?:denied|denies)\b"),
}
NEITHER_DENIES = re.compile(r"\bneither confirm\w* nor den\w*")
SAID_THAT = re.compile(r"\b(?:say|says|said|saying|writes|wrote|print|prints|printed) that\b")
DECLINES = re.compile(r"\bdeclin(?:es?|ed) to say\b|\bdid not say\b", re.IGNORECASE)
NO_POSITION = re.compile(
    r"\b(?:takes?|took) no position\b|\bspeaks? of (?:it|what [^.;|]*? said,) without a position\b", re.IGNORECASE
)
# Verbs that give what follows as the speaker's: its figures have to be theirs.
GIVES = re.compile(
    r"\b(?:said|says|say|saying|writes|wrote|gave|gives|giving|prints|printed|estimat\w+|suggest\w+|reports|reporting|"
    r"reported(?![^.;]* as [a-z]+ing\b)|ruled|ruling|"
    r"(?:set|setting)(?= a figure of\b)|found(?= (?:that|the|a figure)\b)|finding|pass\w* on)\b"
)
# What has been done, and by whom.
STANCES_OF_PARTICIPLES = {
    "denied": "denies", "doubted": "doubts", "taken back": "retracts", "passed on": "relay", "contested": "contest",
    "estimated": "estimate", "neither confirmed nor denied": "neither",
}  # fmt: skip
DONE_BY = re.compile(
    rf"(?<!nor )\b({'|'.join(sorted(STANCES_OF_PARTICIPLES, key=len, reverse=True))}) by (?!the speaker)([^.;:|()]*)",
    re.IGNORECASE,
)
# A page has somebody do something: reported Ana Vale as saying.
HAS = re.compile(r"(?<!\bas )\b(?:reports|reported|quotes|quoted)\b(?= (?P<who>[^.;]*) as [a-z]+ing\b)")
# Whose account a sentence gives, before its speakers.
ACCORDING_TO = re.compile(r"\bAccording to (?P<papers>[^.;]+), (?P<who>(?:each )?[^,.;]+)$")
# Taken back, by the speaker; ended by somebody else is the second row.
TAKEN_BACK = re.compile(
    r"\b(?:taken back|t(?:akes?|ook) (?:it|this|that|the \w+)? ?back|withdr[ae]w\w*|retract\w*|"
    r"correct(?:s|ed)|revised|revises)\b",
    re.IGNORECASE,
)
REPLACED = re.compile(
    r"\b(?:replac(?:es|ed)|superseded|no longer (?:holds|stands)|overruled|overturned)\b", re.IGNORECASE
)

# A change: what was before, what after. `{}` of a clause that follows another is left to the first.
LOST = re.compile(rf"{Q} (?:was lost|fell away|was dropped|was left out|is gone|is missing|is not there)")
ADDED = re.compile(rf"{Q} (?:was added|came in|came to it|was put in|came back)")
BECAME = re.compile(
    r"(?:[“‘]([^”’]*)[”’]|(not stated|(?:an?|the) [a-z ]+?|(?:[a-z]+ ){0,2}[\d,]+(?: [a-z]+)?|[a-z]+)) "
    r"(?:became|turned into|was changed to|was made into|changed to) "
    r"(?:[“‘]([^”’]*)[”’]|(not stated|an? [a-z]+(?: [a-z]+)?|(?:[a-z]+ ){0,2}[\d,]+(?: [a-z]+)?|[a-z]+))"
)
# The start of a sentence that says what changed: the aspect, and before and after if it has them.
LEADS: dict[str, tuple[str, str | None, str | None]] = {
    r"^The unit changed": ("unit", None, None),
    r"^The figure changed": ("figure", None, None),
    r"^The statement changed": ("statement", None, None),
    r"^The subject changed": ("counted", None, None),
    r"^The speakers named changed": ("speakers", None, None),
    r"^The speaker’s description changed": ("named", None, None),
    r"^The form changed": ("act", None, None),
    r"^A reservation was lost": ("certainty", "a reservation", ""),
    r"^A reservation was added": ("certainty", "", "a reservation"),
    r"^The certainty changed": ("certainty", None, None),
}
# An item of a row: “figure: 400 became 500”, “figure: 400 there, 500 here”.
ITEM = re.compile(r"^(?:([a-z ]+): )?(.+?) (?:became (.+)|there, (.+) here)$")
ITEMS = {
    "unit": "unit", "figure": "figure", "qualifier": "qualifier", "statement": "statement", "certainty": "certainty",
    "subject": "counted", "speakers": "speakers", "description": "named", "wording": "wording",
}  # fmt: skip
NOTHING_THERE = {"none", "nothing", "not stated", "the claim’s", "that of the claim", "unstated"}
# What marks the second of two texts as made from the first.
FROM_THIS = re.compile(r"\bdrawing on (?:this|the same account)\b|\bfrom this\b|\bwhich has it from there\b")
# Two accounts of one text, neither of which has it from the other.
ONE_TEXT = re.compile(r"\b(?:[Aa]ccounts of one text \(([^()]*)\)) differ: ")
CHANGE_STEMS = re.compile(
    r"\b(?:lost|added|became|becomes|fell away|dropped|came in|came back|turned into|turned|changed|grew|rose|fell|"
    r"left out|was made|no longer|instead of|without saying how certain|replaced)\b",
    re.IGNORECASE,
)
NOTHING_CHANGED = re.compile(r"\bnothing (?:that we compare |but [a-z ]+ )?(?:was )?changed\b", re.IGNORECASE)
# Words of the pages themselves that use a word of change and tell of none.
OF_THE_PAGE = re.compile(
    r"Nothing has been changed since it was published|on each day when that changed|^Changed?$|^Changes$|"
    r"^How this was made|\bCross: taken back or replaced\.|[Rr]ows that go back to one origin are placed together|"
    r"^An? (?:telling|voice|origin) is "
)
WAY_HEADS = re.compile(r"^What changed as it was passed on|^Changed as they were passed on")

# Ways. `back` in direction: what comes later in the text is nearer to the origin.
ON_THE_WAY = re.compile(r"[Oo]n the way from (.+?) to ([^,]+)")
TRAIL = re.compile(r"\bTraced from (.+?) to (.+?)(?:\.|$)")
LEADS_TO = re.compile(r"\bTraced to: (.+?)(?:\.|$)")
GOES_BACK = re.compile(r"\b(?:goes?|went) back to (.+?)(?: is our inference|\.|;|$)")
PASSED_ON_FROM = re.compile(r"\b(?:passed on from|has it from|have it from|took it from|citing) (.+?)(?:[.;,]|$)")
ENDS_WITH = re.compile(r"(?:, and on|Elsewhere, it is traced) to (.+?)(?:, and on |\.|$)")
STEPS = re.compile(r"(\d+) steps? from the origin")
AGAINST = re.compile(r"\((?:against|compared with) ([^()]+)\)")

# Counts.
NUMBERS = {
    "no": 0,
    "zero": 0,
    "one": 1,
    "a single": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
}
N = rf"(\d+|{'|'.join(NUMBERS)})"
COUNTED = re.compile(r"origin|voice|unknown", re.IGNORECASE)
COUNTED_AS_ONE = re.compile(r"[Cc]ounted as one origin with ([^:.]+)(?:: the texts [^.]*)?")
UNKNOWN_ORIGINS = re.compile(
    rf"\b{N} (?:more )?(?:origins? (?:is |are )?(?:unknown|not known)|(?:of )?unknown origins?|unknown)\b|"
    r"\borigins? unknown\b|\borigin (?:is )?not known\b|\bunknown origins?\b",
    re.IGNORECASE,
)
ORIGINS = re.compile(
    r"(?:(?P<hedge>at most|at least|no more than|up to|perhaps|maybe|probably) )?(?:between )?"
    rf"(?:{N} (?:to|and|or) )?{N} (?:independent |separate )?origins?\b",
    re.IGNORECASE,
)
ONE_ORIGIN_OF = re.compile(r"\b(?:One|1) origin: (.+)$")
VOICES = re.compile(rf"(?:(?P<hedge>at most|at least) )?{N} voices?\b", re.IGNORECASE)
TELLINGS = re.compile(rf"\b{N} tellings?\b", re.IGNORECASE)

NOT_FOUND = re.compile(r"[Nn]o position of (.+?) (?:was|were) found")
SAYS_NOTHING = re.compile(r"\b(?:said|says|say) nothing\b")
DAY = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b"
)
# Before a day that is only the last possible one.
NOT_LATER = re.compile(
    r"(?:by|until|no later than|not later than|before|inferred|at the latest|on this day or earlier)\b"
)

CERTAINTY_WORDS = {
    "possible": {"possible", "may", "may have", "might", "possibly", "could", "put as possible", "a reservation"},
    "probable": {"probable", "probably", "likely", "put as probable", "a reservation"},
    "certain": {"certain", "certainly", "put as certain"},
}
ACT_NOUNS = {
    "say": {"a statement", "says", "said"}, "estimate": {"an estimate", "estimates", "estimated"},
    "report": {"a report", "a statement", "reported"}, "suggest": {"a suggestion", "suggested"},
    "relay": {"something passed on"}, "rule": {"a ruling"},
}  # fmt: skip

# What stands beside a name and is not the subject.
ASIDES = re.compile(
    r", (?:cited|told|printed|speaking|citing|according|quoted|spoke|as reported|drawing on)\b"
    r"(?:(?! as [a-z]+ing\b)[^,.;:|])*,?"
    r"|\((?:not named|cited|against|told|speaking|printed|in |quoted|known|rewritten|published|translated|excerpted)"
    r"[^()]*\)"
    r"|; (?:cited|told) by [^.;|)]*"
    r"|; ?(?:speaking for|cited together with|not named|read in) [^.;:|]*"
)
