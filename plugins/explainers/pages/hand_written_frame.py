"""The frame that every page of a site has, for a hand-written page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from explainers.model.edtf_dates import spoken
from explainers.pages.environment import environment
from explainers.pages.sheet import Sheet
from explainers.prose.site import Site


@dataclass(frozen=True, slots=True)
class HandWrittenPage:
    """A page of the site's owner as HTML. `changed` is an ISO day, `edit` leads to its file; both may be empty.

    `names_publisher`: its text is followed by the site's publisher, as far as the settings name one.
    """

    address: str
    title: str
    html: str
    changed: str = ""
    edit: str = ""
    names_publisher: bool = False


def framed(page: HandWrittenPage, site: Site) -> str:
    """The page with its breadcrumb and its foot."""
    return (
        environment(tuple(site.kinds))
        .get_template("hand-written.html")
        .render(
            s=Sheet(site, page.address),
            address=page.address,
            permalink=site.permalink(page.address),
            title=page.title,
            # The owner's own page, made by the owner's own Markdown: it is theirs to trust.
            content=Markup(page.html),
            crumbs=(),
            changed=page.changed,
            changed_spoken=spoken(page.changed) if page.changed else "",
            data="",
            edit=page.edit,
            form="",
            publisher=site.publisher.rows if page.names_publisher else (),
        )
    )
