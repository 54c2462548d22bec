"""Compiled templates, kept next to the package as Python keeps its own compiled modules.

They are trusted where only those who install programs can write: among the installed packages, or at least outside of
the repository of the site that is built.
"""

from __future__ import annotations

import marshal
import os
import sys
import sysconfig
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

_HERE = Path(__file__).parent
# These decide what a template is compiled to.
_COMPILED_BY = ("compiler.py", "straight.py", "turn.py", "environment.py")
_INSTALLED = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
_repositories: set[Path] = set()


def distrust(repository: Path) -> None:
    """Take nothing compiled from a repository, and keep nothing in it: a site in it is built."""
    _repositories.add(repository)


class CompiledTemplates(BytecodeCache):
    """Compiled templates by name. To compile all of them takes a sixth of a second of every build.

    What does not fit is compiled again; where nothing can be written, nothing is kept.
    """

    def get_source_checksum(self, source: str) -> str:
        return sha256(source.encode() + _compiler()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        path = _file(bucket)
        if not path:
            return
        try:
            bucket.bytecode_from_string(path.read_bytes())
        except Exception:  # a damaged file can fail in any way, as a damaged module can
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        path = _file(bucket)
        if sys.dont_write_bytecode or not path:
            return
        # Two builds at once: the last one replaces a whole file by a whole file.
        own = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            own.write_bytes(bucket.bytecode_to_string())
            own.replace(path)


class OthersTemplates(CompiledTemplates):
    """The compiled templates of an environment that is not ours: a theme's take a quarter of a second of every process.

    What a filter or a test makes of a constant is compiled in, so that these are a part of what was compiled. Where
    one of them is not known by its code alone, nothing is kept.
    """

    def __init__(self, env: Environment) -> None:
        self._env = env

    def get_source_checksum(self, source: str) -> str:
        made_by = _made_by(self._env)
        return sha256(source.encode() + made_by + _jinja()).hexdigest() if made_by else ""


def keep_compiled(env: Environment) -> None:
    """Let an environment keep its compiled templates, if it keeps none."""
    if env.bytecode_cache is None:
        env.bytecode_cache = OthersTemplates(env)


_SETTINGS = (
    "block_start_string block_end_string variable_start_string variable_end_string comment_start_string "
    "comment_end_string line_statement_prefix line_comment_prefix trim_blocks lstrip_blocks newline_sequence "
    "keep_trailing_newline optimized autoescape sandboxed is_async finalize newstyle_gettext"
).split()
_PLAIN = (str, bool, type(None))


def _made_by(env: Environment) -> bytes:
    """All of an environment that decides what a template is compiled to; nothing where that is not known."""
    settings = [getattr(env, name, None) for name in _SETTINGS]
    own = [*(env.filters.items() - FILTERS.items()), *(env.tests.items() - TESTS.items())]
    functions = sorted((name, _code(function)) for name, function in own)
    if type(env) is not Environment or not all(isinstance(setting, _PLAIN) for setting in settings):
        return b""
    if not all(code for _, code in functions):
        return b""
    return repr((settings, [*env.extensions], functions)).encode()


def _code(function: object) -> bytes:
    """The code of a function that depends on nothing else; nothing for any other.

    A filter that only pauses a watch (`Watch.quiet`) names the one that does the work.
    """
    function = getattr(function, "compiled_as", function)
    code = getattr(function, "__code__", None)
    free = code is not None and not code.co_freevars and not getattr(function, "__wrapped__", None)
    return marshal.dumps(code) if free else b""


def _file(bucket: Bucket) -> Path | None:
    """Where a template is kept, if it can be."""
    path = Path(cache_from_source(str(_HERE / "templates" / f"{bucket.key}.html")))
    is_installed = any(path.is_relative_to(folder) for folder in _INSTALLED)
    in_reach = not is_installed and any(path.is_relative_to(folder) for folder in _repositories)
    return path if bucket.checksum and not in_reach else None


@cache
def _compiler() -> bytes:
    return _jinja() + b"".join((_HERE / name).read_bytes() for name in _COMPILED_BY)


@cache
def _jinja() -> bytes:
    return version("jinja2").encode()
