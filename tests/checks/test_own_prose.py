"""Our own sentences against the records that they link: what is reported, and above all what is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from explainers.build.check import Inputs, check
from explainers.build.files import record_files
from explainers.checks.voice import OURS
from explainers.kinds import KINDS
from explainers.kinds.kind import Kind
from explainers.model.fields import Prose
from explainers.model.walk import models_in, typed_fields
from explainers.text.diagnostic import Diagnostic, Severity

FOLDER = Path(__file__).parent / "own_prose"
FILES = record_files(FOLDER / "content", FOLDER)
CODES = {
    "answer-without-speaker",
    "figure-differs",
    "missing-qualifier",
    "added-qualifier",
    "position-differs",
    "loaded-verb",
}
RIGHT = """
Ann Bay said that [[held|Northland is holding 50,000 soldiers of Southland]].
Ann Bay said that [[held|Northland is holding almost 50,000 soldiers of Southland]].
Ann Bay put [[held|the 50,000 soldiers]] first.
[[ann-bay|The minister]] speaks of [[held|nearly **50,000** soldiers]]; on 4 March 2024 she gave no figure.
The Daily Post prints [[held|50,000]], the number that Ann Bay gave.
Southland neither confirmed nor denied that [[held|its soldiers are held back]].
Southland [[sent|denied it]].
Westland officials estimate that [[sent|more than 10,000 soldiers]] were sent.
The Daily Post writes, from officials whom it does not name, that [[sent|over 10,000 soldiers were sent]].
Southland said that [[sent|no soldiers had been sent to the north]].
Southland said that [[sent|the story was somebody’s dream]].
Southland denies that [[sent|it has sent 10,000 soldiers]].
Whether [[sent|10,000 soldiers were sent]] is disputed.
The Health Office says that [[overweight|1 billion people are overweight]].
The Health Office says that [[overweight|one billion people are overweight]].
The Health Office says that 1 billion people [[overweight|are overweight]].
At the congress of 22 and 23 June, the Health Office spoke of [[overweight|1,000 million people]].
Paul Reed estimates that [[vaccine|the vaccine prevents about 80 per cent of cases]].
Reed estimates that [[vaccine|around 80 percent of cases]] are prevented; 300 doctors heard him.
See [[vaccine]] and [[overweight]].
The council of Østby said that [[households|about 2,400 households had no water]].
Kari Moe said that some [[households|2,400 households]] had no water.
The Tenants’ Union asked how [[households|the figure of 2,400]] was arrived at.
The Tenants’ Union says that [[rents|rents have doubled since 2014]].
The council of Østby declined to comment on [[rents|rents]].
She said so twice: [[rents|rents have doubled]], as the union has it.
Eva Lund said that [[proposal|Acme has offered up to $8 billion]].
Eva Lund said that [[proposal|Acme has offered as much as 8bn dollars]].
Acme declined to comment on [[proposal|the offer]].
According to Eva Lund, [[proposal|Acme Chemicals has made an offer]] in 12 of 40 cases.
Bakhtar reported [[deaths|at least 280 deaths]], the Relief Office later [[deaths|1,150]].
The Relief Office counted [[deaths|1,150 people killed by the earthquake]].
Bakhtar gave [[deaths|hundreds of deaths]], the Relief Office [[deaths|more than a thousand]].
Bakhtar put [[deaths|the toll]] at no fewer than 280 people.
In the 24-hour search of 22–23 June the Relief Office counted [[deaths|1,150 dead]].
The District Court found that [[liability|Acme is liable for the damage]].
Acme contests that [[liability|it is liable]].
Northport Grid did not respond to [[liability|the ruling]].
Evening Wire passes on that [[before|between 30,000 and 45,000 soldiers]] were there.
Ann Bay gave a range: [[before|30,000 to 45,000 soldiers]].
Ann Bay spoke of [[before|at least 30,000 soldiers]], as Evening Wire relays her.
Ann Bay was asked about it. She said that [[held|nearly 50,000 are held]].
Ann Bay said that [[held|about 49,000 soldiers are held]].
The Boeing 737 of Ann Bay landed at 6 a.m.; then she said that [[held|50,000 soldiers are held]].
What Ann Bay calls a success is [[held|the holding of 50,000 soldiers]].
The figures of Ann Bay ([[held]]) and of the Wire ([[before]]) are 6 weeks apart.
Asked about the deal, Acme declined to comment, and [[proposal|Eva Lund’s account of up to $8 billion]] stands alone.
The toll rose: Bakhtar had [[deaths|at least 280]] in the morning, and the Relief Office [[deaths|1,150]] later.
The Relief Office, which counts for all 34 provinces, gave [[deaths|1,150]].
Ann Bay has said twice, on 11 and 14 November, that [[held|Northland holds back 50,000 soldiers]].
What Southland says of [[held|the 50,000]] is nothing: it neither confirmed nor denied the figure.
Neither Southland nor Northport Grid denied that [[held|soldiers are held back]].
Southland has not denied that [[held|its soldiers are held]].
If Ann Bay is right, [[held|50,000 soldiers are out of the war]].
That would mean that [[held|Southland has lost the use of 50,000 soldiers]], as Ann Bay said.
Compare [[held|the 50,000]] with [[before|the 30,000 to 45,000]] of six weeks before.
In its report the Health Office put the number at [[overweight|1 billion]], up from 0.8 billion in 2016.
The Health Office’s figure is [[overweight|1 billion people]]; 12 of its 194 members have a plan.
Reed’s estimate, [[vaccine|80 per cent or so]], rests on 3 trials.
Paul Reed, one of 2,000 delegates, estimated [[vaccine|the effect at about 80%]].
The union asks how the council, which had given [[households|2,400 households]], arrived at it.
It was the council’s spokeswoman Kari Moe who gave [[households|the figure of about 2,400]].
About [[households|2,400 households]] had no water, Kari Moe said.
Kari Moe: [[households|about 2,400 households without water]] on the 2nd day.
The court found for the plaintiffs: [[liability|Acme is liable]], and must pay.
The District Court ruled on 5 May that [[liability|Acme is liable for the damage]]; Acme said it would appeal.
Acme, in a statement of 2 pages, contested that [[liability|it is liable]].
Acme lawyers said that [[liability|the ruling was wrong]].
An official in Southland said that [[sent|more than 10,000 soldiers had gone]], the officials of Westland estimate.
The Wire quotes Ann Bay with [[before|45,000]] at most.
One claim is that [[rents|rents have doubled]].
Is it true that [[rents|rents have doubled]]?
Had [[rents|rents doubled]], as the Tenants’ Union says, half of the 900 flats would be empty.
According to the union, [[rents|they are twice what they were]].
For the union, [[rents|rents have doubled]]; the council did not say.
The council of Østby, asked by the Post, said nothing on whether [[rents|rents have doubled]].
The council declined to say whether [[rents|rents have doubled]].
On that day [[ann-bay]] wrote: [[held|“almost 50,000”]].
Ann Bay wrote [[held|*almost*]] before the number, and on the radio left it out.
[[ann-bay|Bay]], the minister, had also said that [[held|these 50,000 cannot go elsewhere]].
Northland’s minister said that [[held|50,000 soldiers are held]].
The minister of defence said that [[held|it holds 50,000]].
Ann Bay’s office said that [[held|50,000 soldiers are held]].
The flood claimed at least 20 lives, and [[deaths|the quake at least 280]], Bakhtar reported.
See also [[held]], where 60,000 soldiers are not meant.
The first figure, [[deaths|280]], was Bakhtar’s “at least 280”.
Two tellings differ: [[deaths|280 against 1,150]], Bakhtar and the Relief Office.
Bakhtar’s 280 and the Relief Office’s 1,150 are [[deaths|the same toll]] at two times.
They are held, Ann Bay said, [[held|50,000 of them]].
The Post’s headline has [[held|50,000]] too.
[[sent|More than 10,000 soldiers]], or one in five, are from the north, Westland officials say.
"""
WRONG = """
figure-differs: Ann Bay said that [[held|Northland is holding 60,000 soldiers of Southland]].
figure-differs: The Health Office says that [[overweight|**2** billion people are overweight]].
figure-differs: The Health Office says that [[overweight|two billion people are overweight]].
figure-differs: The Health Office says that 2 billion people [[overweight|are overweight]].
figure-differs: Paul Reed estimates that [[vaccine|the vaccine prevents about 90 per cent of cases]].
figure-differs: Kari Moe said that [[households|about 2,600 households had no water]].
figure-differs: Eva Lund said that [[proposal|Acme has offered up to $8 million]].
figure-differs: The Relief Office counted [[deaths|1,510 people killed by the earthquake]].
figure-differs: Ann Bay spoke of [[before|between 30,000 and 55,000 soldiers]].
figure-differs: The Tenants’ Union says that [[rents|rents have doubled in 14 towns]].
missing-qualifier: Westland officials estimate that [[sent|Southland has sent 10,000 soldiers]].
missing-qualifier: Westland officials estimate that [[sent|at least 10,000 soldiers were sent]].
missing-qualifier: Paul Reed estimates that [[vaccine|the vaccine prevents 80 per cent of cases]].
missing-qualifier: Eva Lund said that [[proposal|Acme has offered 8 billion dollars]].
missing-qualifier: Eva Lund said that [[proposal|Acme has offered more than 8 billion dollars]].
missing-qualifier: Bakhtar reported that [[deaths|280 people were killed]].
missing-qualifier: Kari Moe said that [[households|2,400 households had no water]].
added-qualifier: Ann Bay said in The Daily Post that [[overweight|nearly 1 billion people are overweight]].
added-qualifier: The Relief Office counted [[deaths|about 1,150 people killed by the earthquake]].
added-qualifier: The Health Office says that [[overweight|almost a billion, or nearly 1,000,000,000, people]] are.
answer-without-speaker: [[rents|Rents have doubled]] in the town.
answer-without-speaker: It is well known that [[rents|rents in Østby are twice as high]].
answer-without-speaker: In spring [[liability|the company was liable for it all]].
answer-without-speaker: Paul Reed said that [[rents|rents in Østby are twice as high]].
answer-without-speaker: The Daily Post said that [[overweight|a billion people are overweight]].
position-differs: Southland denied that [[held|its soldiers are held back]].
position-differs: Southland declined to comment on [[held|the soldiers]].
position-differs: Southland confirmed that [[sent|it had sent soldiers]].
position-differs: Acme denied that [[liability|it is liable]].
position-differs: Acme neither confirmed nor denied [[proposal|the offer]].
position-differs: Northport Grid declined to comment on [[liability|the ruling]].
position-differs: The council of Østby denied that [[rents|rents have doubled]].
position-differs: Acme said that [[proposal|it has offered to settle the cases]].
position-differs: The Tenants’ Union confirmed that [[rents|rents have doubled]].
position-differs: Southland said that [[sent|it had sent soldiers to the north]].
loaded-verb: Ann Bay revealed that [[held|50,000 soldiers are held]].
loaded-verb: Acme admitted that [[liability|it is liable]].
loaded-verb: Eva Lund claimed that [[proposal|Acme has made an offer]].
loaded-verb: As Ann Bay noted, [[held|50,000 soldiers are held]].
"""


def found_in(files: dict[str, str]) -> list[Diagnostic]:
    found = check(Inputs(FILES | {path: text.encode() for path, text in files.items()})).diagnostics
    return [diagnostic for diagnostic in found if diagnostic.code in CODES]


def explainer(sentence: str) -> dict[str, str]:
    written = sentence.replace('"', '\\"')
    return {
        "content/explainers/it.yml": f"""\
question: What happened?
summary: Several things.
answer: Ann Bay said that [[held|50,000 soldiers are held]].
claims: [held]
sections:
  - heading: It
    text: "{written}"
"""
    }


def test_the_records_by_themselves_have_no_fault() -> None:
    assert [d.message for d in found_in({})] == []


@pytest.mark.parametrize("sentence", RIGHT.strip().splitlines())
def test_a_sentence_that_says_what_is_recorded_passes(sentence: str) -> None:
    assert [f"{d.code}: {d.message}" for d in found_in(explainer(sentence))] == []


@pytest.mark.parametrize("line", WRONG.strip().splitlines())
def test_a_sentence_that_says_something_else_is_reported(line: str) -> None:
    code, _, sentence = line.partition(": ")
    found = found_in(explainer(sentence))
    assert {d.code for d in found} == {code}
    assert {d.severity for d in found} == {Severity.WARNING}


def prose_fields(model: type[BaseModel]) -> Iterator[str]:
    for name, key, annotation in typed_fields(model):
        written = (*model.model_fields[name].metadata, annotation)
        if any(isinstance(meaning, Prose) or "Prose(" in repr(meaning) for meaning in written):
            yield key
        for part in models_in(annotation):
            yield from (inner for inner in prose_fields(part) if key != "avoid")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_prose_is_read_as_ours(kind: Kind) -> None:
    assert set(prose_fields(kind.model)) <= OURS


@pytest.mark.parametrize(
    "words",
    [
        "Two people were admitted to hospital.",
        "The quake claimed more than 1,150 lives.",
        "No group claimed responsibility for it.",
        "The letters were admitted as evidence.",
        "She claimed asylum; the mayor conceded defeat.",
        "Claims that bear on each other are listed. Notes that explain them are below.",
        "The claims that assert it, and the notes that explain them, are listed.",
    ],
)
def test_a_word_of_the_list_that_is_no_verb_of_speech_passes(words: str) -> None:
    assert found_in(explainer(words)) == []


def test_a_fault_in_our_prose_can_be_allowed_though_the_rule_is_an_error() -> None:
    [(path, text)] = explainer("Ann Bay said that [[held|60,000 soldiers are held]].").items()
    allowing = f"{text}allow:\n  - rule: figure-differs\n    why: The figure of the day before.\n"
    [found] = found_in({path: allowing})
    assert (found.severity, found.allowed) == (Severity.WARNING, "The figure of the day before.")


def test_an_answer_may_name_the_party_that_a_spokesperson_speaks_for() -> None:
    path = "content/explainers/it.yml"
    answer = "The council of Østby said that [[households|about 2,400 households had no water]]."
    text = explainer("Nothing else.")[path].replace("Ann Bay said that [[held|50,000 soldiers are held]].", answer)
    assert found_in({path: text}) == []
    assert found_in({path: text.replace("The council of Østby", "The council")}) == []
    text = text.replace("The council of Østby", "The town")
    assert [d.code for d in found_in({path: text})] == ["answer-without-speaker"]


@pytest.mark.parametrize(("told", "count"), [("passes on from the council", 0), ("said", 1), ("wrote", 1)])
def test_a_page_that_passes_on_is_enough_where_it_is_said_to(told: str, count: int) -> None:
    path = "content/explainers/it.yml"
    answer = f"The Daily Post {told} that [[overweight|one billion people are overweight]]."
    text = explainer("Nothing else.")[path].replace("Ann Bay said that [[held|50,000 soldiers are held]].", answer)
    assert [d.code for d in found_in({path: text})] == ["answer-without-speaker"] * count


@pytest.mark.parametrize(("stance", "count"), [("denies", 0), ("retracts", 0), ("affirms", 1)])
def test_who_denies_or_takes_back_names_a_figure_and_does_not_give_it(stance: str, count: int) -> None:
    path = "content/claims/households.yml"
    added = f"""\
  - id: a3
    by: [ostby-council]
    act: say
    stance: {stance}
    cites:
      - source: post
        exact: withdrawn its figure of 2,400 households
"""
    written = FILES[path].decode().rstrip() + "\n" + added
    assert [d.code for d in found_in({path: written})] == ["added-qualifier"] * count
