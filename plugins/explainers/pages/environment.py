"""The templates: autoescape on, every word through the catalogue."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from explainers.graph.positions import Position, positions
from explainers.kinds import Kinds
from explainers.kinds.actor.model import Role
from explainers.kinds.claim.model import Claim
from explainers.model.edtf_dates import spoken
from explainers.pages import words
from explainers.pages.views.chart import chart
from explainers.pages.views.claim import acts
from explainers.prose import verb_audit_words
from explainers.prose.figures import sides
from explainers.prose.reference.languages import named
from explainers.prose.verbs import STANCE_OF_ONE


@lru_cache(maxsize=4)
def environment(kinds: Kinds) -> Environment:
    """Templates of pages by name, and of kinds as `kind/page.html`."""
    kind_loaders = {kind.name: FileSystemLoader(kind.folder) for kind in kinds}
    loader = ChoiceLoader([FileSystemLoader(Path(__file__).parent / "templates"), PrefixLoader(kind_loaders)])
    env = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(
        acts=acts,
        chart=chart,
        derivations=words.DERIVATIONS,
        language=named,
        legend_words=words.LEGEND,
        position_cells=position_cells,
        role_time=role_time,
        seen=words.SEEN,
        sides=sides,
        stance_of_one=STANCE_OF_ONE,
        verb_words=verb_audit_words,
    )
    return env


def position_cells(claim: Claim) -> list[list[Position]]:
    """A claim's positions in four columns: for it, against it, no answer, none found."""
    columns = (("affirms",), ("denies", "doubts", "retracts"), ("declines",), ("no-position-found",))
    found = positions(claim)
    return [[p for p in found if p.stance in column] for column in columns]


def role_time(role: Role) -> str:
    """When an office was held."""
    if role.from_ and role.to:
        return f"{spoken(role.from_)} to {spoken(role.to)}"
    return f"since {spoken(role.from_)}" if role.from_ else f"until {spoken(role.to or '')}"
