"""The order of it all: from files to a site, without an engine."""
