"""The kind `term`."""
