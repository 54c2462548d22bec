"""The form in the browser: what a content management system has to know of our records, made from the models."""
