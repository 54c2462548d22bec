"""English verbs of reporting by what a speaker does with them, and the words around them.

The acts are those of records (`kinds/claim/model.py`). What counts as a verb of saying follows the cue classes of PARC
3.0 and PolNeAR. A verb is listed by its plain form, spelled with -ise and -our; its forms come from `graph/cues.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from explainers.graph.cues import forms
from explainers.graph.verb_lexicon import listed
from explainers.kinds.claim.model import Act

_ACTS: Mapping[Act, str] = {
    "say": """
        say; state; tell; add; write; note; stress; emphasise; reveal; disclose; explain; reply; answer; respond;
        announce; declare; insist; argue; acknowledge; admit; concede; confess; recall; point out; remark; comment;
        warn; testify; maintain; contend; reiterate; repeat; conclude; complain; joke; post; tweet; underline;
        underscore; highlight; observe; clarify; believe; think; hope; fear; agree; remind; inform; assure; caution;
        boast; signal; mention; continue; quip; counter; call; describe; dub; characterise; criticise; condemn; rate;
        make clear; hear; learn
    """,
    "report": "report; find; show; document; discover; uncover; detail",
    "estimate": "estimate; calculate; reckon; assess",
    "allege": "allege; claim; assert; accuse; blame; charge; purport",
    "confirm": "confirm; verify; corroborate; attest",
    "predict": "predict; forecast; expect; project",
    "promise": "promise; pledge; vow; guarantee; swear",
    "suggest": "suggest; imply; indicate; hint; speculate; theorise; propose; recommend",
    "order": "order; urge; demand; ask; request; instruct; appeal; call for; call on",
    "rule": "rule",
    "deny": "deny; refute",
    "contest": "dispute; reject; dismiss; contest; rebut",
    "question": "question; doubt; query; wonder",
}
# These do other things than report too: they need `that`, a clause or words in quotation marks.
_WEAK = """
    hear; learn; find; show; document; discover; uncover; detail; suggest; believe; think; hope; fear; agree; expect;
    project; assess; conclude; recall; rule; call; describe; dub; characterise; criticise; condemn; rate; post;
    continue; repeat; charge; order; ask; request; indicate; signal; highlight; answer; respond; counter; appeal;
    demand; propose; swear; detail; contest; observe; mention; underline; underscore; state; note; maintain; comment;
    dismiss; promise; pledge; question; doubt; query; report; claim; estimate; reveal; disclose; describe; address;
    blame; project; guarantee; admit; reject; calculate; verify; urge; recommend; joke; boast; declare
"""
# The hearer comes right after them: told Reuters that.
_WITH_HEARER = "tell; remind; inform; assure; warn; ask; urge; order; instruct; caution"
# They say something of their object: accused the company of, called it “a tax”, urged the council to.
_OF_AN_OBJECT = """
    accuse; blame; charge; call; describe; dub; characterise; criticise; condemn; urge; ask; order; rate; instruct;
    request; appeal; demand; call for; call on
"""
# Forms that are nouns as often; a verb only between a speaker and what is said.
NOUNS = frozenset(
    """
    report reports claim claims estimate estimates state states note notes show shows find finds rule rules order orders
    demand demands request requests project projects doubt doubts charge charges call calls post posts promise promises
    question questions answer answers comment comments fear fears hope hopes hint hints joke jokes document documents
    dispute disputes contest pledge pledges tweet tweets counter signal signals forecast forecasts address
    """.split()
)
# A refusal: the first word, and what was refused.
REFUSING = frozenset(form for verb in ("decline", "refuse") for form in forms(verb))
REFUSED = frozenset(
    "comment say answer respond discuss confirm elaborate disclose name reveal give speculate deny".split()
)
# No answer: did not respond, had not immediately replied.
UNANSWERED = frozenset("respond responded reply replied answer answered return returned".split())
UNVERIFIED = frozenset("verify verified confirm confirmed corroborate corroborated authenticate authenticated".split())
# To express, voice, raise or cast doubt.
VOICING = frozenset(form for verb in ("express", "voice", "raise") for form in forms(verb)) | {
    "cast",
    "casts",
    "casting",
}
VOICED = frozenset("doubt doubts scepticism skepticism".split())
# What a page passes on without saying from whom.
HEARSAY = frozenset("reportedly allegedly supposedly purportedly apparently".split())
HEARSAY_VERBS = frozenset("reported said believed thought understood rumoured rumored alleged".split())
BE = frozenset("is are was were be been being".split())
HELPERS = BE | frozenset(
    """
    has have had do does did will would can could may might must shall should not never n't no longer also again later
    then since still yet already once ever even just now only both all always often repeatedly
    """.split()
)
# Nouns for something that was said: denied the claims, rejected this account.
SAYINGS = frozenset(
    """
    claim claims allegation allegations accusation accusations charge charges report reports account accounts statement
    statements assertion assertions estimate estimates figure figures number numbers explanation explanations criticism
    suggestion suggestions story version findings finding assessment rumours rumors rumour rumor conclusion conclusions
    characterisation characterization argument arguments wrongdoing it this that these those them
    """.split()
)
# Pronouns of a speaker.
HE_SHE = frozenset(["he", "she"])
PRONOUNS = HE_SHE | {"it", "they", "we", "i", "who"}


class ReportingVerb(NamedTuple):
    """A verb of reporting: its plain form, what is done with it, and how it is used."""

    plain: str
    act: Act
    weak: bool
    hearer: bool
    of_object: bool


@cache
def verbs() -> Mapping[str, ReportingVerb]:
    """Each form of each verb of one word."""
    weak, hearer, of_object = (set(listed(text)) for text in (_WEAK, _WITH_HEARER, _OF_AN_OBJECT))
    return {
        form: ReportingVerb(verb, act, verb in weak, verb in hearer, verb in of_object)
        for act, text in _ACTS.items()
        for verb in listed(text)
        if " " not in verb
        for form in (*forms(verb), *(_DOUBLED.get(verb, "").split()))
    }


_DOUBLED = {
    "quip": "quipped quipping",
    "admit": "admitted admitting",
    "refer": "referred",
    "signal": "signalled signaled",
}


@cache
def pairs() -> Mapping[tuple[str, str], ReportingVerb]:
    """Each form of each verb of two words: pointed out, made clear."""
    return {
        (form, rest): ReportingVerb(verb, act, weak=False, hearer=False, of_object=verb in listed(_OF_AN_OBJECT))
        for act, text in _ACTS.items()
        for verb in listed(text)
        if verb.count(" ") == 1
        for first, _, rest in (verb.partition(" "),)
        for form in forms(first)
    }
