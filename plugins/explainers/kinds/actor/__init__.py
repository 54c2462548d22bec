"""The kind `actor`."""
