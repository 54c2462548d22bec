"""The kind `place`."""
