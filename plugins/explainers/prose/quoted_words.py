"""Words in quotation marks that closer texts do not have, and words attributed to someone else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainers.graph.drift import ComparedTelling, nearer, tellings
from explainers.graph.graph import Graph
from explainers.graph.kept import once
from explainers.graph.misnamed import misnamed
from explainers.graph.ways import pages_read
from explainers.kinds.claim.model import Claim
from explainers.prose.ends import finished
from explainers.prose.lists import joined
from explainers.prose.speakers import named
from explainers.prose.telling_names import named_page, speakers_of
from explainers.text.inline import Inline, Paragraph, Words


@once
def not_found(claim: Claim, graph: Graph) -> tuple[Paragraph, ...]:
    """For words in quotation marks that are not those of the texts nearer to the speaker: what we found, and where."""
    return tuple(_not_found(tellings(claim, graph), graph))


@once
def put_down_to_others(claim: Claim, graph: Graph) -> tuple[Paragraph, ...]:
    """Pages that print somebody else as the speaker."""
    found = []
    for ref, other in misnamed(claim, graph):
        pages = joined([[named_page(id, graph)] for id in pages_read(ref, graph)])
        where: list[Inline] = [Words("The headline of "), *pages] if ref.attribution.mode == "headline" else [*pages]
        found.append(finished([*where, Words(" put this down to "), named(other, graph)]))
    return tuple(found)


def _not_found(compared: Sequence[ComparedTelling], graph: Graph) -> Iterator[Paragraph]:
    for telling in compared:
        attribution = telling.ref.attribution
        if attribution.quote_status not in {"not-found-upstream", "found-changed"}:
            continue
        page = next(iter(pages_read(telling.ref, graph)), "")
        quoted = next((c.exact for c in attribution.cites if c.exact), None)
        words = f" put “{quoted}” in quotation marks" if quoted else " put words in quotation marks"
        row: list[Inline] = [named_page(page, graph), Words(f"{words} as words of "), *speakers_of(telling.ref, graph)]
        looked = dict.fromkeys(id for ref in nearer(telling, compared, graph) for id in pages_read(ref, graph))
        places = [Words(": "), *joined([[named_page(id, graph)] for id in looked])] if looked else []
        if attribution.quote_status == "found-changed":
            row.append(Words(". What we read closer to the speaker has other words"))
        elif places:
            texts_read = "text" if len(looked) == 1 else "texts"
            row.append(Words(f". We did not find them in the {texts_read} closer to the speaker that we read"))
        else:
            row.append(Words(". We found them in no text closer to the speaker"))
        yield finished([*row, *places])
