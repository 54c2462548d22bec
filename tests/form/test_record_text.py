"""A record's file after the form: what was not changed keeps its bytes, and what was says it."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from explainers.build.load import load
from explainers.kinds import KINDS
from tests.cli.conftest import EXAMPLES
from tests.form.opened import ALL_TEXTS, Form

pytestmark = pytest.mark.browser
FOLDERS = {kind.plural: kind.name for kind in KINDS}
# Each file read as the form reads it and written again: as it was, and without what it was.
WRITTEN = """async ([texts, folders]) => {
    const { shown, written } = await import("./record.js");
    const { shapes } = await (await fetch("config.json")).json();
    const found = { same: {}, anew: {} };
    for (const [path, text] of Object.entries(texts)) {
        const kind = folders[path.split("/")[1]];
        const content = shown(text.trim(), shapes[kind], kind);
        found.same[path] = written(content, shapes[kind]);
        found.anew[path] = written({ ...content, _source: "" }, shapes[kind]);
    }
    return found;
}"""
EDITED = """async ([text, kind]) => {
    const { shown, written } = await import("./record.js");
    const { shapes } = await (await fetch("config.json")).json();
    const record = shown(text.trim(), shapes[kind], kind);
    %s;
    return written(record, shapes[kind]);
}"""


# Each field of a record edited alone, with texts that YAML could take for something else: what went wrong.
EDITED_EVERYWHERE = """async ([texts, folders]) => {
    const { shown, written } = await import("./record.js");
    const { shapes } = await (await fetch("config.json")).json();
    const odd = ["x", "a: b # c", "one\\n\\ntwo", "- 2024", "{q1} [a, b]", "word ".repeat(40).trim(), " '\\"\\t", "~"];
    const comments = (text) => text.split("\\n").filter((line) => /^ *#/.test(line)).length;
    const leaves = (value, path) =>
        Object.entries(value).flatMap(([key, inner]) => {
            if (key.startsWith("_") || key === "id" || key === "figure") return [];
            return typeof inner === "object" ? leaves(inner, [...path, key]) : [[...path, key]];
        });
    const wrong = [];
    let count = 0;
    for (const [path, text] of Object.entries(texts)) {
        const kind = folders[path.split("/")[1]];
        const content = shown(text.trim(), shapes[kind], kind);
        for (const leaf of leaves(content, [])) {
            const edited = structuredClone(content);
            const part = leaf.slice(0, -1).reduce((value, key) => value[key], edited);
            const key = leaf.at(-1);
            part[key] = typeof part[key] === "boolean" ? !part[key] : odd[count++ % odd.length];
            try {
                const found = written(edited, shapes[kind]);
                if (comments(found) < comments(text)) wrong.push([path, leaf.join("."), "comments are lost"]);
                const now = shown(found, shapes[kind], kind);
                const read = leaf.slice(0, -1).reduce((value, step) => value[step], now)[key];
                if (read !== part[key]) wrong.push([path, leaf.join("."), part[key], read]);
            } catch (fault) {
                wrong.push([path, leaf.join("."), fault.message]);
            }
        }
    }
    return { count, wrong };
}"""


def records(texts: dict[str, str]) -> dict[str, Any]:
    return {each.id: each.record for each in load({path: text.encode() for path, text in texts.items()}, KINDS)[0]}


def edited(form: Form, text: str, kind: str, edit: str) -> str:
    """A file's text after an edit in the form, as a line of JavaScript."""
    return str(form.page.evaluate(EDITED % edit, [text, kind]))


def test_each_record_that_is_saved_unchanged_keeps_its_bytes(form: Form):
    found = form.page.evaluate(WRITTEN, [ALL_TEXTS, FOLDERS])
    assert len(found["same"]) > 200
    assert {path for path in ALL_TEXTS if found["same"][path] != ALL_TEXTS[path]} == set()
    before, after = records(ALL_TEXTS), records(found["anew"])
    assert {id for id in before if before[id] != after.get(id)} == set()


COMMENTED = """\
# The head of the file.
label: Ducks in the park  # as we call it
statement: >-
  There are {q1} ducks
  in the park.
type: measurement

# What it is about.
about: [park, duck]
quantities:
  q1:
    value: 6.0 # the zero counts
    relation: more-than
    of: ducks
    kept_by_hand: [1, {a: b}]
attributions:
  # The first.
  - id: a1
    by: gazette
    act: say
    cites:
      - source: gazette-2024 # page 3
  # The second.
  - id: a2
    by: [mayor]
    act: deny
    said: {edtf: 2024-11-11, basis: stated}
    cites: [{source: gazette-2024}]

  # To be asked: the park itself.
# The end.
"""


EDITS = {
    "record.label = 'Ducks: many'": """
        -label: Ducks in the park  # as we call it
        +label: 'Ducks: many'  # as we call it""",
    "record.quantities[0].value = '7.0'": """
        -    value: 6.0 # the zero counts
        +    value: 7.0 # the zero counts""",
    "record.quantities[0].relation = ''": """
        -    relation: more-than""",
    "record.about.push('pond')": """
        -about: [park, duck]
        +about: [park, duck, pond]""",
    "record.attributions[0].by = []": """
        -    by: gazette""",
    "record.attributions[0].said = { edtf: '2024-11', basis: 'stated' }": """
        +    said: 2024-11""",
    "record.attributions[1].said.basis = 'inferred'": """
        -    said: {edtf: 2024-11-11, basis: stated}
        +    said:
        +      edtf: 2024-11-11
        +      basis: inferred""",
    "record.attributions[0].cites.push({ source: 'b' })": """
        +      - source: b""",
    "record.attributions.push({ by: ['mayor'], act: 'say' })": """
        +  - a3: mayor""",
    "record.quantities.push({ figure: 'q1', of: 'geese' })": """
        +  q2:
        +    of: geese""",
    "record.attributions.shift()": """
        -  # The first.
        -  - id: a1
        -    by: gazette
        -    act: say
        -    cites:
        -      - source: gazette-2024 # page 3""",
    "record.attributions.reverse()": "",
    "record.status = 'draft'": """
        +status: draft""",
    "record.status = 'published'": "",
}


@pytest.mark.parametrize("edit", EDITS)
def test_only_what_was_changed_is_written_again(form: Form, edit: str):
    found, before = edited(form, COMMENTED, "claim", edit).splitlines(), COMMENTED.splitlines()
    changes = [
        *(f"-{line}" for line in before if line not in found),
        *(f"+{line}" for line in found if line not in before),
    ]
    assert changes == dedent(EDITS[edit]).split("\n")[1:]


SHORT = """label: Ducks
defaults:
  act: say  # all of them
  said: 2024-11-11 (The page is of that day.)
attributions:
  - a1: gazette  # the paper
    cites:
      # On page 3.
      - gazette-2024: so many ducks
        locator: page 3
      - other-2024
relations:
  - refines: geese
    note: It counts geese.
"""
SHORT_EDITS = {
    "record.label = 'Geese'": ("label: Ducks", "label: Geese"),
    "record.attributions[0].cites[0].locator = 'page 4'": ("locator: page 3", "locator: page 4"),
    "record.attributions[0].cites[0].exact = 'few ducks'": ("so many ducks", "few ducks"),
    "record.attributions[0].by = ['mayor', 'gazette']": ("a1: gazette", "a1: [mayor, gazette]"),
    "record.defaults.said.note = 'It says so.'": ("(The page is of that day.)", "(It says so.)"),
    "record.relations[0].to = 'swans'": ("refines: geese", "refines: swans"),
    "record.relations[0].type = 'part-of'": ("refines: geese", "part-of: geese"),
}


@pytest.mark.parametrize("edit", SHORT_EDITS)
def test_a_short_record_stays_short(form: Form, edit: str):
    assert edited(form, SHORT, "claim", edit) == SHORT.replace(*SHORT_EDITS[edit])


def test_any_text_can_be_written_into_any_field(form: Form):
    found = form.page.evaluate(EDITED_EVERYWHERE, [EXAMPLES, FOLDERS])
    assert found["count"] > 100
    assert found["wrong"] == []


def test_an_entry_goes_with_its_comments(form: Form):
    found = edited(form, COMMENTED, "claim", "record.attributions.reverse()")
    head, _, tail = COMMENTED.partition("  # The first.\n")
    first, _, others = tail.partition("  # The second.\n")
    second, blank, end = others.partition("\n\n")
    assert found == f"{head}  # The second.\n{second}\n  # The first.\n{first}{blank[1:]}{end}"


def test_a_text_of_several_paragraphs_is_folded(form: Form):
    words = " ".join(["word"] * 30)
    found = edited(form, "name: A\nkind: person\n", "actor", f"record.summary = '{words}\\n\\n{words}'")
    assert max(map(len, found.splitlines())) <= 100
    record = load({"content/actors/a.yml": found.encode()}, KINDS)[0][0].record
    assert record
    assert record.summary == f"{words}\n\n{words}"
