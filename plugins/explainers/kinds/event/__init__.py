"""The kind `event`."""
