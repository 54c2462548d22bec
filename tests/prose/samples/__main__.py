"""Writes the samples: `python -m tests.prose.samples`."""

from __future__ import annotations

from tests.prose.samples.page import PAGE, text

PAGE.write_text(text(), "utf-8")
print(f"The samples are in {PAGE}. Read what changed: git diff {PAGE}")
