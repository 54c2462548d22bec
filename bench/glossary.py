"""How long it takes to find all terms: 2,000 terms over 2,000 pages of 400 words, beside one big regular expression.

    python bench/glossary.py [TERMS] [PAGES] [WORDS]

Both find the same: first the longest label at a place, in whole words, without regard to case, the plural too.
The time is that of the processor. It has to stay under half a second for the matcher, the tree of labels included.
"""

from __future__ import annotations

import random
import re
import sys
import time

from explainers.glossary.forms import plurals
from explainers.glossary.matcher import Matcher
from explainers.kinds.term.model import Term

LIMIT = 0.5
_SYLLABLES = "ba ko ri mu ten sal por fi den lo gra vi ster no cal ip tur ém an del".split()


def words(random_: random.Random, number: int) -> list[str]:
    """Words of two to four syllables, the common ones first."""
    found: dict[str, None] = {}
    while len(found) < number:
        found["".join(random_.choices(_SYLLABLES, k=random_.choice((2, 3, 3, 4))))] = None
    return list(found)


def glossary(random_: random.Random, vocabulary: list[str], number: int) -> list[Term]:
    """Terms of one to three words of the vocabulary; few of its commonest words begin one."""
    labels: dict[str, None] = {}
    rare = vocabulary[200:]
    while len(labels) < number:
        labels[" ".join(random_.choices(rare, k=random_.choice((1, 2, 2, 3))))] = None
    return [Term(id=f"t{n}", term=label, definition="A word.") for n, label in enumerate(labels)]


def pages(random_: random.Random, vocabulary: list[str], terms: list[Term], number: int, length: int) -> list[str]:
    """Texts in which words are as common as in a language (Zipf), with a term in every twenty-five words."""
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]
    found = []
    for _ in range(number):
        text = random_.choices(vocabulary, weights, k=length)
        for at in range(12, length - 3, 25):
            label = random_.choice(terms).term
            planted = random_.choice([label, label.title(), *plurals(label)]).split()
            text[at : at + len(planted)] = planted
        found.append(f"{' '.join(text[:length]).capitalize()}.")
    return found


def big_expression(terms: list[Term]) -> re.Pattern[str]:
    """One alternative a form, the longest first."""
    forms = {form for term in terms for form in (term.term, *plurals(term.term))}
    ordered = sorted(forms, key=lambda form: (-form.count(" "), -len(form)))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)


def by_matcher(terms: list[Term], texts: list[str]) -> tuple[float, list[list[tuple[int, int]]]]:
    """The seconds that the matcher takes, and the places that it finds."""
    start = time.process_time()
    matcher = Matcher(terms)
    found = [[(match.start, match.end) for match in matcher.find(text)] for text in texts]
    return time.process_time() - start, found


def by_expression(terms: list[Term], texts: list[str]) -> tuple[float, list[list[tuple[int, int]]]]:
    """The seconds that the expression takes, and the places that it finds."""
    start = time.process_time()
    expression = big_expression(terms)
    found = [[match.span() for match in expression.finditer(text)] for text in texts]
    return time.process_time() - start, found


def main(number: int = 2000, page_count: int = 2000, length: int = 400) -> int:
    """Print both times; the exit status says whether the matcher is right and within its limit."""
    random_ = random.Random(11)
    vocabulary = words(random_, 12_000)
    terms = glossary(random_, vocabulary, number)
    texts = pages(random_, vocabulary, terms, page_count, length)
    ours, found = min((by_matcher(terms, texts) for _ in range(5)), key=lambda measured: measured[0])
    # The expression tries every label at every letter: a part of the pages is enough to know its pace.
    part = texts[: max(page_count // 100, 1)]
    seconds, expected = by_expression(terms, part)
    theirs = seconds * page_count / len(part)
    same = found[: len(part)] == expected
    print(f"{number:,} terms, {page_count:,} pages of {length} words, {sum(map(len, found)):,} marks")
    print(f"  matcher            {ours:8.2f} s")
    times, pace = f"{theirs / ours:,.0f} times as long", f"{seconds:.2f} s for {len(part)} pages"
    print(f"  one big expression {theirs:8.2f} s, {times} ({pace})")
    print(f"  the same places    {'yes' if same else 'NO'}")
    return 0 if same and ours < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(*(int(given) for given in sys.argv[1:4])))
