"""The templates: autoescape on, every word through the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from gettext import NullTranslations
from pathlib import Path
from types import CodeType
from typing import Any, cast

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, Template, nodes
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from explainers.kinds import Kinds
from explainers.kinds.actor.model import Role
from explainers.model.edtf_dates import spoken
from explainers.pages import event_lines, interface_words
from explainers.pages.compiled import CompiledTemplates
from explainers.pages.compiler import StraightCode, WordsLookedUp
from explainers.pages.straight import straight
from explainers.pages.views.chart import chart
from explainers.pages.views.positions import matrix_address, read_in
from explainers.pages.views.time_chart import time_chart
from explainers.prose import position_words, verb_audit_words
from explainers.prose.figure_sums import sums_in
from explainers.prose.figure_words import a_part, sides
from explainers.prose.reference.languages import language_name
from explainers.prose.verbs import STANCE_OF_ONE, position_taken


class Templates(Environment):
    """An environment whose templates are compiled straight. It has as many as there are files, and keeps all."""

    code_generator_class = StraightCode

    @cached_property
    def _known(self) -> dict[str, Template]:
        return {}

    @cached_property
    def _imported(self) -> dict[str, TemplateModule]:
        return {}

    def get_template(self, name: str | Template, *more: Any, **named: Any) -> Template:
        """A template. A page takes eight: Jinja's own cache, which forgets and has a lock, takes 3 µs for each."""
        if isinstance(name, Template):
            return name
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = super().get_template(name, *more, **named)
        return known

    def imported(self, name: str) -> TemplateModule:
        """The macros of a template, which see nothing of the page that they are imported into."""
        known = self._imported.get(name)
        if known is None:
            known = self._imported[name] = self.get_template(name).module
        return known

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        found = super()._parse(source, name, filename)
        gettext = NullTranslations().gettext
        return cast(nodes.Template, WordsLookedUp(gettext, self).visit(found))

    def _compile(self, source: str, filename: str) -> CodeType:
        # The place of a syntax error does not matter: Jinja's own output has none.
        return compile(straight(source), filename, "exec")


@lru_cache(maxsize=4)
def environment(kinds: Kinds) -> Environment:
    """Templates of pages by name, and of kinds as `kind/page.html`."""
    kind_loaders = {kind.name: FileSystemLoader(kind.folder) for kind in kinds}
    loader = ChoiceLoader([FileSystemLoader(Path(__file__).parent / "templates"), PrefixLoader(kind_loaders)])
    env = Templates(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        # A template does not change while a site is built: looking at its file for every page takes longer than a loop.
        auto_reload=False,
        bytecode_cache=CompiledTemplates(),
    )
    env.filters["join"] = joined
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(
        chart=chart,
        derivations=interface_words.DERIVATIONS,
        events=event_lines,
        gone=interface_words.GONE,
        language=language_name,
        legend_words=interface_words.LEGEND,
        matrix_address=matrix_address,
        position_taken=position_taken,
        read_in=read_in,
        role_time=role_time,
        said_of=position_words,
        seen=interface_words.SEEN,
        sides=sides,
        a_part=a_part,
        sums_in=sums_in,
        time_chart=time_chart,
        stance_of_one=STANCE_OF_ONE,
        verb_words=verb_audit_words,
    )
    return env


def joined(texts: Iterable[str], between: str) -> Markup:
    """Texts in a row, as Jinja's own filter has them: that looks first whether any is still awaited."""
    return escape(between).join(texts)


def role_time(role: Role) -> str:
    """When an office was held."""
    if role.from_ and role.to:
        return spoken(f"{role.from_}/{role.to}") or f"{spoken(role.from_)} to {spoken(role.to)}"
    return f"since {spoken(role.from_)}" if role.from_ else f"until {spoken(role.to or '')}"
