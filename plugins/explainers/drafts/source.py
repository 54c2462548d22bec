"""A draft of a source, with what is still to be decided as comments."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from explainers.drafts.item import UNTITLED, Item, in_message
from explainers.kinds.source.csl import CslItem
from explainers.tree.write import as_yaml

UNKNOWN_PUBLISHER = "[Publisher to be decided]"
NL = "\n"
HEAD = (
    "# A draft is checked, and shown in a preview alone. Delete `status: draft` when all is decided.\nstatus: draft\n"
)
_ROLE = (
    "# To be decided: primary (it speaks of its own doing), secondary (it reports) or aggregate (it gathers reports).\n"
    "role: secondary\n"
)
_SEEN = (
    "# To be decided: full-text, excerpt or cited-only (known from others alone; never cited as if we had read it).\n"
)
# For these types, the name of the book or encyclopedia is not its publisher's.
_NOT_BY_CONTAINER = {"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"}


def publisher_name(csl: CslItem) -> str:
    """Who published it, by name, as far as the reference says; else nothing."""
    if csl.publisher:
        return csl.publisher
    if csl.container_title and csl.type not in _NOT_BY_CONTAINER:
        return csl.container_title
    organisation = next((name.literal for name in csl.author if name.literal), None)
    host = (urlsplit(csl.URL or "").hostname or "").removeprefix("www.")
    return organisation or csl.authority or (host if host != "doi.org" else "")


def source_draft(item: Item, *, origin: str, publisher: str, name: str, called: str, read: str = "") -> str:
    """The text of the file. `publisher` is the id of an actor who is `called` so, or empty: none has the `name`.

    `read` has the lines that say what was read of it, where that is known.
    """
    csl = dict(item.csl)
    is_given = "publisher" in csl
    published = _date("published", csl.pop("issued", ""), item.date_words)
    read_on = csl.pop("accessed", "")
    # Another name of the actor stays, as the reference has it.
    if publisher and csl.get("publisher") == called:
        del csl["publisher"]
    lines = [f"# From {in_message(origin)}: {in_message(item.key)}.\n"]
    lines += [f"# Left out: {left}.\n" for left in item.left_out]
    lines += ["# To be decided: its title.\n"] if csl["title"] == UNTITLED else []
    lines += (
        ["# Its note would be published, with the data of the source: delete it if it is your own.\n"]
        if "note" in csl
        else []
    )
    lines += [HEAD, as_yaml({"csl": csl}), _publisher(publisher, name, is_given=is_given), published]
    lines += [f"accessed: {read_on}\n"] if read_on else []
    seen = read or f"{_SEEN}seen: {'excerpt' if read_on else 'cited-only'}\n"
    return "".join([*lines, _ROLE, seen])


def _publisher(id: str, name: str, *, is_given: bool) -> str:
    if id and name == UNKNOWN_PUBLISHER:
        return f"# To be decided: who published it.\npublisher: {id}\n"
    if id:
        sure = (
            ""
            if is_given
            else f"# To be decided: whether {in_message(name)} published it; the reference does not say who did.\n"
        )
        return f"{sure}publisher: {id}\n"
    who = f"; the reference has “{in_message(name)}”" if name else ""
    return f"# To be decided: who published it, as the id of an actor{who}.\n# publisher: id-of-an-actor\n"


def _date(key: str, edtf: str, words: str) -> str:
    if edtf:
        return f"{key}: {edtf}\n"
    value = {"basis": "unknown", **({"as_stated": words} if words else {})}
    return f"# To be decided: when it was published.\n{as_yaml({key: value})}"


def publisher_kind(of: CslItem) -> str:
    """What the publisher of a reference most likely is."""
    media = of.type in {"article-newspaper", "article-magazine", "article-journal", "broadcast", "post-weblog"}
    return "media-organisation" if media else "institution"


def actor_draft(name: str, *, kind: str, origin: str, named: bool = True, doubts: Sequence[str] = ()) -> str:
    """The text of the file of an actor that had no record."""
    what = "media-organisation, company, institution, government, university and others"
    return (
        f"# Named in {in_message(origin)}.\n{HEAD}{''.join(f'# To be decided: {doubt}.{NL}' for doubt in doubts)}"
        f"{as_yaml({'name': name})}"
        f"# To be decided: what it is: {what}.\n"
        f"kind: {kind}\n{'' if named else f'named: false{NL}'}"
    )
