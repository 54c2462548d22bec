"""The glossary at work: the forms of its labels, where they occur in a text, and which of them a page marks."""

from explainers.glossary.choice import Choice
from explainers.glossary.forms import forms
from explainers.glossary.matcher import Match, Matcher

__all__ = ["Choice", "Match", "Matcher", "forms"]
