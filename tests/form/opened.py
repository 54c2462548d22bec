"""The form, opened in a browser on a folder of records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, expect

from tests.cli.conftest import EXAMPLES
from tests.site.building import Built
from tests.site.commands import ROOT

RECORDS = {f"content/{path.relative_to(ROOT / 'content')}": path for path in (ROOT / "content").rglob("*.yml")}
TEXTS = {path: file.read_text("utf-8") for path, file in sorted(RECORDS.items())}
# The examples have all fields, and a comment on each.
ALL_TEXTS = TEXTS | EXAMPLES
CLAIM = "content/claims/joint-force-in-kursk.yml"
# As many actors as a picker asks to search in.
ACTORS = [path for path in TEXTS if path.startswith(("content/actors/u", "content/actors/v"))]
IN_THE_FOLDER = {path: TEXTS[path] for path in (CLAIM, *ACTORS)} | EXAMPLES
# A folder of the reader's, without the dialogue that asks for one: no program can click in it.
FILLED = """async (texts) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(".git", { create: true });
    for (const [path, text] of Object.entries(texts)) {
        const parts = path.split("/");
        let folder = root;
        for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
        const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
        await file.write(text);
        await file.close();
    }
}"""
FILES_NOW = """async () => {
    const found = {};
    const walk = async (folder, path) => {
        for await (const [name, handle] of folder.entries()) {
            if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
            else found[`${path}${name}`] = await (await handle.getFile()).text();
        }
    };
    await walk(await navigator.storage.getDirectory(), "");
    return found;
}"""


@dataclass(frozen=True)
class Form:
    built: Built
    page: Page
    address: str
    answers: list[str]


def field(page: Page, path: str) -> Any:
    return page.locator(f'section[data-key-path="{path}"]')


def save(page: Page) -> None:
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("grid", name="Entries")).to_be_visible()
