"""`explainers diff REV`: what readers find otherwise than at another state of the repository."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

import click

from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.engines.history import HistoryFault, files_at
from explainers.text.diagnostic import Diagnostic, error
from explainers.text.file_text import whole_file
from explainers.text.report import github
from explainers.text.report_frame import visible

if TYPE_CHECKING:
    from explainers.prose.differences import RecordDifference

Format = Literal["human", "markdown", "github"]
_LONG = 200


@click.command()
@on_a_site
@click.argument("rev", default="HEAD")
@click.option(
    "--format",
    "form",
    type=click.Choice(["human", "markdown", "github"]),
    default="human",
    show_default=True,
    help="For people, for a pull request's summary, or as notes on its files.",
)
@click.option("--strict", is_flag=True, help="Fail where a change needs an entry in `updates` and has none.")
def diff(site: LoadedSite, *, rev: str, form: Format, strict: bool) -> None:
    """Report what changes for readers since the revision REV of the repository, such as `main`.

    A changed figure, position, date, statement or answer of a published record needs a new entry in its `updates`.
    """  # fmt: skip
    from explainers.graph.link import published
    from explainers.prose.differences import differences

    try:
        files = files_at(rev, site.settings.content)
    except HistoryFault as fault:
        raise click.UsageError(visible(str(fault))) from None
    now = site.linked().graph
    before = site.of_files(files).linked().graph
    found = differences(published(before), published(now))
    paths = {id: document.path for graph in (before, now) for id, document in graph.documents.items()}
    if form == "github":
        click.echo(github([_unannounced(one, paths[one.id]) for one in found if one.unannounced]), nl=False)
    else:
        lines = (_human if form == "human" else _markdown)(found, paths)
        click.echo("\n".join(visible(line) for line in lines))
    if strict and any(one.unannounced for one in found):
        sys.exit(1)


def _human(found: Sequence[RecordDifference], paths: dict[str, str]) -> Iterator[str]:
    for one in found:
        yield f"{paths[one.id]}: {_headline(one)}"
        for change in one.changes:
            yield f"  {_subject(change.what, change.of)}: {_short(change.before)} → {_short(change.after)}"
        if one.unannounced:
            yield "  readers do not learn of it: add an entry to `updates`"
    yield _summary(found)


def _markdown(found: Sequence[RecordDifference], paths: dict[str, str]) -> Iterator[str]:
    yield "## What changes for readers"
    yield ""
    for one in found:
        yield f"- **{_plain(one.title)}**, {_state(one)} (`{paths[one.id]}`)"
        for change in one.changes:
            subject = _plain(_subject(change.what, change.of))
            yield f"  - {subject}: {_plain(_short(change.before))} → {_plain(_short(change.after))}"
        if one.unannounced:
            yield "  - ⚠ readers do not learn of it: add an entry to `updates`"
    yield ""
    yield _summary(found)


def _unannounced(one: RecordDifference, path: str) -> Diagnostic:
    what = ", ".join(dict.fromkeys(change.what for change in one.changes))
    message = f"{one.title} changes for readers ({what}), and its `updates` do not say so"
    return error("untold-change", message, whole_file(path), help="add an entry to `updates`")


def _headline(one: RecordDifference) -> str:
    return f"{one.title}, {_state(one)}"


def _state(one: RecordDifference) -> str:
    if one.is_gone:
        return "gone"
    pages = f"on {one.pages} {'page' if one.pages == 1 else 'pages'}"
    return f"new, {pages}" if one.is_new else pages


def _subject(what: str, of: str) -> str:
    return f"{what} ({of})" if of else what


def _short(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[:_LONG].rstrip()}…"


def _plain(words: str) -> str:
    """Words in Markdown that stay words."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#&~@" else sign for sign in words)


def _summary(found: Sequence[RecordDifference]) -> str:
    if not found:
        return "nothing changes for readers"
    changed = sum(bool(one.changes) for one in found)
    counts = ((changed, "changed"), (sum(o.is_new for o in found), "new"), (sum(o.is_gone for o in found), "gone"))
    words = ", ".join(f"{number} {word}" for number, word in counts if number)
    unannounced = sum(one.unannounced for one in found)
    return f"{words}{f'; {unannounced} not announced in `updates`' if unannounced else ''}"
