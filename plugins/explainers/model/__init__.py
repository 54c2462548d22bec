"""What a record is made of: base models, links, dates, text, and decoding with our own messages."""
