"""The kind `claim`."""
