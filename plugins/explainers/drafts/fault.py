"""A file cannot be read: the message is for the editor who gave it."""

from __future__ import annotations


class Unreadable(Exception):
    """A file cannot be read at all; what is wrong with a part of it is reported with the part."""
