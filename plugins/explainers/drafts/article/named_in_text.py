"""The names in an article, of whatever they are."""

from __future__ import annotations

import re
from collections import Counter

from explainers.drafts.article.article_words import paragraphs, sentences_of
from explainers.drafts.article.speaker_names import without_titles
from explainers.drafts.article.speaker_words import NO_FIRST, TITLES

_JOINING = frozenset(["of", "for", "the"])
_MOST = 5  # words of a name
_NO_NAMES = NO_FIRST | TITLES | frozenset("i there what who how why where which not no yes more most".split())
# Russian, Spanish, Western: of a country, and not its name.
_ADJECTIVES = ("ian", "ean", "ish", "ese", "ern")


def names(text: str) -> list[str]:
    """The names, the most frequent first. A word that only begins sentences is none."""
    found, openings = Counter[str](), Counter[str]()
    for number, part in enumerate(paragraphs(text)):
        for sentence in sentences_of(text, part, number) if not part.is_line else ():
            run: list[str] = []
            opens = False
            for at, word in enumerate([*sentence.words, None]):
                if word and len(run) < _MOST and (word.is_name or (run and word.low in _JOINING)):
                    opens = opens if run else at == 0 or not sentence.words[at - 1].is_word
                    run.append(word.text)
                else:
                    capitals = sum(each.lower() not in _JOINING for each in run)
                    _note(run, openings if opens and capitals < 2 else found)
                    run = []
    found.update({name: number for name, number in openings.items() if name in found})
    return [name for name, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))]


def _note(run: list[str], names: Counter[str]) -> None:
    words = list(run)
    while words and words[-1].lower() in _JOINING:
        words.pop()
    while words and words[0].lower() in _NO_NAMES:
        words.pop(0)
    name = re.sub(r"[’']s?$", "", without_titles(" ".join(words)))
    if " " not in name and name.endswith(_ADJECTIVES):
        return
    if len(name) > 1 and name.lower() not in _NO_NAMES and not name.endswith("."):
        names[name] += 1
