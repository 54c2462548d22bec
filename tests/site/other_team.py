"""The smallest site of another team: three records of their own."""

MKDOCS = "site_name: Northport Explained\nsite_url: https://example.org/\nplugins:\n  - explainers\n"
RECORDS = {
    "content/actors/northport-council.yml": """\
name: Northport Council
in_text: the council of Northport
kind: institution
summary: The elected council of the town of Northport.
""",
    "content/sources/council-notice.yml": """\
csl:
  type: webpage
  title: What the council knows about the power cut
  container-title: Northport Council, notices
  URL: https://example.org/notices/power-cut
  language: en
summary: A notice on the council's own site.
publisher: northport-council
published:
  edtf: 2024-03-04
  basis: stated
accessed:
  edtf: 2024-03-05
  basis: stated
role: primary
seen: excerpt
""",
    "content/claims/homes-without-power.yml": """\
label: Homes that lost power
statement: The storm cut the power of {q1} homes in the town.
type: measurement
about: [northport-council]
quantities:
  q1:
    of: homes without electricity on the morning after the storm
    relation: more-than
    value: 1200
    unit: home
attributions:
  - id: a1
    by: [northport-council]
    act: say
    said:
      edtf: 2024-03-04
      basis: stated
    based_on: [own-observation]
    cites:
      - source: council-notice
        exact: more than 1,200 homes
        locator: para. 1
""",
}
FILES = {"mkdocs.yml": MKDOCS, **RECORDS}
