"""A character stands in the file that nobody can see.

Such characters come with pasted text. Some of them turn the order of letters around, so that a line reads
differently from what it says. (CVE-2021-42574, "Trojan Source")

Passes:

    # content/actors/dam-guard.yml
    name: The Dam Guard
    summary: It guards the dam.
    kind: institution
    part_of: northland

Fails:

    # content/actors/dam-guard.yml (⟨U+200E⟩ is that character)
    name: The Dam⟨U+200E⟩ Guard
    summary: It guards the dam.
    kind: institution
"""

from explainers.text.diagnostic import Severity

SEVERITY = Severity.ERROR
