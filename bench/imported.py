"""What `explainers import` finds of what an editor would record, and what it drafts besides.

    python bench/imported.py [ARTICLE]

Each text of `bench/articles/` has a list of its statements, as an editor would record them. ARTICLE, or the file that
`EXPLAINERS_ARTICLE` names, is the text of a source of the first site: it is compared with the records in `content/`
that cite this source. A statement is found where a drafted citation has at least half of the words that the list, or
the record, has of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from explainers.build.load import load
from explainers.checks.quotes import quotable
from explainers.drafts.article.article_file import Article, article_of
from explainers.drafts.article.drafting import import_article
from explainers.drafts.article.statements import statements
from explainers.drafts.sources import Stock
from explainers.kinds import KINDS
from explainers.kinds.actor.model import Actor
from explainers.kinds.claim.model import Attribution, Claim
from explainers.kinds.source.model import Source
from explainers.model.decode import Document
from explainers.text.numbers import figures

ARTICLES = Path(__file__).parent / "articles"
CONTENT = Path(__file__).parents[1] / "content"
Span = tuple[int, int]


@dataclass(frozen=True)
class Wanted:
    """A statement of a list: where it is, whether it has a figure or a quotation, who says it, what they do."""

    span: Span
    counts: bool
    speakers: tuple[str, ...]
    act: str
    words: str


@dataclass(frozen=True)
class Drafted:
    """A telling that was drafted: the places of its citation, who says it, by id and by name, and what they do."""

    spans: tuple[Span, ...]
    speakers: frozenset[str]
    act: str


@dataclass
class Score:
    """What was found of a list."""

    name: str
    wanted: list[Wanted]
    drafted: list[Drafted]
    missed: list[Wanted] = field(default_factory=list)
    speakers: int = 0
    acts: int = 0
    unwanted: int = 0

    @property
    def found(self) -> int:
        """How many of the list were found."""
        return len(self.wanted) - len(self.missed)

    @property
    def counted(self) -> tuple[int, int]:
        """How many of those with a figure or a quotation were found, of how many."""
        return sum(one.counts and one not in self.missed for one in self.wanted), sum(one.counts for one in self.wanted)


def of_list(name: str) -> Score:
    """The score of a text of `bench/articles/`."""
    article = article_of(f"{name}.txt", (ARTICLES / f"{name}.txt").read_bytes())
    rows = [line.split("\t") for line in (ARTICLES / f"{name}.tsv").read_text("utf-8").splitlines()]
    wanted = []
    for mark, speaker, act, words in rows:
        start = article.text.index(words)
        wanted.append(Wanted((start, start + len(words)), mark == "*", (speaker,), act, words))
    return scored(name, wanted, list(drafts_of(article, [])))


def of_records(path: Path) -> Score:
    """The score of the text of a source, against the records that cite it."""
    article = article_of(path.name, path.read_bytes())
    files = {f"content/{one.relative_to(CONTENT).as_posix()}": one.read_bytes() for one in CONTENT.glob("*/*.yml")}
    documents = load(files, KINDS)[0]
    records = [document.record for document in documents if document.record]
    source = next(
        (r for r in records if isinstance(r, Source) and r.snapshot and r.snapshot.sha256 == article.sha256), None
    )
    if source is None:
        raise SystemExit(f"no source in {CONTENT} has the fingerprint of {path}")
    publisher = next((r.name for r in records if isinstance(r, Actor) and r.id == source.publisher), "")
    article = replace(article, csl={**article.csl, "publisher": publisher})
    claims = [record for record in records if isinstance(record, Claim)]
    wanted = [one for claim in claims for one in _of_claim(claim, source.id, article.text)]
    kept = [one for one in documents if one.kind in {"actor", "place", "term", "event"}]
    return scored(path.stem, wanted, list(drafts_of(article, kept)))


def _of_claim(claim: Claim, source: str, text: str) -> Iterator[Wanted]:
    words = quotable(text)
    for telling in claim.attributions:
        for cited in telling.cites:
            if cited.source != source or not cited.exact:
                continue
            span = words.places(cited.exact, prefix=cited.prefix, suffix=cited.suffix)[0]
            counts = "quotation" in telling.mode or bool(figures(cited.exact))
            yield Wanted(span, counts, telling.by, telling.act, cited.exact)


def drafts_of(article: Article, there: Sequence[Document]) -> Iterator[Drafted]:
    """What is drafted of an article, read back from the files that would be written."""
    made = import_article(article, statements(article.text), Stock(there), origin="article", today="2040-01-01")
    files = {f"content/{path}": text.encode() for path, text in made.drafts.files.items()}
    documents, wrong = load(files, KINDS)
    assert not wrong, wrong[0].message
    records = [document.record for document in [*there, *documents] if document.record]
    names = {record.id: record.name for record in records if isinstance(record, Actor)}
    publisher = {record.publisher for record in records if isinstance(record, Source) and record.id == made.source}
    words = quotable(article.text)
    for claim in (record for record in records if isinstance(record, Claim)):
        for telling in claim.attributions:
            spans = tuple(
                words.places(cited.exact or "", prefix=cited.prefix, suffix=cited.suffix)[0] for cited in telling.cites
            )
            yield Drafted(spans, _speakers(telling, names, publisher), telling.act)


def _speakers(telling: Attribution, names: dict[str, str], publisher: set[str]) -> frozenset[str]:
    own = {"-"} if publisher & set(telling.by) else set()
    return frozenset({*telling.by, *(names.get(id, "") for id in telling.by), telling.as_named or "", *own})


def scored(name: str, wanted: list[Wanted], drafted: list[Drafted]) -> Score:
    """What was found, by whom and with which act, and how many drafts are in no list."""
    score = Score(name, wanted, drafted)
    used = set[int]()
    for one in wanted:
        here = [at for at, draft in enumerate(drafted) if any(_holds(span, one.span) for span in draft.spans)]
        used.update(here)
        if not here:
            score.missed.append(one)
        score.speakers += any(_is_one(one, drafted[at]) for at in here)
        score.acts += any(drafted[at].act == one.act or one.act == "-" for at in here)
    score.unwanted = len({draft.spans for at, draft in enumerate(drafted) if at not in used})
    return score


def _holds(span: Span, wanted: Span) -> bool:
    return min(span[1], wanted[1]) - max(span[0], wanted[0]) >= (wanted[1] - wanted[0]) / 2


def _is_one(wanted: Wanted, draft: Drafted) -> bool:
    """Whether a draft has the speaker of a list: the id, or the last word of the name."""
    words = {word for name in draft.speakers for word in name.casefold().split()}
    return any(name in draft.speakers or name.casefold().split()[-1] in words for name in wanted.speakers)


def main() -> None:
    """Print a table, and what is missed."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("EXPLAINERS_ARTICLE", "")
    scores = [of_list(path.stem) for path in sorted(ARTICLES.glob("*.tsv"))]
    scores += [of_records(Path(given))] if given else []
    print("| Text | found | with a figure or a quotation | right speaker | right act | drafted | in no list |")
    print("|---|---|---|---|---|---|---|")
    for one in scores:
        spans = len({draft.spans for draft in one.drafted})
        print(
            f"| {one.name} | {one.found} of {len(one.wanted)} | {one.counted[0]} of {one.counted[1]} | {one.speakers} "
            f"| {one.acts} | {spans} | {one.unwanted} |"
        )
    for one in scores:
        for missed in one.missed:
            print(f"missed in {one.name}: {missed.words} ({', '.join(missed.speakers)}; {missed.act})")


if __name__ == "__main__":
    main()
