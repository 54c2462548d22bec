"""A figure names another figure that does not exist, or that it cannot use.

`part_of`, and `value` where it names a figure, take `q1` of the same claim or `other-claim#q1`. A figure whose number
is used has to have one, which an open figure has not. No figure is part of itself, not even by way of others, and a
part has the unit of its whole.

Passes:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved {q1} people out of the valley, {q2} of them children.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        printed: 10,000
        unit: person
      q2:
        of: children moved out of the valley
        printed: 2,000
        unit: person
        part_of: q1
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        gives:
          q1: 10,000
          q2: 2,000
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley

Fails:

    # content/claims/people-moved.yml
    label: People moved out of the valley
    statement: Northland has moved {q1} people out of the valley, {q2} of them children.
    type: measurement
    about: [river-valley]
    quantities:
      q1:
        of: people moved out of the valley
        printed: 10,000
        unit: person
      q2:
        of: children moved out of the valley
        printed: 2,000
        unit: person
        part_of: q7
    attributions:
      - id: a1
        by: [mara-lind]
        act: say
        gives:
          q1: 10,000
          q2: 2,000
        cites:
          - source: daily-post-flood
            exact: had been moved out of the valley
"""

from collections.abc import Iterator

from explainers.checks.context import Context
from explainers.checks.rule import Fault
from explainers.graph.graph import Graph
from explainers.graph.telling_figures import claim_figures, figure_named
from explainers.kinds.claim.model import Claim
from explainers.kinds.quantity import Quantity
from explainers.text.diagnostic import Severity
from explainers.text.numbers import unit_named
from explainers.text.numbers.units import may_be_one
from explainers.text.suggest import did_you_mean, one_of

SEVERITY = Severity.ERROR


def check(context: Context) -> Iterator[Fault]:
    """Every figure that points at another."""
    for claim in context.graph.of(Claim):
        for name, quantity in claim.quantities.items():
            for key, pointer in (("part_of", quantity.part_of), ("value", quantity.same_as)):
                message, help = _doubt(claim, name, key, pointer, context) if pointer else ("", "")
                if message:
                    yield Fault(claim, ("quantities", name, key), message, help)


def _doubt(claim: Claim, name: str, key: str, pointer: str, context: Context) -> tuple[str, str]:
    """What is wrong with a pointer, and what may be intended."""
    graph = context.graph
    found = figure_named(pointer, claim, graph)
    if found is None:
        if context.is_broken(pointer.partition("#")[0] if "#" in pointer else claim.id):
            return "", ""
        return f"no figure is called `{pointer}`", _meant(pointer, claim, graph)
    if _leads_back(claim, name, key, graph):
        return (
            "a figure cannot be a part of itself" if key == "part_of" else "a figure cannot have its own number"
        ), ""
    other = found[0].quantities[found[1]]
    if key == "value" and other.is_open:
        return f"`{pointer}` is an open figure: each telling gives its own number", "write the number itself"
    if key == "part_of" and not _is_in_one_unit(claim_figures(claim, graph)[name], found, context):
        return f"`{name}` and its whole, `{pointer}`, have different units", "a part is counted as its whole is"
    return "", ""


def _is_in_one_unit(part: Quantity, whole: tuple[Claim, str], context: Context) -> bool:
    other = claim_figures(whole[0], context.graph)[whole[1]]
    ours, theirs = ((unit or "").casefold().strip() for unit in (part.unit, other.unit))
    names = [unit_named(unit, context.language) for unit in (part.unit or "", other.unit or "")]
    return ours == theirs or bool(all(names) and may_be_one(*names))


def _leads_back(claim: Claim, name: str, key: str, graph: Graph) -> bool:
    """Whether one comes to a figure again by following what it points at."""
    here, seen = (claim, name), set()
    while (here[0].id, here[1]) not in seen:
        seen.add((here[0].id, here[1]))
        quantity = here[0].quantities[here[1]]
        pointer = (quantity.part_of or "") if key == "part_of" else quantity.same_as
        found = figure_named(pointer, here[0], graph) if pointer else None
        if found is None:
            return False
        here = found
    return (here[0].id, here[1]) == (claim.id, name)


def _meant(pointer: str, claim: Claim, graph: Graph) -> str:
    id = pointer.rpartition("#")[0]
    other = graph.get(id, Claim) if id else claim
    if other is None:
        return did_you_mean(id, [found.id for found in graph.of(Claim)])
    return f"`{other.id}` has {one_of([*other.quantities])}" if other.quantities else f"`{other.id}` has no figures"
