"""The kind `source`."""
