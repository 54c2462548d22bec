"""English verbs of saying by what they tell a reader about the statement, apart from who makes it.

The lists are ours. Which class a verb belongs to follows
- Kiparsky & Kiparsky 1970 (“Fact”) and Hooper 1975 (“On assertive predicates”): verbs that take it for granted that
  what follows is so (factive and semifactive), and verbs that doubt or deny it (nonassertive);
- Saurí & Pustejovsky 2009 (FactBank): verbs that present what follows as possible or probable only;
- the cue classes of PARC 3.0 and PolNeAR for what counts as a verb of saying at all, phrases and adverbs included;
- Wikipedia's Manual of Style, “Words to watch”, for those that a reader takes for a nod or for a frown.

A verb is listed by its plain form; of several words, the first is the verb. Spelled with -ise and -our.
"""

from __future__ import annotations

from typing import Literal

Lean = Literal["belief", "emphasis", "neutral", "distance", "opposition", "no-answer", "not-classed"]
LEANS: tuple[Lean, ...] = ("belief", "emphasis", "neutral", "distance", "opposition", "no-answer", "not-classed")

VERBS: dict[Lean, str] = {
    "belief": """
        reveal; disclose; divulge; expose; uncover; unmask; note; observe; notice; confirm; reconfirm; corroborate;
        verify; prove; demonstrate; show; establish; find; discover; learn; realise; recognise; know; admit;
        acknowledge; concede; confess; recall; remember; remind; warn; clarify; explain; illustrate; document;
        point out; make clear; make it clear; let slip; refute; debunk; disprove; draw attention to; call attention to
    """,
    "emphasis": """
        emphasise; stress; underline; underscore; highlight; insist; reiterate; reaffirm; proclaim; vow; swear; exclaim;
        hammer home; make a point of; drive home
    """,
    "neutral": """
        say; state; tell; add; write; speak; talk; report; announce; inform; mention; remark; comment; reply; answer;
        respond; repeat; continue; go on; declare; describe; call; put; put it; estimate; calculate; count; predict;
        forecast; expect; believe; think; consider; argue; conclude; promise; pledge; order; demand; request; urge;
        propose; recommend; understand; cite; quote; relay; pass on; publish; post; tweet; testify; ask;
        rule; decide; hold
    """,
    "distance": """
        claim; allege; accuse; blame; suggest; imply; hint; insinuate; indicate; assert; contend; maintain; purport;
        profess; speculate; surmise; suppose; assume; guess; boast; brag; gloat; tout; trumpet; rumour; charge;
        appear to say; seem to say
    """,
    "opposition": """
        deny; reject; dismiss; dispute; contest; contradict; rebut; doubt; question; disagree; query; express doubt;
        express doubts; voice doubt; voice doubts; raise doubts; cast doubt; have doubts; call into question
    """,
    "no-answer": """
        decline to comment; decline to say; decline to confirm; decline to answer; refuse to comment; refuse to say;
        refuse to confirm; refuse to answer
    """,
}
# Found as they are, before anything is read as a verb.
PHRASES: dict[Lean, str] = {
    "neutral": "according to; in the words of; quoted as saying; cited as saying",
    "distance": "so-called; by its own account; by their own account; on its own account",
    "no-answer": """
        neither confirm nor deny; neither confirmed nor denied; neither confirms nor denies;
        neither confirming nor denying; not confirmed or denied; not confirm or deny; no comment; not comment;
        not commented; not say; not respond; not responded; not answer; not answered; not reply; not replied;
        not immediately respond; not immediately comment; not immediately reply; not be reached
    """,
}
# Adverbs that lean by themselves, alone or beside a verb that does not: reportedly; falsely claimed.
ADVERBS: dict[Lean, str] = {
    "belief": "rightly; correctly; truthfully; famously",
    "emphasis": "firmly; strongly; emphatically; categorically; forcefully; adamantly; vehemently",
    "distance": """
        reportedly; allegedly; purportedly; supposedly; apparently; ostensibly; falsely; wrongly; misleadingly;
        baselessly; seemingly
    """,
}
# Adverbs and helping verbs beside a verb that change nothing about what it does.
BESIDE = frozenset(
    """
    has have had having is was are were be been being will would shall did does do also again later earlier now then
    since still repeatedly often already once twice previously recently subsequently further furthermore initially
    meanwhile thus today yesterday monday tuesday wednesday thursday friday saturday sunday publicly officially formally
    openly privately briefly simply only just first finally additionally separately jointly explicitly directly
    """.split()
)
# What courts and boards do in words; of anybody else, to find is to find out.
RULINGS = frozenset(["find", "rule", "hold", "order", "decide", "conclude", "establish"])
# With `is` or `was` and no one named they report hearsay: is reported to have; was believed to be.
HEARSAY = frozenset(["report", "say", "believe", "think", "understand", "consider", "rumour", "expect"])
IRREGULAR: dict[str, str] = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "speak": "speaks spoke spoken speaking",
    "think": "thinks thought thinking",
    "know": "knows knew known knowing",
    "find": "finds found finding",
    "show": "shows showed shown showing",
    "prove": "proves proved proven proving",
    "make": "makes made making",
    "let": "lets let letting",
    "put": "puts put putting",
    "go": "goes went gone going",
    "draw": "draws drew drawn drawing",
    "drive": "drives drove driven driving",
    "swear": "swears swore sworn swearing",
    "learn": "learns learned learnt learning",
    "understand": "understands understood understanding",
    "cast": "casts cast casting",
    "have": "has have had having",
    "admit": "admits admitted admitting",
    "brag": "brags bragged bragging",
    "hold": "holds held holding",
}
# The hearer comes right after them: told Reuters.
WITH_HEARER = frozenset(["tell", "inform", "remind", "warn", "ask"])
PASSIVE = frozenset(["is", "was", "are", "were", "been", "being", "be"])


def listed(text: str) -> list[str]:
    """The entries of a list in this file."""
    return [" ".join(entry.split()) for entry in text.split(";")]
