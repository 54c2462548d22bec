"""Drafts of records made from what other programs export: reference managers, fact-checkers, spreadsheets."""
