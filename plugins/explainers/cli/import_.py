"""`explainers import ARTICLE`: what an article says, by whom, as drafts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from explainers.cli.add import write_drafts
from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.cli.keep import keep_text
from explainers.drafts.article.answer import answered
from explainers.drafts.article.article_file import Article, article_of
from explainers.drafts.article.brief import brief
from explainers.drafts.article.drafting import Imported, import_article
from explainers.drafts.article.english import is_english
from explainers.drafts.article.statements import statements
from explainers.drafts.fault import Unreadable
from explainers.drafts.sources import Stock
from explainers.text.report_frame import visible

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@on_a_site
@click.argument("file", metavar="ARTICLE", type=_FILE)
@click.option("--url", help="The article’s address, where the file does not say it.")
@click.option("--publisher", help="Who published it, by name, where the file does not say it.")
@click.option("--brief", "asks", is_flag=True, help="Print a brief for a language model instead, and write nothing.")
@click.option("--answer", type=_FILE, help="Draft what a language model answered to the brief, instead of by rules.")
def import_(
    site: LoadedSite, *, file: Path, url: str | None, publisher: str | None, asks: bool, answer: Path | None
) -> None:
    """Draft who says what in ARTICLE: a text, a saved web page or Markdown, in English.

    A source, its speakers, a claim for each statement with the words it was read in, and an explainer of them, all as
    drafts; each says in it what is to be decided. What a record cites already is not drafted again, and no file is
    overwritten.
    """
    given = {key: value for key, value in (("URL", url), ("publisher", publisher)) if value}
    article = read_article(file, given)
    stock = Stock(site.documents())
    if asks:
        click.echo(brief(article), nl=False)
        return
    try:
        found = answered(answer.read_bytes(), article) if answer else (statements(article.text), [])
    except (Unreadable, OSError) as fault:
        raise click.UsageError(visible(f"{answer} {fault}")) from None
    if not answer and not is_english(article.text):
        raise click.UsageError(
            visible(f"{file} is not in English, and the rules are for English alone: use --brief and --answer")
        )
    made = import_article(article, found[0], stock, origin=file.name, today=date.today().isoformat())
    write_drafts(site, made.drafts)
    for line in found[1]:
        click.echo(visible(line))
    for line in (*keep_text(site, article.text, made.text), *_said(made, file)):
        click.echo(visible(line))
    sys.exit(0 if made.claims or made.cited else 1)


def read_article(file: Path, given: dict[str, str]) -> Article:
    """The article in a file, or a clear message."""
    try:
        return article_of(file.name, file.read_bytes(), given)
    except Unreadable as fault:
        raise click.UsageError(visible(f"{file} {fault}")) from None
    except OSError as fault:
        raise click.UsageError(visible(f"{file} cannot be read: {fault.strerror}")) from None


def _said(made: Imported, file: Path) -> Iterator[str]:
    """What was made, and what comes next."""
    files = made.drafts.files
    if made.cited:
        yield f"{_counted(made.cited, 'statement')} of it {'is' if made.cited == 1 else 'are'} cited in records already"
    if not files:
        yield "0 drafts written" if made.cited else f"0 drafts written: no rule found a statement in {file.name}"
        return
    kinds = [(sum(path.startswith(f"{kind}s/") for path in files), kind) for kind in _KINDS]
    open_ = sum(text.count("# To be decided:") for text in files.values())
    yield f"{', '.join(_counted(number, kind) for number, kind in kinds if number)} written as drafts"
    yield "next:"
    yield f"  read each beside the article: {open_} comments “To be decided” ask for what no rule can tell"
    yield "  explainers serve    shows the drafts; explainers list --status draft lists them"
    yield "  explainers check    says what is wrong; a record is published once `status: draft` is deleted from it"


_KINDS = ("claim", "actor", "source", "explainer")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
