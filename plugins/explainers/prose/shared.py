"""What the pages of one site have in common: made for the first page that needs it, and kept for the others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from markupsafe import Markup

from explainers.glossary.choice import Choice
from explainers.prose.notes import Passage
from explainers.prose.ready import Pieces
from explainers.prose.site_memo import Memo
from explainers.text.inline import Paragraph


@dataclass(slots=True)
class Shared:
    """Texts by which terms a page chooses, links by the folder of the page, and HTML of sources by their ids.

    A text is searched for terms once for all pages that choose alike.
    """

    texts: defaultdict[Choice, Memo[str | Paragraph, Pieces]] = field(default_factory=lambda: defaultdict(Memo))
    links: defaultdict[str, Memo[tuple[str, str], Markup]] = field(default_factory=lambda: defaultdict(Memo))
    urls: defaultdict[str, Memo[str, str]] = field(default_factory=lambda: defaultdict(Memo))
    references: Memo[str, Pieces] = field(default_factory=Memo)
    names: Memo[str, str] = field(default_factory=Memo)
    ways: Memo[str, str] = field(default_factory=Memo)
    passages: Memo[tuple[str, Passage], str] = field(default_factory=Memo)
