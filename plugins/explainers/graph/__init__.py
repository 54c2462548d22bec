"""All records and the links between them, and what can be worked out from them."""
