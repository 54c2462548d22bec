"""A record that was made small is the same record."""

from __future__ import annotations

import pickle
from pathlib import Path

from pydantic import BaseModel

from explainers.build.files import record_files
from explainers.build.load import load
from explainers.kinds import KINDS
from explainers.kinds.claim.model import Claim
from explainers.model.base import Date
from explainers.model.decode import decode
from explainers.model.small import Smaller
from explainers.model.walk import parts_of_type
from explainers.tree.read_tree import read

ROOT = Path(__file__).parents[2]
DOCUMENTS = load(record_files(ROOT / "content", ROOT), KINDS)[0]
MODELS = {kind.name: kind.model for kind in KINDS}


def test_it_is_equal_to_one_that_was_not():
    for small in DOCUMENTS:
        tree, _ = read(small.path, (ROOT / small.path).read_bytes())
        assert tree
        assert small.record
        large = decode(MODELS[small.kind], tree, small.id).record
        assert small.record == large
        assert repr(small.record) == repr(large)
        assert small.record.model_dump_json() == (large.model_dump_json() if large else "")
        assert pickle.loads(pickle.dumps(small.record)) == large


def test_equal_dates_and_short_texts_are_one():
    one, other = (Claim.model_validate(CLAIM | {"id": id}) for id in ("one", "other"))
    assert one.time is not other.time
    smaller = Smaller()
    smaller(one)
    smaller(other)
    assert one.time is other.time
    assert one.about[0] is other.about[0]
    assert (
        len({id(part.__pydantic_fields_set__) for claim in (one, other) for _, part in parts_of_type(claim, Date)}) == 1
    )


def test_a_copy_with_another_value_leaves_all_others_as_they_are():
    claim = Smaller()(Claim.model_validate(CLAIM | {"id": "one"}))
    attribution = claim.attributions[0]
    before = set(attribution.__pydantic_fields_set__)
    copy = attribution.model_copy(update={"by": ("b",)})
    assert (attribution.by, copy.by) == (("a",), ("b",))
    assert attribution.__pydantic_fields_set__ == before
    assert isinstance(copy, BaseModel)


def test_what_a_list_lost_is_kept_by_its_record_alone():
    broken, whole = (Claim.model_validate(CLAIM | {"id": id}) for id in ("one", "other"))
    smaller = Smaller()
    smaller(whole)
    broken.keep({("about",): (1,)})
    smaller(broken)
    assert (dict(broken.kept), dict(whole.kept)) == ({("about",): (1,)}, {})
    late = smaller(Claim.model_validate(CLAIM | {"id": "late"}))
    late.keep({("about",): (2,)})
    assert dict(whole.kept) == {}


CLAIM = {
    "label": "A label",
    "statement": "It is so.",
    "type": "event",
    "about": ["".join(("a", "-place"))],
    "time": {"edtf": "2024-08", "basis": "stated"},
    "attributions": [{"id": "a1", "by": ["a"], "act": "say", "cites": [{"source": "a-source"}]}],
}
