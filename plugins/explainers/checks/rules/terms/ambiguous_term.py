"""A word is a label of two glossary entries, and nothing says which one applies.

Two entries may share a label if each has a `domain`, the field it belongs to. An explainer or a Markdown page says
with `domain` in which field's sense it uses such a word. Anywhere else, and where a page needs the other sense,
`[[id|word]]` chooses the entry, and `\\word` chooses none.

Passes:

    # content/terms/basin-of-a-river.yml
    term: basin
    definition: All the land that a river drains.
    domain: water

    # content/terms/basin-of-a-harbour.yml
    term: basin
    definition: A part of a harbour in which ships lie.
    domain: ships

    # content/events/spring-flood.yml
    name: Spring flood
    kind: other
    summary: The river rose in its whole [[basin-of-a-river|basin]], and ships left the \\basin.
    participants:
      - actor: northland
        role: country
    where: [river-valley]

Fails:

    # content/terms/basin-of-a-river.yml
    term: basin
    definition: All the land that a river drains.
    domain: water

    # content/terms/basin-of-a-harbour.yml
    term: basin
    definition: A part of a harbour in which ships lie.
    domain: ships

    # content/events/spring-flood.yml
    name: Spring flood
    kind: other
    summary: The river rose in its whole basin.
    participants:
      - actor: northland
        role: country
    where: [river-valley]
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.checks.term_uses import term_uses
from explainers.glossary.shared_labels import defined_twice
from explainers.kinds.explainer.model import Explainer
from explainers.kinds.term.model import Term
from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every label that may mean several terms, in our texts."""
    for use in term_uses(context):
        ids = use.match.terms
        # Two entries that should not share a label are reported once, at their labels.
        if len(ids) > 1 and not defined_twice(term for id in ids if (term := context.graph.get(id, Term))):
            named = f"{', '.join(f'`{id}`' for id in ids[:-1])} and `{ids[-1]}`"
            link = f"`[[{ids[0]}|{use.words}]]`"
            by_domain = "a `domain` in this record, or " if isinstance(use.passage.record, Explainer) else ""
            yield use.fault(f"`{use.words}` is a label of {named}", f"say which: {by_domain}{link} here")
