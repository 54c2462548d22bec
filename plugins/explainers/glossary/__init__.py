"""The glossary at work: the forms of its labels, where they stand in a text, and what a page wants of it."""

from explainers.glossary.choice import Choice
from explainers.glossary.forms import forms
from explainers.glossary.matcher import Match, Matcher

__all__ = ["Choice", "Match", "Matcher", "forms"]
