"""Explainers: a site of who said what, according to whom, built from records."""

__version__ = "0.1.0"
