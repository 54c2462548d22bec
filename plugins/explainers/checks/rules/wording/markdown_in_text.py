"""The text of a record has a link or a tag as Markdown or HTML writes them.

Record text has its own marks and no others: `[[id]]` links a record, `[@source]` cites, `*…*` and `**…**`
emphasise. Everything else is printed as typed. Web addresses belong to sources.

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the *dam* in [[river-valley]] [@daily-post-flood].
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the <em>dam</em> in [the valley](https://www.example.org/).
    kind: institution
    part_of: northland
"""

import re
from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.voice import passages
from explainers.text.diagnostic import Severity

SEVERITY = Severity.WARNING
_LINK = re.compile(
    r"!?\[[^\[\]\n]*\]\((?:<|\w+:|[/.#?]|www\.|[^\s()]+\.(?:md|html?)\b)[^()\n]*\)|<(?:https?://|mailto:)[^\s<>]+>"
)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|cite|code|div|em|font|h[1-6]|hr|i|iframe|img|kbd|li|mark|ol|p|pre|q|s|script|"
    r"small|span|strike|strong|style|sub|sup|svg|table|t[dhr]|u|ul)(?:\s[^<>]*)?/?>|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos|nbsp|[mn]dash|hellip|[lr][sd]quo|shy);")
_EMPHASIS = {"b": "**…**", "strong": "**…**", "i": "*…*", "em": "*…*"}


def check(context: Context) -> Iterator[Fault]:
    """Every text of ours."""
    for passage in passages(context.graph):
        if "](" not in passage.text and "<" not in passage.text and "&" not in passage.text:
            continue
        for pattern, noun in ((_LINK, "a link of Markdown"), (_TAG, "a tag of HTML"), (_ENTITY, "an entity of HTML")):
            for found in pattern.finditer(passage.text):
                if _closes(found[0], passage.text):
                    continue
                message = f"{noun} is printed as it is typed: `{_clipped(found[0])}`"
                help = _help(found[0])
                yield Fault(
                    passage.record, passage.loc, message, help, found[0], text=passage.text, start=found.start()
                )


def _closes(typed: str, text: str) -> bool:
    """Whether it ends what a tag before it begins, which is reported."""
    return typed.startswith("</") and f"<{typed[2:-1].strip()}" in text.lower()


def _clipped(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:40]}…"


def _help(typed: str) -> str:
    if typed[0] in "![" or typed.startswith(("<http", "<mailto")):
        return "write the words alone and cite the page as a source, `[@source]`; a record is linked as `[[id|words]]`"
    if typed[0] == "&":
        return "type the character itself"
    tag = re.sub(r"[</>\s].*", "", typed.lstrip("</")).lower()
    return f"write `{_EMPHASIS[tag]}`" if tag in _EMPHASIS else "delete it"
