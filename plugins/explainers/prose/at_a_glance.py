"""What the records behind an explainer hold, a sentence or two for each part: its page leads on with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explainers.kinds.claim.model import Act, Stance
from explainers.prose.lists import counted, joined
from explainers.text.inline import Words, plain

_SHOWN = 3
_AGAINST: dict[Stance | Act, str] = {
    "denies": "denied",
    "doubts": "doubted",
    "contest": "contested",
    "retracts": "taken back",
}


def positions_counted(
    *, claims: int, speakers: int, against: Mapping[Stance | Act, int], silent: int, silent_on: int, declined: int
) -> str:
    """Who takes a position, how many claims have somebody `against` them, and of how many actors none was found."""
    verb = "takes" if speakers == 1 else "take"
    taken = f"{counted(speakers, 'speaker', 'speakers')} {verb} a position on {counted(claims, 'claim', 'claims')}."
    found = [taken if speakers else "No speaker takes a position."]
    if opposed := [(words, against[stance]) for stance, words in _AGAINST.items() if against.get(stance)]:
        (first, number), *others = opposed
        row = [f"{counted(number, 'claim is', 'claims are')} {first}"]
        row += [f"{more:,} {'is' if more == 1 else 'are'} {words}" for words, more in others]
        found.append(f"{plain(tuple(joined([[Words(words)] for words in row])))}.")
    if declined:
        found.append(f"{counted(declined, 'speaker', 'speakers')} did not say whether a claim is so.")
    if silent:
        on = counted(silent_on, "claim", "claims")
        found.append(f"No position of {counted(silent, 'speaker', 'speakers')} was found on {on}.")
    return " ".join(found)


def ways_counted(*, claims: int, single: int, one_origin: int, unknown: int) -> str:
    """How far claims could be traced; `single` have one telling, `one_origin` several of one origin."""
    traced, it = counted(claims, "claim is", "claims are"), "it" if claims == 1 else "them"
    found = [f"{traced} traced, as far as our sources allow, to whoever made {it} first."]
    if single:
        found.append(f"{'It has' if claims == 1 else counted(single, 'has', 'have')} a single telling.")
    if one_origin:
        has = "It has" if claims == 1 else counted(one_origin, "has", "have")
        found.append(f"{has} several tellings, which go back to one origin.")
    if unknown:
        found.append(f"The origin of {unknown:,} is not known.")
    return " ".join(found)


def figures_counted(*, figures: int, things: int) -> str:
    """How many figures there are, and of how many things."""
    of = counted(things, "thing counted", "things counted")
    return f"{counted(figures, 'figure', 'figures')} for {of}, each with its qualifier and whoever gave it."


def differences_counted(*, collisions: int, against: int, compared: int, changed: int) -> str:
    """How many figures may be mixed up, pairs of claims are set against each other, and claims changed on the way."""
    found = []
    if collisions:
        found.append(f"{counted(collisions, 'number or count is', 'numbers or counts are')} easily mixed up.")
    if against:
        found.append(f"{counted(against, 'pair of claims is', 'pairs of claims are')} set against each other.")
    if compared:
        found.append(f"{counted(compared, 'pair of claims', 'pairs of claims')} should be compared.")
    if changed:
        found.append(f"On {counted(changed, 'claim', 'claims')}, something changed on the way, or accounts differ.")
    return " ".join(found)


def outcomes_counted(claims: int) -> str:
    """How many claims were followed up."""
    return f"For {counted(claims, 'claim', 'claims')}, somebody says what became of it."


def unknown(heads: Mapping[str, int]) -> str:
    """How much could not be established, by head, the gravest first."""
    if not heads:
        return "The records name nothing that could not be established."
    shown = [f"{title} ({number:,})" for title, number in [*heads.items()][:_SHOWN]]
    more = sum([*heads.values()][_SHOWN:])
    row = "; ".join([shown[0], *(words[0].lower() + words[1:] for words in shown[1:])])
    return f"{row}; and {more:,} more." if more else f"{row}."


def time(*, entries: int) -> str:
    """How many entries the timeline has."""
    return f"{counted(entries, 'entry', 'entries')}: what happened, what is said to have happened, and what was said."


def sources(seen: Sequence[str]) -> str:
    """How many sources there are, and how many of them we have not read."""
    unread = sum(one == "cited-only" for one in seen)
    return f"{len(seen):,} in all{f'; {unread:,} known only from others' if unread else ''}."


def changes_counted(number: int) -> str:
    """How many changes there were."""
    if not number:
        return "Nothing has been changed since it was published."
    return f"{counted(number, 'change', 'changes')} since publication, here and in the records it rests on."
