"""`explainers fmt`: the keys of records in their order, and nothing else changed."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainers.build.formatting import Formatted, formatted, key_orders
from explainers.kinds import KINDS
from explainers.starter.new_site import example_files
from explainers.tree.nodes import Plain
from explainers.tree.read_tree import read
from tests.cli.conftest import CLAIM, EXAMPLES, Run
from tests.site.building import ROOT

ORDERS = key_orders(KINDS)


def fmt(data: bytes, path: str = CLAIM) -> Formatted:
    return formatted(path, data, ORDERS[Path(path).parent.name])


def values(data: bytes) -> Mapping[str, Plain]:
    tree, mistakes = read(CLAIM, data)
    assert tree, mistakes
    return tree.values


# How values of several lines are written below a key at a column of spaces; `K` is the key.
_VALUES = (
    "K: plain words",
    "K: 'in quotes'  # behind K",
    'K: "over \\\n   two lines"',
    "K: plain words\n   on two lines",
    "K: >-\n   folded\n\n     deeper  \n   end",
    "K: |\n   a text\n   # no comment",
    "K: |+\n   its end is kept\n\n",
    "K: [a, b]",
    "K: {edtf: 2024,\n   basis: stated}",
    "K:\n   - one\n   - two\n   # deep below K",
    "K:\n- one\n-   two",
    "K:\n   edtf: 2024\n   basis: stated  \n   # deep below K",
    "K:",
)
_ABOVE = ("", "", "", "\n", "# about K\n", "\n# about K\n# about K\n", "\n# of a section\n\n# about K\n", "# near\n\n")
_RECORD = ("label", "statement", "type", "about", "time", "summary", "status", "unknown", "tags")
_TELLING = ("id", "by", "act", "verb", "said", "note", "odd")


@st.composite
def _mapping(draw: st.DrawFn, keys: tuple[str, ...], indent: str = "", dash: str = "") -> str:
    lines: list[str] = []
    for key in draw(st.permutations(keys))[: draw(st.integers(1, len(keys)))]:
        above = draw(st.sampled_from(_ABOVE)) if lines or not dash else ""
        entry = (above + draw(st.sampled_from(_VALUES))).replace("K", key)
        lines += [f"{indent}{line}" if line else "" for line in entry.split("\n")]
    if dash:
        lines[0] = dash + lines[0][len(dash) :]
    return "\n".join(lines) + "\n"


@st.composite
def _records(draw: st.DrawFn) -> bytes:
    telling = _mapping(_TELLING, "    ", draw(st.sampled_from(["  - ", "-   "])))
    parts = [draw(_mapping(_RECORD[:5])), "attributions:\n" + "".join(draw(st.lists(telling, min_size=1, max_size=3)))]
    parts += [draw(_mapping(_RECORD[5:]))]
    head = draw(st.sampled_from(["", "---\n", "# yaml-language-server: $schema=a.json\n", "# content/x.yml\n\n"]))
    text = head + "".join(draw(st.permutations(parts))) + draw(st.sampled_from(["", "\n\n", "# the end\n", "  \n"]))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    mark, line_end = draw(st.sampled_from([("", "\n"), ("", "\r\n"), ("\ufeff", "\n")]))
    return (mark + text.replace("\n", line_end)).encode()


def _lines(data: bytes) -> list[str]:
    """The lines without their depth and the dash; no empty ones."""
    lines = (line.strip(" -\r") for line in data.decode().removeprefix("\ufeff").split("\n"))
    return [line for line in lines if line]


@settings(max_examples=150)
@given(_records())
def test_keys_are_moved_with_their_comments_and_nothing_else_changes(data: bytes) -> None:
    now = fmt(data)
    if now.mistakes:
        assert now.data == data
        return
    assert values(now.data) == values(data)
    assert Counter(_lines(now.data)) == Counter(_lines(data))
    assert fmt(now.data).data == now.data
    for line, below in pairwise(_lines(now.data)):
        if line.startswith("# about "):
            assert below == line or below.startswith(f"{line.removeprefix('# about ')}:")
    # A text whose empty lines are kept, or that ends the file without a line end, may be another one elsewhere.
    assert b"|+" in data or not data.endswith(b"\n") or not now.left
    if not now.left:
        order = ORDERS["claims"]((), [])
        found = [key for key in values(now.data) if key in order]
        assert found == sorted(found, key=order.index)


def test_what_moves_and_what_stays() -> None:
    before = """\
# yaml-language-server: $schema=../schemas/claim.json
# The claim.
statement: It is so.   # or not

# What they say.
attributions:
  # The first.
  - by: [b, a]
    note: >-
      About it.
    # verb: told
    # Never renumbered.
    id: a1
    cites:
      - {exact: words, source: c}
    # More of it.

about: [z, a]
odd: unknown
label: It
# gaps:
#   - None yet.
"""
    after = """\
# yaml-language-server: $schema=../schemas/claim.json
label: It
# The claim.
statement: It is so.   # or not

about: [z, a]

# What they say.
attributions:
  # The first.
  # verb: told
  # Never renumbered.
  - id: a1
    by: [b, a]
    note: >-
      About it.
    cites:
      - {exact: words, source: c}
    # More of it.
odd: unknown
# gaps:
#   - None yet.
"""
    assert fmt(before.encode()).data.decode() == after


def test_a_file_without_an_end_to_its_last_line_gets_one_if_the_record_stays_the_same() -> None:
    draft = f"{EXAMPLES[CLAIM]}summary: |\n  First."
    assert fmt(draft.encode()).data.decode() == f"{draft}\n"


@pytest.mark.parametrize("path", EXAMPLES)
def test_what_new_writes_is_in_order(path: str) -> None:
    text = EXAMPLES[path]
    assert fmt(text.encode(), path).data.decode() == text
    draft = f"# A draft.\nstatus: draft\n{text.partition(chr(10))[2]}"
    assert fmt(draft.encode(), path).data.decode() == draft


@pytest.mark.parametrize(("path", "data"), [*example_files().items()])
def test_a_new_site_is_in_order(path: str, data: bytes) -> None:
    if path.startswith("content/"):
        assert fmt(data, path).data == data


# Of each kind some, with all that ours are written with.
@pytest.mark.parametrize("path", sorted((ROOT / "content").glob("*/*.yml"))[::9], ids=lambda path: path.stem)
def test_a_record_of_ours_says_the_same(path: Path) -> None:
    data = path.read_bytes()
    now = fmt(data, path.as_posix())
    assert not now.left
    assert values(now.data) == values(data)
    assert Counter(_lines(now.data)) == Counter(_lines(data))
    assert fmt(now.data, path.as_posix()).data == now.data


def test_the_command_changes_what_is_asked_for_and_names_what_it_leaves(site: Path, run: Run) -> None:
    claim, broken = site / CLAIM, site / "content/claims/broken.yml"
    about = "about: [northport, march-storm, power-cut]\n"
    claim.write_text(EXAMPLES[CLAIM].replace(about, f"{about}summary: First.\n") + "\n\n", "utf-8")
    broken.write_text("statement: It\nlabel: 'open\n", "utf-8")
    before = claim.read_bytes()
    found = run("fmt", "--check", "content/claims")
    assert (found.status, found.out) == (1, f"would format {CLAIM}\n")
    assert "content/claims/broken.yml is left alone" in found.err
    assert "error[yaml-syntax]" in found.err
    assert claim.read_bytes() == before
    assert run("fmt", "content/actors").out == ""
    assert run("fmt", CLAIM).out == f"formatted {CLAIM}\n"
    assert claim.read_text("utf-8").replace("summary: First.\n", "", 1) == EXAMPLES[CLAIM]
    assert broken.read_text("utf-8") == "statement: It\nlabel: 'open\n"
    broken.unlink()
    found = run("fmt", "--check")
    assert (found.status, found.out, found.err) == (0, "", "")
    assert "mkdocs.yml is not a record of this site" in run("fmt", "mkdocs.yml").err


def test_an_entry_that_begins_with_its_two_main_words_still_does() -> None:
    before = """\
attributions:
  - a1: mara-lind
    said: 2024-03-04
    act: say
    cites:
      - dam-article: the dam leaks
        role: supports
        locator: para. 2
defaults:
  mode: summary
label: The dam
"""
    after = """\
label: The dam
defaults:
  mode: summary
attributions:
  - a1: mara-lind
    act: say
    said: 2024-03-04
    cites:
      - dam-article: the dam leaks
        locator: para. 2
        role: supports
"""
    assert fmt(before.encode()).data.decode() == after
