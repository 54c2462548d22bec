"""What starts a build: MkDocs, a plain folder, the settings that both read."""
