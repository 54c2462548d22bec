"""What a record says of a quotation is not what the texts at hand say.

Where a text nearer to the speaker is at hand, the words in quotation marks are looked for in it: the one in which they
were said (`said_in`), those in which the attributions that it rests on were read (`based_on`), and those that the page
is made from (`derived_from`). If they are there, its status is `found-upstream`. That a text does not have them is
reported only of `found-upstream`, and only where the page that quotes them is at hand too and has quotation marks
right around them, and every nearer text is there in full, in the same language.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: river-valley
    attributions:
      - a1: mara-lind
        act: say
        cites:
          - daily-post-flood: had been moved out of the valley
      - a2: mara-lind
        act: say
        mode: quotation
        quote_status: found-upstream
        based_on: a1
        cites:
          - evening-news: moved out of the valley

    # content/sources/evening-news.yml
    csl:
      type: article-newspaper
      title: The flood, a day on
    summary: Another news item.
    publisher: daily-post
    published: 2024-04-09
    accessed: 2024-05-01
    role: secondary
    seen: excerpt

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved people out of the valley.
    type: event
    about: river-valley
    attributions:
      - a1: mara-lind
        act: say
        cites:
          - daily-post-flood: had been moved out of the valley
      - a2: mara-lind
        act: say
        mode: quotation
        based_on: a1
        cites:
          - evening-news: moved out of the valley

    # content/sources/evening-news.yml
    csl:
      type: article-newspaper
      title: The flood, a day on
    summary: Another news item.
    publisher: daily-post
    published: 2024-04-09
    accessed: 2024-05-01
    role: secondary
    seen: excerpt
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.quotes import Quotable, at_hand, quotable
from explainers.checks.record_parts import Voice, voices
from explainers.checks.rule import Fault
from explainers.graph.quoted_figures import language_of
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING
_QUOTED = frozenset({"quotation", "translated-quotation"})
_OPENING, _CLOSING = frozenset("“«„‘\"'"), frozenset("”»“’\"'")


def check(context: Context) -> Iterator[Fault]:
    """Every quotation with a nearer text at hand."""
    texts = at_hand(context)
    folded: dict[str, Quotable] = {}
    for voice in voices(context.graph) if texts else ():
        said = voice.attribution
        quoted = [c for c in said.cites if c.exact and c.role not in {"context", "contradicts"}]
        if said.mode not in _QUOTED or not quoted:
            continue
        near = _nearer(voice, context)
        for id in near:
            if id in texts and id not in folded:
                folded[id] = quotable(texts[id])
        found = next((id for id in near if id in folded and all(_has(folded[id], c) for c in quoted)), None)
        loc = (*voice.loc, "quote_status" if said.quote_status else "mode")
        if found and said.quote_status != "found-upstream":
            message = f"`{found}`, nearer to the speaker, has these words"
            yield Fault(voice.claim, loc, message, "write `quote_status: found-upstream`")
        elif not found and said.quote_status == "found-upstream" and _is_whole(voice, quoted, near, texts, context):
            words = " and ".join(f"`{id}`" for id in near)
            yield Fault(voice.claim, loc, f"the texts nearer to the speaker do not have these words: {words}")


def _nearer(voice: Voice, context: Context) -> list[str]:
    """The texts that lead from a page to the speaker, by the record."""
    graph, said = context.graph, voice.attribution
    own = [citation.source for citation in said.cites]
    rested = [found[1] for base in said.bases if (found := graph.basis(base, voice.claim))]
    pages = [source for id in own if (source := graph.get(id, Source))]
    ids = [
        *([said.said_in] if said.said_in and graph.get(said.said_in, Source) else []),
        *(citation.source for basis in rested for citation in basis.cites),
        *(step.source for page in pages for step in page.derived_from),
    ]
    return [id for id in dict.fromkeys(ids) if id not in own]


def _has(text: Quotable, citation: Citation) -> bool:
    return bool(text.places(citation.exact or ""))


def _is_whole(voice: Voice, quoted: list[Citation], near: list[str], texts: dict[str, str], context: Context) -> bool:
    """Whether nearer texts would surely have the words: all are there in full, and the page has marks around them."""
    graph = context.graph
    if voice.attribution.mode != "quotation" or not near:
        return False
    tongues = {language_of(id, graph) for id in (*near, *(c.source for c in quoted))}
    read = [source for id in near if (source := graph.get(id, Source)) and source.seen == "full-text" and id in texts]
    return len(tongues) == 1 and len(read) == len(near) and all(_in_marks(c, texts) for c in quoted)


def _in_marks(citation: Citation, texts: dict[str, str]) -> bool:
    """Whether the page has quotation marks right around the words."""
    text = texts.get(citation.source, "")
    places = quotable(text).places(citation.exact or "")
    return bool(places) and all(
        text[start - 1 : start] in _OPENING and text[end : end + 2].lstrip(".,;!?")[:1] in _CLOSING
        for start, end in places
    )
