"""The topics under which the checks are listed, a page each: a new check is named in one of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """A page of checks: its file's name, its title, what it is about, and the codes on it."""

    name: str
    title: str
    about: str
    codes: str


TOPICS = (
    Topic(
        "files",
        "Checks of files",
        "What is wrong with a file before anything in it is understood: its encoding, its YAML, its keys.",
        """not-utf-8 yaml-syntax yaml-subset tab merge-conflict several-documents nesting file-too-large not-a-record
        stray-file unknown-kind malformed-id duplicate-id duplicate-key unknown-key missing-key empty-value
        wrong-shape wrong-value too-long text-as-comment markdown-in-text mark-not-read hidden-character
        letter-in-disguise more-mistakes""",
    ),
    Topic(
        "links",
        "Checks of links and records",
        "Where links lead, what nothing leads to, and what a record as a whole lacks.",
        """unknown-reference wrong-kind-reference old-id old-id-in-use orphan-record claim-in-no-explainer
        unused-source draft-linked withdrawn-linked withdrawn-without-reason listed-twice same-name
        circular-hierarchy relation-to-itself relation-without-source metonym-as-place missing-summary
        unfamiliar-kind doubtful-tag unneeded-allowance unknown-rule-allowed""",
    ),
    Topic(
        "speakers",
        "Checks of speakers and positions",
        "Who says something, what position that is, and what it rests on.",
        """attribution-without-speaker repeated-speaker joint-alone several-speakers-unmarked unnamed-actor-named
        duplicate-attribution-id stance-act-mismatch own-claim-confirmed answer-to-itself unknown-attribution
        circular-basis basis-of-another-stance silence-beside-position established-and-denied""",
    ),
    Topic(
        "figures",
        "Checks of figures",
        "Numbers, qualifiers and units, in records, in quoted words and in words of your own.",
        """typed-figure undefined-figure unused-figure unknown-figure figure-without-population figure-without-value
        figure-differs missing-qualifier added-qualifier doubled-qualifier printed-differs unit-differs
        part-larger-than-whole population-of-several-figures range-reversed magnitude-unreadable""",
    ),
    Topic(
        "dates",
        "Checks of dates",
        "Dates that cannot be read, that are missing, or that cannot be right together.",
        """not-a-date date-missing inferred-without-note interval-reversed role-reversed said-after-publication
        published-after-accessed reading-without-date silence-without-date""",
    ),
    Topic(
        "sources",
        "Checks of sources and quotations",
        "References, addresses, and whether quoted words are in the text.",
        """quotation-not-found quotation-ambiguous quotation-too-long quotation-unchecked citation-without-words
        cited-only-quoted copied-words full-text-without-snapshot snapshot-mismatch circular-derivation
        same-source-twice not-a-doi not-an-address odd-port""",
    ),
    Topic(
        "glossary",
        "Checks of the glossary",
        "Labels, definitions, and terms that are used or not.",
        """term-defined-twice ambiguous-term two-definitions circular-definition label-preferred-and-avoided
        avoided-label capitals-of-no-label label-rarely-found unused-term undefined-expression""",
    ),
    Topic(
        "own-words",
        "Checks of your own words",
        "Statements, labels, answers and sections: that they name who says so, and take no side.",
        """statement-not-a-sentence attribution-verb-in-statement label-asserts answer-too-long answer-without-claim
        answer-without-speaker position-differs loaded-verb loaded-noun loaded-adjective metonym-as-speaker
        own-words-quoted""",
    ),
)


# Reported wherever there is a link, a date, an address or a text, so not listed at the field of their example.
ANYWHERE = frozenset(
    """unknown-reference wrong-kind-reference old-id draft-linked withdrawn-linked metonym-as-place not-a-date
    date-missing inferred-without-note interval-reversed not-an-address odd-port unfamiliar-kind copied-words
    avoided-label ambiguous-term undefined-expression loaded-verb loaded-noun loaded-adjective metonym-as-speaker
    own-words-quoted""".split()
)


def topic_of(code: str) -> Topic:
    """The topic that lists a check."""
    found = [topic for topic in TOPICS if code in topic.codes.split()]
    assert len(found) == 1, f"`{code}` has to be named under one topic of {__name__}, and is under {len(found)}"
    return found[0]
