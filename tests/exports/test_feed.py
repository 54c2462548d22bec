"""The feed of changes."""

from xml.etree import ElementTree as ET

from tests.exports.stock import STOCK, file_of, site_of

ATOM = {"a": "http://www.w3.org/2005/Atom"}
QUIET = {path: text.partition("updates:")[0] for path, text in STOCK.items()}


def feed(files: dict[str, str] = STOCK, **settings: object) -> ET.Element:
    return ET.fromstring(file_of(site_of(files, **settings), "changes/feed.xml"))


def texts(parent: ET.Element, path: str) -> list[str]:
    return [found.text for found in parent.findall(path, ATOM)]


OTTERS = "Otters in the lake (according to the Ministry of Lakes and The Gazette)"


def test_changes_are_newest_first():
    assert texts(feed(), "a:entry/a:title") == [
        "Ministry of Lakes: name changed",
        f"{OTTERS}: statement changed",
        "How many otters live in the lake?: answer changed",
        f"{OTTERS}: quantities.q1.value changed",
    ]
    assert texts(feed(), "a:entry/a:updated") == [
        "2024-12-05T00:00:00Z",
        "2024-12-01T00:00:00Z",
        "2024-11-20T00:00:00Z",
        "2024-11-02T00:00:00Z",
    ]


def test_a_time_with_a_zone_is_exact_and_orders_the_changes_of_a_day():
    def update(time: str) -> str:
        return f"\n  - {{date: {time}, field: summary, from: x, to: {time}, kind: update, why: It changed.}}"

    times = ["2024-12-09T08:00+02:00", "2024-12-09T18:30:05-05:00", "2024-12-09T09:00", "2024-12-31T23:30-01:00"]
    mended = QUIET["claims/otters-in-the-lake"] + "updates:" + "".join(map(update, times))
    found = texts(feed({**QUIET, "claims/otters-in-the-lake": mended}), "a:entry/a:updated")
    assert found == ["2025-01-01T00:30:00Z", "2024-12-09T23:30:05Z", "2024-12-09T00:00:00Z", "2024-12-09T06:00:00Z"]


def test_it_has_what_atom_asks_for():
    found = feed()
    for parent in (found, *found.findall("a:entry", ATOM)):
        for tag in ("id", "title", "updated"):
            assert len(parent.findall(f"a:{tag}", ATOM)) == 1
    assert texts(found, "a:author/a:name") == ["Lakes"]
    assert found.find("a:link[@rel='self']", ATOM).get("href") == "https://example.org/lakes/changes/feed.xml"
    assert texts(found, "a:updated") == ["2024-12-05T00:00:00Z"]


def test_an_entry_leads_to_the_records_page():
    links = [link.get("href") for link in feed().findall("a:entry/a:link", ATOM)]
    assert links[1] == "https://example.org/lakes/claims/otters-in-the-lake/"


def test_an_entry_says_what_was_what_is_and_why():
    summaries = texts(feed(), "a:entry/a:summary")
    assert summaries[0] == "Update: “Lake Office” → “Ministry of Lakes”. Why: It was renamed."
    assert summaries[2] == (
        "Clarification: “The Ministry of Lakes estimated many otters.” → "
        "“The Ministry of Lakes estimated about 1,200 otters.” "
        "Why: The figure stands in."
    )


def test_a_claims_change_comes_with_its_speakers():
    _, statement, _, figure = texts(feed(), "a:entry/a:summary")
    now = "The claim now: The Ministry of Lakes estimated that"
    assert figure.startswith(f"Update: “1100” → “1200.50”. Why: The ministry counted again. {now}")
    assert statement.startswith(f"Correction: its statement was reworded. Why: Nobody counted at night. {now}")
    assert "holds" not in statement


def test_ids_are_unique_and_outlive_a_new_name_and_a_new_address_scheme():
    ids = texts(feed(), "a:entry/a:id")
    assert ids == texts(feed(directory_urls=False), "a:entry/a:id")
    assert len(set(ids)) == len(ids)
    assert ids[0] == "tag:example.org,2024-12-05:lake-office/name/1"
    renamed = {
        path.replace("the-gazette", "gazette"): text.replace("the-gazette", "gazette") for path, text in STOCK.items()
    }
    assert ids == texts(feed(renamed), "a:entry/a:id")


def test_two_changes_of_a_field_on_one_day_have_two_ids_and_the_later_comes_first():
    update = STOCK["actors/the-ministry"].partition("updates:\n")[2]
    again = update.replace("It was renamed", "It was renamed again")
    found = feed({**STOCK, "actors/the-ministry": STOCK["actors/the-ministry"] + again})
    ids, summaries = texts(found, "a:entry/a:id")[:2], texts(found, "a:entry/a:summary")[:2]
    assert [id[-1] for id in ids] == ["2", "1"]
    assert "again" in summaries[0]


def test_a_site_without_an_address_has_a_feed_with_ids_and_relative_links():
    found = feed(url="")
    assert all(id.startswith("urn:uuid:") for id in texts(found, ".//a:id"))
    assert found.find("a:link[@rel='alternate']", ATOM).get("href") == "./"
    assert found.find("a:entry/a:link", ATOM).get("href") == "../actors/the-ministry/"


def test_without_changes_it_is_as_old_as_the_newest_record():
    changed = {
        "otter": "2024-03-01",
        "the-lake": "2024-04-01",
        "draft-claim": "2024-05-01",
        "the-report": "unknown",
    }
    assert texts(feed(QUIET, changed=changed), "a:updated") == ["2024-04-01T00:00:00Z"]
    assert feed(QUIET).findall("a:entry", ATOM) == []


def test_without_any_date_it_is_the_same_on_every_day():
    assert texts(feed({}), "a:updated") == ["1970-01-01T00:00:00Z"]
