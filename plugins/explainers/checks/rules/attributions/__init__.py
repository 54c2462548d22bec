"""Rules about who said what, when, and on what basis."""
