"""A draft of the explainer of an article: its claims in the order of the text, and a placeholder for its question."""

from __future__ import annotations

from collections.abc import Sequence

from explainers.drafts.item import in_message
from explainers.drafts.source import HEAD
from explainers.tree.write import as_yaml

_TITLE_WORDS = 8


def explainer_draft(
    title: str, source: str, claims: Sequence[str], speaker: str, *, origin: str, unknown: Sequence[str] = ()
) -> str:
    """The text of the file. `speaker` is who makes the first claim, `unknown` are names without a record."""
    words = title.strip('“”"').split()
    shortened = in_message(" ".join(words[:_TITLE_WORDS])) + (" …" if len(words) > _TITLE_WORDS else "")
    question = f"Who says what in “{shortened}”?"
    without = f"# Named in the article, and in no record: {', '.join(unknown)}.\n" if unknown else ""
    answer = f"{speaker} makes [[{claims[0]}|the first of these claims]]."
    return (
        f"# From {in_message(origin)}.\n{HEAD}"
        f"{without}"
        "# To be decided: the question, as a reader would ask it.\n"
        f"{as_yaml({'question': question})}"
        "# To be decided: the answer in at most 60 words; each sentence leads to a claim and names who says so.\n"
        f"{as_yaml({'answer': answer, 'article': source})}"
        "# To be decided: which of them readers need, in the order in which they should be read.\n"
        f"{as_yaml({'claims': list(claims)})}"
    )
