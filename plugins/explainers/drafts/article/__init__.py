"""An article as drafts: who says what in it, found by rules of English reporting. No model, no network."""
