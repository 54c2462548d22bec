"""The lists of a site: each is one value here, a query in `views/` and a template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from explainers.kinds import Kind, kind_of
from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.term.model import Term
from explainers.pages.page_spec import LAST, Index
from explainers.pages.views.figures import figures_parts, figures_view
from explainers.pages.views.glossary import glossary_view
from explainers.pages.views.indexes import (
    changes_on,
    changes_parts,
    changes_view,
    index_view,
    timeline_parts,
    timeline_view,
)
from explainers.pages.views.listed import listed
from explainers.pages.views.long_lists import ListPart
from explainers.pages.views.positions import WHO_SAID_WHAT, who_view
from explainers.pages.views.tags import parts_of_tags, tagged, tags_view
from explainers.prose.address import GLOSSARY as GLOSSARY_PATH
from explainers.prose.address import TAGS as TAGS_PATH
from explainers.prose.site import Site


def _titles(parts: Sequence[ListPart[Any]]) -> tuple[str, ...]:
    return tuple(part.title for part in parts)


WHO = Index(WHO_SAID_WHAT, "Who said what", lambda site, page, uses: who_view(site.graph))
FIGURES = Index(
    "figures",
    "Figures",
    lambda site, page, uses: figures_view(site.graph, site.language, page.part),
    lambda site: _titles(figures_parts(site.language, site.graph)),
)
TIMELINE = Index(
    "timeline",
    "Timeline",
    lambda site, page, uses: timeline_view(site.graph, page.part),
    lambda site: _titles(timeline_parts(site.graph)),
)
GLOSSARY = Index(
    GLOSSARY_PATH, "Glossary", lambda site, page, uses: glossary_view(site, uses, page.part), turn=LAST
)  # fmt: skip
CHANGES = Index(
    "changes",
    "Changes",
    lambda site, page, uses: changes_view(site.graph, page.part),
    lambda site: _titles(changes_parts(site.graph)),
)
TAGS = Index(
    TAGS_PATH,
    "Tags",
    lambda site, page, uses: tags_view(site, page.part),
    lambda site: _titles(parts_of_tags(site)),
)


def _of_kind(kind: Kind) -> Index:
    return Index(
        kind.plural,
        kind.plural_label,
        lambda site, page, uses: index_view(kind_of(site.kinds, kind.name), site, page.part),
        lambda site: _titles(listed(kind.name, site.language, site.graph)),
        kind=kind.name,
    )


def indexes(site: Site) -> list[Index]:
    """The lists of a site, in the order of the navigation.

    A site with claims has all of them, empty or not, so that their addresses can be relied on. A site that uses the
    notes or the glossary alone has those that hold something. There are tags only where a record has one.
    """
    of_kinds = {kind.plural: _of_kind(kind) for kind in site.kinds if not issubclass(kind.model, Term)}
    tags = [TAGS] if tagged(site.graph) else []
    whole = bool(site.graph.count(Claim) or site.graph.count(Explainer))
    explainers = [of_kinds.pop("explainers")] if "explainers" in of_kinds else []
    rest = [index for index in of_kinds.values() if whole or site.graph.count(kind_of(site.kinds, index.kind).model)]
    if whole:
        return [*explainers, WHO, FIGURES, TIMELINE, GLOSSARY, *rest, *tags, CHANGES]
    glossary = [GLOSSARY] if site.graph.count(Term) else []
    changed = [CHANGES] if changes_on(site.graph, 0) else []
    return [*glossary, *rest, *tags, *changed]
