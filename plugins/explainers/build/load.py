"""Record files as documents; two records cannot have one id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from explainers.kinds import Kinds
from explainers.model.decode import Document, decode
from explainers.model.fields import ID_PATTERN, MAX_ID
from explainers.text.diagnostic import Diagnostic, error
from explainers.text.source import whole_file
from explainers.text.suggest import did_you_mean
from explainers.tree.read import read

SUFFIXES = {".yml", ".yaml"}


def load(files: Mapping[str, bytes], kinds: Kinds) -> tuple[list[Document], list[Diagnostic]]:
    """The documents in files, given by path (`content/claims/x.yml`), in the order of their paths."""
    documents: dict[str, Document] = {}
    diagnostics: list[Diagnostic] = []
    for path in sorted(files):
        document, found = _document(path, files[path], kinds)
        diagnostics += found
        if document and document.id in documents:
            message = f"two records have the id `{document.id}`: the other is {documents[document.id].path}"
            diagnostics.append(error("duplicate-id", message, whole_file(path), help="rename one of the two files"))
        elif document:
            documents[document.id] = document
    return list(documents.values()), diagnostics


def _document(path: str, data: bytes, kinds: Kinds) -> tuple[Document | None, list[Diagnostic]]:
    place = PurePosixPath(path)
    if place.suffix not in SUFFIXES:
        return None, [error("stray-file", "a file that is no record", whole_file(path), help=_suffix_help(place))]
    kind = next((kind for kind in kinds if kind.plural == place.parent.name), None)
    if kind is None:
        plurals = [kind.plural for kind in kinds]
        help = did_you_mean(place.parent.name, plurals) or f"the folders are {', '.join(plurals)}"
        message = f"`{place.parent.name}` is not a folder of records"
        return None, [error("unknown-kind", message, whole_file(path), help=help)]
    diagnostics = _name_faults(place)
    tree, found = read(path, data)
    diagnostics += found
    record = None
    if tree:
        record, found = decode(kind.model, tree, place.stem)
        diagnostics += found
    return Document(place.stem, kind.name, path, tree, record), diagnostics


def _name_faults(place: PurePosixPath) -> list[Diagnostic]:
    span = whole_file(str(place))
    found = []
    well_formed = re.match(ID_PATTERN, place.stem)
    if not well_formed:
        help = "small letters, digits and single hyphens, such as `prime-minister.yml`"
        found.append(error("malformed-id", f"`{place.stem}` cannot be an id", span, help=help))
    elif len(place.stem) > MAX_ID:
        message = f"the id has {len(place.stem)} characters; {MAX_ID} is the most"
        found.append(error("malformed-id", message, span))
    if place.suffix == ".yaml":
        help = f"rename it to {place.stem}.yml" if well_formed else ""
        found.append(error("stray-file", "a record's file ends in .yml", span, help=help))
    return found


def _suffix_help(place: PurePosixPath) -> str:
    return "rename it to end in .yml" if place.suffix in {".json", ".txt", ""} else "move it out of the records' folder"
