"""The kind `explainer`."""
