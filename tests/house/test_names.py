"""One public name, one meaning: what a stack trace or an import shows says which thing it is."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import explainers

PACKAGE = Path(explainers.__file__).parent
MODULES = [path for path in PACKAGE.rglob("*.py") if "site" not in path.relative_to(PACKAGE).parts]
# A command has the name that is typed, a view that of what it shows, a kind's model lies in the folder of the kind.
NAMED_BY_THEIR_FOLDER = ("cli/", "pages/views/", "kinds/")


def public_classes(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def test_no_two_public_classes_share_a_name():
    places = defaultdict(list)
    for path in MODULES:
        for name in public_classes(path):
            places[name].append(str(path.relative_to(PACKAGE)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_two_modules_share_a_file_name():
    places = defaultdict(list)
    for path in MODULES:
        place = path.relative_to(PACKAGE).as_posix()
        if path.name != "__init__.py" and not place.startswith(NAMED_BY_THEIR_FOLDER):
            places[path.name].append(place)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
