"""Writes the reference: `python -m tests.manual.reference`."""

from __future__ import annotations

from tests.manual.reference.pages import REFERENCE, pages, stale

for path in stale():
    path.unlink()
for name, text in pages().items():
    path = REFERENCE / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
print(f"The reference is in {REFERENCE}. Read what changed: git diff {REFERENCE}")
