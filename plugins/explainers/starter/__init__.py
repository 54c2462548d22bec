"""A new site: the files that it begins with, and the wheel that installs it."""
