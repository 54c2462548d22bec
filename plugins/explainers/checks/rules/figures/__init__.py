"""Rules about figures: their values, their qualifiers, and the words next to them."""
