"""A file of thousands: work grows with what there is, and the first hundred mistakes are shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from explainers.build.check import Checked, Inputs, check
from explainers.text import report
from explainers.text.diagnostic import MOST_OF_A_FILE, Diagnostic, Severity, error, shortened
from explainers.text.file_text import Span, whole_file
from tests.build.files import ACTOR, CLAIM, FILES
from tests.growth import grows_in_step
from tests.markdown.converting import gathered

RECORDS = {path: text.encode() for path, text in FILES.items()}
PATH = "content/claims/many.yml"
TELLING = CLAIM[CLAIM.index("  - id: a1") :]
Made = Callable[[int], str]


def claim(given: str = "", *, statement: str = "The lake holds {q1} otters.", tellings: str = TELLING) -> str:
    head = CLAIM[: CLAIM.index("  - id: a1")].replace("The lake holds {q1} otters.", f">-\n  {statement}")
    return f"{given}{head}{tellings}"


def actor(summary: str = "", more: str = "") -> str:
    return f"{ACTOR.rpartition('summary')[0]}summary: >-\n  {summary or 'She counts.'}\n{more}"


def each(words: str) -> Made:
    """Some words so often that they fill a size, `%d` for their number."""
    return lambda size: "".join(words.replace("%d", str(number)) for number in range(size // (len(words) + 2)))


# What stands in a file or in the record of a person, over and over.
CLAIMS: dict[str, Callable[[str], str]] = {
    "unknown keys": lambda many: claim(many),
    "figures that there are not": lambda many: claim(statement=many),
    "attributions": lambda many: claim(tellings=many),
    "speakers": lambda many: claim(tellings=TELLING.replace("mara-lind", many)),
    "subjects": lambda many: claim().replace("[long-lake]", f"[{many}]"),
}
FILLED: dict[str, tuple[Callable[[str], str], Made]] = {
    "unknown keys": (CLAIMS["unknown keys"], each("key%d: x\n")),
    "misspelt keys": (CLAIMS["unknown keys"], each("statemen%d: x\n")),
    "one key": (CLAIMS["unknown keys"], each("zz: x\n")),
    "figures that there are not": (CLAIMS["figures that there are not"], each("{q%d} ")),
    "the figure": (CLAIMS["figures that there are not"], each("{q1} ")),
    "wrong stances": (CLAIMS["attributions"], each("  - {id: a%d, stance: x}\n")),
    "attributions of one id": (CLAIMS["attributions"], each(TELLING)),
    "unknown speakers": (CLAIMS["speakers"], each("mara-%d, ")),
    "one unknown speaker": (CLAIMS["speakers"], each("mara-, ")),
    "speakers left blank": (lambda many: claim(tellings=TELLING.replace("[mara-lind]", many)), each("\n    -")),
    "subjects of the wrong kind": (CLAIMS["subjects"], each("the-paper, ")),
    "unknown citations": (actor, each("[@paper-%d] ")),
    "one unknown citation": (actor, each("[@zz] ")),
    "citations": (actor, each("[@the-paper] ")),
    "unknown links": (actor, each("[[lake-%d]] ")),
    "one unknown link": (actor, each("[[zz]] ")),
    "links": (actor, each("[[long-lake]] ")),
    "emphasis": (actor, each("*a **b ")),
    "allowances": (lambda many: actor(more=f"allow:\n{many}"), each("  - {rule: x%d, why: x}\n")),
    "old ids": (lambda many: actor(more=f"formerly: [{many}]\n"), each("zz, ")),
    "addresses that are none": (lambda many: actor(more=f"same_as: [{many}]\n"), each("zz, ")),
    "empty values": (lambda many: actor(more=f"also:\n{many}"), each("  -\n")),
    "lists and empty values": (lambda many: actor(more=f"also:\n{many}"), each("  - [a]\n  -\n")),
    "aliases": (lambda many: actor(more=f"also:\n{many}"), each("  - *a\n")),
}


def checked(*, files: dict[str, bytes] | None = None, page: str = "") -> Checked:
    pages = [page] if page else []
    return check(Inputs(RECORDS | (files or {})), convert=lambda found: gathered(*pages, graph=found.graph))


@pytest.mark.parametrize(("filled", "made"), FILLED.values(), ids=FILLED)
def test_a_file_of_thousands_is_checked_in_step(filled: Callable[[str], str], made: Made) -> None:
    def prepared(size: int) -> Callable[[], Checked]:
        data = filled(made(size)).encode()
        assert len(data) < 64 * 1024
        return lambda: checked(files={PATH: data})

    grows_in_step(prepared, 32_000)


PAGES = {
    "unknown links": each("[[lake-%d]] "),
    "one unknown link": each("[[zz]] "),
    "unknown citations": each("a [@paper-%d] "),
    "citations": each("a [@the-paper] "),
    "citations in a row": each("[@the-paper] "),
    "links": each("[[long-lake]] "),
    "loaded verbs": each("He admitted that. "),
}


@pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
def test_a_page_of_thousands_is_checked_in_step(made: Made) -> None:
    def prepared(size: int) -> Callable[[], Checked]:
        page = f"# Many\n\n{made(size)}\n"
        return lambda: checked(page=page)

    grows_in_step(prepared, 120_000)


def mistakes(found: Checked, path: str) -> list[Diagnostic]:
    return [d for d in found.diagnostics if d.span.path == path]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (PATH, checked(files={PATH: claim(each("key%d: x\n")(5000)).encode()})),
        ("content/actors/navy.yml", checked(files={"content/actors/navy.yml": actor(each("[@p%d] ")(5000)).encode()})),
        ("docs/about.md", checked(page=each("[[lake-%d]] ")(5000))),
    ],
    ids=["keys", "citations", "a page"],
)
def test_the_first_hundred_are_shown_and_a_line_counts_the_rest(path: str, found: Checked) -> None:
    *shown, last = mistakes(found, path)
    assert len(shown) == MOST_OF_A_FILE
    assert shown == sorted(shown, key=lambda d: d.span)
    assert last.code == "more-mistakes"
    assert last.span >= shown[-1].span
    counted = report.summary(found.diagnostics).errors
    assert counted > 300
    assert last.rest.count(Severity.ERROR) == counted - MOST_OF_A_FILE
    assert last.message == f"{len(last.rest)} more mistakes in this file are not shown"


def at(line: int, severity: Severity, allowed: str = "") -> Diagnostic:
    return Diagnostic("x", severity, str(line), Span("a.yml", line, 1, line, 2), allowed=allowed)


def test_an_error_behind_hundreds_of_warnings_is_shown() -> None:
    found = [*(at(line, Severity.WARNING) for line in range(2, 300)), at(500, Severity.ERROR)]
    *shown, last = shortened(found)
    assert (shown[-1].severity, last.severity) == (Severity.ERROR, Severity.WARNING)
    assert report.summary(shortened(found)) == report.summary(found)


def test_what_is_allowed_goes_first_and_is_no_mistake() -> None:
    found = [at(line, Severity.WARNING, "as it is") for line in range(2, 300)]
    assert len(shortened(found)) == MOST_OF_A_FILE
    assert shortened([*found, at(1, Severity.ERROR)])[0].severity is Severity.ERROR
    assert report.summary(shortened([*found, at(1, Severity.ERROR)])).errors == 1


def test_a_hundred_are_shown_as_they_are_and_each_file_has_its_own() -> None:
    found = [error("x", str(number), whole_file(f"{number % 2}.yml")) for number in range(2 * MOST_OF_A_FILE)]
    assert len(shortened(found)) == len(found)
