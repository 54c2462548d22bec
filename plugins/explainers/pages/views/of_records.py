"""What the page of a record prints, by its kind."""

from __future__ import annotations

from functools import singledispatch

from explainers.kinds.claim.model import Claim
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.source.model import Source
from explainers.model.base import Record
from explainers.pages.views.claim import ClaimView, claim_view
from explainers.pages.views.explainer import ExplainerView, explainer_view
from explainers.pages.views.others import RecordView, record_view, source_view
from explainers.prose.site import Site
from explainers.prose.uses import Uses


@singledispatch
def view_of(record: Record, site: Site, uses: Uses) -> object:
    """What the template of a record's page prints."""
    return _record(record, site, uses)


def _record(record: Record, site: Site, uses: Uses) -> RecordView:
    return record_view(record, site.graph)


@view_of.register
def _claim(record: Claim, site: Site, uses: Uses) -> ClaimView:
    return claim_view(record, site.graph)


@view_of.register
def _explainer(record: Explainer, site: Site, uses: Uses) -> ExplainerView:
    return explainer_view(record, site)


@view_of.register
def _source(record: Source, site: Site, uses: Uses) -> RecordView:
    return source_view(record, site, uses)
