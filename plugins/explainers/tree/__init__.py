"""The safe subset of YAML that records are written in, as nodes that know their place."""
