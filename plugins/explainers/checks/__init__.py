"""The rules a site's records are held to: one fault, one file."""
