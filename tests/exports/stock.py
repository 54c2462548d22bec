"""A little stock of invented records of every kind, and the site made of it."""

import json
from collections.abc import Mapping

from explainers.build.load import load
from explainers.exports import ExportedFile, exports
from explainers.graph.graph import Graph
from explainers.graph.link import link, published
from explainers.kinds import KINDS
from explainers.prose.site import Site

STOCK = {
    "explainers/how-many-otters": """
question: How many otters live in the lake?
summary: The ministry says about 1,200.
answer: The [[the-ministry]] estimated [[otters-in-the-lake|about 1,200 otters]].
article: the-article
claims: [otters-in-the-lake, boats-on-the-lake]
sections:
  - heading: Who counted
    text: >-
      The count is *one estimate* [@the-report, p. 4].
as_of:
  edtf: 2024-12-01
  basis: stated
updates:
  - date:
      edtf: 2024-11-20
      basis: stated
    field: answer
    from: The [[the-ministry]] estimated many otters.
    to: The [[the-ministry]] estimated [[otters-in-the-lake|about 1,200 otters]].
    kind: clarification
    why: The figure stands in [@the-report].
""",
    "claims/otters-in-the-lake": """
label: Otters in the lake
statement: The lake is home to {q1} otters.
type: measurement
about: [the-lake, otter]
time:
  edtf: 2024-06
  basis: inferred
  note: The month of the count.
quantities:
  q1:
    of: grown otters in the lake
    relation: about
    value: 1200.50
    unit: otter
attributions:
  - id: a1
    by: [the-ministry]
    act: estimate
    said:
      edtf: 2024-06-01
      basis: stated
    based_on: [own-estimate]
    cites:
      - source: the-report
        exact: about 1,200 otters
        locator: p. 4
  - id: a2
    by: [the-gazette]
    act: report
    based_on: [a1]
    as_printed:
      quantities:
        q1:
          relation: more-than
          value: 1300
    cites:
      - source: the-article
  - id: a3
    by: [a-fisherman]
    stance: denies
    act: deny
    cites:
      - source: the-article
relations:
  - type: compare-with
    to: boats-on-the-lake
    drawn_by: editors
gaps:
  - Who counted the young ones, [[the-ministry]] does not say.
  - text: Who counted the old ones
    looked_in: The reports of [[the-ministry]]
    as_of:
      edtf: 2024-12-02
      basis: stated
updates:
  - date:
      edtf: 2024-12
      basis: stated
    field: statement
    from: The lake holds {q1} otters at night.
    to: The lake is home to {q1} otters.
    kind: correction
    why: Nobody counted at night
  - date:
      edtf: 2024-11-02
      basis: stated
    field: quantities.q1.value
    from: '1100'
    to: '1200.50'
    kind: update
    why: The ministry counted again.
""",
    "claims/boats-on-the-lake": """
label: Boats on the lake
statement: The harbour lets {q1} boats onto the lake.
type: measurement
about: [the-lake]
quantities:
  q1:
    of: boats on the lake
    relation: unqualified
    value: 1200.5
    unit: otter
attributions:
  - id: a1
    by: [the-gazette]
    act: report
    based_on: [otters-in-the-lake#a2]
    cites:
      - source: the-article
""",
    "claims/withdrawn-claim": """
label: Beavers in the lake
statement: The lake is home to {q1} beavers.
type: measurement
about: [the-lake]
status: withdrawn
reason: The report counts no beavers.
quantities:
  q1:
    of: beavers
    relation: at-least
    value: 1200.5
    unit: otter
attributions:
  - id: a1
    by: [the-ministry]
    act: say
    cites:
      - source: the-report
""",
    "claims/draft-claim": """
label: A draft
statement: The lake freezes in winter.
type: event
about: [the-lake]
status: draft
attributions:
  - id: a1
    by: [the-ministry]
    act: say
    cites:
      - source: the-report
""",
    "sources/the-report": """
summary: The ministry's count of 2024.
csl:
  type: report
  title: Otters & other animals
  author:
    - family: Reed
      given: Ann
      non-dropping-particle: van
    - literal: Working Group on Lakes
  container-title: Lake Papers
  publisher-place: Lakeside
  language: en
  note: Printed on paper.
publisher: the-ministry
published:
  edtf: 2024-06~
  basis: stated
accessed:
  basis: unknown
role: primary
seen: cited-only
note: Known from [[the-article]] only.
""",
    "sources/the-article": """
summary: A newspaper article on otters.
csl:
  type: article-newspaper
  title: '"1,300 otters" <counted>'
  container-title: The Gazette
  language: en
  URL: https://example.org/otters?a=1&b=2
publisher: the-gazette
published:
  edtf: 2024-06-10/2024-06-12
  basis: stated
accessed:
  edtf: 2024-07-01
  basis: stated
role: secondary
seen: full-text
derived_from:
  - source: the-report
    how: quotes
""",
    "actors/the-ministry": """
summary: The ministry of lakes.
name: Ministry of Lakes
in_text: the Ministry of Lakes
kind: government
also: [Lake Ministry]
roles:
  - title: guardian of otters
    from: '2020'
formerly: [lake-office]
updates:
  - date:
      edtf: 2024-12-05
      basis: stated
    field: name
    from: Lake Office
    to: Ministry of Lakes
    kind: update
    why: It was renamed.
""",
    "actors/the-gazette": """
summary: A newspaper.
name: The Gazette
kind: media-organisation
""",
    "actors/a-fisherman": """
summary: A man at the lake.
name: A fisherman
in_text: an unnamed fisherman
kind: unnamed-source
named: false
""",
    "places/the-lake": """
summary: A lake.
name: Long Lake
kind: water
point:
  lat: 46.25
  lon: -7.5
  precision: the middle of the lake
disputed:
  claimed_by: [the-ministry]
""",
    "events/the-count": """
summary: The count of 2024.
name: Count of 2024
kind: other
time:
  edtf: 2024-05/2024-06
  basis: inferred
where: [the-lake]
participants:
  - actor: the-ministry
    role: counted
cites:
  - source: the-report
""",
    "terms/otter": """
term: otter
also: [otters]
definition: An otter is an animal that swims.
avoid:
  - label: water dog
    why: It is no dog.
""",
}
URL = "https://example.org/lakes/"


def graph_of(files: Mapping[str, str] = STOCK) -> Graph:
    """The published records in some YAML texts, which have to be without mistakes."""
    named = {f"content/{path}.yml": text.encode() for path, text in files.items()}
    documents, loading = load(named, KINDS)
    graph, linking = link(documents)
    assert [*loading, *linking] == []
    return published(graph)


def site_of(files: Mapping[str, str] = STOCK, *, url: str = URL, **settings: object) -> Site:
    return Site(graph_of(files), name="Lakes", url=url, **settings)


def file_of(site: Site, path: str) -> bytes:
    return next(file.data for file in exports(site) if file.path == path)


def json_of(site: Site, path: str = "data/records.json", **options: object) -> dict:
    return json.loads(file_of(site, path), **options)


def paths(files: list[ExportedFile]) -> list[str]:
    return [file.path for file in files]
