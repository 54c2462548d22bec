"""The MkDocs engine; ProperDocs runs it too. No other folder imports mkdocs for building."""
