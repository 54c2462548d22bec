"""English words by which a speaker is known: titles, what organisations are called, speakers without a name."""

from __future__ import annotations

import re

# They go before a name and are no part of it.
TITLES = frozenset(
    """
    president prime minister secretary general state chancellor premier governor senator representative mayor king queen
    prince princess pope bishop archbishop rabbi imam sheikh judge justice attorney chief commander colonel major
    captain lieutenant sergeant admiral marshal dr prof professor mr mrs ms miss sir dame lord lady rev reverend
    deputy foreign defence defense interior finance health army navy
    director chairman chairwoman chair ceo spokesman
    spokeswoman spokesperson ambassador envoy leader speaker vice former officer executive
    mp sen rep gov gen col lt maj capt sgt
    """.split()
)
PARTICLES = frozenset("al bin ibn de da di del della van von der den la le el dos du ben abu".split())
CONNECTED = frozenset("of for and the on in to at &".split())
ORGANISATIONS = frozenset(
    """
    lines group institute institution university council ministry party list news times bank department authority union
    association court police army government nations agency board office press post herald courier gazette committee inc
    ltd llc corp corporation company co commission society federation service services fund foundation centre center
    college school hospital house parliament senate congress assembly organisation organization navy forces guard league
    club network radio television tv mail journal wire reuters bbc kremlin pentagon treasury states kingdom republic
    union motors airlines airways energy systems technologies industries holdings partners trust observatory command
    """.split()
)
PERSONAL = re.compile(
    r"(?:spokes(?:man|woman|person)|chair(?:man|woman)?|president|minister|director|editor|author|professor|\w+ologist"
    r"|economist|lawyer|analyst|head|leader|officer|executive|secretary|member|mother|father|resident|witness|one)",
    re.IGNORECASE,
)
KINDS = {
    "government": "government ministry ministries minister department treasury cabinet administration kremlin",
    "parliament": "parliament senate congress assembly lawmakers",
    "court": "court courts tribunal",
    "military-force": "army navy forces military guard command troops",
    "media-organisation": """news times post herald courier gazette journal wire press mail radio television tv reuters
        bbc newspaper broadcaster media channel agency outlet""",
    "trade-union": "union unions",
    "university": "university college",
    "company": "company lines inc ltd corp corporation airlines motors holdings firm operator maker co group bank",
    "political-party": "party",
    "charity": "charity foundation",
}
KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split()}
DOCUMENTS = frozenset(
    """
    report reports article articles paper papers study studies trial trials survey surveys poll polls review reviews
    estimate estimates data figures document documents letter letters email emails statement statements filing filings
    photo photos footage video videos memo list lists
    """.split()
)
UNNAMED = frozenset(
    """
    official officials expert experts analyst analysts economist economists researcher researchers scientist scientists
    doctor doctors source sources witness witnesses resident residents person people man woman men women critic critics
    ally allies activist activists campaigner campaigners supporters opponents diplomat diplomats aide aides adviser
    advisers insiders insider lawmakers lawyers prosecutors investigators observers farmers fishermen workers students
    teachers families neighbours neighbors survivors victims spokesman spokeswoman spokesperson commanders commander
    some many most several others few one another two three team teams authors author
    """.split()
)
# No name begins with these, or ends in them: On Friday.
NO_FIRST = frozenset(
    """
    the a an on in at for from with by to of and but both one two some many all this that these those as if when while
    after before since his her its their our he she it they we monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    """.split()
)
