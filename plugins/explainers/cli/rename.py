"""`explainers rename OLD NEW`: a record under another id, and every record that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

import click

from explainers.build.fixes import Edit, edited, mended
from explainers.cli.command_site import LoadedSite, on_a_site
from explainers.cli.new import refuse_id
from explainers.graph.graph import Graph
from explainers.model.decode import Document
from explainers.text.file_text import as_lines
from explainers.text.report_frame import visible
from explainers.text.suggest import did_you_mean
from explainers.tree.nodes import Scalar, Sequence
from explainers.tree.tree import Tree


@click.command()
@on_a_site
@click.argument("old")
@click.argument("new")
def rename(site: LoadedSite, *, old: str, new: str) -> None:
    """Give the record OLD the id NEW, in its file's name and wherever a record names it.

    Its old address leads to the new page: a published record keeps the old id under `formerly`. The pages of docs/ are
    left: they may go on using it.
    """
    before = site.linked().graph
    document = _document(old, before)
    refuse_id(new, [*before.documents.values()])
    if broken := [d.path for d in before.documents.values() if not d.has_no_errors]:
        raise click.UsageError(visible(f"{broken[0]} has mistakes: mend it first, or it could be left with the old id"))
    files = _renamed(site, document, new)
    after = site.with_files(files).linked().graph
    if _shape(before, {old: new}) != _shape(after, {}):
        raise RuntimeError(f"to rename {old} would change more than its id")
    written = site.write(files)
    click.echo(visible(f"{document.path} is {_path(document, new)}"))
    for path in written:
        if path != _path(document, new):
            click.echo(visible(f"  named in {path}"))
    if not _is_draft(document):
        click.echo("the old address leads to the new one (`formerly`)")


def _document(old: str, graph: Graph) -> Document:
    found = graph.documents.get(old)
    if found is None:
        now = f"it is called `{graph.renamed[old]}` now" if old in graph.renamed else did_you_mean(old, graph.documents)
        raise click.UsageError(f"no record has the id `{old}`{f': {now}' if now else ''}")
    return found


def _renamed(site: LoadedSite, document: Document, new: str) -> dict[str, bytes | None]:
    """All files that change: what names the old id is what is certain to be mended once it is an old one."""
    old, tree, path = document.id, document.tree, _path(document, new)
    if tree is None:
        raise RuntimeError(f"{document.path} was not read")
    moved = {document.path: None, path: edited(tree.data, [_with_old_id(tree, old)])}
    there = site.with_files(moved)
    found: dict[str, bytes | None] = {**moved, **mended(there.inputs.files, there.linked().diagnostics)}
    # A part of a record is named with it, `old#a1`, and found under the old id too: nothing is wrong with that.
    for name, data in site.with_files(found).inputs.files.items():
        if f"{old}#".encode() in data:
            found[name] = edited(data, _parts(Tree(name, data), old, new))
    data = found[path] or b""
    if _is_draft(document) and "formerly" not in tree.keys:
        # No one has its address yet.
        found[path] = edited(data, [(at := as_lines(data.decode()).rindex(_line(old)), at + len(_line(old)), "")])
    return found


def _line(old: str) -> str:
    return f"formerly: {old}\n"


def _with_old_id(tree: Tree, old: str) -> Edit:
    """The old id among those that the record had before."""
    text = tree.text
    _, ids = tree.root.below.get("formerly", (None, None))
    if isinstance(ids, Scalar):
        return ids.start, ids.end, f"[{text[ids.start : ids.end]}, {old}]"
    if isinstance(ids, Sequence) and ids.items:
        last = ids.items[-1]
        in_brackets = text[ids.start] == "["
        before = text[text.rfind("\n", 0, last.start) + 1 : last.start]
        return last.end, last.end, f", {old}" if in_brackets else f"\n{before}{old}"
    end = "" if text.endswith("\n") else "\n"
    return len(text), len(text), f"{end}{_line(old)}"


def _parts(tree: Tree, old: str, new: str) -> Iterator[Edit]:
    """The names of attributions and figures of the record, `old#a1`."""
    for loc, value in tree.texts():
        if re.fullmatch(rf"{old}#\w+", value):
            node = tree.node(loc)
            at = tree.text.find(f"{old}#", node.start, node.end)
            yield at, at + len(old), new


def _path(document: Document, new: str) -> str:
    path = PurePath(document.path)
    return path.with_name(f"{new}{path.suffix}").as_posix()


def _is_draft(document: Document) -> bool:
    return document.record is not None and document.record.status == "draft"


def _shape(graph: Graph, renamed: Mapping[str, str]) -> set[tuple[object, ...]]:
    """All links, with some ids under others."""
    return {
        (renamed.get(edge.source, edge.source), renamed.get(edge.target, edge.target), edge.loc, edge.link)
        for edge in graph.edges
    }
