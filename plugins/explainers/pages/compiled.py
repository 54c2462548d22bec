"""Compiled templates, kept beside the package as Python keeps its own compiled modules, and trusted as these are."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

_HERE = Path(__file__).parent
# What stands in these decides what a template is compiled to.
_COMPILED_BY = ("compiler.py", "straight.py", "environment.py")


class CompiledTemplates(BytecodeCache):
    """Compiled templates by name. To compile all of them takes a sixth of a second of every build.

    What is not as it should be is compiled anew; where nothing can be written, nothing is kept.
    """

    def get_source_checksum(self, source: str) -> str:
        return sha256(source.encode() + _compiler()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            bucket.bytecode_from_string(_file(bucket).read_bytes())
        except Exception:  # a damaged file can fail in any way, as a damaged module can
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        path = _file(bucket)
        # Two builds at once: whoever comes last puts a whole file in place of a whole file.
        own = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            own.write_bytes(bucket.bytecode_to_string())
            own.replace(path)


def _file(bucket: Bucket) -> Path:
    return Path(cache_from_source(str(_HERE / "templates" / f"{bucket.key}.html")))


@cache
def _compiler() -> bytes:
    return b"".join((_HERE / name).read_bytes() for name in _COMPILED_BY)
