"""Rules about sources, and about the words quoted from them."""
