"""What happened and what was said, in one row of time, by the clock."""

from __future__ import annotations

from explainers.kinds import KINDS, kind_of
from explainers.kinds.claim.model import Claim
from explainers.kinds.event.model import Event
from explainers.model.decode import Document
from explainers.pages.views.changes import changes
from explainers.pages.views.indexes import index_view, timeline_view
from explainers.pages.views.timeline import timeline
from explainers.prose.site import Site
from tests.graph.records import actor, claim, graph_of, record


def event(id: str, time: str) -> Document:
    return record("event", id, name=id, kind="other", summary="It happened.", time=time)


def test_the_timeline_goes_by_the_clock_and_has_years_before_the_first() -> None:
    made = graph_of(
        claim("rain", a1={"said": "2024-03-03T18:00"}),
        *(event(id, time) for id, time in (("c-late", "2024-03-03T19:00"), ("b-noon", "2024-03-03T12:00"))),
        *(event(id, time) for id, time in (("d-old", "-0043-03-15"), ("a-far", "Y12024"))),
        event("e-zoned", "2024-03-03T20:30+02:00"),
    )
    entries = timeline(made.of(Claim), made.of(Event), made)
    assert [entry.event.id if entry.event else "said" for entry in entries] == [
        *("d-old", "b-noon", "said", "c-late", "e-zoned", "a-far")
    ]
    assert [span.title for span in timeline_view(made).groups] == ["44 BC", "2024", "12024"]
    events = index_view(kind_of(KINDS, "event"), Site(made)).groups[0].records
    assert [found.id for found in events] == ["d-old", "b-noon", "c-late", "e-zoned", "a-far"]


def test_changes_of_one_day_are_newest_first() -> None:
    def changed(time: str) -> dict[str, str]:
        return {"date": time, "field": "summary", "from": "x", "to": "y", "kind": "update", "why": time}

    updates = [changed("2024-03-03T06:00"), changed("2024-03-03T18:00"), changed("2024-03-02")]
    found = changes([graph_of(actor("mara", updates=updates)).records["mara"]])
    assert [change.update.why for change in found] == ["2024-03-03T18:00", "2024-03-03T06:00", "2024-03-02"]
