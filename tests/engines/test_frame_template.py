"""A page is cut where a page's own texts stand in it, and only there."""

from __future__ import annotations

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from explainers.engines.mkdocs.frames.frame_template import address_stand_in, cut, stand_in, without_indentation
from explainers.engines.mkdocs.frames.watched_text import Watch, watched

ENV = jinja2.Environment()
STAND_INS = {"title": stand_in("title"), "name": address_stand_in("name"), "heading-1": stand_in("heading-1")}
PRINTED = """<title>{{ title }} - x</title><a href="/{{ name }}/" title="{{ title | e }}">{{ title | striptags }}</a>
{{ title | striptags | e }}{{ "share?t=" ~ title | urlencode }}{{ {"t": title} | tojson }}
{{ heading | d("none", true) }}
{% if title %}{{ "%s!" | format(title) }}{{ [title, heading] | join(", ") }}{% endif %}{{ name ~ "-" ~ heading }}"""


@given(st.text(), st.from_regex(r"[a-z0-9-]{1,9}", fullmatch=True), st.text())
def test_a_shell_gives_what_the_template_gives(title: str, name: str, heading: str) -> None:
    # Themes get their texts escaped, and print spaces as they come.
    own = {key: " ".join(str(escape(text)).split()) or "-" for key, text in (("title", title), ("heading", heading))}
    template = ENV.from_string(PRINTED)
    frame = cut(template.render(STAND_INS, heading=STAND_INS["heading-1"]), STAND_INS)
    assert frame is not None
    filled = frame.filled({"title": own["title"], "name": name, "heading-1": own["heading"]})
    assert filled == template.render(own, name=name)


@pytest.mark.parametrize(
    "changed", ["title | upper", "title | truncate(8)", "title[1:]", "name | capitalize", "name[:6]"]
)
def test_a_text_that_is_changed_leaves_no_shell(changed: str) -> None:
    assert cut(ENV.from_string(f"<p>{{{{ {changed} }}}}</p>").render(STAND_INS), STAND_INS) is None


def asked(template: str) -> list[str]:
    watch = Watch()
    ENV.from_string(template).render(title=watched("A title", "title", watch, known=("<h1",)))
    return watch.asked


@pytest.mark.parametrize(
    "question",
    [
        "title == 'A title'", "title != 'x'", "'A' in title", "title in ['x']", "title.startswith('A')",
        "title | length > 3", "title[0] == 'A'", "title < 'B'",
        "title | first == 'A'", "title | upper == 'A'", "{'A title': 1}[title]",
        "title is eq 'x'", "title | list",
    ],
)  # fmt: skip
def test_a_question_about_a_text_is_noticed(question: str) -> None:
    assert set(asked(f"{{% if {question} %}}yes{{% endif %}}")) == {"title"}


@pytest.mark.parametrize("printing", [PRINTED, "{% if title %}{{ title }}{% endif %}", "{{ '<h1' in title }}"])
def test_printing_is_no_question(printing: str) -> None:
    assert asked(printing) == []


NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("<p>\n    a\n  b</p>", "<p>\na\nb</p>"),
        ("<pre>\n  a</pre>\n\n<script>\n  b</script>", "<pre>\n  a</pre>\n<script>\n  b</script>"),
        (f"<a><svg {NAMESPACE} width=1></svg></a>", "<a><svg width=1></svg></a>"),
        (f"<img src='data:image/svg+xml,<svg {NAMESPACE} />'>", f"<img src='data:image/svg+xml,<svg {NAMESPACE} />'>"),
    ],
)
def test_what_a_browser_does_not_need_is_left_out(page: str, written: str) -> None:
    assert without_indentation(page) == written
