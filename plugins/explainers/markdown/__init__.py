"""Notes, links to records and terms in hand-written pages: a Python-Markdown extension."""
