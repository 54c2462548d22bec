"""Of a file without mistakes rules ask the record, of another one the file: they find the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from explainers.build.files import record_files
from explainers.build.load import load
from explainers.checks.context import Context
from explainers.checks.reached import unreached
from explainers.checks.voice import passages
from explainers.graph.link import link
from explainers.kinds import KINDS
from explainers.kinds.claim.defaults import without_defaults
from explainers.model.short_forms import DEFAULTS, in_full
from explainers.tree.nodes import plain_texts
from tests.checks.test_examples import FILES

ROOT = Path(__file__).parents[2]
WHOLE = [document for files in (FILES, record_files(ROOT / "content", ROOT)) for document in load(files, KINDS)[0]]
AS_FILES = [replace(document, has_no_errors=False) for document in WHOLE]


def test_nearly_all_records_are_whole():
    assert sum(document.has_no_errors for document in WHOLE) > 0.9 * len(WHOLE) > 100


def test_the_same_texts_are_ours():
    records, files = ([(p.record.id, p.loc, p.text.strip()) for p in passages(link(d)[0])] for d in (WHOLE, AS_FILES))
    assert records == files
    assert len(records) > 400


def test_the_same_keys_are_written():
    records, files = (Context(link(documents)[0]) for documents in (WHOLE, AS_FILES))
    asked = Counter[bool]()
    for document in WHOLE:
        assert document.record
        assert document.tree
        fields = type(document.record).model_fields.items()
        empty = {(field.alias or name,) for name, field in fields if field.default in (None, "")}
        in_the_record = plain_texts(without_defaults(in_full(document.tree.values)))
        there = {loc[:end] for loc, _ in in_the_record for end in range(1, len(loc) + 1)}
        for loc in there | empty | {(*above, "note") for above in there}:
            # The defaults are in no record: its attributions have them.
            if not isinstance(loc[-1], str) or loc[0] == DEFAULTS:
                continue
            written = files.written(document.record, loc)
            assert records.written(document.record, loc) == written, (document.path, loc)
            asked[written] += 1
    assert min(asked[True], asked[False]) > 1000


def test_the_same_records_are_named():
    ids = {document.id for document in WHOLE}
    records, files = (Context(link(documents)[0]) for documents in (WHOLE, AS_FILES))
    assert unreached(records, ids) == unreached(files, ids)
