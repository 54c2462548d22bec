"""A small site, and the command run on it."""

from tests.cli.conftest import run, site  # noqa: F401
