"""Rules about the glossary and its use."""
