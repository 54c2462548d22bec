"""The kinds of record: one line each."""

from explainers.kinds.actor.model import ACTOR
from explainers.kinds.claim.model import CLAIM
from explainers.kinds.event.model import EVENT
from explainers.kinds.explainer.model import EXPLAINER
from explainers.kinds.kind import Kind, Kinds, kind_of
from explainers.kinds.place.model import PLACE
from explainers.kinds.source.model import SOURCE
from explainers.kinds.term.model import TERM

KINDS: Kinds = (
    EXPLAINER,
    CLAIM,
    SOURCE,
    ACTOR,
    PLACE,
    EVENT,
    TERM,
)

__all__ = ["KINDS", "Kind", "Kinds", "kind_of"]
