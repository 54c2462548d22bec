"""What must hold for any input: no bug of ours, a place for each mistake, little work, and the same answer twice."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from time import process_time
from xml.etree import ElementTree

from explainers.build.check import Inputs, check
from explainers.build.settings import Settings
from explainers.build.site_build import build
from explainers.text import report
from explainers.text.diagnostic import Diagnostic
from explainers.text.file_text import as_lines

SETTINGS = Settings(root=Path("x"), content=Path("x/content"), site_name="x", site_url="https://example.org/")
# Whether there is time for more than a sample (`make fuzz`).
LONG = bool(os.environ.get("EXPLAINERS_FUZZ"))
# Seconds of the processor for an input of a dozen files, many times what they take.
TO_CHECK, TO_BUILD = 3, 6
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def judge(inputs: Inputs) -> None:
    """Check and build a site; raises where something does not hold."""
    began = process_time()
    found = check(inputs).diagnostics
    took = process_time() - began
    assert took < TO_CHECK, f"{took:.1f} s to check"
    assert check(inputs).diagnostics == found
    texts = {path: data.decode(errors="replace") for path, data in inputs.files.items()}
    assert [d for d in found if not is_placed(d, texts)] == []
    assert [d for d in found if not d.message.strip()] == []
    for printed in (report.human(found, inputs.texts), report.diagnostics_as_json(found), report.github(found)):
        assert CONTROLS.search(printed) is None
    _published(inputs)


def _published(inputs: Inputs) -> None:
    """Build the site as a build that is not strict does, whatever is wrong in it."""
    began = process_time()
    built = build(SETTINGS, inputs)
    pages, files = built.pages, built.files
    took = process_time() - began
    assert took < TO_BUILD, f"{took:.1f} s to build"
    assert [page.path for page in pages if CONTROLS.search(page.html)] == []
    for file in files:
        if file.path.endswith(".json"):
            json.loads(file.data)
        elif file.path.endswith(".xml"):
            ElementTree.fromstring(file.data.decode())


def is_placed(found: Diagnostic, texts: Mapping[str, str]) -> bool:
    """Whether a mistake is in a file that there is, and at a line and a column of it."""
    span = found.span
    if span.path not in texts:
        return False
    lines = as_lines(texts[span.path]).split("\n")
    if not 1 <= span.line <= len(lines):
        return False
    # A wrong byte is shown behind what is before it.
    within = 1 <= span.column <= len(lines[span.line - 1]) + 2
    return within and (span.line, span.column) <= (span.end_line, span.end_column)
