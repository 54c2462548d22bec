"""English forms by what they can be: those that are a finite verb and nothing else, and those that need an object.

Short lists on purpose: a form that can name a thing is here only for a place where it cannot. (Quirk et al., A
Comprehensive Grammar of the English Language, 3 and 4, for the forms)
"""

from __future__ import annotations

AUXILIARIES = frozenset("is are was were am has have had does did isn't aren't wasn't weren't hasn't haven't".split())
MODALS = frozenset("will would can could may might must shall should cannot do".split())
DETERMINERS = frozenset("the a an this these those his her its their our your my no every each any".split())
PRONOUNS = frozenset("he she they we it i you".split())
PREPOSITIONS = frozenset(
    """
    of in on at by for from to with without into onto about against between among over under after before during
    through across near inside outside behind beyond per via than as like despite around within towards toward upon
    off out up down back away
    """.split()
)
# Behind these a verb is that of a clause, which the label only names or hangs something on.
SUBORDINATING = frozenset(
    """
    who whom whose which what that when where why how whether if because since while until till unless although though
    before after as than once lest whoever whatever whichever wherever
    """.split()
)
# Claims Northland is using gas: the clause is what the noun is about.
HEARSAY_NOUNS = frozenset(
    """
    claim claims report reports allegation allegations statement statements fear fears hope hopes doubt doubts sign
    signs evidence proof rumour rumours rumor rumors belief suspicion suspicions assumption promise promises fact idea
    finding findings warning warnings denial denials forecast forecasts prediction predictions day year time moment
    week month way reason place
    """.split()
)
# What follows a helping verb that is a noun here (the will of the people), and what goes before one (free will).
NOT_A_BARE_VERB = PREPOSITIONS | DETERMINERS | AUXILIARIES | {"and", "or"}
BEFORE_A_NOUN = DETERMINERS | frozenset(
    "free good ill last living own political trash tin garbage oil beer petrol gas military naval air economic".split()
)
# Participles that do not end in -ed, after a plural noun: fire causes known so far.
PARTICIPLES = frozenset(
    "known found given shown seen held made said set cut put built sent lost taken written kept paid sold".split()
)
OF_TIME = frozenset(
    """
    time times second minute minutes hour hours day days night nights week weeks weekend month months year years decade
    decades century season seasons summer winter spring autumn morning evening afternoon noon midnight moment later
    earlier before after ago way ways world same other first last next previous following past half whole
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december christmas easter ramadan
    """.split()
)
# Simple pasts that are no participle and, but for `rose`, no noun.
ONLY_PAST = frozenset(
    """
    took gave wrote knew began fell grew rose drew broke chose spoke stole threw drove froze flew swore tore withdrew
    underwent forgave overthrew arose sank swam sang rang shook went became came overcame forgot foresaw mistook
    undertook ate
    """.split()
)
# Pasts of verbs that take no object, so that nothing is ever called by their participle: not people died.
INTRANSITIVE_PASTS = frozenset("died happened occurred arrived resigned lied erupted existed belonged emerged".split())
# Participles that a second name or thing may follow: a man called Bob, money promised the victims.
NAMING_PARTICIPLES = frozenset(
    """
    called named dubbed nicknamed titled entitled labelled labeled termed considered deemed declared appointed elected
    crowned denied promised offered awarded allowed granted refused owed paid asked charged fined guaranteed assigned
    handed shipped mailed refunded spared saved advised informed
    """.split()
)
# Third persons that name nothing in the plural.
SINGULAR_VERBS = frozenset(
    """
    weakens strengthens threatens widens worsens lessens shortens lengthens hardens softens tightens loosens deepens
    broadens undermines reduces prevents protects destroys improves affects provides violates includes excludes becomes
    proves loses gives brings sends says denies allows admits agrees believes knows owns owes causes contains consists
    depends exists happens occurs belongs seems appears requires involves replaces enables ensures generates eliminates
    endangers contradicts confirms infringes
    """.split()
)
# Third persons that can be plural nouns, and verbs where an article follows: blocks the army.
SINGULAR_VERBS_WITH_OBJECT = frozenset(
    """
    blocks ends supplies helps harms damages attacks strikes claims reports raises moves cuts holds plans supports
    controls covers breaks fails leads loses rules orders uses costs backs bans risks shapes shows spreads stops
    makes takes keeps kills means wants increases decreases breaches
    """.split()
)
# Plain forms after a plural; those that may have an object without an article as well, so little are they nouns there.
BARE_WITH_OBJECT: dict[str, bool] = {
    **dict.fromkeys(
        """
        weaken strengthen threaten worsen undermine reduce prevent protect destroy improve affect provide violate
        include become prove lose make give take bring keep send kill deny allow believe know want owe cause contain
        generate eliminate endanger contradict confirm require involve replace enable
        """.split(),
        True,
    ),
    **dict.fromkeys(
        """
        block end supply help harm damage attack strike claim report raise move cut hold plan support control cover
        break lead rule order use cost back ban risk shape show spread stop own increase decrease
        """.split(),
        False,
    ),
}
