"""One id needs no brackets: a site that is written so is the same site."""

import re

import pytest

from explainers.build.load import load
from explainers.graph.link import link
from explainers.kinds import KINDS
from tests.site.building import ROOT

FILES = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "content").rglob("*.yml")}
BARE = re.compile(
    rb"^( *(?:- )?(?:by|about|where|claims|based_on|answers|replaces|tags|formerly): )([a-z0-9#-]+)$", re.M
)


def test_a_bare_id_is_a_list_of_one() -> None:
    listed = {path: BARE.sub(rb"\1[\2]", data) for path, data in FILES.items()}
    assert sum(listed[path] != data for path, data in FILES.items()) > 20
    bare, bare_faults = link(load(FILES, KINDS)[0])
    same, same_faults = link(load(listed, KINDS)[0])
    assert (bare_faults, same_faults) == ([], [])
    assert bare.records == same.records
    assert bare.edges == same.edges


@pytest.mark.parametrize("written", ["no-such-actor", "[no-such-actor]"])
def test_an_unknown_bare_id_is_reported_where_it_is(written: str) -> None:
    path = "content/claims/nk-troops-sent-to-russia.yml"
    text = re.sub(r"(?<=: )\[?jeon-ha-kyou\]?$", written, FILES[path].decode(), count=1, flags=re.MULTILINE)
    _, [fault] = link(load({**FILES, path: text.encode()}, KINDS)[0])
    assert (fault.code, fault.span.path) == ("unknown-reference", path)
    line = text.splitlines()[fault.span.line - 1]
    assert line[fault.span.column - 1 :].startswith("no-such-actor")
