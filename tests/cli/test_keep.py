"""`explainers keep`: the text of a source, kept, noted in its record, and its quotations looked up."""

from pathlib import Path

import pytest

from explainers.text.page_text import page_text
from tests.cli.conftest import CLAIM, EXAMPLES, Run

NOTICE = "content/sources/northport-council-notice.yml"
TEXT = "It was the storm in the night to Sunday.\n\nThe council counts more than 1,200 homes without power.\n"
PAGE = """<!doctype html><html><head><title>Notice</title><style>p {color: red}</style></head><body>
<nav><a href="/">Home</a></nav><script>var more = "1,200 homes";</script>
<p>It was the storm in the night to Sunday.<p>The council counts <b>more than&nbsp;1,200
homes</b> without power &amp; two schools.<br>So far.</p></body></html>"""
KEPT = ("--snapshots", "texts")


@pytest.fixture
def texts(site: Path) -> Path:
    folder = site / "texts"
    folder.mkdir()
    return folder


def test_a_text_is_kept_noted_and_searched(site: Path, texts: Path, run: Run) -> None:
    (site / "notice.txt").write_text(TEXT, "utf-8")
    found = run("keep", "northport-council-notice", "notice.txt", *KEPT)
    assert (found.status, found.err) == (0, "")
    assert f"kept texts/northport-council-notice.txt: {len(TEXT)} characters\n" in found.out
    assert found.out.endswith("2 of 2 quotations found\n")
    assert (texts / "northport-council-notice.txt").read_text("utf-8") == TEXT
    record = (site / NOTICE).read_text("utf-8")
    assert record.startswith(EXAMPLES[NOTICE].rstrip("\n"))
    assert record.endswith(f"  chars: {len(TEXT)}\n  file: northport-council-notice.txt\n")
    checked = run("check", *KEPT)
    assert "quotation" not in checked.out
    assert "snapshot-mismatch" not in checked.out


def test_the_words_of_a_saved_page_are_kept() -> None:
    words = "The council counts more than 1,200 homes without power & two schools."
    assert page_text(PAGE).split("\n\n") == ["Home", "It was the storm in the night to Sunday.", words, "So far.\n"]


def test_a_quotation_that_is_not_there_is_reported_with_what_is(site: Path, texts: Path, run: Run) -> None:
    (site / "notice.htm").write_text(PAGE.replace("more than", "over"), "utf-8")
    found = run("keep", "northport-council-notice", "notice.htm", *KEPT)
    assert found.status == 1
    assert "quotation-not-found" in found.out
    assert f"{CLAIM}:" in found.out
    assert "over 1,200 homes" in found.out


@pytest.mark.parametrize(
    "before",
    [
        "snapshot:\n  sha256: {}\n  chars: 3\n  file: old.txt\n",
        "snapshot: {{sha256: {}, chars: 3, file: old.txt}}\n",
        "snapshot:\n    file: old.txt  # here\n    chars: 3\n    sha256: {}\n",
    ],
)
def test_another_text_takes_the_place_of_one_only_if_it_is_asked_to(
    site: Path, texts: Path, run: Run, before: str
) -> None:
    (site / NOTICE).write_text(before.format("0" * 64) + EXAMPLES[NOTICE], "utf-8")
    (texts / "old.txt").write_text("old", "utf-8")
    (site / "notice.txt").write_text(TEXT, "utf-8")
    refused = run("keep", "northport-council-notice", "notice.txt", *KEPT)
    assert (refused.status, "holds another text: use --replace" in refused.err) == (2, True)
    assert (texts / "old.txt").read_text("utf-8") == "old"
    assert run("keep", "northport-council-notice", "notice.txt", "--replace", *KEPT).status == 0
    record = (site / NOTICE).read_text("utf-8")
    own = record.removesuffix(EXAMPLES[NOTICE])
    assert own.count("sha256: ") == 1
    assert "0" * 64 not in own
    assert ("# here" in own) == ("# here" in before)
    assert "snapshot-mismatch" not in run("check", *KEPT).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["northport-council-notise", "notice.txt", *KEPT], "no source has the id `northport-council-notise`: did you"),
        (["northport", "notice.txt", *KEPT], "no source has the id `northport`"),
        (["northport-council-notice", "notice.txt"], "there is no folder for texts: name one in mkdocs.yml"),
        (["northport-council-notice", "notice.txt", "--snapshots", "content"], "would be published"),
        (["northport-council-notice", "empty.txt", *KEPT], "there is no text in empty.txt"),
        (["northport-council-notice", "odd.txt", *KEPT], "odd.txt is not UTF-8"),
    ],
)
def test_what_cannot_be_kept_is_refused(site: Path, texts: Path, run: Run, arguments: list[str], said: str) -> None:
    (site / "notice.txt").write_text(TEXT, "utf-8")
    (site / "empty.txt").write_text(" \n", "utf-8")
    (site / "odd.txt").write_bytes(b"caf\xe9")
    found = run("keep", *arguments)
    assert (found.status, said in found.err) == (2, True), found.err
    assert (site / NOTICE).read_text("utf-8") == EXAMPLES[NOTICE]
    assert [*texts.iterdir()] == []
