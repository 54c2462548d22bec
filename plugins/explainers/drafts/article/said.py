"""What is said in an article: a statement, and whoever says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from explainers.kinds.claim.model import Act

Kind = Literal["claim", "reply", "unverified", "headline"]


@dataclass(frozen=True)
class Teller:
    """Somebody who says it: where their name is in the text, the verb as printed, and what they did."""

    start: int
    end: int
    apposition: tuple[int, int] | None
    act: Act
    verb: str


@dataclass(frozen=True)
class Statement:
    """Something said: where its words are, and who says it, the nearest to the page first; without tellers, the page.

    A `reply` answers what was said before it.
    """

    start: int
    end: int
    tellers: tuple[Teller, ...] = ()
    kind: Kind = "claim"
    act: Act = "say"
    verb: str = ""
    quoted: bool = False
    paragraph: int = 0
    to_decide: tuple[str, ...] = ()
    subject: Teller | None = None
    """Whom a statement of the page is about, by name: a quotation without a speaker may come next."""
    inner: int = 0
    """Where what is said begins, if the words begin with the verb: accused / the company of hiding."""
    proposition: str = ""
    """What is said, in other words than the page’s; with its label and its type, where somebody has given them."""
    label: str = ""
    type: str = ""
