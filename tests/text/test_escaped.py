"""Text is escaped as MarkupSafe does it, and comes out as a plain string."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from explainers.text.escaped import as_markup, as_text, escaped

SPECIAL = st.text("<>&'\"a é")


@given(st.text() | SPECIAL)
def test_text_is_escaped_as_markupsafe_does_it(text: str):
    assert escaped(text) == escape(text)
    assert as_markup(text) == Markup(text)
    assert type(as_markup(text)) is Markup


@given(st.text() | SPECIAL | st.integers() | st.floats() | st.booleans() | st.none() | SPECIAL.map(Markup))
def test_anything_is_printed_as_markupsafe_prints_it(value: object):
    assert as_text(value) == escape(value)
