"""Characters, places and words: the floor every other layer stands on."""
