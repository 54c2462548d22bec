"""What a new site begins with: settings, folders, an example, an editor's settings, workflows and a lock."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files as package_files
from pathlib import Path

from explainers.kinds import KINDS
from explainers.starter.wheel import Wheel

CONFIG, REQUIREMENTS = "mkdocs.yml", "requirements.txt"
# What a site says to its readers; all else is what builds and checks it.
SAID = ("mkdocs.yml", "docs/", "content/")
# Removes the example, and nothing else, from the folder of a site.
REMOVE_EXAMPLE = "rm content/*/example-*.yml"
_STARTER = Path(str(package_files("explainers"))) / "starter"
_BLANK = re.compile("@([A-Z_]+)@")
# Tools that look for such files, ours too, would take those of a new site for their own.
_HIDDEN = "dot_"


@dataclass(frozen=True)
class Answers:
    """What only the owner of a new site can say."""

    site_name: str
    site_url: str = "http://127.0.0.1:8000/"
    description: str = "Who said what, according to whom, and where it can be read."
    language: str = "en"
    publisher: str = ""
    editor: str = ""
    contact: str = ""
    corrections: str = ""


def site_files(answers: Answers) -> dict[str, bytes]:
    """The files of a new site by path, without its records, its lock and the program."""
    found = {_path(path): path.read_bytes() for path in _within(_STARTER / "site")}
    filled = {path: _filled(found[path].decode(), answers).encode() for path in (CONFIG, "README.md")}
    # Git keeps no empty folders.
    return found | filled | {f"content/{kind.plural}/.gitkeep": b"" for kind in KINDS}


def example_files() -> dict[str, bytes]:
    """The records of the example by path."""
    folder = _STARTER / "example"
    return {f"content/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in _within(folder)}


def wheel_path(wheel: Wheel) -> str:
    """Where a site keeps the program."""
    return f"vendor/{wheel.name}"


def requirements(wheel: Wheel) -> bytes:
    """What installs a site: the program from the site's own folder, and all that it needs, by release and hash."""
    locked = (_STARTER / REQUIREMENTS).read_text("utf-8")
    pins = [line for line in locked.splitlines(keepends=True) if not line.startswith("#")]
    head = (
        "# What builds this site, each package by release and hash. In the folder of this file:\n"
        f"#     pip install --require-hashes --requirement {REQUIREMENTS}\n"
        "# Nothing is built on the way, which would fetch tools that are not in this list.\n"
        "--only-binary :all:\n"
        f"./{wheel_path(wheel)} \\\n    --hash=sha256:{wheel.sha256}\n"
    )
    return "".join([head, *pins]).encode()


def _filled(text: str, answers: Answers) -> str:
    """A text with the answers in its blanks, quoted as YAML and JSON quote; the title has no quotes."""
    values: Mapping[str, str] = {
        **{key.upper(): json.dumps(value, ensure_ascii=False) for key, value in asdict(answers).items()},
        "LANGUAGE": answers.language,
        "TITLE": answers.site_name,
    }
    return _BLANK.sub(lambda blank: values[blank[1]], text)


def _within(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)


def _path(path: Path) -> str:
    """The path of a file in the site."""
    parts = path.relative_to(_STARTER / "site").parts
    return "/".join(f".{part.removeprefix(_HIDDEN)}" if part.startswith(_HIDDEN) else part for part in parts)
