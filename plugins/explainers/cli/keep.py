"""`explainers keep SOURCE FILE`: the text that was read, kept outside the site and noted in its source's record."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from explainers.build.fixes import Edit, edited
from explainers.build.inputs import inputs
from explainers.checks.record_parts import all_parts
from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.graph.graph import Graph
from explainers.kinds.shared_parts import Citation
from explainers.kinds.source.model import Source
from explainers.text import report
from explainers.text.page_text import page_text
from explainers.text.report_frame import visible
from explainers.text.suggest import did_you_mean
from explainers.tree.tree import Tree

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_PAGES = {".html", ".htm", ".xhtml"}
_NOT_FOUND = {"quotation-not-found", "quotation-ambiguous"}


@click.command()
@on_a_site
@click.argument("id", metavar="SOURCE")
@click.argument("file", type=_FILE)
@click.option("--replace", "replacing", is_flag=True, help="Replace another text that was kept.")
def keep(site: LoadedSite, *, id: str, file: Path, replacing: bool) -> None:
    """Keep the text of SOURCE, a text file or a saved web page, and look up the quotations from it.

    It goes into the folder of `snapshots_dir`, or of `--snapshots`, and its fingerprint and length into the record.
    """
    graph = site.linked().graph
    source, tree = _source(id, graph)
    folder = _folder(site)
    text = _text(file)
    path = folder / (source.snapshot.file if source.snapshot else f"{source.id}.txt")
    if path.exists() and path.read_bytes() != text.encode() and not replacing:
        raise click.UsageError(visible(f"{path} holds another text: use --replace if this is the one that you read"))
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    own = tree.path
    data = edited(tree.data, _noted(tree, text, path.name))
    site.write({own: data})
    click.echo(visible(f"kept {path}: {len(text):,} characters"))
    click.echo(visible(f"noted in {own}"))
    _look_up(replace(site, settings=replace(site.settings, snapshots=folder)), source.id)


def _source(id: str, graph: Graph) -> tuple[Source, Tree]:
    id = graph.renamed.get(id, id)
    document, source = graph.documents.get(id), graph.get(id, Source)
    if document is None or (document.record and source is None):
        near = did_you_mean(id, [source.id for source in graph.of(Source)])
        raise click.UsageError(f"no source has the id `{id}`{f': {near}' if near else ''}")
    if source is None or document.tree is None or not document.has_no_errors:
        raise click.UsageError(visible(f"{document.path} has mistakes: mend it first"))
    return source, document.tree


def _folder(site: LoadedSite) -> Path:
    """Where texts are kept: they are other people's work, and must not be published with the site."""
    folder = site.settings.snapshots
    if folder is None:
        raise click.UsageError(
            "there is no folder for texts: name one in mkdocs.yml (`snapshots_dir: ../texts`, outside the repository), "
            "or with --snapshots"
        )
    if published_folder(site, folder):
        raise click.UsageError(visible(f"{folder} would be published: keep texts outside the repository"))
    return folder


def published_folder(site: LoadedSite, folder: Path) -> bool:
    """Whether what is in a folder is published with the site."""
    own = (site.settings.docs, site.settings.content)
    return any(folder.resolve().is_relative_to(published.resolve()) for published in own)


def keep_text(site: LoadedSite, text: str, name: str) -> Iterator[str]:
    """Keep the text of a new source where the site keeps texts; what is there stays."""
    folder = site.settings.snapshots
    if not name:
        return
    if folder is None or published_folder(site, folder):
        yield "its text is not kept: name a folder outside the repository in mkdocs.yml (`snapshots_dir: ../texts`)"
        return
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as opened:
            opened.write(text.encode())
        yield f"kept {path}: {len(text):,} characters"
    except FileExistsError:
        yield f"{path} was there already and is left as it is"
    except OSError as fault:
        yield f"{path} cannot be written: {fault.strerror}"


def _text(file: Path) -> str:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise click.UsageError(visible(f"{file} is not UTF-8: save it as text in UTF-8")) from None
    except OSError as fault:
        raise click.UsageError(visible(f"{file} cannot be read: {fault.strerror}")) from None
    found = page_text(text) if file.suffix.lower() in _PAGES else text
    if not found.strip():
        raise click.UsageError(visible(f"there is no text in {file}"))
    return found


def _noted(tree: Tree, text: str, name: str) -> list[Edit]:
    """The fingerprint, the length and the file in the record."""
    values = {"sha256": hashlib.sha256(text.encode()).hexdigest(), "chars": str(len(text)), "file": name}
    if "snapshot" in tree.keys:
        nodes = {key: tree.node(("snapshot", key)) for key in values}
        return [(node.start, node.end, values[key]) for key, node in nodes.items()]
    lines = "".join(f"  {key}: {value}\n" for key, value in values.items())
    end = "" if tree.text.endswith("\n") else "\n"
    return [(len(tree.text), len(tree.text), f"{end}snapshot:\n{lines}")]


def _look_up(site: LoadedSite, id: str) -> None:
    """Say how many quotations of the source were found in its text, and which were not. Leaves with 1 for these."""
    there = replace(site, inputs=inputs(site.settings, seen_from=Path.cwd()))
    checked = there.checked()
    documents = checked.graph.documents
    quoted = {
        documents[cited.record.id].span((*cited.loc, "exact"))
        for cited in all_parts(checked.graph, Citation)
        if cited.part.source == id and cited.part.exact
    }
    amiss = [d for d in checked.diagnostics if d.code in _NOT_FOUND and d.span in quoted]
    click.echo(
        f"{len(quoted) - len(amiss)} of {len(quoted)} quotations found" if quoted else "nothing is quoted from it"
    )
    if amiss:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        click.echo(report.human(amiss, checked.texts(there.inputs), colour=colour), nl=False)
        sys.exit(1)
