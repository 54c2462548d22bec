"""Words of no language, as common as words are in one, and the names and sentences made of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from random import Random

_STARTS = "b br c ch d dr f fl g gr h j k kl l m n p pr r s sh st t tr v w z".split()
_VOWELS = "a e i o u ai ea ou".split()
_ENDS = ["", "", "n", "r", "l", "s", "t", "nd", "rk", "m"]
# Glue between the words: the checks of prose look for sentences, and all sentences have these.
_SMALL = "the of and to in is that for it as was with by on at from the of and to in a".split()
COMMON = 5_000
RARE = 3_000


class Words:
    """The vocabulary of a corpus. `common` fills its texts; `rare` is kept for terms, and so none appears by chance."""

    def __init__(self, random: Random) -> None:
        made = list(dict.fromkeys(_word(random) for _ in range(3 * (COMMON + RARE))))
        self.common = made[:COMMON]
        self.rare = made[COMMON : COMMON + RARE]
        self._all = [*_SMALL, *self.common]
        # Zipf: the small words make up two fifths of a text, as they do in English.
        weights = [40 / len(_SMALL)] * len(_SMALL) + [60 / (8 * (rank + 3)) for rank in range(COMMON)]
        self._weights = list(accumulate(weights))

    def some(self, random: Random, number: int) -> list[str]:
        """Words of running text."""
        return random.choices(self._all, cum_weights=self._weights, k=number)

    def phrase(self, random: Random, number: int) -> str:
        """Words for a label or a title: no small ones, the rarer as likely as the others."""
        return " ".join(random.choices(self.common, k=number))

    def sentence(self, random: Random, planted: Sequence[str] = (), *, shortest: int = 9, longest: int = 20) -> str:
        """A sentence with a full stop; what is `planted` (links, terms, citations) follows its first words."""
        row = self.some(random, random.randint(shortest, longest))
        for words in planted:
            row.insert(random.randint(2, len(row)), words)
        return f"{capitalised(' '.join(row))}."


def names(words: Words, random: Random, number: int, *, parts: int = 1) -> list[str]:
    """Names of so many words, no two alike."""
    found: dict[str, None] = {}
    while len(found) < number:
        found[" ".join(capitalised(word) for word in random.choices(words.common, k=parts))] = None
    return list(found)


def capitalised(text: str) -> str:
    """The text with a capital at its start, the rest as it is."""
    return text[:1].upper() + text[1:]


def _word(random: Random) -> str:
    syllables = random.choice((2, 2, 2, 3))
    return "".join(random.choice(_STARTS) + random.choice(_VOWELS) for _ in range(syllables)) + random.choice(_ENDS)
