"""Rules about our own prose."""
