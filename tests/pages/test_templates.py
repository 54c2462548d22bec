"""Templates print what Jinja's own compiler would print."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from explainers.kinds import KINDS
from explainers.pages.compiled import CompiledTemplates
from explainers.pages.environment import Templates, environment


def printing(templates: Mapping[str, str], environment: type[Environment] = Templates) -> Environment:
    made = environment(
        loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"]
    )
    made.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return made


PARTS = """
{% macro row(label, strong=false) %}
<li>{% if strong %}<b>{{ label }}</b>{% else %}{{ label }}{% endif %}</li>
{% endmacro %}
{% macro framed(title) %}<div title="{{ title }}">{{ caller() }}</div>{% endmacro %}
"""
WHOLE = """
{% import "parts" as p %}{% set own = text %}
{{ _("Plain <b>words</b>") }} {{ _("100%%") }} {{ _("%(one)s & more", one=text) }} {{ own }} {{ known }} {{ number }}
{{ p.row(text) }}{{ p.row(known, strong=true) }}{{ p.row(_("Kept") ~ text) }}
{% call p.framed(text) %}
{% for one in many %}{{ loop.index }}{{ one.upper() }}{{ ", " if not loop.last }}{% endfor %}
{% endcall %}
{{ many | join("; ") }} {{ many | map("upper") | list | length }} {{ text[:2] | upper }} {{ known.__class__.__name__ }}
"""


OURS, THEIRS = (
    printing({"parts": PARTS, "whole": WHOLE}, kind).get_template("whole") for kind in (Templates, Environment)
)


@given(st.text(), st.text(), st.lists(st.text()), st.integers())
def test_a_template_prints_what_jinja_prints(text: str, known: str, many: list[str], number: int):
    values = {"text": text, "known": Markup(known), "many": many, "number": number}
    assert OURS.render(values) == THEIRS.render(values)


def test_a_name_that_is_not_there_is_a_mistake():
    with pytest.raises(UndefinedError, match="'nothing' is undefined"):
        printing({"page": "{{ nothing.label }}"}).get_template("page").render()
    with pytest.raises(AttributeError):
        printing({"page": "{{ text.label }}"}).get_template("page").render(text="")


@pytest.fixture
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which Python keeps what it has compiled."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert cache_from_source("x.py").startswith(str(tmp_path))
    return tmp_path


def compiled_again(text: str = "{{ number }}") -> str:
    made = printing({"page": text})
    made.bytecode_cache = CompiledTemplates()
    return made.get_template("page").render(number=7)


def test_compiled_templates_are_kept_and_taken(kept_in: Path, monkeypatch: pytest.MonkeyPatch):
    assert compiled_again() == "7"
    assert len([path for path in kept_in.rglob("*") if path.is_file()]) == 1

    def compile(*_: object, **__: object) -> None:
        raise AssertionError("it was compiled before")

    monkeypatch.setattr(Templates, "compile", compile)
    assert compiled_again() == "7"


def test_a_template_that_changed_is_compiled_anew(kept_in: Path):
    assert compiled_again() == "7"
    assert compiled_again("{{ number + 1 }}") == "8"


@pytest.mark.parametrize("damage", [b"", b"\x80", b"j2", lambda whole: whole[: len(whole) // 2]])
def test_a_damaged_compiled_template_is_compiled_anew(kept_in: Path, damage: object):
    compiled_again()
    [path] = [path for path in kept_in.rglob("*") if path.is_file()]
    path.write_bytes(damage(path.read_bytes()) if callable(damage) else damage)
    assert compiled_again() == "7"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "file"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert compiled_again() == "7"


def test_every_template_compiles():
    made = environment(tuple(KINDS))
    names = made.list_templates(extensions=["html"])
    assert {"page.html", "claim/page.html"} <= {*names}
    assert all(made.get_template(name).root_render_func for name in names)
