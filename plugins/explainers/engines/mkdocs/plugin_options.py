"""The options of the plugin, as mkdocs.yml has them; the manual has the text below each."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as option


class ExplainersConfig(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options."""

    content_dir = option.Type(str, default="content")
    """The folder with the records."""

    snapshots_dir = option.Type(str, default="")
    """The folder with the texts that you quote from, outside what is published: quotations are looked up there.
    [How to keep a text](../how-to/snapshot.md)"""

    rules = option.Type(dict, default={})
    """The severity of a [check](checks.md), by its code: `error`, `warning`, `info` or `off`. What is found
    while a file is read keeps its severity."""

    glossary = option.Type((str, bool), default="section")  # YAML 1.1 reads `off` as false; `settings` judges
    """How often a term of the glossary is marked: once a `section`, once a `page`, at `every` use, or never (`off`).
    [How to mark terms](../how-to/glossary.md)"""

    citation_style = option.Type(str, default="")
    """A `.csl` file in your site, for the references. A style that only points to another one will not do. It needs
    `pip install 'mkdocs-explainers[csl]'`. What a style cannot say about a date, such as that it is our inference, is
    printed after the reference.

    Without it, references are in our own style: everybody is credited (of more than ten, the first three and how many
    others there are), a title in square brackets is a description, a missing date is called missing, and a title in
    another language than the page's is marked as such."""

    kinds = option.Type((dict, list, str), default={})  # `build.declared` judges
    """Your own words for what actors, events and places are. [How to add them](../how-to/own-words.md)"""

    tags = option.Type((dict, list, str), default={})  # `build.declared` judges
    """Your own tags, and how they are printed. [How to add them](../how-to/own-words.md#tags)"""

    fields = option.Type((dict, list, str), default={})  # `build.declared` judges
    """Your own fields. [How to add them](../how-to/own-words.md#fields)"""

    publisher = option.Type((dict, list, str), default={})  # `build.publisher` judges
    """Who answers for the site: `name`, `editor`, `contact`, `corrections`.
    [How to say who answers](../how-to/publisher.md)"""

    edit = option.Type((str, dict, list, bool), default="")  # `build.form_setting` judges
    """A form in the browser, at `/edit/`: the file of the package that it is made with, or lines with `cms` (that file)
    and `sign_in`. [How to have a form](../how-to/form.md)"""

    content_security_policy = option.Type((bool, str), default="auto")  # `settings` judges
    """Whether pages have a policy by which they run nothing but what came with the site: `auto` (where nothing breaks),
    `true` or `false`. [How to use a policy](../how-to/security.md)"""

    fast = option.Type((bool, str), default=True)  # `settings` judges
    """Whether what record pages share is rendered once, `true` or `false`.
    [How to keep the fast path](../how-to/large-site.md#keep-the-fast-path)"""

    cache = option.Optional(option.Type((bool, str)))  # of old: nothing is kept between builds, and it does nothing
    """A setting of earlier releases, which does nothing. Their folder `.cache/explainers` can be deleted."""

    workers = option.Type((int, str), default="auto")  # `settings` judges
    """The number of processes that make the pages: `auto`, or from 1 to 64. The variable `EXPLAINERS_WORKERS` overrides
    it. [How to use more, or fewer](../how-to/large-site.md#use-more-processes-or-fewer)"""

    profile = option.Type((bool, str), default=False)  # `settings` judges
    """Whether a build ends with where its time went, `true` or `false`. So does `EXPLAINERS_PROFILE=1`."""
