"""Labels that assert and labels that name: what the rule takes for a sentence, and what never."""

from __future__ import annotations

import pytest

from explainers.checks.assertions import asserts
from tests.checks.test_rules import CLAIM, claim, reports_of, says

ASSERTING = """
The operation in Northport weakens Southland’s attacks
Northland forces block the Southland army
Rents have doubled
Vaccines cause autism
The bridge is safe
Acme has settled the weedkiller cases
Southland invaded Northland
The council rejected the plan
Deaths were under-reported
Two people died in the flood
The company will cut 500 jobs
Weedkiller causes cancer
Westland has sent soldiers to Southland
Masks do not work
Children can catch it at school
Rents rose by a third
The minister lied to parliament
Sugar taxes reduce obesity
The earthquake destroyed the old town
The dam was not inspected
Prices aren’t falling
The vaccine prevents infection
Homes were flooded twice
It is the largest strike in years
Troops withdrew from the town
The mayor took bribes
The new law violates the constitution
Migrants cost the state billions
Ann Bay has ratified the treaty
Acme knew about the risks
The number killed is far higher
Taxes must rise
Half of the homes are empty
Sanctions are working
The virus came from a laboratory
Air strikes killed the family
The mayor did not know
Glyphosate may cause cancer
Forces back the frontier
"""
NAMING = """
Southland troops held back in Northport
Deaths in the earthquake
What the soldiers do
A proposal to settle the weedkiller cases
Safety of the bridge
Air strikes on Eastport
Claims for compensation
Reports of torture in the camp
Pay raises for nurses
Rent rises in the capital
Rail strikes this week
Homes without water
Homes that lost power
How long it lasted
Homes that will be lost
Homes under water
Deaths in the flood, a day later
Obesity and other threats
Talks on a settlement
Southland soldiers sent to Northland
A joint force gathered in Northport
Rocket launchers from Westland
Troops who would have gone to Eastport
No further Southland attacks because of Northport
Units moved from Northland to Northport
A build-up without taking forces from Northland
Westland soldiers among the reinforcements
Military ties of Westland and Southland
People moved out of the valley
The treaty Ann Bay has ratified
The homes the flood destroyed
The will of the people
Military might of Southland
Troops Northland is holding back
Attacks by IS in Eastland
May elections in Westland
Damage reported the same day
A plan rejected a year ago
A man called Bob
Money promised the victims
Reports that the bridge is unsafe
Doubts whether rents have doubled
Claims Southland is using gas
People killed in the quake
Homes damaged by the storm
Bridge closed after a crack was found
Weapons said to have been sent
Children vaccinated against measles
Strikes the army denied
Police claims about the march
Tax cuts for the rich
Interest rate rises since 2022
Attacks on hospitals and schools
Damages paid to farmers
Harms of smoking
Causes of the fire
Costs of the new bridge
Ends and means of the campaign
Leads in the polls
Sales of electric cars
The company’s reports on safety
Food supplies for the north
Arms supplies the West has promised
Plans for a new airport
Talks held in Westport
The settlement reached in June
Jobs cut at the plant
Rents raised after renovation
The number of people who died
Soldiers captured near the border
The court’s ruling on glyphosate
Patients treated with the drug
Votes counted by hand
Votes not counted
Workers laid off in May
Reports leaked to the press
The toll raised to 1,150
Prices set by the state
Cases settled out of court
Prisoners released on Monday
Uses of the drug
The reasons the council gave
The day the bridge fell
Bans on plastic bags
Blocks of flats in the valley
Moves to end the strike
Shows of force at the border
Orders to shoot
Rules for landlords
Backs and necks: injuries at work
Whether the bridge is safe
“We are winning”
The toll as it was on Monday
A ceasefire proposed by Westland
Missiles fired at Northport
Missiles fired Monday night
Homes Northland has destroyed
Children’s rights and means
Storm damage in Northport
The Northport storm: homes without power
Fish kills in the river
The army’s hold on the town
Drug makes and models
Kills claimed by the air force
Deaths denied by the ministry
Deaths the ministry denies
The war and what came after
A ban the government supports
Troops needed in the east
Increases in rent
Heat records broken in July
Losses suffered by the army
Southland’s Northport losses as reported
Jobs lost at Acme
The US’s denials
Teachers’ strikes in May
Southland-backed forces in Eastport
The share of homes that are empty
Weedkiller residues found in beer
Test results withheld from doctors
A can of worms
Loans given to farmers
Funds taken from the school
The Rose Garden speech
Life in newly occupied Northport
Pay increases agreed in May
Fire causes known so far
Trash can fires in the city
Free will theorem
Heat deaths since May
Fighters from Southland-occupied Eastport
Houthi-controlled ports
Things to do in town
A must for visitors
Attempts to block the road
Refusal to block the road
Bombs dropped Friday on Eastport
Beds needed
Damages awarded the family
US-led strikes
Deaths linked to the heat
Men aged 45 and over
People who say the dam was unsafe
How the strikes hit the port
Strikes that hit the port
Troop movements: what was seen
Northland’s claims about the road
Tax rises the party plans
Vaccine claims and what experts say
Prices as the bank saw them
Loss of the ship Northport
The ruling that Acme lost
Goods made in camps
The rent cap and its effects
Effects of vaccines
Westland shells used in Northland
War crimes, alleged
War crimes alleged by Northport
Prisoners believed dead
Acme shares and the ruling
Storm Ciara’s toll
Money made the previous year
Money spent each year
Money spent this winter
Money raised for the victims
Compensation paid the victims
Reforms the court ordered
Rules on rent
Cause of death
The cause the rebels back
Acme’s plan to end the cases
People reached by the aid
Weapons used in the attack
The people’s will to fight
Cuts to aid the rich
"""


@pytest.mark.parametrize("label", ASSERTING.strip().splitlines())
def test_a_label_with_a_subject_and_a_finite_verb_asserts(label: str) -> None:
    assert asserts(label)


@pytest.mark.parametrize("label", NAMING.strip().splitlines())
def test_a_label_that_names_a_thing_does_not(label: str) -> None:
    assert not asserts(label)


def test_the_label_is_reported_at_its_place() -> None:
    written = claim(says("a1", "mara-lind")).replace("People moved\n", "Rents have doubled\n", 1)
    [found] = reports_of("label-asserts", {CLAIM: written})
    assert (found.span.line, found.message) == (1, "this label says that something is so, with no speaker")
    assert found.severity == "warning"


def test_labels_in_other_languages_are_left_alone() -> None:
    written = claim(says("a1", "mara-lind")).replace("People moved\n", "Rents have doubled\n", 1)
    assert reports_of("label-asserts", {CLAIM: written}, language="de") == []
