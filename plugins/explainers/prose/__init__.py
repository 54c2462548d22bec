"""Sentences, notes and terms: what is said about records, in words, and where it leads."""
