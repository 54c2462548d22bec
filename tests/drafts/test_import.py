"""`explainers import`: an article as drafts that pass the checks, say what is to be decided, and are made once."""

import json
import sys
from pathlib import Path

import pytest

from explainers.build.load import load
from explainers.kinds import KINDS
from explainers.kinds.claim.model import Claim
from tests.cli.conftest import Run
from tests.site.building import ROOT

STORY = """Council counts the dark homes

By Ann Reed
4 March 2024

More than 1,300 homes were dark in May 2023, according to the council of Northport. “It was the worst night of the year,” baker Mara
Quill said. The Lake Wire reported that two engineers had warned of an old cable. The power company declined to comment.
"""  # noqa: E501
PAGE = """<!doctype html><html lang="en"><head><title>Ignored | Lake Post</title>
<meta property="og:site_name" content="Lake Post"><meta property="og:url" content="https://post.example.org/dark">
<meta name="citation_doi" content="10.1000/dark"><meta name="citation_title" content="Dark homes">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-03-05T08:00:00Z",
"author": [{"@type": "Person", "name": "Ann Reed"}]}]}</script></head>
<body><nav><a href="/">Home</a><a href="/news">All the news of the day</a></nav><article><h1>Dark homes</h1>
<p>The baker Mara Quill said on Tuesday that <b>half of the town</b> had no light for the whole of the night.</p>
<p>The council of Northport denied that it had known of the old cable before the storm came to the town.</p></article>
<aside><p>Read more: A man said that 300 geese had crossed the road.</p></aside></body></html>"""


def article(site: Path, text: str = STORY, name: str = "story.txt") -> str:
    (site / name).write_text(text, "utf-8")
    return name


def claims(site: Path) -> dict[str, Claim]:
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.glob("content/*/*.yml")}
    documents, wrong = load(files, KINDS)
    assert not wrong
    return {one.id: one.record for one in documents if one.kind == "claim" and one.record.status == "draft"}


def test_a_draft_has_its_words_its_figures_and_what_is_to_be_decided(site: Path, run: Run) -> None:
    found = run("import", article(site, STORY.replace("an old cable", "an old cable under Mill Bridge")))
    assert found.status == 0
    assert "  named in it, and in no record: Mill Bridge\n" in found.out
    text = (site / "content/claims/more-than-homes-were-dark-may.yml").read_text("utf-8")
    assert (
        text
        == """# From story.txt: para. 1.
# A draft is checked, and shown in a preview alone. Delete `status: draft` when all is decided.
status: draft
# To be decided: a short name, at most 60 characters.
label: 'Northport Council: More than 1,300 homes were dark in May …'
# To be decided: the proposition in our own words, its figures as {q1} under `quantities`.
statement: '{q1} homes were dark in May 2023.'
# To be decided: one of measurement, event, causal, counterfactual, prediction, intention, evaluation, relation.
type: measurement
# To be decided: `time`, when it holds; the page has “May 2023” (2023-05).
# To be decided: what it is about; nothing in its words has a record, so its speaker is named.
about:
  - northport-council
# To be decided: what each figure counts, in words that tell it from other counts.
quantities:
  q1:
    of: homes
    printed: More than 1,300
attributions:
  - id: a1
    by: northport-council
    as_named: the council of Northport
    act: say
    verb: according to
    cites:
      - source: reed-2024-council-counts-dark-homes
        exact: More than 1,300 homes were dark in May 2023
        locator: para. 1
"""
    )


def test_the_manual_shows_the_draft_that_is_made(site: Path, run: Run) -> None:
    page = (ROOT / "docs/manual/how-to/import-article.md").read_text("utf-8")
    shown = page.partition("```yaml\n")[2].partition("```")[0]
    sentences = "A flood would reach some 300 houses, North Wire reported. The Water Board declined to comment."
    assert f"“{sentences}”" in page
    article(site, f"Old dam leaks, engineer says\n\n4 March 2024\n\n{sentences}\n")
    run("import", "story.txt", "--publisher", "Morning Post")
    assert (site / "content/claims/flood-would-reach-some-houses.yml").read_text("utf-8") == shown


def test_who_passes_on_what_others_say_and_who_declines_are_tellings_of_one_claim(site: Path, run: Run) -> None:
    run("import", article(site))
    wire = next(one for one in claims(site).values() if "cable" in one.statement)
    found = [(one.by, one.act, one.based_on, one.verb) for one in wire.attributions]
    assert found == [
        (("lake-wire",), "report", ("a2",), "reported"),
        (("two-engineers",), "say", ("not-stated",), "had warned"),
        (("power-company",), "decline", ("not-stated",), "declined to comment"),
    ]
    assert "named: false" in (site / "content/actors/two-engineers.yml").read_text("utf-8")


def test_the_us_is_one_actor_however_it_is_printed(site: Path, run: Run) -> None:
    text = "The U.S. said the dam leaks.\n\nThe United States said the mill broke.\n\nBo Reed said the U.S. built it.\n"
    run("import", article(site, text))
    actors = {path.stem for path in (site / "content/actors").glob("*.yml")}
    assert {"united-states"} == {id for id in actors if id.startswith("u")}
    assert "as_named: The U.S." in (site / "content/claims/dam-leaks.yml").read_text("utf-8")
    [built] = [claim for claim in claims(site).values() if "built" in claim.statement]
    assert built.about == ("united-states",)


def test_a_headline_and_the_sentence_below_it_are_tellings_of_one_claim(site: Path, run: Run) -> None:
    run("import", article(site, "Old dam leaks, engineer says\n\nThe old dam leaks, Mara Lind said on Monday.\n"))
    [one] = claims(site).values()
    assert [(telling.by, telling.mode) for telling in one.attributions] == [
        (("engineer",), "headline"),
        (("mara-lind",), "paraphrase"),
    ]


def test_drafts_pass_the_checks_and_their_quotations_are_found(site: Path, run: Run) -> None:
    (site / "mkdocs.yml").write_text("site_name: A\nplugins: [{explainers: {snapshots_dir: texts}}]\n", "utf-8")
    unchecked = run("check").out.count("quotation-unchecked")
    found = run("import", article(site))
    assert f"kept texts/reed-2024-council-counts-dark-homes.txt: {len(STORY)} characters\n" in found.out
    assert "3 claims, 5 actors, 1 source, 1 explainer written as drafts\n" in found.out
    said = run("check").out
    assert "error[" not in said
    assert said.count("quotation-unchecked") == unchecked


def test_what_is_cited_is_not_drafted_again_and_nothing_is_overwritten(site: Path, run: Run) -> None:
    run("import", article(site))
    before = {path: path.read_bytes() for path in site.glob("content/*/*.yml")}
    again = run("import", "story.txt")
    assert again.status == 0
    assert "4 statements of it are cited in records already\n0 drafts written\n" in again.out
    gone = next(path for path in before if "cable" in path.read_text("utf-8") and path.parent.name == "claims")
    gone.unlink()
    assert "1 claim written as drafts" in run("import", "story.txt").out
    assert {path: path.read_bytes() for path in site.glob("content/*/*.yml")} == before


def test_an_answer_is_put_to_no_other_statement_than_the_one_before_it(site: Path, run: Run) -> None:
    run("import", article(site))
    cable = next(path for path in site.glob("content/claims/*.yml") if "cable" in path.read_text("utf-8"))
    cable.write_text(cable.read_text("utf-8").partition("  # To be decided: whether this answers")[0], "utf-8")
    again = run("import", "story.txt")
    assert "not written: “The power company declined to comment”: no draft comes right before it\n" in again.out
    assert "0 drafts written\n" in again.out


def test_a_speaker_is_looked_for_among_the_actors_there_are(site: Path, run: Run) -> None:
    (site / "content/actors/mara-quill.yml").write_text("name: Mara Quill\nkind: person\nalso: [M. Q.]\n", "utf-8")
    run("import", article(site, "Quill said it leaks. Marra Quil said it is old. Mara Lind said it broke."))
    drafts = [path.read_text("utf-8") for path in sorted(site.glob("content/claims/*.yml"))]
    assert sum("by: mara-quill" in text for text in drafts) == 2
    assert any("whether Marra Quil is `mara-quill`" in text for text in drafts)
    assert any("by: mara-lind" in text for text in drafts)


def test_a_spokesperson_speaks_for_somebody(site: Path, run: Run) -> None:
    first, second = "A spokesman for Northport Council said that it leaks.", "Bo Reed, a spokesman for Acme, denied it."
    run("import", article(site, f"{first} {second}"))
    [one] = claims(site).values()
    assert [(telling.by, telling.speaks_for) for telling in one.attributions] == [
        (("spokesman-for-northport-council",), "northport-council"),
        (("bo-reed",), "acme"),
    ]


def test_a_saved_page_says_what_it_is(site: Path, run: Run) -> None:
    found = run("import", article(site, PAGE, "page.html"))
    assert found.status == 0
    source = (site / "content/sources/reed-2024-dark-homes.yml").read_text("utf-8")
    for line in ("title: Dark homes", "family: Reed", "container-title: Lake Post", "DOI: 10.1000/dark",
                 "URL: https://post.example.org/dark", "language: en", "publisher: lake-post",
                 "published: 2024-03-05", "seen: full-text"):  # fmt: skip
        assert line in source
    cited = [cited.exact for one in claims(site).values() for telling in one.attributions for cited in telling.cites]
    assert cited == [
        "half of the town had no light for the whole of the night",
        "it had known of the old cable before the storm came to the town",
    ]
    again = run("add", "page.html")
    assert "there already: Dark homes: `reed-2024-dark-homes` has the same text" in again.out


def test_a_saved_page_is_added_as_a_source(site: Path, run: Run) -> None:
    (site / "mkdocs.yml").write_text("site_name: A\nplugins: [{explainers: {snapshots_dir: texts}}]\n", "utf-8")
    found = run("add", article(site, PAGE, "page.html"))
    assert "wrote content/sources/reed-2024-dark-homes.yml\n" in found.out
    assert "2 drafts written" in found.out
    assert "geese" not in (site / "texts/reed-2024-dark-homes.txt").read_text("utf-8")
    assert "error[" not in run("check").out


def test_without_the_library_a_page_has_a_clear_message(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    found = run("import", article(site, PAGE, "page.html"))
    assert found.status == 2
    assert "pip install trafilatura lxml-html-clean" in found.err


def test_the_marks_of_markdown_are_no_words(site: Path, run: Run) -> None:
    front = "---\ntitle: Dark\ndate: 2024-03-04\n---\n"
    text = f"{front}# Dark\n\n- The [baker](x) Bo Reed said that **300** homes were `dark`.\n"
    run("import", article(site, text, "story.md"))
    [one] = claims(site).values()
    assert one.attributions[0].cites[0].exact == "300 homes were dark"
    assert "published: 2024-03-04" in (site / "content/sources/2024-dark.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "a.txt has no text of an article in it"),
        ("a.txt", b"PK\x03\x04" + bytes(range(32)) * 20, "a.txt is not a text"),
        ("a.txt", "é said so".encode("latin-1"), "a.txt is not UTF-8 (line 1)"),
        ("a.txt", b"He said so. " * 40_000, "a.txt has 480,000 characters: an article has at most 400,000"),
        ("a.html", b"<html>" + b"<p>He said so.</p>" * 200_000, "a.html has more than 3 MB of page"),
        ("a.html", b"<html><body><script>a()</script></body></html>", "a.html has no text of an article in it"),
        ("a.txt", "Der Rat sagte, dass die Häuser dunkel waren und dass er es nicht gewusst habe. ".encode() * 3,
         "a.txt is not in English, and the rules are for English alone"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_has_a_clear_message(site: Path, run: Run, name: str, data: bytes, said: str) -> None:
    (site / name).write_bytes(data)
    before = {*site.glob("content/*/*.yml")}
    found = run("import", name)
    assert found.status == 2
    assert said in found.err
    assert {*site.glob("content/*/*.yml")} == before


def test_what_no_one_sees_in_a_text_is_left_out_and_said(site: Path, run: Run) -> None:
    found = run("import", article(site, "Bo Reed said that 300 ho\u200bmes were\x07 dark." + STORY))
    assert "2 control or invisible characters were left out of its text" in found.out
    assert "error[" not in run("check").out


ANSWER = {
    "statements": [
        {"words": "homes were dark in May 2023", "speakers": ["the council of Northport"], "act": "say",
         "statement": "More than 1,300 homes had no light.", "label": "Homes without light", "type": "measurement"},
        {"words": "two engineers had warned of an old cable", "speakers": ["The Lake Wire"], "act": "report"},
        {"words": "declined to comment", "speakers": ["The power company"], "act": "decline", "answers": True},
        {"words": "the mayor lied", "speakers": [], "act": "say"},
        {"words": "an old cable", "speakers": ["the mayor"], "act": "say"},
        {"words": "an old cable", "speakers": [], "act": "sing"},
        7,
    ]
}  # fmt: skip


def test_the_answer_to_a_brief_is_held_against_the_text(site: Path, run: Run) -> None:
    brief = run("import", article(site), "--brief").out
    assert STORY.strip() in brief
    assert not claims(site)
    (site / "answer.json").write_text(f"```json\n{json.dumps(ANSWER)}\n```\n", "utf-8")
    found = run("import", "story.txt", "--answer", "answer.json")
    for line in ("statement 4: its words are not in the text: “the mayor lied”",
                 "statement 5: the text has no “the mayor”",
                 "statement 6: `sing` is not an act", "statement 7: it is no object"):  # fmt: skip
        assert f"not drafted: {line}\n" in found.out
    one, other = claims(site).values()
    assert (one.label, one.statement, one.quantities["q1"].printed) == (
        "Homes without light",
        "{q1} homes had no light.",
        "More than 1,300",
    )
    assert [telling.act for telling in other.attributions] == ["report", "decline"]
    assert "error[" not in run("check").out


@pytest.mark.parametrize("answer", ["", "{", '{"a": 1}', "[" * 9_999, json.dumps([{}] * 201)])
def test_an_answer_that_is_none_has_a_clear_message(site: Path, run: Run, answer: str) -> None:
    (site / "answer.json").write_text(answer, "utf-8")
    found = run("import", article(site), "--answer", "answer.json")
    assert found.status == 2
    assert "answer.json" in found.err
    assert not claims(site)
