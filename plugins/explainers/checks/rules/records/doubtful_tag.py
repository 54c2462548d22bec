"""A record has a tag twice, or one that the site does not declare.

A misspelt tag makes another page. If a site lists its tags, under `tags` in mkdocs.yml, every other tag is
reported; if it lists none, any tag is accepted.

Passes:

    # content/events/clearing.yml
    name: The clearing of the valley
    summary: People were told to leave.
    kind: evacuation
    part_of: spring-flood
    tags: [flood, civil-protection]

Fails:

    # content/events/clearing.yml
    name: The clearing of the valley
    summary: People were told to leave.
    kind: evacuation
    part_of: spring-flood
    tags: [flood, civil-protection, flood]
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.text.diagnostic import Severity
from explainers.text.suggest import Suggestions

SEVERITY = Severity.WARNING


def check(context: Context) -> Iterator[Fault]:
    """Every tag of every record."""
    suggestions = Suggestions()
    known = [tag.word for tag in context.declared.tags]
    for _, record in sorted(context.graph.records.items()):
        for index, tag in enumerate(record.tags):
            if tag in record.tags[:index]:
                yield Fault(record, ("tags", index), f"`{tag}` is here twice", "delete one of the two")
            elif known and tag not in known:
                help = suggestions.did_you_mean(tag, known) or "declare it under `tags` in mkdocs.yml"
                yield Fault(record, ("tags", index), f"`{tag}` is not a tag of this site", help)
