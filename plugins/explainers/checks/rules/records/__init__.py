"""Rules about whole records and the links between them."""
