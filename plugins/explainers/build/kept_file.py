"""One text in a file that lies in the cache: whole, and made under the key that is asked for, or none.

Safe with two at work and after a crash: a file is replaced at once. Where nothing can be written, nothing is kept.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from explainers.build.releases import releases

_PACKAGE = Path(__file__).parents[1]
_RUNS_ON = ("pydantic", "pydantic_core", "pyyaml", "markdown")
_SIZE = 16


def kept(file: Path, key: str = "") -> str | None:
    """The text in a file, if this program wrote it under this key."""
    with suppress(OSError, ValueError):
        head, _, text = file.read_text("utf-8").partition("\n")
        if head == _head(key, text):
            return text
    return None


def keep(file: Path, text: str, key: str = "") -> None:
    """Put a text in the place of the one in a file: whoever reads meanwhile sees one of the two."""
    import tempfile  # not needed where all is kept already, which is when a start counts

    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(f"{_head(key, text)}\n{text}")
            os.replace(name, file)  # noqa: PTH105
        except BaseException:
            with suppress(OSError):
                os.unlink(name)  # noqa: PTH108
            raise


def _head(key: str, text: str) -> str:
    return f"{_program()} {key} {blake2b(text.encode(), digest_size=_SIZE).hexdigest()}"


@cache
def _program() -> str:
    """A mark of the program, and of what it runs on."""
    made = blake2b("\0".join((sys.version, *releases(_RUNS_ON))).encode(), digest_size=_SIZE)
    for path in sorted(_PACKAGE.rglob("*.py")):
        made.update(path.read_bytes())
    return made.hexdigest()
