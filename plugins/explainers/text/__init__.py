"""Characters, places and words: the layer that all others rest on."""
