"""A stand-in for GitHub: it answers what the CMS asks of a repository, and notes what is written to it."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Any

from playwright.sync_api import Route

_DAY = "2026-11-30T00:00:00Z"
_HEAD, _COMMIT = "a" * 40, "c" * 40
_ANYONE = {"access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*"}
_USER = {"id": 1, "login": "ed", "name": "Ed", "email": "ed@example.org", "avatar_url": "", "html_url": ""}
_PULL = {"number": 7, "node_id": "P", "title": "", "html_url": "", "created_at": _DAY, "updated_at": _DAY}
_COMMITTED = {"author": {"name": "Ed", "email": "ed@example.org", "user": None}, "committedDate": _DAY, "oid": _HEAD}


@dataclass
class GitHub:
    """A repository with files. `written`: branches, files by branch and path, and pull requests that were made."""

    files: Mapping[str, str]
    branches: list[str] = field(default_factory=list)
    written: dict[tuple[str, str], str] = field(default_factory=dict)
    pulls: list[dict[str, Any]] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        request = route.request
        path = request.url.removeprefix("https://api.github.com")
        if request.method == "OPTIONS" or "/collaborators/" in path:
            route.fulfill(status=204, headers=_ANYONE)
        elif path == "/graphql":
            asked = request.post_data_json
            route.fulfill(json={"data": self._queried(asked["query"], asked["variables"])}, headers=_ANYONE)
        else:
            route.fulfill(json=self._asked(path, request.post_data_json), headers=_ANYONE)

    def _asked(self, path: str, given: Any) -> Any:
        if "/git/trees/" in path:
            return {"tree": [{"type": "blob", "path": name, "sha": _sha(self.files[name])} for name in self.files]}
        if path.endswith("/pulls"):
            self.pulls.append(given)
            return {**_PULL, "head": {"sha": _COMMIT}}
        return _USER if path == "/user" else []

    def _queried(self, query: str, given: Any) -> Any:
        if "createCommitOnBranch" in query:
            return {"createCommitOnBranch": {"commit": self._committed(query, given["input"])}}
        if "createRef" in query:
            self.branches.append(given["input"]["name"])
            return {"createRef": {"ref": {"name": given["input"]["name"]}}}
        if "fork: repository" in query:
            return {"fork": {"id": "R"}, "base": {"ref": {"target": {"oid": _HEAD}}}}
        if "pullRequests(" in query:
            return {"repository": {"pullRequests": {"nodes": [], "totalCount": 0}}}
        return {"repository": {"defaultBranchRef": {"name": "main"}, **self._read(query)}}

    def _committed(self, query: str, given: Any) -> Any:
        for addition in given["fileChanges"]["additions"]:
            text = b64decode(addition["contents"]).decode()
            self.written[given["branch"]["branchName"], addition["path"]] = text
        shas = {alias: {"oid": _COMMIT} for alias in re.findall(r"(file_\d+):", query)}
        return {"oid": _COMMIT, "committedDate": _DAY, **shas}

    def _read(self, query: str) -> Any:
        texts = {_sha(text): text for text in self.files.values()}
        blobs = re.findall(r'(\w+): object\(oid: "(\w+)"\)', query)
        last = {"target": {"history": {"nodes": [{**_COMMITTED, "message": ""}]}}}
        commits = dict.fromkeys(["ref", *re.findall(r"(\w+): ref\(", query)], last)
        return {alias: {"text": texts[sha], "isTruncated": False} for alias, sha in blobs} | commits


def _sha(text: str) -> str:
    data = text.encode()
    return sha1(b"blob %d\0" % len(data) + data).hexdigest()
