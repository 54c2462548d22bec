"""A served site, in which a page is made when a browser asks for it."""
