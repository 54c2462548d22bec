"""A site whose every text is an attack: each in a record of each kind, and in one that is withdrawn.

The fields are found from the models (`whole`), so that a new field is attacked from its first day.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from explainers.kinds import KINDS
from tests.model.whole import Path, plain_texts, whole

# What each would run is to set `pwned`, and what it would load is at `evil.example`.
ATTACKS = {
    "nothing": "Nothing but words",
    "attributes": "'\"><img src=x onerror=pwned=1></script>{{7*7}}]]>-->",
    "elements": "</title><script>pwned=1</script><svg/onload=pwned=1>&lt;",
    "links": '[x](javascript:pwned=1) *[[<b>|<i>]]* [@"><u>] ${pwned=1}',
    "frames": '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
    "styles": "</style><style>@import '//evil.example/a'</style>\" style='",
    "heads": "<base href=//evil.example><link rel=stylesheet href=//evil.example>",
    "bare attributes": "x onmouseover=pwned=1 autofocus onfocus=pwned=1 `a='",
    "script address": "javascript:pwned=1//",
    "data address": "data:text/html,<script>parent.pwned=1</script>",
    "templates": "{{ 7*7 }}{% raw %}{# a #}{q1}{q99}<%= 7*7 %>#{7*7}",
    "JSON": '","x":{"a":"</script><script>pwned=1</script><!--<script>',
    "comments": "--><script>pwned=1</script><!--<![CDATA[ ]]> <?xml?> &#60;b>",
    "Markdown": "![a](//evil.example/a.png) <b>*a*</b>\n\n    <script>\n# b",
    "equals": '=HYPERLINK("http://evil.example";"a")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-1+1",
    "at": "@SUM(1+1)",
    "wide equals": "\uff1d1+1, \uff0b1",
    "BibTeX": "a}, url = {//evil.example}}\n@book{b, title = {c} \\input{/x} %",
    "RIS": "a\r\nER  - \r\n\r\nTY  - BOOK\r\nTI  - b\nUR  - //evil.example",
    "Turtle": '" . <urn:evil> a <urn:b> . """ \\" \\u0022 <urn:c',
    "terminals": "\x1b[2J\x1b]0;pwned\x07\x9b31ma",
    "logs": "a\n::error::pwned\n##[error]pwned\r::set-output name=a::b",
    "controls": "a\x00\x08\x0b\x0c\x7f\x85\u2028\ufeff\ufffe\u202eb",
}
HARMLESS = ATTACKS["nothing"]
_LINKS = {f"the-{kind.name}" for kind in KINDS}
_NO_NOUN = re.compile(r"[\n\[\]{}<>*`|@#]")


def record_id(kind: str, number: int, status: str = "published") -> str:
    return f"{kind}-{number}" if status == "published" else f"{kind}-{number}-{status}"


def files(attacks: dict[str, str]) -> dict[str, str]:
    """Records with an attack in every field that takes text, and a page with it in its title."""
    found = {"docs/index.md": "# Home\n"}
    for number, text in enumerate(attacks.values()):
        published = [(kind, "published") for kind in KINDS]
        for kind, status in (*published, (KINDS[number % len(KINDS)], "withdrawn")):
            path = f"content/{kind.plural}/{record_id(kind.name, number, status)}.yml"
            found[path] = json.dumps(_record(kind.name, number, status, attacks), indent=1)
        front = json.dumps(seen(text))
        found[f"docs/pages/page-{number}.md"] = (
            f"---\ntitle: {front}\ndescription: {front}\n---\n\nNothing but words.\n"
        )
    return found


def declarations(attacks: dict[str, str]) -> dict[str, Any]:
    """What the site declares: words, tags and fields with attacks for labels."""
    fields: dict[str, Any] = {}
    texts = [seen(text) for text in attacks.values()]
    for number, text in enumerate(texts):
        fields |= {
            f"text{number}": {"label": text, "type": "text", "description": text},
            f"word{number}": {"label": text, "type": "one-of", "choices": {text: text}},
            f"record{number}": {"label": text, "type": "records", "inverse": text},
        }
    words = {f"word-{number}": {"label": text, "plural": text} for number, text in enumerate(texts)}
    tags = {f"tag-{number}": text for number, text in enumerate(texts)}
    return {"kinds": {"event": words}, "tags": tags, "fields": fields}


def settings(attacks: dict[str, str], url: str) -> str:
    """The settings of the site."""
    plugins = ["search", {"explainers": declarations(attacks)}]
    theme, nav = {"name": "material", "font": False}, ["index.md", "pages/page-1.md"]
    given = {"site_name": "x", "site_url": url, "theme": theme, "plugins": plugins, "nav": nav}
    return yaml.safe_dump(given, sort_keys=False)


def seen(text: str) -> str:
    """An attack without what nobody sees, which settings refuse and records print without."""
    return "".join(char for char in text if char.isprintable() or char in "\n\r\t").strip()


def held(kind: str, text: str) -> dict[Path, str]:
    """An attack as each field of a kind takes it: cut to its length, or without the signs that no noun has."""
    found = {path: text[:most] for path, most in plain_texts(kind).items()}
    for change in (lambda words: _NO_NOUN.sub(" ", words).strip(), lambda _: None):
        refused = _refused(kind, found)
        found = {path: new for path, old in found.items() if (new := change(old) if path in refused else old)}
    assert not _refused(kind, found)
    return found


def _refused(kind: str, texts: dict[Path, str]) -> set[Path]:
    """Which fields take their text not."""
    try:
        _model(kind).model_validate(whole(kind, texts.get))
    except ValidationError as fault:
        steps = [{str(step) for step in error["loc"]} for error in fault.errors()]
        return {path for path in texts if any({*map(str, path)} <= loc for loc in steps)}
    return set()


@cache
def _model(kind: str) -> type[BaseModel]:
    return next(each.model for each in KINDS if each.name == kind)


def _record(kind: str, number: int, status: str, attacks: dict[str, str]) -> dict[str, Any]:
    text = [*attacks.values()][number]
    texts = held(kind, text)
    after = (number + 1) % len(attacks)
    record = _led(whole(kind, texts.get), after)
    del record["id"]
    own = {f"text{number}": text, f"word{number}": seen(text), f"record{number}": [record_id("actor", after)]}
    record |= own | {"status": status, "tags": [f"tag-{number}"], "formerly": [f"old-{kind}-{number}-{status}"]}
    if kind == "event":
        record["kind"] = f"word-{number}"
    return _with_figures(record, text) if kind == "claim" else record


def _led(value: Any, number: int) -> Any:
    """A value whose links lead to the records of the next attack."""
    if isinstance(value, dict):
        return {key: _led(item, number) for key, item in value.items()}
    if isinstance(value, list):
        return [_led(item, number) for item in value]
    is_link = isinstance(value, str) and value in _LINKS
    return record_id(value.removeprefix("the-"), number) if is_link else value


def _with_figures(claim: dict[str, Any], text: str) -> dict[str, Any]:
    """A claim with figures that its statement prints, and a telling that rests on something else than itself."""
    statement = f"{text} {{q1}} {{q2}} homes."
    counted = {"of": text, "relation": "unqualified", "value": 1200, "unit": text}
    telling = claim["attributions"][0] | {"based_on": ["own-observation"], "answers": [], "replaces": []}
    silence = {"id": "a2", "by": telling["by"], "stance": "no-position-found", "looked_in": text, "as_of": "2024"}
    other = telling | {"id": "a3", "statement": statement, "based_on": ["a1"]}
    del telling["statement"]
    claim["quantities"]["q2"] = counted
    return claim | {"statement": statement, "attributions": [telling, silence, other], "gaps": [text, *claim["gaps"]]}
