"""A town with a flood, and its events: each is known in another way. The people and papers are made up."""

from __future__ import annotations

FILES = {
    "mkdocs.yml": "site_name: Eastport\nsite_url: https://example.org/\ntheme: {name: material, font: false}\n"
    "plugins: [search, explainers]\n",
    "content/actors/ana-vale.yml": "name: Ana Vale\nkind: person\nsummary: The mayor.\n",
    "content/actors/otto-ask.yml": "name: Otto Ask\nkind: person\nsummary: The head of the water board.\n",
    "content/actors/harbour-news.yml": "name: Harbour News\nkind: media-organisation\nsummary: A paper.\n",
    "content/actors/relief-office.yml": "name: Relief Office\nin_text: the Relief Office\nkind: institution\n"
    "summary: An office.\n",
    "content/places/eastport.yml": "name: Eastport\nkind: city\nsummary: A town by the sea.\n",
}


def source(publisher: str, title: str, more: str = "role: secondary\nseen: excerpt\n") -> str:
    """A source of 3 May 2024."""
    day = "{edtf: 2024-05-03, basis: stated}"
    csl = f"csl: {{type: article-newspaper, title: {title}, URL: https://news.example.org/{publisher}/x, language: en}}"
    return f"{csl}\npublisher: {publisher}\npublished: {day}\naccessed: {day}\n{more}"


UNREAD = "role: primary\nseen: cited-only\n"
QUOTING = "role: secondary\nseen: excerpt\nderived_from:\n  - {source: bulletin, how: quotes}\n"
FILES |= {
    "content/sources/flood-report.yml": source("harbour-news", "The flood", QUOTING),
    "content/sources/bulletin.yml": source("relief-office", "Bulletin", UNREAD),
}


def event(name: str, *lines: str, kind: str = "transfer") -> str:
    """An event in Eastport in which the mayor takes part."""
    fixed = f"name: {name}\nkind: {kind}\nwhere: [eastport]\nparticipants: [{{actor: ana-vale, role: asked for it}}]\n"
    return fixed + "".join(f"{line}\n" for line in lines)


def claim(label: str, statement: str, about: str, *attributions: str) -> str:
    """A claim about an event; each attribution is `speaker act`, and what else it has."""
    head = f"label: {label}\nstatement: {statement}\ntype: event\nabout: [{about}]\nattributions:\n"
    return head + "".join(
        f"  - {{id: a{n}, by: [{by}], act: {act}, cites: [{{source: flood-report}}]{more}}}\n"
        for n, (by, act, more) in enumerate((spoken(words) for words in attributions), 1)
    )


def spoken(words: str) -> tuple[str, str, str]:
    """A speaker, an act, and the other fields of an attribution."""
    by, act, *more = words.split(" ", 2)
    return by, act, "".join(f", {each}" for each in more)


def date(edtf: str, basis: str = "stated") -> str:
    """A line of an event."""
    return f"time: {{edtf: {edtf}, basis: {basis}{', note: No date is printed.' if basis == 'inferred' else ''}}}"


REPORTED = "cites: [{source: flood-report, exact: pumps}]"
FILES |= {
    "content/events/flood.yml": event("Flood in Eastport", date("2024-05-02"), "known: established", REPORTED,
                                      "summary: The harbour was under water.", kind="other"),
    "content/events/pumps-sent.yml": event("Sending of pumps", date("2024-05"), "claims: [pumps-were-sent]",
                                           "summary: Pumps reached Eastport.", "part_of: flood"),
    "content/claims/pumps-were-sent.yml": claim(
        "Pumps for Eastport", "Pumps were sent to Eastport.", "pumps-sent", "ana-vale say", "otto-ask deny"),
    "content/events/boats-sent.yml": event("Sending of boats", date("../2024-05", "inferred"), REPORTED,
                                           "summary: Boats reached Eastport."),
    "content/events/tents-sent.yml": event("Sending of tents", date("2024-05-04"), "cites: [{source: bulletin}]"),
    "content/events/bread-sent.yml": event("Sending of bread", date("2024-05-05"), REPORTED),
    "content/events/parade.yml": event("Parade of thanks", date("2024-05-20", "inferred"),
                                       "summary: The town thanked its helpers."),
    "content/events/wall-broken.yml": event("Breach of the sea wall", "claims: [wall-broke]",
                                            "summary: The wall broke at night."),
    "content/claims/wall-broke.yml": claim(
        "Breach of the wall", "The sea wall broke.", "wall-broken",
        "ana-vale say said: {edtf: 2024-05-02, basis: stated}",
        "ana-vale say stance: retracts, said: {edtf: 2024-05-03, basis: stated}"),
    "content/events/vale-speech.yml": event("Ana Vale’s speech", date("2024-05-03"), REPORTED,
                                            "summary: The mayor spoke of the pumps.", kind="speech-act"),
}  # fmt: skip
