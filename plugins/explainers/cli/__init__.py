"""The command line: one command, one module."""

from explainers.cli.main import main

__all__ = ["main"]
