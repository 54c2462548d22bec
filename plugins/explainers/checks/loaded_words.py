"""The words that take a side, each with a neutral one; and the verbs by which news says who speaks.

Short lists on purpose: a word is here because public style guides warn of it by name, and because a plainer
one can always take its place. (BBC Editorial Guidelines, section 11, and the BBC's guidance on language when
reporting terrorism; Reuters Handbook of Journalism; The Associated Press Stylebook; Guardian and Observer
style guide; Wikipedia Manual of Style, "Words to watch")
"""

from __future__ import annotations

import re

# They imply that the speaker is right, hides something, or lies. (Wikipedia, "Synonyms for said")
_LOADED_VERBS = {
    "said": """
        revealed; reveals; divulged; divulges; claimed; claims that; claiming that; insisted; insists;
        insisting; admitted; admits; admitting; confessed; confesses; conceded; concedes; boasted; boasts;
        bragged; brags; gloated; gloats; pointed out; points out; noted that; notes that; emphasised;
        emphasises; emphasized; emphasizes; stressed that; stresses that; underlined that; underlines that;
        underscored; underscores; trumpeted; touted; touts; ranted; rants; asserted; asserts; claiming to;
        acknowledged that; acknowledges that
    """,
    "denied": "refuted; refutes; rebutted; rebuts",
    "criticised": "slammed; slams; lambasted; lambasts; lashed out",
    "promised": "vowed; vows",
}
# The same where a speaker's name goes before: as she noted. Elsewhere they can say what somebody saw or did.
LOADED_AFTER_A_NAME = frozenset(
    """
        noted notes observed observes stressed stresses underlined underlines acknowledged acknowledges
        recognised recognises recognized recognizes realised realises realized realizes disclosed exposed
        admitting conceding claims
    """.split()
)
# Where a word of these lists is no verb of speech: admitted to hospital, claimed 20 lives, the claims that assert it.
NOT_SPEECH = re.compile(
    r"""
      (?:was|were|is|are|be|been|being|patients?|people|newly)\ admitted\b
    | \badmitted\ (?:to\ (?:a\ |the\ )?(?:hospital|intensive|icu|ward|clinic)|into\b|as\ (?:a|an|evidence)\b)
    | \b(?:claim|claims|claimed)\ (?:
          responsibility|asylum|damages|compensation|benefits?|costs|expenses|victory
        | (?:\w+\ ){0,2}(?:[\d,.]+\ )?(?:\w+\ )?(?:lives|victims)\b)
    | \b(?:the|a|an|this|these|those|all|its|his|her|their|our|some|any|no|other|such|many|most|two|three|several|which
        |of|on|with|by|for|about|to|from|against|and|or|false|true|made|makes|denied|rejected)
      \ (?:claims|notes|stresses|underlines)\ that\b
    | \bconceded\ (?:a\ |the\ |two\ |three\ )?(?:goals?|election|defeat|territory|ground)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LOADED_NOUNS = {
    "government": "regime; regimes; junta; juntas; clique",
    "attacker, fighter or the group’s name": """
        terrorist; terrorists; terror group; terror groups; extremist; extremists; fanatic; fanatics; thug;
        thugs
    """,
    "forces, soldiers": """
        invader; invaders; occupier; occupiers; enemy; enemies; horde; hordes; orcs; aggressor; aggressors
    """,
    "attack, invasion or war": """
        aggression; aggressions; onslaught; onslaughts; carnage; bloodbath
    """,
    "official, ally or aide": """
        henchman; henchmen; puppet; puppets; stooge; stooges; crony; cronies; mouthpiece; mouthpieces;
        strongman; strongmen; warlord; warlords
    """,
    "capture, retaking": "liberation; liberator; liberators",
    "fighter": "freedom fighter; freedom fighters; martyr; martyrs; traitor; traitors",
}
# They judge: no neutral word can replace them, the fact has to be stated instead.
_LOADED_ADJECTIVES = """
        brutal; brutally; barbaric; bloodthirsty; heroic; heroically; cowardly; cynical; cynically; evil;
        massive; massively; devastating; horrific; shocking; shockingly; staggering; unprecedented;
        unprovoked; so-called; notorious; notoriously; infamous; controversial; controversially; ruthless;
        ruthlessly; vicious; treacherous; glorious; bogus
    """
# What a speaker does with words, in the forms in which they follow a speaker's name.
REPORTING = frozenset(
    """
        said says say stated states told tells announced announces added
        adds wrote writes denied denies answered answers answer
        deny confirmed confirms confirm claimed claims insisted insists alleged alleges accused accuses
        warned warns declined declines refused refuses rejected rejects admitted admits agreed agrees argued
        argues asked asks called calls condemned condemns criticised criticises criticized criticizes
        declared declares demanded demands described describes estimated estimates expects explained
        explains hinted hints ordered orders pledged pledges promised promises replied replies reported
        reports responded responds revealed reveals suggested suggests thinks thought threatened threatens
        urged urges vowed vows wants wanted wishes comment commented comments
    """.split()
)
# Words that may come between a speaker and the verb.
HELPERS = frozenset(
    """
        has had have is was will would did does do not never neither nor also again later now then since
        repeatedly officially publicly openly itself once first still yet so far only already often
    """.split()
)
# Words by which a statement says who says so, where it should say what is so. Verbs that can do something
# else than report (people told to leave, an appointment confirmed) need their `that`.
_ATTRIBUTING = """
    said; says; saying; according to; reportedly; allegedly; purportedly; supposedly; apparently; stated
    that; states that; told reporters; claimed that; claims that; claiming that; claims to have;
    alleged; alleges; alleging; reported; reports that; noted that; notes that; revealed that; reveals
    that; added that; adds that; announced that; announces that; confirmed that; confirms that; denied
    that; denies that; denied having; insisted that; insists that; emphasised; emphasises; emphasized;
    emphasizes; stressed that; stresses that; estimated; estimates that; accused; accuses; accusing;
    suggested that; suggests that; believes; believed; argued that; argues that; declared that; declares
    that; warned that; warns that; in the words of
"""


def loaded_verbs() -> dict[str, str]:
    """Verbs with a side, each with the neutral one."""
    return {form: neutral for neutral, forms in _LOADED_VERBS.items() for form in _each(forms)}


def loaded_nouns() -> dict[str, str]:
    """Nouns with a side, each with neutral ones."""
    return {form: neutral for neutral, forms in _LOADED_NOUNS.items() for form in _each(forms)}


def loaded_adjectives() -> list[str]:
    """Adjectives and adverbs that judge."""
    return _each(_LOADED_ADJECTIVES)


def attributing() -> list[str]:
    """The verbs and phrases that make a statement a report of one."""
    return _each(_ATTRIBUTING)


def _each(forms: str) -> list[str]:
    return [" ".join(form.split()) for form in forms.split(";")]
