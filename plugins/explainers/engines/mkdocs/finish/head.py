"""What we put into the head of a page."""

from __future__ import annotations

from explainers.pages import Page


def with_data(output: str, made: Page) -> str:
    """A finished page with its data in the head: a theme that swaps contents would run a script among them."""
    if not made.jsonld:
        return output
    script = f'<script type="application/ld+json">{made.jsonld}</script>'
    return output.replace("</head>", f"{script}</head>", 1)
