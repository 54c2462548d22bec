"""`explainers help <rule>`: the page of a rule, or the list of all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from explainers.checks.rule import Rule
from explainers.checks.run import all_rules
from explainers.cli.field_help import described_field
from explainers.engines.config_file import SettingsFault, find_config
from explainers.engines.site_settings import read_settings
from explainers.model.declared import DeclaredField
from explainers.text.suggest import did_you_mean


@click.command()
@click.argument("rule", required=False)
def help(rule: str | None) -> None:
    """Explain what the check RULE finds and how to fix it; without RULE, list all checks.

    In the folder of a site, RULE may be a field that the site declares, and these are listed too.
    """
    fields = _declared_fields()
    rules = {each.code: each for each in all_rules()}
    if rule is None:
        click.echo("\n".join([*_listed(list(rules.values())), *_listed_fields(fields)]))
        return
    if rule in fields:
        click.echo("\n".join(described_field(fields[rule])))
        return
    # People copy `error[unknown-reference]` whole.
    code = rule.rpartition("[")[2].rstrip("]")
    if code not in rules:
        hint = did_you_mean(code, [*rules, *fields]) or "`explainers help` lists them all"
        raise click.UsageError(f"no rule is called `{code}`: {hint}")
    click.echo(_page(rules[code]))


def _declared_fields() -> dict[str, DeclaredField]:
    """The fields that the site of the current folder declares, by name; none where it has mistakes, or is no site."""
    config = find_config(Path())
    try:
        declared = read_settings(config).declared.fields if config else ()
    except SettingsFault:
        return {}
    return {field.name: field for field in declared}


def _listed_fields(fields: Mapping[str, DeclaredField]) -> list[str]:
    if not fields:
        return []
    width = max(len(name) for name in fields)
    rows = [f"{name:<{width}}  {field.type:<7}  {field.label}" for name, field in fields.items()]
    return ["", "Fields of this site:", *rows]


def _page(rule: Rule) -> str:
    return f"{rule.code} ({rule.severity.value})\n\n{rule.documentation.strip()}"


def _listed(rules: list[Rule]) -> list[str]:
    width = max((len(rule.code) for rule in rules), default=0)
    return [f"{rule.code:<{width}}  {rule.severity.value:<7}  {rule.headline}" for rule in rules]
