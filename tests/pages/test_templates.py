"""Templates print what Jinja's own compiler would print."""

from __future__ import annotations

import marshal
import pickle
import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib.util import cache_from_source
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from jinja2.bccache import bc_magic
from markupsafe import Markup

from explainers.engines.mkdocs.frames.watched_text import Watch
from explainers.kinds import KINDS
from explainers.pages import compiled
from explainers.pages.compiled import CompiledTemplates, keep_compiled
from explainers.pages.environment import Templates, environment


def printing(templates: Mapping[str, str], environment: type[Environment] = Templates) -> Environment:
    made = environment(
        loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"]
    )
    made.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return made


PARTS = """
{% macro row(label, strong=false, missing="") %}
<li>{% if strong %}<b>{{ label }}</b>{% else %}{{ label }}{% endif %}{{ missing }}</li>
{% endmacro %}
{% macro framed(title) %}<div title="{{ title }}">{{ caller() }}</div>{% endmacro %}
{% macro counted(number) %}{% if number > 0 %}{{ number }}, {{ counted(number - 1) }}{% endif %}{% endmacro %}
{% macro all() %}{% for each in varargs %}{{ each }}{% endfor %}{{ kwargs.get("end", "") }}{% endmacro %}
"""
BASE = """<main>{% block head %}<h1>{{ text }}</h1>{% endblock %}
{% for one in many %}{% include "line" %}{% else %}none{% endfor %}
{% set kept %}({% block body %}{% endblock %}){% endset %}{{ kept }}{{ kept }}</main>"""
LINE = """{% block line %}<p>{{ text ~ one }}{{ number / 2 }}</p>{% endblock %}"""
WHOLE = """
{% extends "base" %}
{% import "parts" as p %}
{% block head %}{{ super() }}{{ "odd" if number % 2 }}{% endblock %}
{% block body %}{% set own = text %}{% set kept %}<i>{{ text }}</i>{% endset %}{{ kept }}
{{ p.counted(3) }}{{ p.all(text, known, end=text) }}{{ p.row(text, missing=number / 3) }}{% include "line" %}
{{ _("Plain <b>words</b>") }} {{ _("100%%") }} {{ _("%(one)s & more", one=text) }} {{ own }} {{ known }} {{ number }}
{{ p.row(text) }}{{ p.row(known, strong=true) }}{{ p.row(_("Kept") ~ text) }}
{% call p.framed(text) %}
{% for one in many %}{{ loop.index }}{{ one.upper() }}{{ ", " if not loop.last }}{% endfor %}
{% endcall %}
{{ many | join("; ") }} {{ many | map("upper") | list | length }} {{ text[:2] | upper }} {{ known.__class__.__name__ }}
{% endblock %}"""


ALL = {"parts": PARTS, "base": BASE, "line": LINE, "whole": WHOLE}
OURS, THEIRS = (printing(ALL, kind).get_template("whole") for kind in (Templates, Environment))


@given(st.text(), st.text(), st.lists(st.text()), st.integers())
def test_a_template_prints_what_jinja_prints(text: str, known: str, many: list[str], number: int):
    values = {"text": text, "known": Markup(known), "many": many, "number": number, "one": text}
    assert OURS.render(values) == THEIRS.render(values)


def test_a_name_that_is_not_there_is_a_mistake():
    with pytest.raises(UndefinedError, match="'nothing' is undefined"):
        printing({"page": "{{ nothing.label }}"}).get_template("page").render()
    with pytest.raises(AttributeError):
        printing({"page": "{{ text.label }}"}).get_template("page").render(text="")
    with pytest.raises(UndefinedError, match="parameter 'label' was not provided"):
        printing({"page": "{% macro row(label) %}{{ label }}{% endmacro %}{{ row() }}"}).get_template("page").render()
    with pytest.raises(TypeError):
        printing({"page": "{% macro row() %}{% endmacro %}{{ row(1) }}"}).get_template("page").render()


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


def poisoned(path: Path) -> None:
    """A kept template with other code in it, under the checksum of the template."""
    stream = BytesIO(path.read_bytes())
    stream.read(len(bc_magic))
    pickle.load(stream)
    evil = printing({}).compile("evil", "page")
    path.write_bytes(stream.getvalue()[: stream.tell()] + marshal.dumps(evil))


def test_nothing_compiled_is_taken_from_the_repository_of_a_site(kept_in: Path, monkeypatch: pytest.MonkeyPatch):
    compiled_again()
    [path] = [path for path in kept_in.rglob("*") if path.is_file()]
    poisoned(path)
    assert compiled_again() == "evil"
    monkeypatch.setattr(compiled, "_repositories", set())
    compiled.distrust(kept_in)
    assert compiled_again() == "7"
    path.unlink()
    compiled_again()
    assert not path.exists()
    # Whoever can write among the installed packages can run what he likes.
    monkeypatch.setattr(compiled, "_INSTALLED", {str(kept_in)})
    compiled_again()
    assert path.exists()


def test_a_template_that_changed_is_compiled_again(kept_in: Path):
    assert compiled_again() == "7"
    assert compiled_again("{{ number + 1 }}") == "8"


@pytest.mark.parametrize("damage", [b"", b"\x80", b"j2", lambda whole: whole[: len(whole) // 2]])
def test_a_damaged_compiled_template_is_compiled_again(kept_in: Path, damage: object):
    compiled_again()
    [path] = [path for path in kept_in.rglob("*") if path.is_file()]
    path.write_bytes(damage(path.read_bytes()) if callable(damage) else damage)
    assert compiled_again() == "7"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "file"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert compiled_again() == "7"


def of_a_theme(text: str, **filters: Callable[[str], str]) -> Environment:
    """An environment as a theme has it, that keeps what it compiles."""
    made = Environment(loader=DictLoader({"page": text}))
    made.filters.update(filters)
    keep_compiled(made)
    return made


def compiled_in(folder: Path) -> int:
    return len([path for path in folder.rglob("*") if path.is_file()])


def test_a_theme_takes_what_was_compiled_where_all_is_the_same(kept_in: Path):
    def loud(text: str) -> str:
        return text.upper()

    def quiet(text: str) -> str:
        return text.lower()

    # Jinja compiles in what a filter makes of a constant.
    assert of_a_theme("{{ 'Page' | said }}", said=loud).get_template("page").render() == "PAGE"
    assert compiled_in(kept_in) == 1
    assert of_a_theme("{{ 'Page' | said }}", said=quiet).get_template("page").render() == "page"
    assert of_a_theme("{{ 'Page' | said }}", said=loud).get_template("page").render() == "PAGE"
    assert of_a_theme("{{ 'Plain' | said }}", said=loud).get_template("page").render() == "PLAIN"


def test_a_theme_with_a_filter_of_unknown_make_keeps_nothing(kept_in: Path):
    for sign in "!?":
        made = of_a_theme("{{ 'Page' | said }}", said=lambda text: text + sign)  # noqa: B023 – that is the point
        assert made.get_template("page").render() == f"Page{sign}"
        made = of_a_theme("{{ 'Page' | said }}", said=partial(str.strip))
        assert made.get_template("page").render() == "Page"
    assert compiled_in(kept_in) == 0


def test_a_watched_filter_is_taken_for_the_one_that_it_calls(kept_in: Path):
    def loud(text: str) -> str:
        return text.upper()

    made = of_a_theme("{{ 'Page' | said }}", said=Watch().quiet(loud))
    assert made.get_template("page").render() == "PAGE"
    assert compiled_in(kept_in) == 1
    assert of_a_theme("{{ 'Page' | said }}", said=loud).get_template("page").render() == "PAGE"
    assert compiled_in(kept_in) == 1


def test_every_template_compiles():
    made = environment(tuple(KINDS))
    names = made.list_templates(extensions=["html"])
    assert {"page.html", "claim/page.html"} <= {*names}
    assert all(made.get_template(name).root_render_func for name in names)
