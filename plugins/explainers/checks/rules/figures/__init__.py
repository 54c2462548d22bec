"""Rules about figures: their values, their qualifiers, and the words beside them."""
