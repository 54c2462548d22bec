"""The language server for YAML, driven as an editor drives it. (Language Server Protocol 3.17)"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class LanguageServer:
    """A server on a folder, with the settings of an editor; what it is asked one after the other."""

    def __init__(self, package: Path, folder: Path, settings: Mapping[str, Any]) -> None:
        self._folder, self._settings = folder, settings
        self._process = subprocess.Popen(
            ["node", package / "bin/yaml-language-server", "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._asked = 0
        workspace = {"uri": folder.as_uri(), "name": folder.name}
        words = {"documentationFormat": ["markdown"], "snippetSupport": True}
        document = {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": words}}
        can = {"workspace": {"configuration": True}, "textDocument": document}
        self.ask("initialize", processId=None, rootUri=folder.as_uri(), workspaceFolders=[workspace], capabilities=can)
        self.tell("initialized")

    def opened(self, path: str, text: str) -> list[dict[str, Any]]:
        """What it finds wrong in a text, opened as the file at a path."""
        document = {"uri": self._uri(path), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        while True:
            said = self._read()
            if said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == self._uri(path):
                found: list[dict[str, Any]] = said["params"]["diagnostics"]
                return found

    def at(self, method: str, path: str, line: int, character: int) -> Any:
        """What it answers about a place in a text that is open; lines are counted from 0."""
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", textDocument={"uri": self._uri(path)}, position=place)

    def ask(self, method: str, **given: Any) -> Any:
        """Ask, and wait for the answer."""
        self._asked += 1
        self._write({"id": self._asked, "method": method, "params": given})
        while (said := self._read()).get("id") != self._asked or "method" in said:
            pass
        assert "error" not in said, said
        return said["result"]

    def tell(self, method: str, **given: Any) -> None:
        """Say something that has no answer."""
        self._write({"method": method, "params": given})

    def close(self) -> None:
        """End it."""
        with self._process:
            self._process.kill()

    def _uri(self, path: str) -> str:
        return (self._folder / path).as_uri()

    def _read(self) -> dict[str, Any]:
        """What it says next; what it asks of its editor is answered."""
        stdout = self._process.stdout
        assert stdout
        length = 0
        while (line := stdout.readline().strip()) or not length:
            assert line or self._process.poll() is None, "the server has ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        said: dict[str, Any] = json.loads(stdout.read(length))
        if "id" in said and "method" in said:
            self._write({"id": said["id"], "result": self._answer(said["method"], said.get("params", {}))})
        return said

    def _answer(self, method: str, asked: Mapping[str, Any]) -> Any:
        if method != "workspace/configuration":
            return None
        return [self._section(item.get("section", "")) for item in asked["items"]]

    def _section(self, section: str) -> Any:
        """The settings below a name, which an editor's file has in keys with dots."""
        start = f"{section}."
        return {key.removeprefix(start): value for key, value in self._settings.items() if key.startswith(start)}

    def _write(self, message: Mapping[str, Any]) -> None:
        stdin = self._process.stdin
        assert stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        stdin.flush()
