"""What starts a build: MkDocs, and the settings that it and the command line read."""
