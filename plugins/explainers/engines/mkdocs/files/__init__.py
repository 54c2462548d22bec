"""Our pages and files among those of a MkDocs site, and the pages that its authors wrote."""
