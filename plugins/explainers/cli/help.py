"""`explainers help <rule>`: the page of a rule, or the list of all."""

from __future__ import annotations

import click

from explainers.checks.rule import Rule
from explainers.checks.run import all_rules
from explainers.text.suggest import did_you_mean


@click.command()
@click.argument("rule", required=False)
def help(rule: str | None) -> None:
    """Say what RULE finds and how to mend it; without RULE, list all rules."""
    rules = {each.code: each for each in all_rules()}
    if rule is None:
        click.echo("\n".join(_listed(list(rules.values()))))
        return
    # People copy `error[unknown-reference]` whole.
    code = rule.rpartition("[")[2].rstrip("]")
    if code not in rules:
        hint = did_you_mean(code, rules) or "`explainers help` lists them all"
        raise click.UsageError(f"no rule is called `{code}`: {hint}")
    click.echo(_page(rules[code]))


def _page(rule: Rule) -> str:
    return f"{rule.code} ({rule.severity.value})\n\n{rule.documentation.strip()}"


def _listed(rules: list[Rule]) -> list[str]:
    width = max((len(rule.code) for rule in rules), default=0)
    return [f"{rule.code:<{width}}  {rule.severity.value:<7}  {rule.headline}" for rule in rules]
