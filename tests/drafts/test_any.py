"""Whatever is in a file that can be read, its drafts are read without a mistake, but for what is to be decided."""

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from explainers.build.load import load
from explainers.drafts.article.article_file import Article
from explainers.drafts.article.drafting import import_article
from explainers.drafts.article.statements import statements
from explainers.drafts.claim_review import review_drafts, reviews_in
from explainers.drafts.claim_table import rows_of, table_drafts
from explainers.drafts.fault import Unreadable
from explainers.drafts.read import items_in
from explainers.drafts.sources import Drafts, Stock, source_drafts
from explainers.kinds import KINDS
from explainers.kinds.source.csl import CslItem

KEYS = [*(field.alias or name for name, field in CslItem.model_fields.items()), "id", "foo", "custom"]
PARTS = ["date-parts", "literal", "raw", "family", "given", "season", "circa"]
ODD = ["2024-03", "true", "null", "~", "- a", "a: b", "# x", "'", '"', "\u2028", "\x85", "\ufeff", "\ud800", "é\n\n b"]
ODD += ["|", "> x", "%x", "@a", "`", "[[a]]", "{q1}", "*a*", "x\t y", "\u200b", "A" * 1200, "\U000f0000", "index", "\\"]
TEXT = st.one_of(st.text(max_size=12), st.sampled_from(ODD))
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT)
VALUE = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS + PARTS), inner, max_size=4)
    ),
    max_leaves=6,
)
BIBTEX = [
    "@article{",
    "@book{a,",
    "title",
    "=",
    "{",
    "}",
    '"',
    "#",
    ",",
    "author={A and B, C}",
    "jan",
    "\\'e",
    "$",
    "%",
    "\n",
]
RIS = ["TY  - JOUR", "TI  - a", "ER  - ", "AU  - ,", "\n", "PY  - 20", "SP", "KW  - "]
SAID = [
    *'said|that|according to|AP|,|.|“|”|"|The mill|Mara Lind|more than 10,000 people|denied|the claim|it|She'.split(
        "|"
    ),
    *"declined to comment|reportedly|accused|of hiding|and|but|, while|whether|{q1}|[[a]]|*b*|[@x]|’s|‘|\n\n|:".split(
        "|"
    ),
    *"6 to 8 per cent|neither confirmed nor denied|is reported to have|could not independently verify".split("|"),
    *"in May 2029|Dr.|(|)|—|half|two|a spokesman for".split("|"),
]
DECIDED = {"`publisher` is missing", "`about` is missing"}


def wrong_in(drafts: Drafts) -> list[str]:
    _, wrong = load({f"content/{path}": text.encode() for path, text in drafts.files.items()}, KINDS)
    return [one.message for one in wrong if one.message not in DECIDED]


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), VALUE, max_size=8), min_size=1, max_size=3))
@settings(max_examples=120, deadline=None)
def test_any_items(items: list[dict[str, Any]]) -> None:
    assert not wrong_in(source_drafts(items, Stock([]), origin="a\nb.json"))


@given(st.dictionaries(st.sampled_from(["author", "itemReviewed", "headline", "reviewRating"]), VALUE), TEXT, TEXT)
@example({"itemReviewed": False}, "0", "0")
@example({}, "0", "NULL")
@settings(max_examples=80, deadline=None)
def test_any_review(review: dict[str, Any], claim: str, author: str) -> None:
    found = {"author": author, **review, "claimReviewed": claim, "url": "https://example.org/a"}
    assert not wrong_in(review_drafts(list(reviews_in(found)), Stock([]), origin="a"))


@given(st.sampled_from(["BibTeX", "RIS"]), st.lists(st.sampled_from(BIBTEX + RIS), max_size=25))
@settings(max_examples=120, deadline=None)
def test_any_pieces(form: str, pieces: list[str]) -> None:
    try:
        items = items_in(form, "".join(pieces) + " ")
    except Unreadable:
        return
    assert not wrong_in(source_drafts(items, Stock([]), origin="a"))


@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=40))
@settings(max_examples=80, deadline=None)
def test_any_article(pieces: list[str]) -> None:
    text = "Bo Reed said it leaks.\n\n" + " ".join(pieces)
    made = import_article(Article(text), statements(text), Stock([]), origin="a", today="2024-03-04")
    assert not wrong_in(made.drafts)


@given(st.text(st.sampled_from(list('clam,";\n\r x')), max_size=40))
@settings(max_examples=80, deadline=None)
def test_any_table(text: str) -> None:
    try:
        rows = rows_of(f"claim,speaker,source\n{text}")
    except Unreadable:
        return
    assert not wrong_in(table_drafts(rows, Stock([]), origin="a"))
