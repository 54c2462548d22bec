"""`explainers add FILE`: what a reference manager, a fact-checker or a spreadsheet exports, as drafts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.cli.keep import keep_text
from explainers.drafts.article.article_file import article_of, is_page
from explainers.drafts.article.drafting import import_source
from explainers.drafts.claim_review import review_drafts, reviews_in
from explainers.drafts.claim_table import rows_of, table_drafts
from explainers.drafts.fault import Unreadable
from explainers.drafts.item import said
from explainers.drafts.read import csl_items, form_of, items_in, json_of, text_of
from explainers.drafts.sources import Drafts, Stock, source_drafts
from explainers.text.report_frame import visible

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@on_a_site
@click.argument("file", type=_FILE)
def add(site: LoadedSite, *, file: Path) -> None:
    """Draft records from FILE: sources from CSL-JSON, BibTeX, RIS or a saved page, claims from ClaimReview or CSV.

    Records that exist already are named and not written again; no file is overwritten.
    """
    try:
        drafts = _drafts(site, file)
    except Unreadable as fault:
        raise click.UsageError(visible(f"{file} {fault}")) from None
    except OSError as fault:
        raise click.UsageError(visible(f"{file} cannot be read: {fault.strerror}")) from None
    write_drafts(site, drafts)
    for line in said(drafts.items):
        click.echo(visible(line))
    click.echo(_counted(drafts))


def write_drafts(site: LoadedSite, drafts: Drafts) -> None:
    """Write drafts, and say what was written and what was not."""
    for path, text in drafts.files.items():
        _write(site.settings.content / path, text)
        click.echo(visible(f"wrote {site.settings.content / path}"))
        for line in drafts.said[path]:
            click.echo(visible(f"  {line}"))
    for line in drafts.not_written:
        click.echo(visible(line))


def _drafts(site: LoadedSite, file: Path) -> Drafts:
    data = file.read_bytes()
    stock, origin = Stock(site.documents()), file.name
    if is_page(file.name, data):
        return _page(site, file, stock)
    text = text_of(data)
    form = form_of(file.name, text)
    if form == "CSV":
        return table_drafts(rows_of(text), stock, origin=origin)
    if form != "JSON":
        return source_drafts(items_in(form, text), stock, origin=origin)
    value = json_of(text)
    if reviews := list(reviews_in(value)):
        return review_drafts(reviews, stock, origin=origin)
    return source_drafts(csl_items(value), stock, origin=origin)


def _page(site: LoadedSite, file: Path, stock: Stock) -> Drafts:
    """The source that a saved web page is, by its own metadata, with its text kept."""
    article, drafts = article_of(file.name, file.read_bytes()), Drafts()
    today = date.today().isoformat()
    *_, name = import_source(article, stock, drafts, origin=file.name, today=today)
    drafts.not_written += keep_text(site, article.text, name)
    return drafts


def _write(path: Path, text: str) -> None:
    # Never what is there: something that no record is read from, such as a folder, is there too.
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as fault:
        raise click.UsageError(visible(f"{path} cannot be written: {fault.strerror}")) from None


def _counted(drafts: Drafts) -> str:
    written = len(drafts.files)
    after = "; each says in it what is to be decided" if written else ""
    return f"{written} {'draft' if written == 1 else 'drafts'} written{after}"
