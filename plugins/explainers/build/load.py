"""Record files as documents; two records cannot have one id."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from explainers.build.workers import OnProgress
from explainers.kinds import Kind, Kinds
from explainers.model.decode import Document, decode
from explainers.model.fields import ID_PATTERN, MAX_ID, RESERVED_IDS
from explainers.model.id_forms import as_id
from explainers.model.small import Smaller
from explainers.text.characters import hides_script, name
from explainers.text.diagnostic import Diagnostic, error
from explainers.text.file_text import whole_file
from explainers.text.suggest import did_you_mean
from explainers.tree.read_tree import read

SUFFIXES = {".yml", ".yaml"}
# Progress is reported after so many records: one takes 60 µs.
_STEP = 256
_ELSEWHERE = "move it out of the records' folder"


def load(
    files: Mapping[str, bytes], kinds: Kinds, *, on_progress: OnProgress = lambda done, number: None
) -> tuple[list[Document], list[Diagnostic]]:
    """The documents in files, given by path (`content/claims/x.yml`), in the order of their paths.

    `on_progress` gets how many are read.
    """
    documents: dict[str, Document] = {}
    diagnostics: list[Diagnostic] = []
    by_folder = {kind.plural: kind for kind in kinds}
    smaller = Smaller()
    for number, path in enumerate(sorted(files), start=1):
        if number % _STEP == 0:
            on_progress(number, len(files))
        if path.endswith(".yaml") and f"{path[:-5]}.yml" in files:
            twin = f"`{posixpath.basename(path)[:-5]}` has two files, and this one is not read"
            diagnostics.append(error("stray-file", twin, whole_file(path), help="keep the one that ends in .yml"))
            continue
        document, found = _document(path, files[path], by_folder, smaller)
        diagnostics += found
        if document and document.id in documents:
            message = f"two records have the id `{document.id}`: the other is {documents[document.id].path}"
            diagnostics.append(error("duplicate-id", message, whole_file(path), help="rename one of the two files"))
        elif document:
            documents[document.id] = document
    return list(documents.values()), diagnostics


def _document(
    path: str, data: bytes, kinds: Mapping[str, Kind], smaller: Smaller
) -> tuple[Document | None, list[Diagnostic]]:
    # Split as text: path objects would take as long as reading the record.
    above, last = posixpath.split(path)
    stem, suffix = posixpath.splitext(last)
    folder = posixpath.basename(above)
    if suffix not in SUFFIXES:
        return None, [error("stray-file", "a file that is not a record", whole_file(path), help=_suffix_help(path))]
    kind = kinds.get(folder)
    if kind is None:
        help = did_you_mean(folder, list(kinds)) or f"the folders are {', '.join(kinds)}"
        message = f"`{folder}` is not a folder of records"
        return None, [error("unknown-kind", message, whole_file(path), help=help)]
    diagnostics = _name_faults(path, stem, suffix)
    tree, mistakes = read(path, data)
    if tree is None:
        return Document(stem, kind.name, path, None, None), [*diagnostics, *mistakes]
    decoded = decode(kind.model, tree, stem)
    mistakes += decoded.mistakes
    tree.let_go()
    if decoded.record:
        smaller(decoded.record)
    document = Document(stem, kind.name, path, tree, decoded.record, has_no_errors=not mistakes, lost=decoded.lost)
    return document, [*diagnostics, *mistakes]


def _name_faults(path: str, stem: str, suffix: str) -> list[Diagnostic]:
    span = whole_file(path)
    if stem in RESERVED_IDS:
        message = f"no record can have the id `{stem}`: {RESERVED_IDS[stem]}"
        return [error("malformed-id", message, span)]
    if not re.fullmatch(ID_PATTERN, stem) or stem.endswith("\n"):
        found = as_id(stem)
        help = f"rename it to `{found}.yml`" if found else "small letters, digits and single hyphens"
        return [error("malformed-id", f"`{stem}` cannot be an id{_disguise(stem)}", span, help=help)]
    if len(stem) > MAX_ID:
        return [error("malformed-id", f"the id has {len(stem)} characters; the limit is {MAX_ID}", span)]
    if suffix == ".yaml":
        return [error("stray-file", "a record's file ends in .yml", span, help=f"rename it to {stem}.yml")]
    return []


def _disguise(stem: str) -> str:
    letter = hides_script(stem)
    return f": there is a {name(letter)} in it" if letter else ""


def _suffix_help(path: str) -> str:
    suffix = PurePosixPath(path).suffix.lower()
    return "rename it to end in .yml" if suffix in {".json", ".txt", ".yml", ".yaml", ""} else _ELSEWHERE
